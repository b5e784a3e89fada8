"""Deciding: the list of what waits, and one pane for each kind of decision."""
