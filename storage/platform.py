"""Everything that differs between Windows and Linux: folders, safe writing of files, core dumps.

No other file asks which system it runs on. What is marked untried has never run on Windows (docs/windows.md).
"""

import ctypes
import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path

from model.refusal import Refusal

if sys.platform != "win32":
    import resource

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

# A virus scanner or the indexer may hold a new file for a moment on Windows; elsewhere "denied" is final.
REPLACE_TRIES = 7 if sys.platform == "win32" else 1
FIRST_PAUSE = 0.05
"""Seconds before the second try; each further pause is twice as long (3 seconds in all)."""

_FOLDER_CANNOT_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP})
_PR_SET_DUMPABLE = 4
_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")  # in the order in which the system looks at them
_ERROR_MODE = 0x0001 | 0x0002 | 0x8000  # no box for critical errors, for faults, for files not found
_WER_NO_HEAP = 0x0001


class CannotWrite(Refusal):
    """A file could not be written; what stood there before still stands there."""


class CannotRead(Refusal):
    """A file could not be read, or is larger than any file of its kind."""


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for this person's stores: CASEBOOK_HOME if set, else the system's own place.

    Never the documents folder, which may be copied to a cloud. The folder need not exist.
    """
    if chosen := environment.get("CASEBOOK_HOME"):
        return Path(chosen).expanduser().absolute()
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) / "Casebook" if local else Path.home() / "AppData" / "Local" / "Casebook"
    else:
        shared = Path(environment.get("XDG_DATA_HOME", ""))
        return (shared if shared.is_absolute() else Path.home() / ".local" / "share") / "casebook"


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it, that only this person can enter. CannotWrite if that fails."""
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if sys.platform != "win32":  # there the folder inherits the person's own rights
            folder.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise CannotWrite(
            f"The folder {folder} could not be made ({_reason(error)}).",
            "Nothing was changed.",
            "Choose another folder, or ask for the right to write there.",
        ) from None


def write_safely(
    path: Path,
    data: bytes,
    tries: int = REPLACE_TRIES,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Put `data` at `path` so that a cut of power leaves either the old file or the new one, whole.

    Only this person can read it. On return it is on the disk. CannotWrite leaves what stood there before.
    """
    waiting = path.parent / f".{secrets.token_hex(16)}.part"
    try:
        try:
            _write_new(waiting, data)
            _replace(waiting, path, tries, pause)
        except BaseException:
            waiting.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot_write(path, error, "What stood there before was not touched.") from None
    try:
        _flush_folder(path.parent)
    except OSError as error:
        raise _cannot_write(path, error, "Do not rely on this file.") from None


def read_limited(path: Path, limit: int) -> bytes:
    """Return the bytes of a file of at most `limit` bytes; CannotRead otherwise."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise CannotRead(
            f"The file {path.name} could not be read ({_reason(error)}).",
            "Nothing was changed.",
            "Check that the file is still there and that you may open it, then try again.",
        ) from None
    if len(data) > limit:
        raise CannotRead(
            f"The file {path.name} is larger than {limit:,} bytes, so Casebook did not read it.",
            "Nothing was changed.",
            "Check that this is the file you meant.",
        )
    return data


def forbid_core_dumps() -> None:
    """Keep the contents of memory out of every file that the system writes when a program falls over."""
    if sys.platform == "win32":
        # Untried: written from Microsoft's documentation of SetErrorMode, WerSetFlags and
        # WerAddExcludedApplication; the last is remembered by Windows for this person and this program.
        ctypes.windll.kernel32.SetErrorMode(_ERROR_MODE)
        ctypes.windll.kernel32.WerSetFlags(_WER_NO_HEAP)
        ctypes.windll.wer.WerAddExcludedApplication(Path(sys.executable).name, False)
    else:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def speak_utf8(environment: MutableMapping[str, str] = os.environ) -> None:
    """Give a session that names no language, or the bare "C", UTF-8 text: Qt would warn, then do the same."""
    chosen = next((said for name in _LOCALE if (said := environment.get(name))), "C")
    if sys.platform == "linux" and chosen in {"C", "POSIX"}:
        environment["LC_ALL"] = "C.UTF-8"


def _write_new(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    if sys.platform == "win32":
        flags |= os.O_BINARY
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(waiting: Path, path: Path, tries: int, pause: Callable[[float], None]) -> None:
    wait = FIRST_PAUSE
    for left in reversed(range(tries)):
        try:
            waiting.replace(path)
        except PermissionError:
            if not left:
                raise
            pause(wait)
            wait *= 2
        else:
            return


def _flush_folder(folder: Path) -> None:
    """Make the new name durable. Windows has no call for it, and some sticks refuse it."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _FOLDER_CANNOT_FLUSH:
                raise
        finally:
            os.close(handle)


def _cannot_write(path: Path, error: OSError, kept: str) -> CannotWrite:
    return CannotWrite(
        f"The file {path.name} could not be written to {path.parent} ({_reason(error)}).",
        f"{kept} Everything saved in Casebook is safe.",
        "Check that the disk or stick is there and has room, then try again.",
    )


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
