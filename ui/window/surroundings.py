"""What lies around the pages: this person’s place, the store that is meant, the settings as they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.window.theme import Choice, Look


class MeantStore:
    """The folder of the store that is open, or is to be unlocked: the real one, or the practice one."""

    __slots__ = ("folder",)

    def __init__(self, folder: Path) -> None:
        self.folder = folder


class Preferences(QObject):
    """The settings of this laptop while the window is open. `take` makes them hold at once."""

    changed = Signal(str, object)
    """A setting by its key, and what it is now."""

    def __init__(self, values: Mapping[str, str | int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values = dict(values)

    @property
    def values(self) -> Mapping[str, str | int]:
        """Every setting, as it is now."""
        return dict(self._values)

    def value(self, key: str) -> str | int:
        """What a setting is now."""
        return self._values[key]

    def take(self, values: Mapping[str, str | int]) -> None:
        """Let these hold from now on; whoever listens hears what has changed."""
        fresh = {key: value for key, value in values.items() if self._values.get(key) != value}
        self._values = dict(values)
        for key, value in fresh.items():
            self.changed.emit(key, value)

    def look(self) -> Look:
        """Theme and size of text as the window takes them."""
        return Look(Choice(str(self._values["theme"])), int(self._values["text_size"]))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Handed to the pages that need more than their desk."""

    place: Path
    """This person's place: the real store, the settings, and the practice store below it."""
    meant: MeantStore
    preferences: Preferences
    keep: Callable[[str, str | int], None]
    """Keeps one setting on disk and lets it hold at once."""
