"""Settings of this laptop: how the window looks and when it locks. Nothing about cases or people."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from storage.platform import CannotRead, read_limited, write_safely

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, declared once: its key, what it may be, what it is at first, and what it does."""

    key: str
    choices: tuple[str | int, ...]
    default: str | int
    description: str


SETTINGS = (
    Setting("theme", ("system", "light", "dark", "contrast"), "system", "Colours of the window."),
    Setting("text_size", (100, 110, 125, 150, 175, 200), 100, "Size of the text, in per cent."),
    Setting("lock_after", (5, 10, 15, 30), 10, "Minutes without a key or the mouse until Casebook locks."),
    Setting("guidance", ("beside", "folded"), "beside", "Guidance beside the question, or behind one key."),
    Setting("language", ("en", "cy"), "en", "Language of sheets and interviews, where it is supplied."),
)
Values = Mapping[str, str | int]


def read_settings(folder: Path) -> Values:
    """Return every setting, from the file in `folder` where it holds a fitting value, else the default."""
    try:
        kept = json.loads(read_limited(folder / FILE, 10_000))
    except (CannotRead, ValueError, RecursionError):
        kept = {}
    found = kept if isinstance(kept, dict) else {}
    return {
        setting.key: found[setting.key] if _fits(setting, found.get(setting.key)) else setting.default
        for setting in SETTINGS
    }


def change_setting(folder: Path, key: str, value: str | int) -> Values:
    """Keep one setting; ValueError for a key or value that is not declared. Returns all of them."""
    setting = next((setting for setting in SETTINGS if setting.key == key), None)
    if setting is None or not _fits(setting, value):
        raise ValueError(f"{key} cannot be {value}")
    values = {**read_settings(folder), key: value}
    write_safely(folder / FILE, json.dumps(values, indent=2).encode())
    return values


def _fits(setting: Setting, value: object) -> bool:
    return type(value) is type(setting.default) and value in setting.choices
