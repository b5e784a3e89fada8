"""A table of many rows on a page that scrolls: it takes the room left, and never less than a few rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QTableView, QWidget

from ui.window import theme
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.table import Table

T = TypeVar("T")
_LEAST_ROWS = 6
_LOOKED_AT = 30
"""So many of the longest texts of a column are measured; the others are shorter."""
_SIDES = 2 * SPACE[12]
_WRAP = int(Qt.TextFlag.TextWordWrap)


class LongTable(Table[T]):
    """Scrolls within itself, made for hundreds or thousands of rows.

    Columns share the width: one line each where there is room, wrapped where there is not, and never
    narrower than their longest word. A column of width 0 takes what is left over; one in which nothing
    stands is not shown. Every row is as high as its own words need.
    """

    def __init__(self, name: str, columns: Sequence[Column[T]], parent: QWidget | None = None) -> None:
        self._metrics: QFontMetrics | None = None
        self._asked = False
        """It is to be measured anew as soon as everything that is changing has changed."""
        self._left_out: set[int] = set()
        super().__init__(name, columns, parent)
        self.rows.layoutChanged.connect(self._set_heights)
        self.rows.modelReset.connect(self._set_heights)

    def minimumSizeHint(self) -> QSize:
        """The titles and a few rows."""
        line = self.verticalHeader().defaultSectionSize()
        rows = line * min(max(self.rows.rowCount(), 2), _LEAST_ROWS)
        head = self.horizontalHeader().sizeHint().height()
        return QSize(super().minimumSizeHint().width(), head + rows + 2 * self.frameWidth())

    def leave_out(self, place: int, *, on: bool) -> None:
        """Do not show a column at all, or show it again."""
        self._left_out = self._left_out | {place} if on else self._left_out - {place}
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """A change of theme or size comes as dozens of events: measure once, after the last."""
        QTableView.changeEvent(self, event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._measure)

    def showEvent(self, event: QShowEvent) -> None:
        """What is not in sight is measured when it comes into sight."""
        super().showEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Share the width among the columns, then give each row the height that its words need."""
        self._asked = False
        if not self.isVisible():
            return
        side = theme.current().px(16)
        self.setIconSize(QSize(side, side))
        self._metrics = QFontMetrics(self.font())
        shown = self.rows.shown()
        places = []
        for place, column in enumerate(self.rows.columns):
            empty = bool(shown) and not any(column.text(row) for row in shown)
            self.setColumnHidden(place, empty or place in self._left_out)
            if not self.isColumnHidden(place):
                places.append(place)
        needs = {place: self._needs(place, self._metrics) for place in places}
        room = self.viewport().width()
        most = sum(line for _, line in needs.values())
        left, slack = max(room - most, 0), max(min(room, most) - sum(word for word, _ in needs.values()), 0)
        spread = [place for place in places if not self.rows.columns[place].width] or places[-1:]
        wishes = sorted((line - word, place) for place, (word, line) in needs.items())
        for at, (wish, place) in enumerate(wishes):  # small wishes first: long sentences wrap, words do not
            given = min(wish, slack // (len(wishes) - at))
            slack -= given
            more = left // len(spread) if place in spread else 0
            self.setColumnWidth(place, needs[place][0] + given + more)
        self._set_heights()
        self.setMinimumHeight(self.minimumSizeHint().height())

    def _needs(self, place: int, metrics: QFontMetrics) -> tuple[int, int]:
        """The width of a column's longest word, and of its longest line, with what surrounds them."""
        column = self.rows.columns[place]
        head = self.horizontalHeader().sectionSizeHint(place)
        beside = self._beside(place)
        texts = sorted({column.text(row) for row in self.rows.shown()}, key=len)[-_LOOKED_AT:]
        words = sorted({word for text in texts for word in text.split()}, key=len)[-_LOOKED_AT:]
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0) + beside
        line = max((metrics.horizontalAdvance(text) for text in texts), default=0) + beside
        return max(longest, head), max(line, head)

    def _beside(self, place: int) -> int:
        """How much of a column's width is not for words."""
        column = self.rows.columns[place]
        return _SIDES + (theme.current().px(16) + SPACE[8] if column.icon or column.tone else 0)

    def _set_heights(self) -> None:
        metrics = self._metrics
        if metrics is None:
            return
        line = metrics.lineSpacing() + 2 * SPACE[8]
        self.verticalHeader().setDefaultSectionSize(line)
        rooms = {
            place: self.columnWidth(place) - self._beside(place)
            for place in range(len(self.rows.columns))
            if not self.isColumnHidden(place)
        }
        for at, row in enumerate(self.rows.shown()):
            needed = line
            for place, room in rooms.items():
                text = self.rows.columns[place].text(row)
                if text and metrics.horizontalAdvance(text) > room:
                    box = metrics.boundingRect(QRect(0, 0, max(room, 1), 10_000), _WRAP, text)
                    needed = max(needed, box.height() + 2 * SPACE[8])
            if self.rowHeight(at) != needed:
                self.setRowHeight(at, needed)
