"""The program whose power is cut: a first start, then work, under the recorder.

python -m tests.faults.cut_off FOLDER PORTRAITS SYNCHRONOUS ACTS

A portrait of the store after each act goes to the file PORTRAITS, one a line; the first before any act.
"""

import ctypes
import os
import sys
from pathlib import Path
from unittest.mock import patch

from storage import database
from tests.faults.working import act, portrait, set_up

BEGUN, DONE, READY = "begun", "done", "ready"
PAGES_BEFORE_CHECKPOINT = 40
LEVELS = {"OFF": 0, "NORMAL": 1, "FULL": 2}


def main(folder: str, portraits: str, synchronous: str, acts: str) -> None:
    """Work on a new store in `folder` with SQLite's setting `synchronous` until `acts` things are done."""
    safeguards = tuple(
        ("synchronous", synchronous, LEVELS[synchronous]) if one[0] == "synchronous" else one
        for one in database.SAFEGUARDS
    )
    recorder = ctypes.CDLL(os.environ["LD_PRELOAD"])
    with patch.object(database, "SAFEGUARDS", safeguards):
        session = set_up(Path(folder))
    session.store.db.execute(f"PRAGMA wal_autocheckpoint={PAGES_BEFORE_CHECKPOINT}").fetchall()
    kept = [portrait(session)]
    recorder.set_mark(READY.encode())
    for number in range(1, int(acts) + 1):
        recorder.set_mark(f"{BEGUN} {number}".encode())
        act(session, number)
        recorder.set_mark(f"{DONE} {number}".encode())
        kept.append(portrait(session))
    session.store.close()
    Path(portraits).write_text("\n".join(kept))


if __name__ == "__main__":
    main(*sys.argv[1:])
