"""The tables that screens read: derived from the journal, and the same whether kept up or rebuilt."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from model.authority import may_record, rule_for
from model.journal.entry import Entry, FieldKey, Hash, Value, comparable
from model.journal.fields import Current, FieldState, current, settle
from model.people import Role
from storage.wire import decode_body

if TYPE_CHECKING:
    from sqlite_utils import Database

SEARCHED = frozenset({("note", "text"), ("line", "text"), ("point", "text"), ("alert", "text")})
CHUNK = 1_000
"""How many fields are worked out at a time, so that memory does not grow with the inspection."""

_ROLES = {json.dumps(role.value): role for role in Role}
_COLUMNS = "value, conflict, author, time, reason, meaning, instrument"


def refresh(db: "Database", inspection: str, keys: Iterable[FieldKey]) -> None:
    """Work out anew the state of these fields. Call inside the transaction that touched their entries."""
    waiting = tuple(dict.fromkeys(keys))
    roles = roles_in(db, inspection) if waiting else {}
    for some in _chunks(waiting):
        project(db, inspection, entries_of(db, inspection, some), roles)


def project(
    db: "Database", inspection: str, about: Mapping[FieldKey, Sequence[Entry]], roles: Mapping[str, Role]
) -> None:
    """Settle each of these fields from all entries about it; what its author may not record is listed."""
    listed: list[tuple[str, int, str]] = []
    states: dict[FieldKey, FieldState | None] = {}
    for key, entries in about.items():
        allowed = []
        for entry in entries:
            if may_record(roles.get(entry.recorded.author), key):
                allowed.append(entry)
            else:
                listed.append((entry.stream, entry.number, _why_not(key)))
        states[key] = settle(allowed)
    db.conn.executemany("INSERT OR REPLACE INTO listed VALUES (?, ?, ?)", listed)
    keep(db, inspection, states)


def keep(db: "Database", inspection: str, states: Mapping[FieldKey, FieldState | None]) -> None:
    """Write the states of fields where screens read them; None where nothing stands any more."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO field VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_row(inspection, key, state) for key, state in states.items() if state is not None],
    )
    db.conn.executemany(
        "DELETE FROM field WHERE inspection = ? AND kind = ? AND subject = ? AND field = ?",
        [(inspection, *key) for key, state in states.items() if state is None],
    )
    _keep_texts(db, inspection, states)


def rebuild(db: "Database", inspection: str) -> None:
    """Drop the projections of an inspection and work them out from the journal alone.

    People first: who may record what depends on the roles that the office gave.
    """
    with db.atomic():
        db.execute("DELETE FROM note_text WHERE inspection = ?", [inspection])
        db.execute(
            "DELETE FROM listed WHERE stream IN (SELECT id FROM stream WHERE inspection = ?)", [inspection]
        )
        db.execute("DELETE FROM field WHERE inspection = ? AND kind != 'erasure'", [inspection])
        keys = [
            FieldKey(*row)
            for row in db.execute(
                "SELECT DISTINCT kind, subject, field FROM entry JOIN stream ON stream.id = entry.stream"
                " WHERE stream.inspection = ? AND body IS NOT NULL",
                [inspection],
            )
        ]
        for people in (True, False):
            refresh(db, inspection, [key for key in keys if (key.kind == "person") is people])


def roles_in(db: "Database", inspection: str) -> dict[str, Role]:
    """Return the role of everybody in an inspection, by person id; people without one are missing.

    The office has its role by the invitation itself.
    """
    rows = db.execute(
        "SELECT subject, value FROM field WHERE inspection = ?1 AND kind = 'person' AND field = 'role'"
        " AND conflict = 0 UNION ALL SELECT office, '\"office\"' FROM inspection WHERE id = ?1",
        [inspection],
    )
    return {subject: _ROLES[value] for subject, value in rows if value in _ROLES}


