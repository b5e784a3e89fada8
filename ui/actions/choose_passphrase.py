"""Choosing a passphrase: what is still wrong with the one that is being typed."""

from model.refusal import Refusal
from storage.wrapping import SHORTEST_PASSPHRASE, check_passphrase

SHORTEST = SHORTEST_PASSPHRASE
"""Characters that a passphrase has at least."""


def weakness(passphrase: str) -> Refusal | None:
    """Return why this passphrase cannot be taken, or None. The one rule is its length: words beat signs."""
    try:
        check_passphrase(passphrase)
    except Refusal as refusal:
        return refusal
    return None
