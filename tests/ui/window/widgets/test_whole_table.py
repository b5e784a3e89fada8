"""A table as high as all its rows: widths shared by what words need, rows as high as their lines."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.window.tables.rows import Column
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.tone import Tone
from ui.window.widgets.whole_table import WholeTable, _shares

ROWS = tuple((f"Person {number}", "word " * (number % 4 * 8 + 1)) for number in range(20))


@pytest.fixture
def area(qtbot: Any) -> Iterator[QScrollArea]:
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(QLabel("Above"))
    column.addWidget(
        WholeTable(
            "People",
            [
                Column("Name", lambda row: row[0], width=20),
                Column("What", lambda row: row[1]),
                Column("State", lambda _: "Everything in", tone=lambda _: Tone.SUFFICIENT, width=14),
            ],
        )
    )
    scrolled = QScrollArea()
    scrolled.setWidgetResizable(True)
    scrolled.setWidget(content)
    qtbot.addWidget(scrolled)
    scrolled.resize(600, 300)
    with qtbot.waitExposed(scrolled):
        scrolled.show()
    scrolled.activateWindow()
    yield scrolled
    scrolled.close()


@pytest.fixture
def table(area: QScrollArea) -> WholeTable[tuple[str, str]]:
    found = area.findChild(WholeTable)
    assert isinstance(found, WholeTable)
    found.set_rows(ROWS)
    QApplication.processEvents()
    return found


def test_all_rows_are_in_it_and_only_the_page_scrolls(
    area: QScrollArea, table: WholeTable[tuple[str, str]]
) -> None:
    assert table.verticalScrollBar().maximum() == 0
    assert table.horizontalScrollBar().maximum() == 0
    assert table.height() > area.height()
    assert area.verticalScrollBar().maximum() > 0


def test_each_row_is_as_high_as_its_own_words(table: WholeTable[tuple[str, str]]) -> None:
    assert table.rowHeight(3) > table.rowHeight(0)
    assert table.rowHeight(0) == table.rowHeight(4)


@pytest.mark.parametrize("scale", [100, 200])
def test_it_shrinks_and_grows_with_its_rows_and_with_the_text(
    table: WholeTable[tuple[str, str]], appearance: Appearance, scale: int
) -> None:
    appearance.set(Look(Choice.LIGHT, scale))
    QApplication.processEvents()
    many = table.height()
    table.set_rows(ROWS[:2])
    QApplication.processEvents()
    assert table.height() < many / 4
    assert table.verticalScrollBar().maximum() == 0


def test_the_selected_row_is_brought_into_sight(
    area: QScrollArea, table: WholeTable[tuple[str, str]], qtbot: Any
) -> None:
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in range(19):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    bottom = table.viewport().mapTo(area.viewport(), table.visualRect(table.currentIndex()).center())
    assert 0 < bottom.y() < area.viewport().height()
    for _ in range(19):
        qtbot.keyClick(table, Qt.Key.Key_Up)
    assert area.verticalScrollBar().value() < table.y() + table.rowHeight(0) * 2


def test_a_turn_of_the_wheel_is_the_pages(table: WholeTable[tuple[str, str]]) -> None:
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    table.wheelEvent(turn)
    assert not turn.isAccepted()


@pytest.mark.parametrize(
    ("needs", "room", "widths"),
    [
        ([(50, 80), (40, 100)], 300, [80, 220]),  # everything in one line; the second takes the rest
        ([(50, 80), (40, 160)], 170, [80, 90]),  # the second wraps first
        ([(50, 150), (40, 160)], 170, [86, 83]),  # and then both, as they ask for it
        ([(50, 80), (40, 160)], 60, [50, 40]),  # never narrower than a word
    ],
)
def test_room_is_shared_by_what_words_need(
    needs: list[tuple[int, int]], room: int, widths: list[int]
) -> None:
    assert _shares(needs, room, [1]) == widths
