"""Power cuts during a first start and a day's work: whatever was said to be saved is there, and nothing else.

The weak settings of SQLite stay here as proof that a loss would be seen.
"""

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import Error

from model.refusal import Refusal
from storage import store
from tests.faults.cut_off import BEGUN, DONE, READY
from tests.faults.disk import Operation, cuts, lay_out
from tests.faults.recording import recorded, recorder_in
from tests.faults.working import come_back, portrait, trouble_in

SOUND, LOST, CORRUPT = "sound", "an acknowledged act is lost, or an unsent one appeared", "corrupt"
ACTS, PARTS, CUTS_IN_PART, CUTS_OF_CONTROLS = 90, 5, 1_000, 200


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder that need not survive anything: states of a disk are laid out and looked at there."""
    quick = Path("/dev/shm")  # noqa: S108 (a disk in memory, where there is one)
    folder = Path(tempfile.mkdtemp(dir=quick if quick.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


def worked(folder: Path, synchronous: str) -> tuple[tuple[Operation, ...], list[str]]:
    """Record a first start and work; return that and the portraits of the store after each act."""
    portraits = folder / "portraits"
    place = folder / "store"
    arguments = (str(portraits), synchronous, str(ACTS))
    recording = recorded(recorder_in(folder), "tests.faults.cut_off", place, *arguments)
    return recording, portraits.read_text().split("\n")


def reached(marks: tuple[str, ...], word: str) -> int:
    """The last act that was begun, or done."""
    return max((int(mark.split()[1]) for mark in marks if mark.startswith(word)), default=0)


def verdict(folder: Path, marks: tuple[str, ...], portraits: list[str]) -> str:
    """What a person finds who switches the laptop on again after a cut."""
    if not store.exists(folder):
        return LOST if READY in marks else SOUND
    try:
        session = come_back(folder)
    except (Refusal, Error, OSError) as error:
        return f"{CORRUPT}: {error}"
    try:
        seen = portrait(session)
        if READY in marks and seen not in portraits[reached(marks, DONE) : reached(marks, BEGUN) + 1]:
            return LOST
        trouble = trouble_in(session)
        return f"{CORRUPT}: {trouble}" if trouble else SOUND
    except (Refusal, Error) as error:
        return f"{CORRUPT}: {error}"
    finally:
        session.store.close()


def after_cuts(folder: Path, memory: Path, synchronous: str, number: int, seed: int) -> Counter[str]:
    """Cut the power `number` times and count what was found."""
    recording, portraits = worked(folder, synchronous)
    found: Counter[str] = Counter()
    for count, (marks, _, files) in enumerate(cuts(recording, number, random.Random(seed))):
        here = memory / str(count)
        lay_out(files, folder / "store", here)
        found[verdict(here, marks, portraits)] += 1
        shutil.rmtree(here, ignore_errors=True)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_power_cut_loses_what_was_saved(tmp_path: Path, memory: Path, part: int) -> None:
    assert after_cuts(tmp_path, memory, "FULL", CUTS_IN_PART, part) == {SOUND: CUTS_IN_PART}


@pytest.mark.slow
def test_the_control_without_a_flush_at_every_commit_loses(tmp_path: Path, memory: Path) -> None:
    found = after_cuts(tmp_path, memory, "NORMAL", CUTS_OF_CONTROLS, 1)
    assert found[LOST] > CUTS_OF_CONTROLS // 10
    assert found[SOUND] + found[LOST] == CUTS_OF_CONTROLS


@pytest.mark.slow
def test_the_control_without_any_flush_loses_or_corrupts(tmp_path: Path, memory: Path) -> None:
    found = after_cuts(tmp_path, memory, "OFF", CUTS_OF_CONTROLS, 1)
    assert found[SOUND] < CUTS_OF_CONTROLS * 3 // 4
    assert any(words.startswith(CORRUPT) for words in found)


@pytest.mark.slow
def test_checkpoints_and_the_first_start_are_among_what_is_cut(tmp_path: Path) -> None:
    recording, portraits = worked(tmp_path, "FULL")
    ready = next(place for place, one in enumerate(recording) if one.name == READY)
    main = [one for one in recording[ready:] if one.name.endswith("casebook.store")]
    assert sum(one.letter == "W" for one in main) > 100
    assert sum(one.letter == "F" for one in main) > 3
    assert any(one.letter == "N" and one.second.endswith("store") for one in recording[:ready])
    assert len(portraits) == ACTS + 1
    assert len(set(portraits)) == ACTS + 1