def role_of(db: "Database", inspection: str, person: str) -> Role | None:
    """Return what `roles_in` says of one person, without reading everybody's; None without a role."""
    row = db.execute(
        "SELECT CASE WHEN office = ?2 THEN '\"office\"' ELSE (SELECT value FROM field WHERE inspection = ?1"
        " AND kind = 'person' AND subject = ?2 AND field = 'role' AND conflict = 0) END"
        " FROM inspection WHERE id = ?1",
        [inspection, person],
    ).fetchone()
    return _ROLES.get(row[0]) if row else None


def is_erased(db: "Database", inspection: str, key: FieldKey) -> bool:
    """Return whether a tombstone that is known here covers a field."""
    row = db.execute(
        "SELECT 1 FROM field WHERE inspection = ? AND kind = 'erasure' AND subject = ? AND field IN (?, ?)",
        [inspection, key.id, f"{key.kind}.*", f"{key.kind}.{key.field}"],
    ).fetchone()
    return row is not None


def entries_about(db: "Database", inspection: str, key: FieldKey) -> list[Entry]:
    """Return every entry about one field that is not erased."""
    return entries_of(db, inspection, [key])[key]


def entries_of(db: "Database", inspection: str, keys: Iterable[FieldKey]) -> dict[FieldKey, list[Entry]]:
    """Return every entry about each of these fields that is not erased."""
    found: dict[FieldKey, list[Entry]] = {key: [] for key in keys}
    for wanted in _chunks(tuple(found)):
        rows = db.execute(
            f"WITH wanted (kind, subject, field) AS (VALUES {', '.join(['(?, ?, ?)'] * len(wanted))})"  # noqa: S608 (marks only)
            " SELECT stream, number, previous, hash, body_hash, body FROM wanted"
            " CROSS JOIN entry USING (kind, subject, field) CROSS JOIN stream ON stream.id = entry.stream"
            " WHERE body IS NOT NULL AND inspection = ?",
            [*chain.from_iterable(wanted), inspection],
        )
        for row in rows:
            entry = entry_from(row)
            found[entry.recorded.key].append(entry)
    return found


def entry_from(row: Sequence[Any]) -> Entry:
    """Return the entry in a row of stream, number, previous, hash, body_hash, body."""
    stream, number, previous, digest, body_hash, body = row
    return Entry(stream, number, previous, digest, body_hash, decode_body(body) if body else None)


def read_fields(db: "Database", inspection: str, kind: str, id: str) -> dict[str, Current]:
    """Return what is recorded about one subject, by field."""
    rows = db.execute(
        f"SELECT field, {_COLUMNS} FROM field WHERE inspection = ? AND kind = ? AND subject = ?",  # noqa: S608 (names of our own)
        [inspection, kind, id],
    )
    return {row[0]: _current(row[1:]) for row in rows}


