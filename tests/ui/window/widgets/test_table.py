"""The table: chosen with Enter, moved in with arrows, left with Tab, as wide as what it shows."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.tables.rows import Column
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.table import Table

ROWS = ("first", "second", "third")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    table: Table[str] = Table(
        "Words", [Column[str]("Word", str, width=20), Column[str]("Length", lambda w: str(len(w)))]
    )
    table.set_rows(ROWS)
    column.addWidget(table)
    column.addWidget(QPushButton("Next"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.resize(500, 400)
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def table(page: QWidget) -> Any:
    found = page.findChild(Table)
    assert isinstance(found, Table)
    found.setFocus()
    return found


def test_the_first_row_is_selected_and_enter_opens_it(table: Table[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == ["first"]


def test_arrows_move(table: Table[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.moved) as moved:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert moved.args == ["second"]
    assert table.current() == "second"


def test_tab_leaves(table: Table[str], page: QWidget) -> None:
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.findChild(QPushButton)


def test_the_selection_survives_new_rows_sorting_and_goes_to_the_first_after_a_filter(
    table: Table[str],
) -> None:
    table.select(lambda word: word == "second")
    table.set_rows(("one", "two", "three"))
    assert table.current() == "two"
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.current() == "two"
    table.filter(lambda word: word == "three")
    assert table.current() == "three"


def test_nothing_is_chosen_in_an_empty_table(table: Table[str], qtbot: QtBot) -> None:
    table.set_rows(())
    with qtbot.assertNotEmitted(table.chosen):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_rows_grow_with_the_text(table: Table[str], appearance: Appearance) -> None:
    before = table.rowHeight(0)
    appearance.set(Look(Choice.LIGHT, 200))
    assert table.rowHeight(0) > before + 15


def test_words_that_do_not_fit_wrap(table: Table[str]) -> None:
    before = table.rowHeight(0)
    table.rows.columns = (Column("Words", lambda word: word * 30), *table.rows.columns[1:])
    table.set_rows(ROWS)
    assert table.rowHeight(0) > before


def test_where_no_column_takes_what_is_left_the_last_in_sight_does(qtbot: QtBot) -> None:
    columns = [Column[str](title, str, width=9) for title in ("One", "Two", "Three")]
    made: Table[str] = Table("Words", columns)
    qtbot.addWidget(made)
    made.setColumnHidden(2, True)
    made.resize(600, 300)
    made.show()
    made.set_rows(ROWS)
    assert made.columnWidth(0) + made.columnWidth(1) == made.viewport().width()
