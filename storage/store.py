"""One person's encrypted store: opening it with its key, keeping copies, closing it.

It knows files and keys; what the tables hold is in streams, projection, drafts, search.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage import database, migrations
from storage.database import StoreRefused, translated

if TYPE_CHECKING:
    from sqlite_utils import Database

FILE = "casebook.store"


@dataclass(frozen=True, slots=True)
class Store:
    """An open store: the folder it lies in and its database."""

    folder: Path
    db: "Database"

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Do everything inside in one transaction: all of it is kept, or nothing.

        What goes wrong on the disk, committing included, leaves as a StoreRefused in words.
        """
        with translated(), self.db.atomic():
            yield

    def close(self) -> None:
        """Close the store; what is committed stays, the key is forgotten with the connection."""
        with translated():
            self.db.close()


def create(folder: Path, key: bytes) -> Store:
    """Make a new, empty store in `folder` with the raw 32-byte `key`. StoreRefused if one is there."""
    if exists(folder):
        raise StoreRefused(
            "There is a Casebook store in this folder already.",
            "It was not touched.",
            "Unlock it, or choose another folder.",
        )
    db = database.open_database(folder / FILE, key)
    with translated():
        migrations.migrate(db)
    return Store(folder, db)


def open_store(folder: Path, key: bytes) -> Store:
    """Check every page of the store, bring it to this version, and open it.

    StoreDamaged, StoreInUse or StoreRefused (written by a newer Casebook); nothing is changed then.
    """
    if not exists(folder):
        raise StoreRefused(
            "There is no Casebook store in this folder.",
            "Nothing was changed.",
            "Choose the folder of your store, or begin with your invitation.",
        )
    database.check_integrity(folder / FILE, key)
    db = database.open_database(folder / FILE, key)
    try:
        with translated():
            if migrations.pending(db):
                copy_into(db, folder / "before-migration.copy")
            migrations.migrate(db)
    except BaseException:
        db.close()
        raise
    return Store(folder, db)


def exists(folder: Path) -> bool:
    """Return whether a store lies in this folder."""
    return (folder / FILE).exists()


def copy_into(db: "Database", path: Path) -> None:
    """Write a complete copy of an open store, sealed under the same key, in place of any file there."""
    path.unlink(missing_ok=True)
    with translated():
        db.execute("VACUUM INTO ?", [str(path)])
