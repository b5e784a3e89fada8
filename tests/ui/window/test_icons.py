"""Icons: every drawing is one of the set, tinted by the theme, and there for every name the code asks for."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from resources import path
from ui.window import icons
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.buttons import Button
from ui.window.widgets.tone import Tone

NAMES = sorted(file.stem for file in path("icons").glob("*.svg"))


def test_every_drawing_is_asked_for_somewhere(tree: Path) -> None:
    code = "".join(file.read_text("utf-8") for file in (tree / "ui").rglob("*.py"))
    assert [name for name in NAMES if f'"{name}"' not in code] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_of_the_set(name: str) -> None:
    text = icons.drawing(name)
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor"' in text
    assert not re.search(r"#[0-9a-fA-F]{3}|href|<script|<image", text)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_drawn_in_the_colour_asked_for(name: str, qtbot: QtBot) -> None:
    image = icons.pixmap(name, "#A62B1F", 48).toImage()
    solid = [
        image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert all(colour == QColor("#A62B1F") for colour in solid)


def test_every_tone_has_its_icon() -> None:
    assert {tone.icon for tone in Tone} <= set(NAMES)


def test_buttons_are_tinted_anew_with_the_theme(qtbot: QtBot, appearance: Appearance) -> None:
    button = Button("Print", icon="print")
    qtbot.addWidget(button)
    before = button.icon().pixmap(20, 20).toImage()
    appearance.set(Look(Choice.DARK))
    assert button.icon().pixmap(20, 20).toImage() != before
    appearance.set(Look(Choice.DARK, 200))
    assert button.iconSize().height() == 40


def test_a_button_that_qt_has_deleted_is_left_alone(qtbot: QtBot, appearance: Appearance) -> None:
    gone, kept = Button("Print", icon="print"), Button("Print", icon="print")
    qtbot.addWidget(kept)
    delete(gone)
    appearance.set(Look(Choice.LIGHT, 200))
    assert kept.iconSize().height() == 40


def test_a_name_outside_the_set_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.drawing("no_such_icon")


def test_the_names_used_in_the_window_exist(tree: Path) -> None:
    """Names written as `icon = "…"` and IconButton("…") in the window's own files."""
    used: set[str] = set()
    for file in (tree / "ui" / "window").rglob("*.py"):
        words = file.read_text("utf-8")
        used |= set(re.findall(r'\bicon(?:: [\w\[\]]+)? ?= ?"(\w+)"', words))
        used |= set(re.findall(r'(?:IconButton|IconLabel)\(\s*"(\w+)"', words))
    assert used
    assert used <= set(NAMES)
