"""Rolling copies, and restoring one."""

import secrets
from pathlib import Path

import pytest

from model.journal.change import Change
from model.journal.entry import FieldKey
from storage import copies, projection, store, streams
from storage.database import StoreDamaged, StoreRefused

INSPECTION, OFFICE, NOW = "1" * 32, "f" * 32, "2018-10-08T10:00:00Z"
NOTE = FieldKey("alert", "a" * 32, "text")


def write(opened: store.Store, text: str) -> None:
    streams.record(opened.db, INSPECTION, OFFICE, [Change(NOTE, text)], NOW, secrets.token_bytes)


def test_three_copies_are_kept_and_each_is_sealed(tmp_path: Path) -> None:
    opened = store.create(tmp_path, secrets.token_bytes(32))
    streams.join(opened.db, INSPECTION, OFFICE, NOW)
    write(opened, "Rosebud")
    for day in range(1, 6):
        copies.keep_copy(opened, f"2018-10-0{day}")
    opened.close()
    kept = copies.copies(tmp_path)
    assert [path.stem for path in kept] == ["2018-10-03", "2018-10-04", "2018-10-05"]
    assert not any(b"Rosebud" in path.read_bytes() for path in kept)


def test_a_restored_copy_writes_in_a_new_stream(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    opened = store.create(tmp_path, key)
    streams.join(opened.db, INSPECTION, OFFICE, NOW)
    write(opened, "first")
    copy = copies.keep_copy(opened, "2018-10-08")
    write(opened, "lost with the disk")
    before = streams.own_streams(opened.db, INSPECTION)
    opened.close()
    (tmp_path / store.FILE).write_bytes(b"ruined")

    restored = copies.restore_copy(tmp_path, copy, key)
    held = projection.read_field(restored.db, INSPECTION, NOTE)
    assert held is not None
    assert held.value == "first"
    write(restored, "after")
    ends = streams.heads(restored.db, INSPECTION)
    assert {number for number, _ in ends.values()} == {1}
    assert set(ends) > set(before)
    restored.close()
    assert (tmp_path / "casebook.store.before-restore").read_bytes() == b"ruined"


def test_a_damaged_or_missing_copy_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    opened = store.create(tmp_path, key)
    copy = copies.keep_copy(opened, "2018-10-08")
    opened.close()
    whole = (tmp_path / store.FILE).read_bytes()
    copy.write_bytes(b"\0" * 8192)
    with pytest.raises(StoreDamaged):
        copies.restore_copy(tmp_path, copy, key)
    copy.unlink()
    with pytest.raises(StoreRefused, match="not there"):
        copies.restore_copy(tmp_path, copy, key)
    assert (tmp_path / store.FILE).read_bytes() == whole
    store.open_store(tmp_path, key).close()


def test_destroyed_copies_are_gone(tmp_path: Path) -> None:
    opened = store.create(tmp_path, secrets.token_bytes(32))
    copies.keep_copy(opened, "2018-10-08")
    copies.destroy_copies(tmp_path)
    assert copies.copies(tmp_path) == []
    opened.close()
