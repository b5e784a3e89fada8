"""Keeps settings on disk and lets them hold at once, whether a page changed them or a key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ui.presenters import settings
from ui.window.main_window import MainWindow
from ui.window.surroundings import Preferences
from ui.window.theme import Appearance


class Keeping(QObject):
    """Made before the window, whose pages call `keep`; `begin` gives it the window, with which it goes."""

    def __init__(self, appearance: Appearance, preferences: Preferences, place: Path) -> None:
        super().__init__()
        self._appearance = appearance
        self._preferences = preferences
        self._place = place
        self._window: MainWindow | None = None

    def begin(self, window: MainWindow) -> None:
        """Write on this window's store thread, and listen to settings and keys as long as it lives."""
        self.setParent(window)
        self._window = window
        window.held.speak(str(self._preferences.value("language")))
        self._preferences.changed.connect(self.hold)
        self._appearance.changed.connect(self.keep_look)

    def keep(self, key: str, value: str | int) -> None:
        """Let a setting hold now, and keep it for the next start."""
        self._preferences.take({**self._preferences.values, key: value})
        if self._window is not None:
            self._window.desk.work.run(settings.change, self._place, key, value)

    def hold(self, key: str, value: object) -> None:
        """Look as the settings say."""
        if key in ("theme", "text_size"):
            self._appearance.set(self._preferences.look())
        if key == "language" and self._window is not None:
            self._window.held.speak(str(value))

    def keep_look(self) -> None:
        """Remember a size of text or a theme that was chosen by key."""
        look = self._appearance.look
        for key, value in (("text_size", look.scale), ("theme", str(look.choice))):
            if self._preferences.value(key) != value:
                self.keep(key, value)
