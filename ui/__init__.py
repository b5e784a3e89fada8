"""Everything a person meets: the window, the terminal, paper, and the actions behind all three."""
