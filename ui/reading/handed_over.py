"""What was handed over: when, how much since then, and what the office has said that it holds."""

from dataclasses import dataclass

from model.evidence import KINDS
from storage import departures, projection, streams
from storage.manifests import Kind, read_kept
from ui.reading import inspections
from ui.session import Session


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How far the hand-over of this store's own entries has come. Times are UTC, "" stands for never."""

    own: int
    """Entries recorded in this store, in this inspection."""
    held: int
    """How many of them the office has said it holds."""
    said: str
    """When the office's last statement was read here."""
    written: str
    """When the last bundle for the office was written and checked."""
    since: int
    """Entries recorded after that bundle."""
    waiting: frozenset[str]
    """The assessments of which the office has not said that it holds everything recorded here."""


def handed_over(session: Session) -> HandedOver:
    """Return how far the hand-over to the office of the open inspection has come."""
    db, inspection = session.store.db, session.inspection
    ends = streams.heads(db, inspection)
    own = {stream: ends[stream][0] for stream in streams.own_streams(db, inspection) if stream in ends}
    stated = departures.acknowledged(db, inspection, inspections.office_of(session))
    held = {stream: _reach(session, stream, *stated[stream]) if stream in stated else 0 for stream in own}
    written, sent = _last_bundle(session)
    return HandedOver(
        sum(own.values()),
        sum(held.values()),
        _said(session),
        written,
        sum(end - min(end, sent.get(stream, 0)) for stream, end in own.items()),
        frozenset().union(*(_touched(session, stream, number) for stream, number in held.items())),
    )


def _reach(session: Session, stream: str, number: int, digest: bytes) -> int:
    """How far the office holds this stream, if it is this stream that it holds: a fork counts for nothing."""
    row = session.store.db.execute(
        "SELECT 1 FROM entry WHERE stream = ? AND number = ? AND hash = ?", [stream, number, digest]
    ).fetchone()
    return number if row else 0


def _said(session: Session) -> str:
    row = session.store.db.execute(
        "SELECT MAX(time) FROM acknowledged WHERE inspection = ? AND person = ?",
        [session.inspection, inspections.office_of(session)],
    ).fetchone()
    return str(row[0] or "")


def _last_bundle(session: Session) -> tuple[str, dict[str, int]]:
    row = session.store.db.execute(
        "SELECT time, manifest FROM bundle WHERE inspection = ? AND direction = 'out' AND kind = ?"
        " ORDER BY time DESC, rowid DESC LIMIT 1",
        [session.inspection, Kind.FIELDWORK.value],
    ).fetchone()
    if row is None:
        return "", {}
    return str(row[0]), {stream: head[0] for stream, head in read_kept(bytes(row[1])).streams.items()}


def _touched(session: Session, stream: str, beyond: int) -> frozenset[str]:
    """The assessments that entries of a stream beyond a number are about."""
    db, inspection = session.store.db, session.inspection
    rows = db.execute(
        "SELECT DISTINCT kind, subject FROM entry WHERE stream = ? AND number > ?", [stream, beyond]
    ).fetchall()
    found = set()
    for kind, subject in rows:
        if kind == "assessment":
            found.add(str(subject))
        elif kind in KINDS:
            about = projection.read_fields(db, inspection, kind, subject).get("assessment")
            if about is not None and isinstance(about.value, str):
                found.add(about.value)
    return frozenset(found)
