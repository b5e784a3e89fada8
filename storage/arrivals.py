"""Taking in what a bundle brings: set union into the journal, in one transaction with its receipt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.journal.entry import Entry, FieldKey, Hash
from model.journal.erasure import KIND as ERASURE
from model.journal.erasure import is_erased
from model.journal.merge import fork_point
from model.people import Role
from storage import projection, streams
from storage.database import translated
from storage.wire import read_line, write_line

if TYPE_CHECKING:
    from sqlite_utils import Database

Line = tuple[Entry, bytes | None]
STEERING = frozenset({Role.OFFICE, Role.LEAD})


@dataclass(frozen=True, slots=True)
class Arriving:
    """An opened bundle: who sent it, what they say they hold, and its lines."""

    bundle: str
    inspection: str
    sender: str
    kind: str
    manifest: bytes
    holds: Mapping[str, tuple[int, Hash]]
    lines: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of it: counts of entries, and the streams set aside as forks."""

    new: int
    known: int
    unvouched: int
    forks: tuple[str, ...]
    repeated: bool


def receive(db: "Database", arriving: Arriving, now: str) -> Arrival:
    """Merge a bundle whose signature has been checked; all of it or nothing.

    The same bundle again changes nothing. Entries that its sender may not vouch for, and streams
    that fork, are kept aside with the reason.
    """
    lines = [read_line(line) for line in arriving.lines]
    with translated(), db.atomic():
        repeated = bool(db.execute("SELECT 1 FROM bundle WHERE id = ?", [arriving.bundle]).fetchone())
        arrival = _merge(db, arriving, lines, repeated)
        for stream, (number, digest) in arriving.holds.items():
            db.execute(
                "INSERT OR REPLACE INTO acknowledged VALUES (?, ?, ?, ?, ?, ?)",
                [arriving.inspection, arriving.sender, stream, number, digest, now],
            )
        if not repeated:
            db.execute(
                "INSERT INTO bundle VALUES (?, ?, 'in', ?, ?, ?, ?, ?)",
                [
                    arriving.bundle,
                    arriving.inspection,
                    arriving.kind,
                    arriving.sender,
                    now,
                    arriving.manifest,
                    f"{arrival.new} new, {arrival.known} known, {arrival.unvouched} aside",
                ],
            )
    return arrival


def take_in_fork(db: "Database", inspection: str, stream: str, as_stream: str) -> int:
    """Take a branch that was set aside into the journal, under the new name `as_stream`.

    Returns how many entries it brought. The branch keeps its own hashes, and a person has looked at it.
    """
    with translated(), db.atomic():
        rows = db.execute(
            "SELECT line FROM aside WHERE stream = ? AND why = 'fork' ORDER BY number", [stream]
        ).fetchall()
        streams.add_stream(db, as_stream, inspection, own=0)
        taken: list[Entry] = []
        for (line,) in rows:
            entry, encoded = read_line(line)
            moved = replace(entry, stream=as_stream)
            streams.insert(db, moved, encoded)
            taken.append(moved)
        db.execute("DELETE FROM aside WHERE stream = ? AND why = 'fork'", [stream])
        projection.refresh(db, inspection, {entry.body.key: None for entry in taken if entry.body})
    return len(taken)


def set_aside(db: "Database", inspection: str) -> tuple[tuple[str, str, str, int], ...]:
    """Return what lies aside: stream, why, by which bundle it came, how many entries."""
    rows = db.execute(
        "SELECT stream, why, bundle, COUNT(*) FROM aside WHERE bundle IN"
        " (SELECT id FROM bundle WHERE inspection = ?) GROUP BY stream, why, bundle ORDER BY 1, 2, 3",
        [inspection],
    )
    return tuple((stream, why, bundle, count) for stream, why, bundle, count in rows)


def _merge(db: "Database", arriving: Arriving, lines: list[Line], repeated: bool) -> Arrival:
    role = projection.roles_in(db, arriving.inspection).get(arriving.sender)
    by_stream: dict[str, list[Line]] = {}
    unvouched = [line for line in lines if not _vouched(arriving.sender, role, line[0])]
    for line in lines:
        if _vouched(arriving.sender, role, line[0]):
            by_stream.setdefault(line[0].stream, []).append(line)
    new, known, forks = [], 0, []
    for stream, sent in by_stream.items():
        coming = sorted(sent, key=lambda line: line[0].number)
        streams.add_stream(db, stream, arriving.inspection, own=0)
        held = _held(db, stream, coming)
        split = fork_point(stream, [entry for entry, _ in coming], held)
        if split is not None:
            forks.append(stream)
            _keep_aside(db, arriving.bundle, [line for line in coming if line[0].number >= split], "fork")
            coming = [line for line in coming if line[0].number < split]
        fresh = [line for line in coming if (stream, line[0].number) not in held]
        known += len(coming) - len(fresh)
        new += fresh
    _keep_aside(db, arriving.bundle, unvouched, "not vouched for")
    _insert(db, arriving.inspection, new)
    db.execute(
        "DELETE FROM aside WHERE why != 'fork' AND EXISTS (SELECT 1 FROM entry"
        " WHERE (entry.stream, entry.number, entry.hash) = (aside.stream, aside.number, aside.hash))"
    )
    for stream in by_stream:
        streams.advance(db, stream)
    _project(db, arriving.inspection, new)
    return Arrival(len(new), known, len(unvouched), tuple(forks), repeated)


