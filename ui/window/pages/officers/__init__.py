"""Officers: confirming who they are, splitting and joining them, and who asks each of them."""
