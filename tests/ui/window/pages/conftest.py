"""What tests of pages share: a person's place with its settings, files that are chosen, and a shown page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.office import Office, set_up
from ui.presenters import settings
from ui.window.page import Page
from ui.window.surroundings import MeantStore, Preferences, Surroundings


class Choosing:
    """Stands in for the file dialogues: chooses what was put in, one after the other, then nothing."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.asked: list[str] = []

    def open_file(self, words: str, kinds: str, start: Path | None = None) -> Path | None:
        return self._next(words)

    def open_files(self, words: str, kinds: str) -> tuple[Path, ...]:
        found = self._next(words)
        return (found,) if found else ()

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        return self._next(f"{words}: {name}")

    def folder(self, words: str, start: Path | None = None) -> Path | None:
        return self._next(words if start is None else f"{words}, from {start.name}")

    def _next(self, words: str) -> Path | None:
        self.asked.append(words)
        return self.paths.pop(0) if self.paths else None


@pytest.fixture
def files() -> Choosing:
    return Choosing()


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    """A person's place in `tmp_path`; settings are kept in it and hold at once."""
    preferences = Preferences(settings.values(tmp_path))

    def keep(key: str, value: str | int) -> None:
        preferences.take(settings.change(tmp_path, key, value))

    return Surroundings(tmp_path, MeantStore(tmp_path), preferences, keep)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with an inspection, and nobody in it yet."""
    made = set_up(tmp_path).make_inspection()
    yield made
    made.close()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., Any]:
    """Show a page as the frame does: in sight, active, opened, its first widget with the keyboard."""

    def shown(page: Page, size: tuple[int, int] = (1198, 686), **what: Any) -> Page:
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.open(**what)
        first = page.first_focus()
        if first is not None:
            first.setFocus()
        QApplication.processEvents()
        return page

    return shown
