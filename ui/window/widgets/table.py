"""A table to read and to choose from with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.window import theme
from ui.window.tables.rows import Column, Rows
from ui.window.theme import SPACE

T = TypeVar("T")
_LEAST = 12
"""A column that takes the room that is left never becomes narrower than so many letters."""
_LEAST_GIVING = 10
"""Nor does one that gives way than so many."""
_MOST_LINES = 3
_LOOKED_AT = 40
"""So many rows beyond those in sight are looked at to find the width of a column."""


class Table(QTableView, Generic[T]):
    """Rows of one kind. Up and Down move, Enter or a double click chooses; Tab leaves the table.

    `name` is what screen readers say. A column of width 0, or else the last, takes the room that is left;
    the others are as wide as what they show, up to their width.
    """

    chosen = Signal(object)
    """The row that a person opened with Enter or a double click."""
    moved = Signal(object)
    """The row that is selected now, or None."""

    def __init__(self, name: str, columns: Sequence[Column[T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Rows[T] = Rows(columns)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(any(not column.width for column in columns))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self._choose(self.rows.row(index)))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.moved.emit(self.rows.row(now)))
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths anew."""
        super().resizeEvent(event)
        self._measure()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these rows, keeping the selected one if its place is still there."""
        place = self.currentIndex().row()
        self.rows.set_rows(rows)
        self._measure()
        self._reselect(place)

    def filter(self, wanted: Callable[[T], bool] | None) -> None:
        """Show only what `wanted` says yes to; None shows all."""
        self.rows.filter(wanted)
        self._reselect(0)

    def current(self) -> T | None:
        """The selected row."""
        return self.rows.row(self.currentIndex())

    def select(self, wanted: Callable[[T], bool]) -> None:
        """Select the first row that `wanted` says yes to."""
        for place, row in enumerate(self.rows.shown()):
            if wanted(row):
                self.selectRow(place)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the selected row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.current())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._measure()

    def sizeHint(self) -> QSize:
        """Room for a handful of rows."""
        return QSize(super().sizeHint().width(), self.verticalHeader().defaultSectionSize() * 7)

    def _measure(self) -> None:
        """Columns as wide as what they show, within limits; rows as high as the lines that this makes."""
        metrics = QFontMetrics(self.font())
        side = theme.current().px(16)
        self.setIconSize(QSize(side, side))
        letter = metrics.averageCharWidth()
        fixed = 0
        for place, column in enumerate(self.rows.columns):
            if column.width:
                needed = self.sizeHintForColumn(place) + SPACE[8]
                width = min(needed, letter * column.width + side + 2 * SPACE[16])
                self.setColumnWidth(place, max(width, self.horizontalHeader().sectionSizeHint(place)))
                fixed += self.columnWidth(place)
        self._give_way(fixed - self.viewport().width(), letter * _LEAST_GIVING)
        left = self.viewport().width() - sum(map(self.columnWidth, range(len(self.rows.columns))))
        seen = [place for place in range(len(self.rows.columns)) if not self.isColumnHidden(place)]
        stretched = [place for place, column in enumerate(self.rows.columns) if not column.width]
        for place in stretched:
            room = (self.viewport().width() - fixed) // len(stretched)
            self.setColumnWidth(place, max(room, letter * _LEAST))
        if seen and left > 0 and not stretched:
            self.setColumnWidth(seen[-1], self.columnWidth(seen[-1]) + left)
        lines = max((self._lines(place) for place in stretched), default=1)
        self.verticalHeader().setDefaultSectionSize(lines * metrics.lineSpacing() + 2 * SPACE[8])

    def _give_way(self, over: int, least: int) -> None:
        """Take what there is too much from the columns that give, where that saves scrolling sideways."""
        columns = list(enumerate(self.rows.columns))
        room = {place: max(self.columnWidth(place) - least, 0) for place, column in columns if column.gives}
        if over > sum(room.values()):
            return
        for turn in sorted({column.gives for _, column in columns} - {0}):
            of_turn = {place: spare for place, spare in room.items() if columns[place][1].gives == turn}
            whole = sum(of_turn.values())
            taken = max(min(over, whole), 0)
            for place, spare in of_turn.items():
                self.setColumnWidth(place, self.columnWidth(place) - ceil(spare * taken / max(whole, 1)))
            over -= taken

    def _lines(self, place: int) -> int:
        """How many lines the words of a column that takes the room left need at its width."""
        share = self.sizeHintForColumn(place) / max(self.columnWidth(place), 1)
        return min(ceil(share * 1.15) if share > 1 else 1, _MOST_LINES)

    def _reselect(self, place: int) -> None:
        last = self.rows.rowCount() - 1
        if last >= 0 and not self.currentIndex().isValid():
            self.selectRow(min(max(place, 0), last))

    def _choose(self, row: Any) -> None:
        if row is not None:
            self.chosen.emit(row)
