"""Two parts beside each other while there is room, the first above the second when there is not."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.beside import Beside
from ui.window.widgets.buttons import Button
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.side_scroll import SideScroll


@pytest.fixture
def beside(qtbot: QtBot) -> Beside:
    made = Beside(Button("First"), Button("Second"), least=600, share=(2, 1))
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def parts(beside: Beside) -> list[QWidget]:
    QApplication.processEvents()
    return [part for part in beside.children() if isinstance(part, QWidget)]


def test_there_is_room_for_both(beside: Beside) -> None:
    first, second = parts(beside)
    assert beside.side_by_side()
    assert first.y() == second.y()
    assert first.x() < second.x()


def test_a_narrow_page_sets_them_one_under_the_other(beside: Beside) -> None:
    beside.resize(500, 300)
    first, second = parts(beside)
    assert not beside.side_by_side()
    assert first.y() + first.height() <= second.y()


def test_large_text_needs_more_room(beside: Beside, appearance: Appearance) -> None:
    appearance.set(Look(Choice.LIGHT, 200))
    first, second = parts(beside)
    assert first.y() + first.height() <= second.y()
    appearance.set(Look(Choice.LIGHT, 100))
    first, second = parts(beside)
    assert first.y() == second.y()


def test_a_long_card_scrolls_beside_and_stands_whole_below(qtbot: QtBot) -> None:
    words = PlainLabel("A long account of one row. " * 60)
    side = SideScroll(words, "The selected row")
    made = Beside(Button("First"), side, least=600)
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    QApplication.processEvents()
    assert side.verticalScrollBar().maximum() > 0
    made.resize(500, 2000)
    for _ in range(3):
        QApplication.processEvents()
    assert side.height() >= words.heightForWidth(words.width())
    assert side.verticalScrollBar().maximum() == 0
    words.setText("Short.")
    for _ in range(3):
        QApplication.processEvents()
    assert side.height() < 100
