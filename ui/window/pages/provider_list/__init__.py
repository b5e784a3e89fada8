"""The provider's list: what was understood of a file, row by row, and the list that was taken in."""
