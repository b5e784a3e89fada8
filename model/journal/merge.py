"""Merging journals: set union, with forks set aside whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from model.journal.entry import Entry, FieldKey
from model.journal.erasure import is_erased

Position = tuple[str, int]
"""(stream, number): the place that only one entry can hold."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The union, and by stream what arrived with another hash at a place already taken, and all after it."""

    entries: Mapping[Position, Entry]
    forks: Mapping[str, tuple[Entry, ...]]


def merge(here: Iterable[Entry], arriving: Iterable[Entry]) -> Merged:
    """Return the union of two journals.

    Without forks it commutes, associates and is idempotent. A body that one side has erased stays
    erased. A stream that branches is a fork: from the first difference on, the arriving branch is
    set aside whole; nothing of it is lost.
    """
    entries = {(entry.stream, entry.number): entry for entry in here}
    news: dict[str, list[Entry]] = {}
    for entry in arriving:
        news.setdefault(entry.stream, []).append(entry)
    forks: dict[str, tuple[Entry, ...]] = {}
    for stream, coming in news.items():
        coming.sort(key=lambda entry: entry.number)
        split = fork_point(stream, coming, entries)
        for entry in coming:
            place = (stream, entry.number)
            if split is not None and entry.number >= split:
                continue
            held = entries.get(place)
            entries[place] = entry if held is None or entry.body is None else held
        if split is not None:
            forks[stream] = tuple(entry for entry in coming if entry.number >= split)
    return Merged(entries, forks)


def fork_point(stream: str, coming: Iterable[Entry], held: Mapping[Position, Entry]) -> int | None:
    """Return the first number from which an arriving part of a stream is another history, or None.

    Another hash at the same number is another history; so is an entry that names as the one before
    it something else than what is held or comes there. `coming` is in order of number.
    """
    last: Entry | None = None
    for entry in coming:
        if last is not None and not _follows(entry, last):
            return entry.number
        last = entry
        here = held.get((stream, entry.number))
        if here is not None and here.hash != entry.hash:
            return entry.number
        before = held.get((stream, entry.number - 1))
        if before is not None and before.hash != entry.previous:
            return entry.number
        after = held.get((stream, entry.number + 1))
        if after is not None and after.previous != entry.hash:
            return entry.number
    return None


def _follows(entry: Entry, last: Entry) -> bool:
    """Whether two parts of a stream, in order of number, can stand in one history."""
    if entry.number == last.number:
        return entry.hash == last.hash
    return entry.number > last.number + 1 or entry.previous == last.hash


def bury(entries: Iterable[Entry], tombstones: frozenset[FieldKey]) -> tuple[Entry, ...]:
    """Return the entries with the body taken out of each that a tombstone covers."""
    return tuple(
        replace(entry, body=None) if entry.body and is_erased(entry.body.key, tombstones) else entry
        for entry in entries
    )
