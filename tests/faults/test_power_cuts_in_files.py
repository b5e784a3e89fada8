"""Power cuts while a file is written: the old one or the new one, whole; and what was reported is there.

Three other ways of writing stay here as proof that a torn or a missing file would be seen.
"""

import hashlib
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.faults.cut_off_writing import BEGUN, DONE, FILE, version
from tests.faults.disk import cuts
from tests.faults.recording import recorded, recorder_in

SOUND, TORN, MISSING = "sound", "torn", "missing though reported done"
TIMES, CUTS = 60, 4_000


def reached(marks: tuple[str, ...], word: str) -> int:
    return max((int(mark.split()[1]) for mark in marks if mark.startswith(word)), default=0)


def verdict(data: bytes | None, marks: tuple[str, ...]) -> str:
    done, begun = reached(marks, DONE), reached(marks, BEGUN)
    if data is None:
        return MISSING if done else SOUND
    if hashlib.sha256(data[:-32]).digest() != data[-32:]:
        return TORN
    number = int.from_bytes(data[:4], "big")
    assert data == version(number)
    return SOUND if done <= number <= begun else MISSING


def after_cuts(folder: Path, way: str) -> Counter[str]:
    recording = recorded(
        recorder_in(folder), "tests.faults.cut_off_writing", folder / "files", way, str(TIMES)
    )
    name = str(folder / "files" / FILE)
    return Counter(verdict(files.get(name), marks) for marks, _, files in cuts(recording, CUTS, Random(5)))


@pytest.mark.slow
def test_a_file_is_whole_and_there_after_every_cut(tmp_path: Path) -> None:
    assert after_cuts(tmp_path, "safely") == {SOUND: CUTS}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("way", "seen"), [("plainly", TORN), ("renamed only", TORN), ("without the folder", MISSING)]
)
def test_the_controls_are_found_out(tmp_path: Path, way: str, seen: str) -> None:
    assert after_cuts(tmp_path, way)[seen] > CUTS // 10
