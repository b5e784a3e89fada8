"""Sealed rolling copies of a store: the last few openings, under the same key, beside it."""

import shutil
from pathlib import Path

from storage import store, streams
from storage.database import StoreRefused, check_integrity
from storage.store import FILE, Store

FOLDER = "copies"
KEPT = 3


def keep_copy(opened: Store, day: str) -> Path:
    """Copy an open, checked store to `copies/<day>.copy` (day: "2018-10-08"), keeping the newest three."""
    folder = opened.folder / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{day}.copy"
    fresh = folder / "new.copy"
    store.copy_into(opened.db, fresh)
    fresh.replace(path)
    for old in copies(opened.folder)[:-KEPT]:
        old.unlink()
    return path


def copies(folder: Path) -> list[Path]:
    """Return the copies beside the store in `folder`, oldest first."""
    return sorted(path for path in (folder / FOLDER).glob("*.copy") if path.name != "new.copy")


def destroy_copies(folder: Path) -> None:
    """Remove every copy: what has been erased from the store must not lie in one."""
    for path in [*copies(folder), folder / "before-migration.copy"]:
        path.unlink(missing_ok=True)


def restore_copy(folder: Path, copy: Path, key: bytes) -> Store:
    """Put a copy in the place of the store, and open it with a new stream to write in.

    The copy is checked first; the store that lay there is kept as `casebook.store.before-restore`.
    StoreRefused or StoreDamaged: nothing was changed.
    """
    if not copy.exists():
        raise StoreRefused(
            "This copy is not there any more.", "Nothing was changed.", "Choose another copy from the list."
        )
    trial = folder / "restoring.copy"
    shutil.copyfile(copy, trial)
    try:
        check_integrity(trial, key)
        current = folder / FILE
        for suffix in ("-wal", "-shm"):
            Path(f"{trial}{suffix}").unlink(missing_ok=True)
            leftover = Path(f"{current}{suffix}")
            if leftover.exists():
                leftover.replace(folder / f"{FILE}.before-restore{suffix}")
        if current.exists():
            current.replace(folder / f"{FILE}.before-restore")
        trial.replace(current)
    finally:
        trial.unlink(missing_ok=True)
    opened = store.open_store(folder, key)
    streams.retire_own_streams(opened.db)
    return opened
