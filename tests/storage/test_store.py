"""Opening and closing a store."""

import secrets
from pathlib import Path

import pytest

from model.journal.entry import FieldKey
from storage import drafts, store
from storage.database import DiskFull, StoreRefused
from storage.drafts import Draft


def test_a_store_is_made_once_and_opened_again(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    assert not store.exists(tmp_path)
    store.create(tmp_path, key).close()
    assert store.exists(tmp_path)
    with pytest.raises(StoreRefused, match="already"):
        store.create(tmp_path, key)
    store.open_store(tmp_path, key).close()


def test_no_store_is_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused, match="no Casebook store"):
        store.open_store(tmp_path, secrets.token_bytes(32))
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_complete_and_opens_with_the_same_key(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    opened = store.create(tmp_path, key)
    opened.db.execute("INSERT INTO inspection VALUES ('a', 'b', 'c')")
    (tmp_path / "other").mkdir()
    store.copy_into(opened.db, tmp_path / "other" / store.FILE)
    opened.close()
    copied = store.open_store(tmp_path / "other", key)
    assert copied.db.execute("SELECT id FROM inspection").fetchone() == ("a",)
    copied.close()


def test_what_is_done_at_once_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    opened = store.create(tmp_path, secrets.token_bytes(32))
    inspection, key = "1" * 32, FieldKey("note", "2" * 32, "text")
    draft = Draft(key, "typed", {}, "a" * 32, "2018-10-08T10:00:00Z")
    together = opened.at_once()
    together.__enter__()
    drafts.keep(opened.db, inspection, draft)
    assert not together.__exit__(ZeroDivisionError, ZeroDivisionError(), None)
    assert drafts.kept(opened.db, inspection) == ()
    with opened.at_once():
        drafts.keep(opened.db, inspection, draft)
    assert drafts.kept(opened.db, inspection) == (draft,)
    pages = opened.db.execute("PRAGMA page_count").fetchone()[0]
    opened.db.execute(f"PRAGMA max_page_count={pages}").fetchall()
    with pytest.raises(DiskFull), opened.at_once():
        opened.db.execute("INSERT INTO inspection VALUES ('a', ?, 'c')", ["x" * 90_000])
    assert not opened.db.conn.in_transaction
    opened.close()
