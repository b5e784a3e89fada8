"""Opening and closing a store."""

import secrets
from pathlib import Path

import pytest

from storage import store
from storage.database import StoreRefused


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
