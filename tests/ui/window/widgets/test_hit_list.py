"""Hits as they are drawn: marked stretches stand out, text stays text, words wrap."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.presenters.search import Found, Span
from ui.window import theme
from ui.window.tables.hits import FOUND, Hits
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.hit_list import HitList


def found(*spans: Span, question: str = "2.2.3  Does planning?") -> Found:
    return Found(
        "Evidence note", "evidence", "Case 4101", question, "you, 09:30", spans, "a" * 32, "plan_safety"
    )


PLAIN = found(Span("The children are named.", False))
MARKED = found(Span("The ", False), Span("children", True), Span(" are named.", False))
MARKUP = found(Span("<b>bold</b> <img src=x> & more", False))


@pytest.fixture
def shown(qtbot: QtBot) -> HitList:
    made = HitList("What was found")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def picture(shown: HitList, hit: Found) -> QImage:
    shown.set_found((PLAIN, hit))
    QApplication.processEvents()
    index = shown.hits.index(1)
    return shown.viewport().grab(shown.visualRect(index)).toImage()


def test_marked_words_look_different_and_stand_on_the_pale_ground(shown: HitList) -> None:
    marked, plain = picture(shown, MARKED), picture(shown, PLAIN)
    assert marked.size() == plain.size()
    wash = theme.current().wash("attention").rgb()
    colours = {marked.pixel(x, y) for x in range(marked.width()) for y in range(marked.height())}
    assert wash in colours
    assert wash not in {plain.pixel(x, y) for x in range(plain.width()) for y in range(plain.height())}


def test_markup_is_drawn_as_it_was_typed(shown: HitList) -> None:
    """A rich-text drawing would leave the letters of the tags out and be narrower."""
    index = shown.hits
    shown.set_found((MARKUP,))
    said = index.data(index.index(0))
    assert "<b>bold</b> <img src=x> & more" in said
    with_tags = picture(shown, MARKUP)
    without = picture(shown, found(Span("bold & more", False)))
    assert with_tags != without


def test_long_words_wrap_instead_of_running_out(shown: HitList, appearance: Appearance) -> None:
    one, many = found(Span("word", False)), found(Span("word " * 80, False))
    shown.set_found((one, many))
    QApplication.processEvents()
    heights = [shown.visualRect(index.index(row)).height() for index in (shown.hits,) for row in (0, 1)]
    assert heights[1] > 2 * heights[0]
    appearance.set(Look(Choice.LIGHT, 200))
    QApplication.processEvents()
    assert shown.visualRect(shown.hits.index(1)).height() > heights[1]
    assert shown.horizontalScrollBar().maximum() == 0


def test_keys_and_names(shown: HitList) -> None:
    opened: list[Any] = []
    shown.chosen.connect(opened.append)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened == []
    shown.set_found((PLAIN, MARKED))
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened == [MARKED]


def test_screen_readers_hear_place_and_text() -> None:
    hits = Hits()
    hits.set_found((MARKED, found(Span("x", False), question="")))
    said = hits.data(hits.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == ("Case 4101, Evidence note. 2.2.3  Does planning?. The children are named.. you, 09:30")
    assert "Does" not in hits.data(hits.index(1), Qt.ItemDataRole.DisplayRole)
    assert hits.data(hits.index(0), FOUND) is MARKED
    assert hits.data(hits.index(7)) is None
