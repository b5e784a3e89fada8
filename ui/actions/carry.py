"""Files that people carry to one another: reading one that was chosen, writing one where they said."""

from pathlib import Path

from storage.platform import read_limited, write_safely

LIMIT = 65_536
"""Bytes of the largest of them: invitation, card, request or reply. Bundles have a way of their own."""


def read_chosen(path: Path) -> bytes:
    """Return what is in a file that somebody chose. CannotRead: not there, not readable, or far too large."""
    return read_limited(path, LIMIT)


def write_chosen(path: Path, data: bytes) -> None:
    """Write a file where somebody said, whole or not at all, readable by them alone. CannotWrite."""
    write_safely(path, data)
