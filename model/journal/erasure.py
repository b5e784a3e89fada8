"""Erasing: the only removal there is. A tombstone names what goes; the hashes stay."""

from model.journal.entry import FieldKey

KIND = "erasure"
EVERYTHING = "*"


def tombstone(kind: str, id: str, field: str = EVERYTHING) -> FieldKey:
    """Return where the erasure of one field of a subject (or of all of them) is recorded.

    The entry's value is the rule under which it is erased, its author and time say who and when.
    """
    return FieldKey(KIND, id, f"{kind}.{field}")


def is_erased(key: FieldKey, tombstones: frozenset[FieldKey]) -> bool:
    """Return whether what is recorded about `key` must be erased, whenever and from wherever it comes."""
    if key.kind == KIND:
        return False
    return tombstone(key.kind, key.id) in tombstones or tombstone(key.kind, key.id, key.field) in tombstones
