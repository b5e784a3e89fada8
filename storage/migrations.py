"""The tables of a store, in the order in which versions of Casebook added them."""

from typing import TYPE_CHECKING

from storage.database import StoreRefused

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

KNOWN = frozenset({"m0001_journal"})

JOURNAL = """
CREATE TABLE inspection (
    id TEXT PRIMARY KEY, office TEXT NOT NULL, joined TEXT NOT NULL
) STRICT;
CREATE TABLE stream (
    id TEXT PRIMARY KEY, inspection TEXT NOT NULL REFERENCES inspection(id), own INTEGER NOT NULL,
    held INTEGER NOT NULL, head BLOB NOT NULL
) STRICT;
CREATE INDEX stream_of_inspection ON stream(inspection);
CREATE TABLE entry (
    stream TEXT NOT NULL REFERENCES stream(id), number INTEGER NOT NULL,
    previous BLOB NOT NULL, hash BLOB NOT NULL, body_hash BLOB NOT NULL, body BLOB,
    kind TEXT NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL, author TEXT NOT NULL, act TEXT NOT NULL,
    PRIMARY KEY (stream, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_of_field ON entry(kind, subject, field);
CREATE TABLE field (
    inspection TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL,
    value TEXT NOT NULL, conflict INTEGER NOT NULL, heads BLOB NOT NULL,
    author TEXT NOT NULL, time TEXT NOT NULL, reason TEXT, meaning INTEGER, instrument TEXT,
    PRIMARY KEY (inspection, kind, subject, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_in_conflict ON field(inspection) WHERE conflict = 1;
CREATE TABLE listed (
    stream TEXT NOT NULL, number INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (stream, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE aside (
    stream TEXT NOT NULL, number INTEGER NOT NULL, hash BLOB NOT NULL, line BLOB NOT NULL,
    why TEXT NOT NULL, bundle TEXT NOT NULL, PRIMARY KEY (stream, number, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    inspection TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL,
    text TEXT NOT NULL, extra TEXT NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL,
    PRIMARY KEY (kind, subject, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE secret (
    owner TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE bundle (
    id TEXT PRIMARY KEY, inspection TEXT NOT NULL, direction TEXT NOT NULL, kind TEXT NOT NULL,
    person TEXT NOT NULL, time TEXT NOT NULL, manifest BLOB NOT NULL, outcome TEXT NOT NULL
) STRICT;
CREATE INDEX bundle_of_inspection ON bundle(inspection, direction, time);
CREATE TABLE acknowledged (
    inspection TEXT NOT NULL, person TEXT NOT NULL, stream TEXT NOT NULL,
    number INTEGER NOT NULL, hash BLOB NOT NULL, time TEXT NOT NULL, PRIMARY KEY (person, stream)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE note_text USING fts5(
    inspection UNINDEXED, kind UNINDEXED, subject UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2'
);
"""

TRIGGERS = """
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
WHEN NEW.body IS NOT NULL OR NEW.stream IS NOT OLD.stream OR NEW.number IS NOT OLD.number
    OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash OR NEW.body_hash IS NOT OLD.body_hash
    OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject OR NEW.field IS NOT OLD.field
    OR NOT EXISTS (
        SELECT 1 FROM field JOIN stream ON stream.inspection = field.inspection
        WHERE stream.id = OLD.stream AND field.kind = 'erasure' AND field.subject = OLD.subject
        AND field.field IN (OLD.kind || '.*', OLD.kind || '.' || OLD.field)
    )
BEGIN SELECT RAISE(ABORT, 'only what a tombstone covers may be erased'); END;
"""


def migrate(db: "Database") -> None:
    """Bring the store to this version; StoreRefused in words if a newer Casebook wrote it.

    sqlite-utils applies what is missing but does not mind what it has never heard of, so that is
    asked first.
    """
    migrations = _migrations()
    done = {migration.name for migration in migrations.applied(db)}
    unknown = done - KNOWN
    if unknown:
        raise StoreRefused(
            "This store was written by a newer version of Casebook than this one.",
            "It was not changed.",
            "Install the newer version, or open the store on the laptop that has it.",
        )
    migrations.apply(db)


def pending(db: "Database") -> bool:
    """Return whether an existing store must be migrated, so that a copy can be kept first."""
    migrations = _migrations()
    return bool(migrations.applied(db)) and bool(migrations.pending(db))


def _migrations() -> "Migrations":
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("casebook")

    @migrations()
    def m0001_journal(db: "Database") -> None:
        for statement in _statements(JOURNAL):
            db.execute(statement)
        for trigger in TRIGGERS.split("END;"):
            if trigger.strip():
                db.execute(trigger + "END;")

    return migrations


def _statements(script: str) -> list[str]:
    return [statement for statement in script.split(";\n") if statement.strip()]
