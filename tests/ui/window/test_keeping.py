"""Settings hold at once and are kept, wherever they were changed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.settings import read_settings
from tests.ui.conftest import Practice
from ui.window.background import AtOnce
from ui.window.errors import Unexpected
from ui.window.keeping import Keeping
from ui.window.main_window import MainWindow
from ui.window.surroundings import Preferences
from ui.window.theme import Appearance, Choice, Look

VALUES: dict[str, str | int] = {
    "theme": "light",
    "text_size": 100,
    "lock_after": 10,
    "guidance": "beside",
    "language": "en",
}


@pytest.fixture
def preferences() -> Preferences:
    return Preferences(VALUES)


@pytest.fixture
def keeping(qtbot: QtBot, appearance: Appearance, preferences: Preferences, tmp_path: Path) -> Keeping:
    made = Keeping(appearance, preferences, tmp_path)
    window = MainWindow(AtOnce(), (), appearance, Unexpected(), lambda _: None)
    qtbot.addWidget(window)
    made.begin(window)
    return made


def test_what_a_page_keeps_holds_and_is_kept(
    keeping: Keeping, appearance: Appearance, tmp_path: Path
) -> None:
    keeping.keep("text_size", 150)
    keeping.keep("theme", "dark")
    keeping.keep("lock_after", 5)
    assert appearance.look == Look(Choice.DARK, 150)
    assert read_settings(tmp_path) == {**VALUES, "text_size": 150, "theme": "dark", "lock_after": 5}


@pytest.mark.usefixtures("keeping")
def test_what_a_key_changed_is_kept_too(
    appearance: Appearance, preferences: Preferences, tmp_path: Path
) -> None:
    appearance.set(Look(Choice.CONTRAST, 200))
    assert read_settings(tmp_path)["text_size"] == 200
    assert read_settings(tmp_path)["theme"] == "contrast"
    assert preferences.value("theme") == "contrast"


def test_the_language_of_sheets_holds_for_the_session_that_is_open_and_the_next(
    keeping: Keeping, practice: Practice
) -> None:
    window = keeping.parent()
    assert isinstance(window, MainWindow)
    window.held.session = practice.ann
    assert window.held.session is practice.ann
    keeping.keep("language", "cy")
    assert window.held.session.language == "cy"
    window.held.session = practice.lee
    assert (window.held.session.author, window.held.session.language) == (practice.lee.author, "cy")
    keeping.keep("language", "en")
    assert window.held.session.language == "en"
