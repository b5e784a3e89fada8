"""The page of one instrument's words and versions."""
