"""What a field holds now: the one function that decides it from the entries about that field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.journal.entry import Entry, FieldKey, Hash, Value, comparable


@dataclass(frozen=True, slots=True)
class FieldState:
    """The entries that nothing replaces, in an order that does not depend on arrival."""

    heads: tuple[Entry, ...]

    @property
    def conflict(self) -> bool:
        """True while people recorded different things and nobody has decided."""
        return len(self.heads) > 1 and len({_meant(head) for head in self.heads}) > 1

    @property
    def last(self) -> Entry:
        """The head to name as "recorded by … at …"."""
        return self.heads[-1]

    @property
    def value(self) -> Value:
        """What the field holds; None when emptied or in conflict."""
        return None if self.conflict else self.last.recorded.value

    @property
    def replaces(self) -> tuple[Hash, ...]:
        """What the next entry about this field must say that it replaces."""
        return tuple(head.hash for head in self.heads)


@dataclass(frozen=True, slots=True)
class Current:
    """What a screen needs of a field: its value, whether it is in conflict, and who recorded it last."""

    value: Value
    conflict: bool
    author: str
    time: str
    reason: str | None = None
    meaning: int | None = None
    instrument: str | None = None


def current(state: FieldState) -> Current:
    """Return the short form of a field's state."""
    body = state.last.recorded
    return Current(
        state.value, state.conflict, body.author, body.time, body.reason, body.meaning, body.instrument
    )


def settle(entries: Iterable[Entry]) -> FieldState | None:
    """Return the state of one field from all entries about it, or None where there is none.

    Erased entries say nothing. A reference to an entry that is not about this field replaces
    nothing. Entries that would replace each other in a ring all stay visible: nothing is hidden.
    """
    known = {entry.hash: entry for entry in entries if entry.body is not None}
    if len(known) < 2:
        return FieldState(tuple(known.values())) if known else None
    replaced = {target for entry in known.values() for target in entry.recorded.replaces if target in known}
    heads = [digest for digest in known if digest not in replaced]
    if len(heads) < len(known):
        heads += sorted(known.keys() - _behind(heads, known))
    shown = sorted((known[digest] for digest in heads), key=lambda head: (head.recorded.time, head.hash))
    return FieldState(tuple(shown))


def replace_all(latest: Iterable[Entry], stood: Iterable[Hash]) -> bool:
    """Return whether entries that nothing can refer to yet replace all that stood in their field.

    Then `settle` says the same of them alone as of them and everything older.
    """
    return set(stood) <= {target for entry in latest for target in entry.recorded.replaces}


def project(entries: Iterable[Entry]) -> dict[FieldKey, FieldState]:
    """Return the state of every field that the entries speak of."""
    by_field: dict[FieldKey, list[Entry]] = {}
    for entry in entries:
        if entry.body is not None:
            by_field.setdefault(entry.body.key, []).append(entry)
    return {key: state for key, about in by_field.items() if (state := settle(about)) is not None}


def _behind(heads: list[Hash], known: Mapping[Hash, Entry]) -> set[Hash]:
    """Return the heads and everything that they replace, directly or through others."""
    seen: set[Hash] = set()
    waiting = list(heads)
    while waiting:
        digest = waiting.pop()
        if digest not in seen:
            seen.add(digest)
            waiting += [target for target in known[digest].recorded.replaces if target in known]
    return seen


def _meant(head: Entry) -> tuple[str, int | None]:
    return comparable(head.recorded.value), head.recorded.meaning
