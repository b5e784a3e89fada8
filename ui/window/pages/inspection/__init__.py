"""The office's first page: which inspection is open, making one, and its errand step by step."""
