"""Taking in what a bundle brings: set union into the journal, in one transaction with its receipt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.authority import STEERING
from model.journal.entry import Entry, FieldKey, Hash
from model.journal.erasure import KIND as ERASURE
from model.journal.erasure import is_erased
from model.journal.merge import fork_point
from model.people import Role
from storage import projection, streams
from storage.bundle_refused import BundleRefused, Why
from storage.database import translated
from storage.wire import Unreadable, read_line, write_line

if TYPE_CHECKING:
    from sqlite_utils import Database

Line = tuple[Entry, bytes | None]
_COVERED = (
    "WHERE kind = ? AND subject = ? AND ? IN ('*', field) AND body IS NOT NULL"
    " AND stream IN (SELECT id FROM stream WHERE inspection = ?)"
)


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
    that fork, are kept aside with the reason. BundleRefused (forged): no Casebook wrote this line.
    """
    lines = _read(arriving.lines)
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


def _read(lines: Iterable[bytes]) -> list[Line]:
    try:
        return [read_line(line) for line in lines]
    except Unreadable:
        raise BundleRefused(Why.FORGED) from None


def take_in_fork(db: "Database", inspection: str, stream: str, as_stream: str) -> int:
    """Take a branch that was set aside into the journal, under the new name `as_stream`.

    Returns how many entries it brought. The branch keeps its own hashes, and a person has looked at it.
    Where one stream has branched several times, each call takes in one branch.
    """
    with translated(), db.atomic():
        rows = db.execute(
            "SELECT line FROM aside WHERE stream = ? AND why = 'fork' ORDER BY number, hash", [stream]
        ).fetchall()
        branch = _one_branch([read_line(line) for (line,) in rows])
        streams.add_stream(db, as_stream, inspection, own=0)
        _take_in(db, inspection, [(replace(entry, stream=as_stream), encoded) for entry, encoded in branch])
        db.conn.executemany(
            "DELETE FROM aside WHERE stream = ? AND number = ? AND hash = ?",
            [(stream, entry.number, entry.hash) for entry, _ in branch],
        )
    return len(branch)


def set_aside(db: "Database", inspection: str) -> tuple[tuple[str, str, str, int], ...]:
    """Return what lies aside: stream, why, by which bundle it came, how many entries."""
    rows = db.execute(
        "SELECT stream, why, bundle, COUNT(*) FROM aside WHERE bundle IN"
        " (SELECT id FROM bundle WHERE inspection = ?) GROUP BY stream, why, bundle ORDER BY 1, 2, 3",
        [inspection],
    )
    return tuple((stream, why, bundle, count) for stream, why, bundle, count in rows)


def _merge(db: "Database", arriving: Arriving, lines: list[Line], repeated: bool) -> Arrival:
    role = projection.role_of(db, arriving.inspection, arriving.sender)
    foreign = _streams_elsewhere(db, arriving.inspection)
    by_stream: dict[str, list[Line]] = {}
    unvouched = []
    for line in lines:
        if _vouched(arriving.sender, role, line[0]) and line[0].stream not in foreign:
            by_stream.setdefault(line[0].stream, []).append(line)
        else:
            unvouched.append(line)
    new: list[Line] = []
    written_elsewhere: list[str] = []
    known, forks = 0, []
    waiting = list(by_stream.items())
    for stream, sent in waiting:
        coming = sorted(sent, key=lambda line: line[0].number)
        streams.add_stream(db, stream, arriving.inspection, own=0)
        held = _held(db, stream, coming)
        split = fork_point(stream, [entry for entry, _ in coming], held)
        if split is not None:
            apart = [line for line in coming if line[0].number >= split]
            coming = [line for line in coming if line[0].number < split]
            moved = stream not in by_stream
            branch = None if moved else _taken_in_as(db, arriving.inspection, apart)
            if branch is not None:
                waiting.append((branch, [(replace(entry, stream=branch), body) for entry, body in apart]))
            else:
                forks.append(stream)
                _keep_aside(db, arriving.bundle, apart, "fork")
        fresh = {line[0].number: line for line in coming if (stream, line[0].number) not in held}
        if fresh:
            written_elsewhere.append(stream)
        known += len(coming) - len(fresh)
        new += fresh.values()
    _keep_aside(db, arriving.bundle, unvouched, "not vouched for")
    _take_in(db, arriving.inspection, new)
    db.execute(
        "DELETE FROM aside WHERE why != 'fork' AND EXISTS (SELECT 1 FROM entry"
        " WHERE (entry.stream, entry.number, entry.hash) = (aside.stream, aside.number, aside.hash))"
    )
    for stream in written_elsewhere:
        streams.retire(db, stream)  # if it is one's own, another laptop goes on with it: a clone, or a spare
    for stream, _ in waiting:
        streams.advance(db, stream)
    return Arrival(len(new), known, len(unvouched), tuple(forks), repeated)


