"""This person's place on this laptop: where stores lie, the settings, and where bundles last went."""

import os
from collections.abc import Mapping
from pathlib import Path

from storage import last_folder
from storage.platform import data_folder, make_private_folder
from storage.settings import SETTINGS, Setting, Values, change_setting, read_settings
from ui.actions.practise import FOLDER


def home(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of this person's store and settings; it need not exist yet."""
    return data_folder(environment)


def practice_folder(home: Path) -> Path:
    """Return the folder of the practice inspection, beside the real store."""
    return home / FOLDER


def make(folder: Path) -> None:
    """Make a folder that only this person can enter, if it is not there. CannotWrite."""
    make_private_folder(folder)


def declared() -> tuple[Setting, ...]:
    """Return every setting there is, with its choices and what it does."""
    return SETTINGS


def settings(home: Path) -> Values:
    """Return every setting of this laptop by its key."""
    return read_settings(home)


def change(home: Path, key: str, value: str | int) -> Values:
    """Keep one setting and return all of them. ValueError: not a choice that it has; CannotWrite."""
    make_private_folder(home)
    return change_setting(home, key, value)


def last_place(home: Path) -> Path | None:
    """Return the folder where bundles were last written or read, if it is there now."""
    return last_folder.read_last_folder(home)


def remember_place(home: Path, folder: Path) -> None:
    """Remember where a bundle was written or read."""
    make_private_folder(home)
    last_folder.keep_last_folder(home, folder)
