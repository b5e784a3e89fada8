"""Somebody before the real window, for journeys: goes by the rail, presses keys, answers file dialogues."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import unlock
from ui.presenters import settings
from ui.presenters.opened import opened
from ui.reading import own
from ui.session import Session
from ui.window.background import AtOnce, Work
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.page import Page
from ui.window.rail import entries
from ui.window.start import furnish
from ui.window.surroundings import MeantStore, Preferences, Surroundings
from ui.window.theme import Appearance, Choice, Look

KEY = Qt.Key
P = TypeVar("P", bound=Page)


@dataclass
class Chosen:
    """Stands in for the file dialogues: chooses what was put in, one after the other, then nothing.

    It remembers what was asked.
    """

    paths: list[Path] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def open_file(self, words: str, kinds: str, start: Path | None = None) -> Path | None:
        return self._next(words, kinds, start)

    def open_files(self, words: str, kinds: str) -> tuple[Path, ...]:
        found = self._next(words, kinds)
        return (found,) if found else ()

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        return self._next(words, name, kinds)

    def folder(self, words: str, start: Path | None = None) -> Path | None:
        return self._next(words, start)

    def _next(self, *asked: object) -> Path | None:
        self.asked.append(" ".join(str(each) for each in asked if each))
        return self.paths.pop(0) if self.paths else None


class Somebody:
    """A person at a laptop; whatever they do, they wait until the work that it asked for has come back."""

    def __init__(self, qtbot: QtBot, window: MainWindow, files: Chosen) -> None:
        self.window = window
        self.files = files
        self.pushes_with = KEY.Key_Space
        self._qtbot = qtbot
        self._busy = False
        window.desk.work.busy.connect(self._hear)

    @property
    def session(self) -> Session:
        held = self.window.held.session
        assert held is not None
        return held

    def page(self, kind: type[P]) -> P:
        """The page that is shown, which is of this kind."""
        shown = self.window.page()
        assert isinstance(shown, kind)
        return shown

    def go(self, place: str) -> Any:
        """Go to a place of the rail by its words, and give back the page that is shown there."""
        self.push(next(one for one in self._rail() if one.accessibleName() == place))
        return self.window.page()

    def marked(self) -> str:
        """The words of the place of the rail that is marked."""
        (found,) = (one for one in self._rail() if one.isChecked())
        return found.accessibleName()

    def press(self, *keys: Qt.Key | str) -> None:
        """Press these where the keyboard is; words are typed."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            self.rest()

    def fill(self, field: QWidget, *keys: Qt.Key | str) -> None:
        """Put the keyboard on a field, and press these."""
        field.setFocus()
        self.press(*keys)

    def push(self, button: QAbstractButton, *paths: Path) -> None:
        """Press a button that is in sight; the file dialogues that it opens are answered with these paths."""
        assert button.isVisible()
        assert button.isEnabled(), button.text()
        self.files.paths, self.files.asked = list(paths), []
        self.fill(button, self.pushes_with)
        assert len(self.files.asked) == len(paths)
        assert not self.window.refusal.isVisible(), self.window.refusal.text()

    def rest(self) -> None:
        """Wait until everything that was asked of the store has come back."""
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._busy)
        QApplication.processEvents()

    def _rail(self) -> list[QAbstractButton]:
        return [one for one in self.window.rail.findChildren(QAbstractButton) if one.isVisible()]

    def _hear(self, busy: bool) -> None:
        self._busy = busy


@contextmanager
def at_work(qtbot: QtBot, session: Session) -> Iterator[Somebody]:
    """Somebody whose store is open, where the window begins for them; it is locked in the end."""
    folder, files = own.store_folder(session), Chosen()
    around = Surroundings(folder, MeantStore(folder), Preferences(settings.values(folder)), lambda *_: None)
    window = MainWindow(
        Work(), entries(around), _light(), Unexpected(), unlock.lock, files=files, now=session.clock
    )
    with _shown(qtbot, window):
        person = Somebody(qtbot, window, files)
        now = opened(session)
        window.enter(now.session, now.roles, Place(now.inspection))
        person.rest()
        yield person


@contextmanager
def at_the_start(qtbot: QtBot, place: Path, files: Chosen | None = None) -> Iterator[Somebody]:
    """Somebody who has started the program in their place, all of it; errors still reach the test.

    `files` has to be what answers the system's own dialogues.
    """
    hook = sys.excepthook
    window = furnish(_light(), Preferences(settings.values(place)), place, AtOnce())
    sys.excepthook = hook
    with _shown(qtbot, window):
        yield Somebody(qtbot, window, files or Chosen())


@contextmanager
def _shown(qtbot: QtBot, window: MainWindow) -> Iterator[None]:
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    try:
        yield
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _light() -> Appearance:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    return Appearance(application, Look(Choice.LIGHT))