def _taken_in_as(db: "Database", inspection: str, branch: list[Line]) -> str | None:
    """Return the stream as which this branch was taken in before, if it was: it goes on there."""
    first = branch[0][0]
    rows = db.execute(
        "SELECT id FROM stream WHERE inspection = ? AND id != ? AND substr(id, 1, 16) = ? ORDER BY id",
        [inspection, first.stream, first.stream[:16]],
    )
    for (stream,) in rows.fetchall():
        held = _held(db, stream, [(replace(first, stream=stream), None)])
        here, before = held.get((stream, first.number)), held.get((stream, first.number - 1))
        if here.hash == first.hash if here else before is not None and before.hash == first.previous:
            return str(stream)
    return None


def _take_in(db: "Database", inspection: str, new: list[Line]) -> None:
    """Add entries that are not here yet to the journal, and bring the projections up to them."""
    spoken_of = {entry.body.key: None for entry, _ in new if entry.body is not None}
    about = projection.entries_of(db, inspection, spoken_of)
    for entry in _insert(db, inspection, new):
        if entry.body is not None:
            about[entry.body.key].append(entry)
    _project(db, inspection, about)


def _one_branch(lines: list[Line]) -> list[Line]:
    """Return lines, in order of number, that can stand in one stream: the first, and what follows from it."""
    branch: list[Line] = []
    for line in lines:
        last = branch[-1][0] if branch else None
        if last is None or line[0].number > last.number + 1 or line[0].previous == last.hash:
            branch.append(line)
    return branch


def _streams_elsewhere(db: "Database", inspection: str) -> frozenset[str]:
    """Return the streams of other inspections: no bundle of this one can add to them."""
    rows = db.execute("SELECT id FROM stream WHERE inspection != ?", [inspection])
    return frozenset(row[0] for row in rows)


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


def _insert(db: "Database", inspection: str, new: list[Line]) -> list[Entry]:
    """Add entries to the journal, and return them as they stand there: what is erased has no body."""
    tombstones = _tombstones(db, inspection)
    kept: list[Line] = []
    for entry, encoded in new:
        if tombstones and entry.body is not None and is_erased(entry.body.key, tombstones):
            kept.append((replace(entry, body=None), None))
        else:
            kept.append((entry, encoded))
    streams.insert(db, kept)
    return [entry for entry, _ in kept]


def _project(db: "Database", inspection: str, about: Mapping[FieldKey, list[Entry]]) -> None:
    """Bring the projections up to what came; `about` has all entries about the fields that it spoke of."""
    people = [key for key in about if key.kind == "person" and key.field == "role"]
    stones = [key for key in about if key.kind == ERASURE]
    before = projection.roles_in(db, inspection)
    projection.refresh(db, inspection, people)
    roles = projection.roles_in(db, inspection) if people else before
    buried = _buried(db, inspection, stones)
    if roles != before:
        projection.rebuild(db, inspection)
    else:
        rest = {key: entries for key, entries in about.items() if key.kind != ERASURE}
        projection.project(db, inspection, {**rest, **projection.entries_of(db, inspection, buried)}, roles)


def _buried(db: "Database", inspection: str, stones: list[FieldKey]) -> tuple[FieldKey, ...]:
    """Erase what new tombstones cover, and return the fields touched."""
    if not stones:
        return ()
    before = _tombstones(db, inspection)
    projection.refresh(db, inspection, stones)
    return bury(db, inspection, _tombstones(db, inspection) - before)


def bury(db: "Database", inspection: str, tombstones: Iterable[FieldKey]) -> tuple[FieldKey, ...]:
    """Take the bodies out of every held entry that these tombstones cover; return the fields touched."""
    touched: dict[FieldKey, None] = {}
    for stone in tombstones:
        kind, _, field = stone.field.partition(".")
        covered = [kind, stone.id, field]
        rows = db.execute(
            f"SELECT kind, subject, field FROM entry {_COVERED}",  # noqa: S608 (words of our own)
            [*covered, inspection],
        ).fetchall()
        touched |= {FieldKey(*row): None for row in rows}
        db.execute(
            f"DELETE FROM listed WHERE (stream, number) IN (SELECT stream, number FROM entry {_COVERED})",  # noqa: S608 (words of our own)
            [*covered, inspection],
        )
        db.execute(f"UPDATE entry SET body = NULL {_COVERED}", [*covered, inspection])  # noqa: S608 (words of our own)
        db.execute("DELETE FROM draft WHERE kind = ? AND subject = ? AND ? IN ('*', field)", covered)
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
