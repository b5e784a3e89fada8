"""Interviews and meetings: what is assessed that is not a case, and starting more of it."""
