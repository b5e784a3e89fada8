"""The first start: three ways to begin, each a few steps; a file for each way."""
