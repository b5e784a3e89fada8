"""Opening the encrypted database: the key first, then every safeguard, each read back.

The only door to the encrypted driver: its errors leave here as `Refusal`s.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3

from model.refusal import Refusal

# sqlite-utils looks for this name before the standard driver, and then catches the right errors.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

if TYPE_CHECKING:
    from sqlite_utils import Database

SAFEGUARDS = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
)
PATIENCE = 1.0
"""Seconds to wait for a program that is letting the store go, before a person is told that it is open."""
CACHE_KIBIBYTES = 65_536
"""Pages kept in memory in clear while the store is open: each one read again costs its deciphering."""


class StoreRefused(Refusal):
    """The store could not be opened or written."""


class StoreInUse(StoreRefused):
    """Another window or program has this store open."""


class StoreDamaged(StoreRefused):
    """The file is not what was last written, or the key does not fit it."""


class DiskFull(StoreRefused):
    """There is no room left on the disk."""


def open_database(path: Path, key: bytes) -> "Database":
    """Open (or create) the database at `path` with the raw 32-byte `key`, every safeguard on.

    StoreInUse, StoreDamaged or StoreRefused otherwise; nothing is written to a file that is refused.
    """
    with translated():
        connection = _connect(path, key)
        try:
            _switch_on(connection)
        except BaseException:
            connection.close()
            raise
    from sqlite_utils import Database  # late: its import alone takes a third of a second

    return Database(connection)


def check_integrity(path: Path, key: bytes) -> None:
    """Read every page of the closed database and compare it with its checksum (about 14 ms a megabyte).

    A connection of its own: after one bad page every later check on the same connection fails.
    StoreDamaged if a single bit differs.
    """
    with translated():
        connection = _connect(path, key)
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
            # Frames waiting after a crash would be reported as damage, so they are folded in first.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            bad = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = not bad and connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        finally:
            connection.close()
    if not sound:
        raise damaged()


def damaged() -> StoreDamaged:
    """Return the refusal for a store whose bytes are not what Casebook wrote."""
    return StoreDamaged(
        "The store on this laptop is damaged.",
        "It was not changed. Work handed over in bundles is safe, and sealed copies lie beside the store.",
        "Choose “Restore a copy” on the unlock page, or telephone the office.",
    )


@contextmanager
def translated() -> Iterator[None]:
    """Turn the driver's errors into Refusals that say what happened and what to do."""
    try:
        yield
    except sqlcipher3.dbapi2.OperationalError as error:
        raise _operational(str(error)) from None
    except sqlcipher3.dbapi2.DatabaseError as error:
        if "not a database" in str(error) or "malformed" in str(error):
            raise damaged() from None
        raise


def _connect(path: Path, key: bytes) -> Any:
    connection = sqlcipher3.connect(
        str(path), timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.set_key(f"x'{key.hex()}'")
        connection.execute(f"PRAGMA cache_size=-{CACHE_KIBIBYTES}")  # reads the first pages
    except BaseException:
        connection.close()
        raise
    return connection


def _switch_on(connection: Any) -> None:
    for name, wanted, _expected in SAFEGUARDS:
        connection.execute(f"PRAGMA {name}={wanted}").fetchall()
    for name, _wanted, expected in SAFEGUARDS:
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise StoreRefused(
                f"The store cannot be kept safely here: the setting {name} is {found}, not {expected}.",
                "Nothing was written.",
                "Move the store to a disk of this laptop, not a shared or removable one, and try again.",
            )
    # The exclusive lock is taken with the first writing, and kept; until then a second program could open.
    connection.execute("BEGIN IMMEDIATE").fetchall()
    connection.execute("COMMIT").fetchall()


def _operational(message: str) -> StoreRefused:
    if "locked" in message or "busy" in message:
        return StoreInUse(
            "This store is already open in another Casebook window or program.",
            "Nothing was changed.",
            "Go to that window, or close it and try again.",
        )
    if "full" in message or "disk I/O" in message:
        return DiskFull(
            "The disk is full or cannot be written, so the last change was not saved.",
            "Everything saved before is safe, and what you typed is still on the screen.",
            "Free some space on the disk, then try again.",
        )
    return StoreRefused(
        f"The store cannot be used: {message}.",
        "Nothing was changed.",
        "Check that the folder of the store can be read and written, and try again.",
    )
