"""Rows in memory as a Qt table: sorted, filtered, kept selected, and sound by Qt's own tester."""

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from ui.window.tables.rows import ROW, Column, Rows
from ui.window.widgets.tone import Tone


@dataclass(frozen=True)
class Case:
    number: str
    answered: int | None
    state: str = "Reading"


CASES = (Case("48-219", 41), Case("48-213", None), Case("48-226", 9, "Alert open"))


@pytest.fixture
def rows(qtbot: QtBot) -> Rows[Case]:
    made = Rows(
        [
            Column[Case]("Case", lambda case: case.number),
            Column[Case](
                "Answered", lambda case: str(case.answered or ""), lambda case: case.answered, number=True
            ),
            Column[Case](
                "State",
                lambda case: case.state,
                tone=lambda case: Tone.ATTENTION if case.state == "Alert open" else Tone.PLAIN,
            ),
        ]
    )
    made.set_rows(CASES)
    return made


def numbers(rows: Rows[Case]) -> list[str]:
    return [str(rows.index(at, 0).data()) for at in range(rows.rowCount())]


def test_qt_finds_it_sound(rows: Rows[Case], qtmodeltester: Any) -> None:
    qtmodeltester.check(rows)
    rows.sort(1)
    rows.filter(lambda case: case.answered is not None)
    rows.set_rows(CASES[:1])
    rows.set_rows(())
    qtmodeltester.check(rows)


def test_numbers_sort_as_numbers_and_what_is_missing_comes_last(rows: Rows[Case]) -> None:
    rows.sort(1, Qt.SortOrder.AscendingOrder)
    assert numbers(rows) == ["48-226", "48-219", "48-213"]
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert numbers(rows) == ["48-219", "48-226", "48-213"]
    rows.sort(-1)
    assert numbers(rows) == ["48-219", "48-213", "48-226"]


def test_order_and_filter_stay_when_rows_come_anew(rows: Rows[Case]) -> None:
    rows.sort(0)
    rows.filter(lambda case: case.state == "Reading")
    assert numbers(rows) == ["48-213", "48-219"]
    rows.set_rows((*CASES, Case("48-100", 1)))
    assert numbers(rows) == ["48-100", "48-213", "48-219"]
    rows.filter(None)
    assert rows.rowCount() == 4


def test_who_points_at_a_row_goes_on_pointing_at_it(rows: Rows[Case]) -> None:
    held = QPersistentModelIndex(rows.index(0, 0))
    rows.sort(0)
    assert held.data() == "48-219"
    assert held.row() == 1


def test_a_cell_gives_words_row_side_and_colour(rows: Rows[Case]) -> None:
    cell = rows.index(2, 2)
    assert cell.data() == "Alert open"
    assert cell.data(ROW) is CASES[2]
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name() == "#855000"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert rows.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "Answered"


def test_a_tool_tip_is_never_markup(rows: Rows[Case]) -> None:
    rows.set_rows([Case("<img src='x'>", 1)])
    assert "<img" not in str(rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
