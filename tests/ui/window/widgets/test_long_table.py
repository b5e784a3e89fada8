"""A long table: columns share the width, rows are as high as their words, empty columns are not shown."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.window.tables.rows import Column
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.long_table import LongTable

Row = tuple[str, str, str]
LONG = "a sentence that goes on for longer than the table is wide, as sentences of refused rows do"
ROWS: tuple[Row, ...] = (("1", "plain", ""), ("2", LONG, ""), ("3", "plain", ""))


def table(qtbot: QtBot, rows: Sequence[Row] = ROWS) -> LongTable[Row]:
    made: LongTable[Row] = LongTable(
        "Rows",
        [
            Column("Row", lambda row: row[0], width=5),
            Column("Words", lambda row: row[1]),
            Column("Why", lambda row: row[2], width=10),
        ],
    )
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.set_rows(rows)
    made.show()
    QApplication.processEvents()
    return made


def test_long_words_wrap_and_only_their_row_is_high(qtbot: QtBot) -> None:
    shown = table(qtbot)
    heights = [shown.rowHeight(at) for at in range(3)]
    assert heights[0] == heights[2] < heights[1]
    assert shown.horizontalHeader().length() <= shown.viewport().width()


def test_a_short_column_stays_on_one_line_beside_long_sentences(qtbot: QtBot) -> None:
    shown = table(qtbot, [("1", LONG, "Left blank"), ("2", "plain", "Left blank")])
    assert shown.columnWidth(2) >= QFontMetrics(shown.font()).horizontalAdvance("Left blank")
    assert shown.rowHeight(1) < shown.rowHeight(0)


def test_heights_follow_their_rows_when_sorted_or_filtered(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    shown.filter(lambda row: row[0] != "3")
    assert [row[0] for row in shown.rows.shown()] == ["2", "1"]
    assert shown.rowHeight(0) > shown.rowHeight(1)


def test_a_column_in_which_nothing_stands_is_not_shown(qtbot: QtBot) -> None:
    shown = table(qtbot)
    assert shown.isColumnHidden(2)
    shown.set_rows([("1", "plain", "because")])
    assert not shown.isColumnHidden(2)
    shown.set_rows([])
    assert not shown.isColumnHidden(2)


def test_a_column_left_out_leaves_its_room_to_the_others(qtbot: QtBot) -> None:
    shown = table(qtbot, [("1", "plain", "because")])
    shown.leave_out(1, on=True)
    shown.set_rows([("1", "plain", "because"), ("2", "plain", "because")])
    assert shown.isColumnHidden(1)
    assert shown.horizontalHeader().length() == shown.viewport().width()
    shown.leave_out(1, on=False)
    assert not shown.isColumnHidden(1)


def test_a_few_rows_are_always_in_sight(qtbot: QtBot) -> None:
    shown = table(qtbot, [(str(number), "plain", "") for number in range(500)])
    rows = shown.verticalHeader().defaultSectionSize()
    assert shown.minimumHeight() >= 6 * rows


def test_larger_text_is_measured_once_and_fits(qtbot: QtBot, appearance: Appearance) -> None:
    shown = table(qtbot)
    before = shown.rowHeight(0)
    appearance.set(Look(Choice.LIGHT, 200))
    QApplication.processEvents()
    assert shown.rowHeight(0) > before
    assert shown.rowHeight(1) > 2 * shown.rowHeight(0)


@pytest.mark.parametrize("width", [420, 900])
def test_what_is_left_goes_to_the_column_without_a_width(qtbot: QtBot, width: int) -> None:
    shown = table(qtbot, [("1", "plain", "because")])
    shown.resize(width, 300)
    QApplication.processEvents()
    assert abs(shown.horizontalHeader().length() - shown.viewport().width()) <= 2
    assert shown.columnWidth(1) > shown.columnWidth(0)