def _vouched(sender: str, role: Role | None, entry: Entry) -> bool:
    """Only lead and office pass on others' entries; everybody else sends their own, in their own streams."""
    if role in STEERING:
        return True
    own = entry.stream.startswith(sender[:16])
    return own and (entry.body is None or entry.body.author == sender)


def _held(db: "Database", stream: str, coming: list[Line]) -> dict[tuple[str, int], Entry]:
    first, last = coming[0][0].number, coming[-1][0].number
    rows = db.execute(
        "SELECT number, previous, hash, body_hash FROM entry WHERE stream = ? AND number BETWEEN ? AND ?",
        [stream, first - 1, last + 1],
    )
    return {(stream, row[0]): Entry(stream, row[0], row[1], row[2], row[3], None) for row in rows}


def _insert(db: "Database", inspection: str, new: list[Line]) -> None:
    tombstones = _tombstones(db, inspection)
    for entry, encoded in new:
        if entry.body is not None and is_erased(entry.body.key, tombstones):
            streams.insert(db, replace(entry, body=None), None)
        else:
            streams.insert(db, entry, encoded)


def _project(db: "Database", inspection: str, new: list[Line]) -> None:
    keys = {entry.body.key: None for entry, _ in new if entry.body is not None}
    people = [key for key in keys if key.kind == "person" and key.field == "role"]
    if people:
        before = projection.roles_in(db, inspection)
        projection.refresh(db, inspection, people)
        if projection.roles_in(db, inspection) != before:
            return _settle_erasures(db, inspection, keys, everything=True)
    return _settle_erasures(db, inspection, keys, everything=False)


def _settle_erasures(
    db: "Database", inspection: str, keys: Mapping[FieldKey, None], everything: bool
) -> None:
    before = _tombstones(db, inspection)
    projection.refresh(db, inspection, [key for key in keys if key.kind == ERASURE])
    buried = _tombstones(db, inspection) - before
    touched = {**keys, **dict.fromkeys(bury(db, buried))}
    if everything:
        projection.rebuild(db, inspection)
    else:
        projection.refresh(db, inspection, [key for key in touched if key.kind != ERASURE])


def bury(db: "Database", tombstones: Iterable[FieldKey]) -> tuple[FieldKey, ...]:
    """Take the bodies out of every held entry that these tombstones cover; return the fields touched."""
    touched: dict[FieldKey, None] = {}
    for stone in tombstones:
        kind, _, field = stone.field.partition(".")
        rows = db.execute(
            "SELECT kind, subject, field FROM entry WHERE kind = ? AND subject = ? AND ? IN ('*', field)"
            " AND body IS NOT NULL",
            [kind, stone.id, field],
        ).fetchall()
        touched |= {FieldKey(*row): None for row in rows}
        db.execute(
            "UPDATE entry SET body = NULL WHERE kind = ? AND subject = ? AND ? IN ('*', field)"
            " AND body IS NOT NULL",
            [kind, stone.id, field],
        )
        db.execute(
            "DELETE FROM draft WHERE kind = ? AND subject = ? AND ? IN ('*', field)", [kind, stone.id, field]
        )
    return tuple(touched)


def _tombstones(db: "Database", inspection: str) -> frozenset[FieldKey]:
    rows = db.execute(
        "SELECT kind, subject, field FROM field WHERE inspection = ? AND kind = 'erasure'", [inspection]
    )
    return frozenset(FieldKey(*row) for row in rows)


def _keep_aside(db: "Database", bundle: str, lines: list[Line], why: str) -> None:
    for entry, encoded in lines:
        db.execute(
            "INSERT OR IGNORE INTO aside VALUES (?, ?, ?, ?, ?, ?)",
            [
                entry.stream,
                entry.number,
                entry.hash,
                write_line(entry.stream, entry.number, entry.previous, entry.body_hash, encoded),
                why,
                bundle,
            ],
        )
