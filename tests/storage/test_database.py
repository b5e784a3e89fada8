"""The encrypted database: safeguards, wrong keys, damage, and a reader that we did not write."""

import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from model.journal.change import Change
from model.journal.entry import FieldKey
from storage import database, migrations, store, streams
from storage.database import StoreDamaged, StoreInUse, StoreRefused

INSPECTION, OFFICE, NOW = "1" * 32, "f" * 32, "2018-10-08T10:00:00Z"
MARKER = "Rosebud was here"


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


def filled(folder: Path, key: bytes) -> store.Store:
    opened = store.create(folder, key)
    streams.join(opened.db, INSPECTION, OFFICE, NOW)
    change = Change(FieldKey("alert", "a" * 32, "text"), MARKER)
    streams.record(opened.db, INSPECTION, OFFICE, [change], NOW, secrets.token_bytes)
    return opened


def test_every_safeguard_is_on(tmp_path: Path, key: bytes) -> None:
    opened = filled(tmp_path, key)
    for name, _, expected in database.SAFEGUARDS:
        assert opened.db.execute(f"PRAGMA {name}").fetchone()[0] == expected
    opened.close()


def test_no_byte_of_what_was_written_lies_readable_on_the_disk(tmp_path: Path, key: bytes) -> None:
    opened = filled(tmp_path, key)
    for closed in (False, True):
        if closed:
            opened.close()
        for path in tmp_path.iterdir():
            assert MARKER.encode() not in path.read_bytes()


def test_another_programs_cipher_opens_the_store_with_the_key(tmp_path: Path, key: bytes) -> None:
    filled(tmp_path, key).close()
    other = apsw.Connection(str(tmp_path / store.FILE))
    for pragma in ("cipher='sqlcipher'", "legacy=4", f"key=\"x'{key.hex()}'\""):
        other.execute(f"PRAGMA {pragma}")
    assert MARKER in str(other.execute("SELECT body FROM entry").fetchall())
    other.close()


def test_plain_sqlite_and_another_key_are_refused(tmp_path: Path, key: bytes) -> None:
    filled(tmp_path, key).close()
    before = (tmp_path / store.FILE).read_bytes()
    with closing(sqlite3.connect(tmp_path / store.FILE)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM entry")
    with pytest.raises(StoreDamaged):
        store.open_store(tmp_path, secrets.token_bytes(32))
    assert (tmp_path / store.FILE).read_bytes() == before


def test_one_flipped_bit_anywhere_is_found_at_opening(tmp_path: Path, key: bytes) -> None:
    filled(tmp_path, key).close()
    path = tmp_path / store.FILE
    whole = path.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        path.write_bytes(damaged)
        with pytest.raises(StoreDamaged):
            store.open_store(tmp_path, key)
    path.write_bytes(whole)
    store.open_store(tmp_path, key).close()


def test_a_second_program_is_told_that_the_store_is_open(tmp_path: Path, key: bytes) -> None:
    opened = filled(tmp_path, key)
    with pytest.raises(StoreInUse, match="already open"):
        store.open_store(tmp_path, key)
    opened.close()
    store.open_store(tmp_path, key).close()


def test_a_store_that_was_only_opened_is_taken_too(tmp_path: Path, key: bytes) -> None:
    filled(tmp_path, key).close()
    opened = store.open_store(tmp_path, key)
    with pytest.raises(StoreInUse):
        store.open_store(tmp_path, key)
    opened.close()


def test_a_store_of_a_newer_casebook_is_refused_in_words(tmp_path: Path, key: bytes) -> None:
    opened = filled(tmp_path, key)
    opened.db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('casebook', 'm9999_later', '')"
    )
    opened.close()
    with pytest.raises(StoreRefused, match="newer version"):
        store.open_store(tmp_path, key)


def test_a_full_disk_loses_nothing_that_was_saved(tmp_path: Path, key: bytes) -> None:
    opened = filled(tmp_path, key)
    pages = opened.db.execute("PRAGMA page_count").fetchone()[0]
    opened.db.execute(f"PRAGMA max_page_count={pages + 4}").fetchall()
    note = FieldKey("alert", "b" * 32, "text")
    with pytest.raises(database.DiskFull, match="disk is full"):
        streams.record(opened.db, INSPECTION, OFFICE, [Change(note, "x" * 90_000)], NOW, secrets.token_bytes)
    assert not opened.db.conn.in_transaction
    opened.db.execute("PRAGMA max_page_count=100000").fetchall()
    streams.record(opened.db, INSPECTION, OFFICE, [Change(note, "short")], NOW, secrets.token_bytes)
    assert streams.heads(opened.db, INSPECTION).popitem()[1][0] == 2
    opened.close()


def test_the_journal_refuses_update_and_delete(tmp_path: Path, key: bytes) -> None:
    opened = filled(tmp_path, key)
    for statement in ("UPDATE entry SET body = NULL", "UPDATE entry SET author = 'x'", "DELETE FROM entry"):
        with pytest.raises(Exception, match=r"never deleted|may be erased"):
            opened.db.execute(statement)
    assert MARKER in str(opened.db.execute("SELECT body FROM entry").fetchone())
    opened.close()


def test_a_fresh_store_needs_no_migration_and_every_migration_is_known(tmp_path: Path, key: bytes) -> None:
    opened = filled(tmp_path, key)
    assert not migrations.pending(opened.db)
    applied = {row[0] for row in opened.db.execute("SELECT name FROM _sqlite_migrations")}
    assert applied == migrations.KNOWN
    opened.close()
