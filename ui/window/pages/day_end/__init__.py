"""End of the day: what stands, what is open, handing over and reading what came; a file for each part."""
