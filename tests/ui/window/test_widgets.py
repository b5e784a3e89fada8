"""Every widget in three themes and sizes: nothing clipped, nameless, too small to hit or overlapping.

With the environment variable CASEBOOK_PICTURES set to a folder, the pictures are kept there to be looked at.
"""

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.window.background import AtOnce
from ui.window.contents import Entry
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.theme import THEMES, Appearance, Choice, Look

LAPTOP = (1366, 728)  # 1366 by 768 less the system's own bar


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, gallery: ModuleType) -> MainWindow:
    entries = [Entry(name, page.title, page.icon, page) for name, page in gallery.PAGES]
    shown = MainWindow(AtOnce(), entries, appearance, Unexpected(), lambda _: None)
    qtbot.addWidget(shown)
    shown.resize(*LAPTOP)
    return shown


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_wrong_with_any_page(
    window: MainWindow,
    appearance: Appearance,
    gallery: ModuleType,
    faults: Callable[[QWidget], list[str]],
    theme: str,
    scale: int,
) -> None:
    appearance.set(Look(Choice(theme), scale))
    window.show()
    window.enter(None, frozenset(), Place("North West division of the National Probation Service", "48-213"))
    window.saved("2018-10-08T13:02:11Z")
    window.announce("The bundle is written and checked")
    found: list[str] = []
    for name, _ in gallery.PAGES:
        window.navigate(name)
        found += faults(window)
        _keep(window, f"{name}-{theme}-{scale}")
    window.refuse(gallery.REFUSAL)
    found += faults(window)
    _keep(window, f"refusal-{theme}-{scale}")
    window.refusal.close_panel()
    window.toggle_keyboard_map()
    found += faults(window)
    _keep(window, f"keys-{theme}-{scale}")
    assert not found, "\n".join(found)
    assert (window.width(), window.height()) == LAPTOP


def test_changing_theme_and_size_while_open_leaves_nothing_behind(
    window: MainWindow, appearance: Appearance, faults: Callable[[QWidget], list[str]]
) -> None:
    window.show()
    window.enter(None, frozenset(), Place("North West 2018", "48-213"))
    for theme, scale in (("dark", 200), ("light", 125), ("contrast", 175), ("light", 100)):
        appearance.set(Look(Choice(theme), scale))
        found = faults(window)
        assert not found, f"{theme} {scale}: " + "\n".join(found)
    assert not window.rail.folded()


def _keep(window: MainWindow, name: str) -> None:
    folder = os.environ.get("CASEBOOK_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        window.grab().save(str(Path(folder) / f"{name}.png"))
