"""Merging: taking in bundles, what became of each, who has sent what, and the bundles that answer."""
