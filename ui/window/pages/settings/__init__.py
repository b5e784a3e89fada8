"""Settings: how the window looks and locks, the passphrase, the keys, and what this program is."""
