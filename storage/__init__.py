"""What survives a restart: the encrypted store, keys, bundles, settings, and reading and writing tables."""
