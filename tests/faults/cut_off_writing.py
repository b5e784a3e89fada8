"""The program whose power is cut while it writes a file again and again, under the recorder.

python -m tests.faults.cut_off_writing FOLDER WAY TIMES
"""

import ctypes
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from unittest.mock import patch

from storage import platform

BEGUN, DONE, FILE = "begun", "done", "day.casebook"


def version(number: int) -> bytes:
    """Return what the file holds the `number`th time: its number, bytes that differ each time, their hash."""
    dice = Random(number)
    body = number.to_bytes(4, "big") + dice.randbytes(dice.randrange(500, 9_000))
    return body + hashlib.sha256(body).digest()


def plainly(path: Path, data: bytes) -> None:
    """Write over what is there: what must not be done."""
    path.write_bytes(data)


def renamed_only(path: Path, data: bytes) -> None:
    """Write beside and rename, without a flush: not enough either."""
    beside = path.with_suffix(".part")
    beside.write_bytes(data)
    beside.replace(path)


def without_the_folder(path: Path, data: bytes) -> None:
    """As Casebook does it, but the new name is not made durable."""
    with patch.object(platform, "_flush_folder"):
        platform.write_safely(path, data)


WAYS: dict[str, Callable[[Path, bytes], None]] = {
    "safely": platform.write_safely,
    "plainly": plainly,
    "renamed only": renamed_only,
    "without the folder": without_the_folder,
}


def main(folder: str, way: str, times: str) -> None:
    """Write version 1, 2, … of one file in `folder`."""
    recorder = ctypes.CDLL(os.environ["LD_PRELOAD"])
    for number in range(1, int(times) + 1):
        recorder.set_mark(f"{BEGUN} {number}".encode())
        WAYS[way](Path(folder) / FILE, version(number))
        recorder.set_mark(f"{DONE} {number}".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
