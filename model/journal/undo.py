"""Undoing an act: which changes take it back, and when it is too late for that."""

from collections.abc import Iterable, Mapping

from model.journal.change import Change
from model.journal.entry import Entry, FieldKey, Hash, comparable
from model.journal.fields import FieldState
from model.refusal import Refusal


class CannotUndo(Refusal):
    """What the act recorded has been changed since; `by` is the person id of who changed it."""

    def __init__(self, by: str) -> None:
        super().__init__(
            "This cannot be undone, because it has been changed since.",
            "Nothing was changed.",
            "Open the history to see who recorded what, and record what should stand now.",
        )
        self.by = by


def reverse(
    act: Iterable[Entry], states: Mapping[FieldKey, FieldState], before: Mapping[Hash, Entry]
) -> tuple[Change, ...]:
    """Return what takes a whole act back, last entry first.

    `act`: the entries of the act; `states`: the present state of each field it touched; `before`:
    the entries that it replaced, by hash (those erased since are simply missing).
    An act that decided a conflict comes back as that conflict: one change for each former head.
    CannotUndo: an entry of the act is no longer what stands in its field; names who changed it.
    """
    entries = [entry for entry in act if entry.body is not None]
    current = {head.hash for state in states.values() for head in state.heads}
    for entry in entries:
        if entry.hash not in current:
            state = states.get(entry.recorded.key)
            raise CannotUndo((state.last if state else entry).recorded.author)
    changes = []
    for entry in reversed(entries):
        former = [before[digest].recorded for digest in entry.recorded.replaces if digest in before]
        seen: set[tuple[str, int | None]] = set()
        for body in former:
            meant = (comparable(body.value), body.meaning)
            if meant not in seen:
                seen.add(meant)
                changes.append(
                    Change(body.key, body.value, body.reason, body.meaning, body.instrument, (entry.hash,))
                )
        if not former:
            changes.append(Change(entry.recorded.key, None, replaces=(entry.hash,)))
    return tuple(changes)
