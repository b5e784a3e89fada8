"""Undoing an act: which changes take it back, and when it is too late for that."""

from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter

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
    act: Iterable[Entry], states: Mapping[FieldKey, FieldState], about: Mapping[Hash, Entry]
) -> tuple[Change, ...]:
    """Return what takes a whole act back, last entry first.

    `act`: the entries of the act; `states`: the present state of each field it touched; `about`: every
    entry about these fields, by hash (those erased since are simply missing).
    An act that decided a conflict comes back as that conflict: one change for each former head.
    CannotUndo: an entry of the act is no longer what stands in its field; names who changed it.
    """
    changes: list[Change] = []
    for entry in reversed([entry for entry in act if entry.body is not None]):
        key = entry.recorded.key
        state = states.get(key)
        standing = _standing(entry, state, about)
        if standing is None:
            raise CannotUndo((state.last if state else entry).recorded.author)
        changes += _restore(entry, standing, about)
    return tuple(changes)


def _restore(entry: Entry, standing: Entry, about: Mapping[Hash, Entry]) -> list[Change]:
    former = [about[digest].recorded for digest in entry.recorded.replaces if digest in about]
    distinct = {(comparable(body.value), body.meaning): body for body in former}
    if not distinct:
        return [Change(entry.recorded.key, None, replaces=(standing.hash,))]
    return [
        Change(body.key, body.value, body.reason, body.meaning, body.instrument, (standing.hash,))
        for body in distinct.values()
    ]


def _standing(entry: Entry, state: FieldState | None, about: Mapping[Hash, Entry]) -> Entry | None:
    """Return the head that is this entry, or that an undo put back in its place."""
    lineages = _lineages([other for other in about.values() if other.recorded.key == entry.recorded.key])
    for head in state.heads if state else ():
        if entry.hash in lineages.get(head.hash, {head.hash}):
            return head
    return None


def _lineages(entries: Sequence[Entry]) -> dict[Hash, set[Hash]]:
    """Return for each entry of a field the entries whose place it holds.

    An undo holds the place of what the undone entry had replaced and whose value it says again.
    """
    known = {entry.hash: entry for entry in entries}
    behind = {
        entry.hash: [digest for digest in entry.recorded.replaces if digest in known] for entry in entries
    }
    lineages: dict[Hash, set[Hash]] = {}
    for digest in TopologicalSorter(behind).static_order():
        entry = known[digest]
        taken_back = {
            former
            for replaced in behind[digest]
            for former in lineages[replaced]
            if known[former].recorded.act == entry.recorded.undoes
        }
        lineages[digest] = {digest}.union(
            *(
                lineages[former]
                for undone in taken_back
                for former in behind[undone]
                if comparable(known[former].recorded.value) == comparable(entry.recorded.value)
            )
        )
    return lineages
