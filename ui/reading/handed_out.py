"""What was handed out: who has a bundle, from when, and what a new one would bring them."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.inspections import Person
from model.people import Role
from storage import departures, streams
from storage.manifests import Kind, Manifest, read_kept
from ui.reading import inspections
from ui.session import Session


@dataclass(frozen=True, slots=True)
class HandedOut:
    """How far one person's bundles have come. Times are UTC, "" stands for never."""

    written: str
    """When their last bundle was written and checked."""
    news: int
    """What others recorded since then that a new one would bring; all of it where there was none."""
    unsaid: int
    """Entries of theirs that are held here, and that no bundle has told them are."""
    came: str
    """When a bundle of theirs was last taken in."""


def handed_out(session: Session) -> dict[str, HandedOut]:
    """Return for everybody in the team but the author how far their bundles have come, by person id."""
    everybody = [person for person in inspections.people(session) if person.id != session.author]
    sent = _last_manifests(session)
    written = _last(session, "out", Kind.ALLOCATION)
    came = _last(session, "in", Kind.FIELDWORK)
    return {person.id: _of(session, person, sent.get(person.id), written, came) for person in everybody}


def _of(
    session: Session,
    person: Person,
    manifest: Manifest | None,
    written: Mapping[str, str],
    came: Mapping[str, str],
) -> HandedOut:
    said = {**manifest.known, **manifest.streams} if manifest else {}
    news = departures.news_for(
        session.store.db, session.inspection, person.id, person.role or Role.INSPECTOR, said
    )
    held = streams.heads(session.store.db, session.inspection)
    unsaid = sum(
        end - min(end, said[stream][0] if stream in said else 0)
        for stream, (end, _) in held.items()
        if stream.startswith(person.id[:16])
    )
    return HandedOut(written.get(person.id, ""), news, unsaid, came.get(person.id, ""))


def _last(session: Session, direction: str, kind: Kind) -> dict[str, str]:
    """When a bundle of this kind last went to, or came from, each person."""
    found = departures.bundles(session.store.db, session.inspection, direction)
    return {bundle["person"]: bundle["time"] for bundle in found if bundle["kind"] == kind.value}


def _last_manifests(session: Session) -> dict[str, Manifest]:
    rows = session.store.db.execute(
        "SELECT person, manifest FROM bundle WHERE inspection = ? AND direction = 'out' AND kind = ?"
        " ORDER BY time, rowid",
        [session.inspection, Kind.ALLOCATION.value],
    )
    return {person: read_kept(bytes(manifest)) for person, manifest in dict(rows.fetchall()).items()}
