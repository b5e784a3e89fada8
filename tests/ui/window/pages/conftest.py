"""What tests of pages share: a person's place with its settings, files that are chosen, and a shown page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.office import Office, set_up
from tests.somebody import Chosen
from ui.presenters import settings
from ui.window.page import Page
from ui.window.surroundings import MeantStore, Preferences, Surroundings


@pytest.fixture
def files() -> Chosen:
    return Chosen()


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
