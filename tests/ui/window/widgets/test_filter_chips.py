"""Filters with counts: one chosen at a time, the count said, a person's choice told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.window.widgets.filter_chips import Chip, FilterChips

CHIPS = [("all", "All", 16), ("reading", "Reading", 4), ("r&d", "Risk & need", 2)]


def test_choosing_tells_the_code(qtbot: QtBot) -> None:
    filters = FilterChips("Filter by state")
    qtbot.addWidget(filters)
    filters.set(CHIPS, "all")
    chip = filters.findChildren(Chip)[1]
    with qtbot.waitSignal(filters.chosen) as chosen:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chosen.args == ["reading"]
    assert filters.selected() == "reading"


def test_new_counts_keep_the_chips_and_the_choice_of_the_page(qtbot: QtBot) -> None:
    filters = FilterChips("Filter by state")
    qtbot.addWidget(filters)
    filters.set(CHIPS, "all")
    before = filters.findChildren(Chip)
    with qtbot.assertNotEmitted(filters.chosen):
        filters.set([("all", "All", 15), *CHIPS[1:]], "reading")
    assert filters.findChildren(Chip) == before
    assert before[0].accessibleName() == "All, 15"
    assert filters.selected() == "reading"


def test_an_ampersand_is_shown_not_underlined(qtbot: QtBot) -> None:
    filters = FilterChips("Filter by state")
    qtbot.addWidget(filters)
    filters.set(CHIPS, "all")
    assert "Risk && need" in filters.findChildren(Chip)[2].text()
