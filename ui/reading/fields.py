"""Single fields: what stands in them, everything that ever stood in them, and both sides of a conflict."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.evidence import Written, written_from
from model.journal.entry import Entry, FieldKey, Value
from model.journal.fields import Current
from storage import projection, streams
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Past:
    """One thing that somebody recorded in a field. `stands` is true for what nothing has replaced."""

    value: Value
    reason: str | None
    author: str
    time: str
    stands: bool
    took_back: bool
    """True when it was recorded by an undo."""


def fields_of(session: Session, kind: str, id: str) -> dict[str, Current]:
    """Return everything recorded about one subject, by field."""
    return projection.read_fields(session.store.db, session.inspection, kind, id)


def current(session: Session, keys: Iterable[FieldKey]) -> dict[FieldKey, Current | None]:
    """Return what stands in each of these fields now, None where nothing was ever recorded."""
    return {key: projection.read_field(session.store.db, session.inspection, key) for key in keys}


def pieces(session: Session, subjects: Iterable[tuple[str, str]]) -> tuple[Written, ...]:
    """Return the notes, lines, points or alerts with these (kind, id); those never recorded are left out."""
    found = ((kind, id, fields_of(session, kind, id)) for kind, id in subjects)
    return tuple(written_from(kind, id, fields) for kind, id, fields in found if fields)


def history(session: Session, key: FieldKey) -> tuple[Past, ...]:
    """Return everything recorded in a field that is not erased, the newest first."""
    standing = _standing(session, key)
    return tuple(
        _past(entry, standing)
        for entry in reversed(streams.history(session.store.db, session.inspection, key))
    )


def sides(session: Session, key: FieldKey) -> tuple[Past, ...]:
    """Return what stands side by side in a field in conflict, in an order that does not depend on arrival."""
    state = streams.state_of(session.store.db, session.inspection, key)
    return tuple(_past(head, {head.hash}) for head in state.heads) if state else ()


def _standing(session: Session, key: FieldKey) -> set[bytes]:
    state = streams.state_of(session.store.db, session.inspection, key)
    return {head.hash for head in state.heads} if state else set()


def _past(entry: Entry, standing: set[bytes]) -> Past:
    body = entry.recorded
    return Past(
        body.value, body.reason, body.author, body.time, entry.hash in standing, body.undoes is not None
    )
