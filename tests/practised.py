"""The practice inspection for tests: made once, and copied for each of them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.fieldwork import Clock
from ui.actions import practise, unlock
from ui.session import Session


@dataclass
class Practised:
    """The practice store as the person finds it: their place, an open session, and a clock to move."""

    place: Path
    """The person's place; the practice store lies below it."""
    session: Session
    clock: Clock


def make(folder: Path) -> Path:
    """Make the practice store in a folder of its own, to be copied: it takes half a second."""
    made = folder / practise.FOLDER
    unlock.lock(practise.practise(made, lambda *_: None, Clock()))
    return made


def copy(made: Path, place: Path) -> Practised:
    """Return a practice store of one's own, unlocked on the first morning."""
    clock = Clock()
    shutil.copytree(made, place / practise.FOLDER)
    return Practised(place, unlock.unlock(place / practise.FOLDER, practise.PASSPHRASE, clock), clock)
