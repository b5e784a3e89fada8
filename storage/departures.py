"""What goes into a bundle: everything the other side has not said it holds and may have."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from model.journal.entry import Entry, FieldKey, Hash
from model.people import Role
from model.travel import Holdings, holdings, travels_to
from storage import projection, streams
from storage.database import translated
from storage.wire import write_line

if TYPE_CHECKING:
    from sqlite_utils import Database


def to_office(db: "Database", inspection: str, office: str, everything: bool) -> Iterator[bytes]:
    """Yield the lines that the office has not said it holds: the own streams whole, in order.

    `everything` is for the lead inspector, who also passes on what others handed over.
    """
    stated = acknowledged(db, inspection, office)
    chosen = sorted(streams.heads(db, inspection)) if everything else streams.own_streams(db, inspection)
    for stream in chosen:
        number, digest = stated.get(stream, (0, b""))
        row = db.execute(
            "SELECT 1 FROM entry WHERE stream = ? AND number = ? AND hash = ?", [stream, number, digest]
        ).fetchone()
        rows = db.execute(
            "SELECT stream, number, previous, body_hash, body FROM entry"
            " WHERE stream = ? AND number > ? ORDER BY number",
            [stream, number if row else 0],
        )
        for line in rows.fetchall():
            yield write_line(*line)


def to_person(db: "Database", inspection: str, person: str, role: Role) -> Iterator[bytes]:
    """Yield the lines that this person needs for their own cases, the lead inspector for all of them."""
    for row in _travelling(db, inspection, person, role, {}):
        yield write_line(*row)


def news_for(
    db: "Database", inspection: str, person: str, role: Role, beyond: Mapping[str, tuple[int, Hash]]
) -> int:
    """Count what others recorded after these ends of streams that a bundle for this person would bring."""
    travelling = _travelling(db, inspection, person, role, beyond)
    return sum(not row[0].startswith(person[:16]) for row in travelling)


def acknowledged(db: "Database", inspection: str, person: str) -> dict[str, tuple[int, Hash]]:
    """Return how far each stream reaches that this person last said they hold."""
    rows = db.execute(
        "SELECT stream, number, hash FROM acknowledged WHERE inspection = ? AND person = ?",
        [inspection, person],
    )
    return {stream: (number, digest) for stream, number, digest in rows}


def keep_sent(
    db: "Database", inspection: str, bundle: str, kind: str, person: str, now: str, manifest: bytes
) -> None:
    """Keep the signed manifest of a bundle that was written and checked."""
    with translated(), db.atomic():
        db.execute(
            "INSERT INTO bundle VALUES (?, ?, 'out', ?, ?, ?, ?, 'written and checked')",
            [bundle, inspection, kind, person, now, manifest],
        )


def bundles(db: "Database", inspection: str, direction: str) -> tuple[Mapping[str, str], ...]:
    """Return the bundles that came ("in") or went ("out"): id, kind, person, time, outcome; oldest first."""
    rows = db.execute(
        "SELECT id, kind, person, time, outcome FROM bundle WHERE inspection = ? AND direction = ?"
        " ORDER BY time, id",
        [inspection, direction],
    )
    return tuple(dict(zip(("id", "kind", "person", "time", "outcome"), row, strict=True)) for row in rows)


def _travelling(
    db: "Database", inspection: str, person: str, role: Role, beyond: Mapping[str, tuple[int, Hash]]
) -> Iterator[tuple[str, int, Hash, Hash, bytes | None]]:
    """Yield every entry after these ends of streams that travels to a person, as `write_line` takes it.

    Their own streams travel whole, what is erased in them too: another laptop of theirs goes on from there.
    """
    held = _holdings(db, inspection)
    known = db.execute("SELECT id FROM stream WHERE inspection = ? ORDER BY id", [inspection]).fetchall()
    for (stream,) in known:
        end, _ = beyond.get(stream, (0, b""))
        rows = db.execute(
            "SELECT stream, number, previous, body_hash, body, kind, subject, field FROM entry"
            " WHERE stream = ? AND number > ? AND (body IS NOT NULL OR ?) ORDER BY number",
            [stream, end, own := stream.startswith(person[:16])],
        ).fetchall()
        for *line, kind, id, field in rows:
            if own or travels_to(person, role, FieldKey(kind, id, field), held):
                yield tuple(line)


def _holdings(db: "Database", inspection: str) -> Holdings:
    """Return who holds what and who did, from the entries about it (both sides of a conflict count)."""
    rows = db.execute(
        "SELECT kind, subject, field, heads FROM field WHERE inspection = ? AND (field = 'assessment'"
        " OR kind = 'assessment' AND field IN ('holder', 'case', 'purpose', 'officer')"
        " OR kind = 'case' AND field = 'officer' OR kind = 'officer' AND field = 'same_as')",
        [inspection],
    ).fetchall()
    heads = {FieldKey(*key): set(projection.apart(joined)) for *key, joined in rows}
    standing: list[Entry] = []
    past: list[Entry] = []
    for key, about in projection.entries_of(db, inspection, heads).items():
        standing += [entry for entry in about if entry.hash in heads[key]]
        past += about if key.kind == "assessment" and key.field == "holder" else []
    return holdings(standing, past)
