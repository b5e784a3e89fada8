"""The rail: says where one is, folds to icons that keep their names, and folds by itself for large text."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.nav_rail import NavRail

PLACES = [("today", "Today", "calendar"), ("search", "Search & find", "search")]


def made(qtbot: QtBot) -> NavRail:
    rail = NavRail()
    qtbot.addWidget(rail)
    rail.set_places(PLACES)
    return rail


def test_enter_on_a_place_tells_it(qtbot: QtBot) -> None:
    rail = made(qtbot)
    button = next(b for b in rail.findChildren(QPushButton) if b.accessibleName() == "Search & find")
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen.args == ["search"]


def test_a_place_that_is_not_on_it_marks_none(qtbot: QtBot) -> None:
    rail = made(qtbot)
    rail.mark("today")
    assert [b.accessibleName() for b in rail.findChildren(QPushButton) if b.isChecked()] == ["Today"]
    rail.mark("elsewhere")
    assert not [b for b in rail.findChildren(QPushButton) if b.isChecked()]


def test_folded_it_keeps_its_names(qtbot: QtBot) -> None:
    rail = made(qtbot)
    wide = rail.width()
    rail.fold()
    assert rail.width() < wide / 2
    for button in rail.findChildren(QPushButton):
        assert button.text() == ""
        assert button.accessibleName()
        assert button.toolTip()
    rail.fold()
    assert rail.findChildren(QPushButton)[1].text()


def test_large_text_folds_it_and_a_person_may_unfold_it(qtbot: QtBot, appearance: Appearance) -> None:
    rail = made(qtbot)
    appearance.set(Look(Choice.LIGHT, 150))
    assert rail.folded()
    rail.fold()
    appearance.set(Look(Choice.DARK, 150))
    assert not rail.folded()
    appearance.set(Look(Choice.DARK, 100))
    assert not rail.folded()


def test_where_it_has_to_scroll_the_bar_stands_beside_its_places(
    qtbot: QtBot, appearance: Appearance
) -> None:
    rail = NavRail()
    qtbot.addWidget(rail)
    rail.set_places([(f"p{number}", "Place", "search") for number in range(14)])
    appearance.set(Look(Choice.LIGHT, 200))
    rail.resize(rail.width(), 500)
    rail.show()
    QApplication.processEvents()
    rail.mark("p13")
    area = rail.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    last = next(b for b in rail.findChildren(QPushButton) if b.isChecked())
    assert area.viewport().rect().contains(last.mapTo(area.viewport(), last.rect().center()))
