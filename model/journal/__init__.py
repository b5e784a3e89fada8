"""The journal: what everybody recorded, how it merges, and what is true now because of it."""