def read_field(db: "Database", inspection: str, key: FieldKey) -> Current | None:
    """Return what is recorded in one field, or None."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM field WHERE inspection = ? AND kind = ? AND subject = ? AND field = ?",  # noqa: S608 (names of our own)
        [inspection, *key],
    ).fetchone()
    return None if row is None else _current(row)


def read_subjects(db: "Database", inspection: str, kind: str) -> dict[str, dict[str, Current]]:
    """Return everything of one kind in an inspection: by subject id, then by field."""
    subjects: dict[str, dict[str, Current]] = {}
    rows = db.execute(
        f"SELECT subject, field, {_COLUMNS} FROM field WHERE inspection = ? AND kind = ?"  # noqa: S608 (names of our own)
        " ORDER BY subject, field",
        [inspection, kind],
    )
    for subject, field, *rest in rows:
        subjects.setdefault(subject, {})[field] = _current(rest)
    return subjects


def subject_ids(db: "Database", inspection: str, kind: str) -> tuple[str, ...]:
    """Return the ids of everything of one kind in an inspection, in order of id, without reading it."""
    rows = db.execute(
        "SELECT DISTINCT subject FROM field WHERE inspection = ? AND kind = ? ORDER BY subject",
        [inspection, kind],
    )
    return tuple(row[0] for row in rows)


def find_subjects(db: "Database", inspection: str, kind: str, field: str, value: Value) -> tuple[str, ...]:
    """Return the ids of the subjects whose `field` holds `value`, in order of id."""
    rows = db.execute(
        "SELECT subject FROM field WHERE inspection = ? AND kind = ? AND field = ? AND value = ?"
        " AND conflict = 0 ORDER BY subject",
        [inspection, kind, field, comparable(value)],
    )
    return tuple(row[0] for row in rows)


def read_conflicts(db: "Database", inspection: str) -> tuple[FieldKey, ...]:
    """Return the fields in which people disagree, in a fixed order."""
    rows = db.execute(
        "SELECT kind, subject, field FROM field WHERE inspection = ? AND conflict = 1"
        " ORDER BY kind, subject, field",
        [inspection],
    )
    return tuple(FieldKey(*row) for row in rows)


def read_listed(db: "Database", inspection: str) -> tuple[tuple[Entry, str], ...]:
    """Return the entries that are kept but not shown as true, each with the reason."""
    rows = db.execute(
        "SELECT entry.stream, entry.number, previous, hash, body_hash, body, why FROM listed"
        " JOIN entry USING (stream, number) JOIN stream ON stream.id = entry.stream"
        " WHERE stream.inspection = ? AND body IS NOT NULL ORDER BY 1, 2",
        [inspection],
    )
    return tuple((entry_from(row[:6]), row[6]) for row in rows)


def heads_of(db: "Database", inspection: str, key: FieldKey) -> tuple[bytes, ...]:
    """Return the hashes of the entries that stand in a field now."""
    row = db.execute(
        "SELECT heads FROM field WHERE inspection = ? AND kind = ? AND subject = ? AND field = ?",
        [inspection, *key],
    ).fetchone()
    return () if row is None else apart(row[0])


def apart(heads: bytes) -> tuple[Hash, ...]:
    """Return the hashes that stand one after another in the column `heads`."""
    return tuple(heads[start : start + 32] for start in range(0, len(heads), 32))


def _row(inspection: str, key: FieldKey, state: FieldState) -> tuple[Any, ...]:
    now = current(state)
    return (
        inspection,
        *key,
        comparable(now.value),
        int(now.conflict),
        b"".join(state.replaces),
        now.author,
        now.time,
        now.reason,
        now.meaning,
        now.instrument,
    )


def _keep_texts(db: "Database", inspection: str, states: Mapping[FieldKey, FieldState | None]) -> None:
    """Keep what can be searched, in order of row: the full-text index is slow when it must go back."""
    told = sorted((_text_row(inspection, key), key) for key in states if (key.kind, key.field) in SEARCHED)
    rows = [(row, inspection, key.kind, key.id, _text(states[key])) for row, key in told]
    db.conn.executemany(
        "INSERT OR REPLACE INTO note_text (rowid, inspection, kind, subject, text) VALUES (?, ?, ?, ?, ?)",
        [row for row in rows if row[-1]],
    )
    db.conn.executemany("DELETE FROM note_text WHERE rowid = ?", [row[:1] for row in rows if not row[-1]])


def _text(state: FieldState | None) -> str:
    heads = state.heads if state else ()
    return "\n".join(str(head.recorded.value) for head in heads if head.recorded.value)


def _text_row(inspection: str, key: FieldKey) -> int:
    """Return where the text of a subject lies in the full-text index, which finds rows by number only.

    Subjects whose ids begin alike lie together, as everywhere else in the store; the rest is a hash.
    """
    digest = hashlib.sha256(f"{inspection} {key.kind} {key.id}".encode()).digest()
    return int(key.id[:5], 16) << 43 | int.from_bytes(digest[:8]) >> 21


def _chunks(keys: Sequence[FieldKey]) -> Iterator[Sequence[FieldKey]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def _why_not(key: FieldKey) -> str:
    return "not authorised" if rule_for(key) else "not known to this version of Casebook"


def _current(row: Any) -> Current:
    value, conflict, author, time, reason, meaning, instrument = row
    read = json.loads(value)
    held: Value = tuple(read) if isinstance(read, list) else read
    return Current(held, bool(conflict), author, time, reason, meaning, instrument)
