"""The tables of a store."""

import secrets
from pathlib import Path

import pytest

from storage import migrations, store
from storage.database import StoreRefused


def test_migrating_again_changes_nothing(tmp_path: Path) -> None:
    opened = store.create(tmp_path, secrets.token_bytes(32))
    schema = opened.db.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    migrations.migrate(opened.db)
    assert opened.db.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall() == schema
    assert not migrations.pending(opened.db)
    opened.close()


def test_every_table_is_strict_except_the_search_index(tmp_path: Path) -> None:
    opened = store.create(tmp_path, secrets.token_bytes(32))
    loose = [
        name
        for name, strict in opened.db.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        )
        if not strict and not name.startswith(("note_text", "sqlite_", "_sqlite"))
    ]
    assert loose == []
    opened.close()


def test_a_copy_is_kept_before_an_older_store_is_migrated(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    opened = store.create(tmp_path, key)
    for table in ("note_text", "draft"):
        opened.db.execute(f"DROP TABLE {table}")
    opened.db.execute("UPDATE _sqlite_migrations SET name = 'm0000_before'")
    with pytest.raises(StoreRefused, match="newer"):
        migrations.migrate(opened.db)
    opened.close()
    with pytest.raises(StoreRefused, match="newer"):
        store.open_store(tmp_path, key)
    assert (tmp_path / "before-migration.copy").exists()
