"""Documents laid out as PDF pages: one file for each, and what they share."""
