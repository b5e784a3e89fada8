"""The tables that screens read: derived from the journal, and the same whether kept up or rebuilt."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from model.authority import may_record, rule_for
from model.journal.entry import Entry, FieldKey, Value
from model.journal.fields import Current, FieldState, current, settle
from model.people import Role
from storage.wire import decode_body

if TYPE_CHECKING:
    from sqlite_utils import Database

SEARCHED = frozenset({("note", "text"), ("line", "text"), ("point", "text"), ("alert", "text")})
_ROLES = {json.dumps(role.value): role for role in Role}
_COLUMNS = "value, conflict, author, time, reason, meaning, instrument"


def refresh(
    db: "Database", inspection: str, keys: Iterable[FieldKey], roles: Mapping[str, Role] | None = None
) -> None:
    """Work out anew the state of these fields. Call inside the transaction that touched their entries.

    `roles`: everybody's, where the caller has read them already.
    """
    roles = roles_in(db, inspection) if roles is None else roles
    for key in keys:
        why_not = "not authorised" if rule_for(key) else "not known to this version of Casebook"
        about = tuple(entries_about(db, key))
        for entry in about:
            if not may_record(roles.get(entry.recorded.author), key):
                db.execute(
                    "INSERT OR REPLACE INTO listed VALUES (?, ?, ?)", [entry.stream, entry.number, why_not]
                )
        state = settle(entry for entry in about if may_record(roles.get(entry.recorded.author), key))
        _keep(db, inspection, key, state)


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


def entries_about(db: "Database", key: FieldKey) -> Iterator[Entry]:
    """Yield every entry about one field that is not erased."""
    rows = db.execute(
        "SELECT stream, number, previous, hash, body_hash, body FROM entry"
        " WHERE kind = ? AND subject = ? AND field = ? AND body IS NOT NULL",
        key,
    )
    for row in rows:
        yield entry_from(row)


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


def find_subjects(db: "Database", inspection: str, kind: str, field: str, value: Value) -> tuple[str, ...]:
    """Return the ids of the subjects whose `field` holds `value`, in order of id."""
    rows = db.execute(
        "SELECT subject FROM field WHERE inspection = ? AND kind = ? AND field = ? AND value = ?"
        " AND conflict = 0 ORDER BY subject",
        [inspection, kind, field, _written(value)],
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
    return () if row is None else tuple(row[0][start : start + 32] for start in range(0, len(row[0]), 32))


def _keep(db: "Database", inspection: str, key: FieldKey, state: FieldState | None) -> None:
    if state is None:
        db.execute(
            "DELETE FROM field WHERE inspection = ? AND kind = ? AND subject = ? AND field = ?",
            [inspection, *key],
        )
    else:
        now = current(state)
        db.execute(
            "INSERT OR REPLACE INTO field VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                inspection,
                *key,
                _written(now.value),
                int(now.conflict),
                b"".join(state.replaces),
                now.author,
                now.time,
                now.reason,
                now.meaning,
                now.instrument,
            ],
        )
    if (key.kind, key.field) in SEARCHED:
        db.execute("DELETE FROM note_text WHERE kind = ? AND subject = ?", [key.kind, key.id])
        texts = [str(head.recorded.value) for head in state.heads if head.recorded.value] if state else []
        if texts:
            db.execute(
                "INSERT INTO note_text (inspection, kind, subject, text) VALUES (?, ?, ?, ?)",
                [inspection, key.kind, key.id, "\n".join(texts)],
            )


def _current(row: Any) -> Current:
    value, conflict, author, time, reason, meaning, instrument = row
    read = json.loads(value)
    held: Value = tuple(read) if isinstance(read, list) else read
    return Current(held, bool(conflict), author, time, reason, meaning, instrument)


def _written(value: Value) -> str:
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
