"""The folder where bundles were last written or read on this laptop, so that a dialogue can begin there."""

from pathlib import Path

from storage.platform import CannotRead, read_limited, write_safely

FILE = "last_folder.txt"
LIMIT = 10_000


def read_last_folder(home: Path) -> Path | None:
    """Return the folder kept in `home`, or None where none was kept or it is not there now (a stick, say)."""
    try:
        kept = read_limited(home / FILE, LIMIT).decode()
    except (CannotRead, UnicodeDecodeError):
        return None
    folder = Path(kept)
    try:
        return folder if kept and folder.is_absolute() and folder.is_dir() else None
    except (OSError, ValueError):
        return None


def keep_last_folder(home: Path, folder: Path) -> None:
    """Remember a folder in place of any before. CannotWrite."""
    write_safely(home / FILE, str(folder.absolute()).encode())
