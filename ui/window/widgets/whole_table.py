"""A table on a page that scrolls: as high as all its rows, no wider than the page while words can wrap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.window import theme
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.table import Table

T = TypeVar("T")
_PADDING = SPACE[16] + SPACE[4]
_FAIR = 0.25
"""A column that takes what is left gets at least so much of the width before the others wrap."""
_WORDS = re.compile(r"[^\s\u200b]+")
"""What is never broken; a space of no width allows a break, as in long file names."""


class WholeTable(Table[T]):
    """Every row is in sight or a scroll of the page away, each as high as its words need.

    Columns share the width as their words ask for it: one line each where there is room, never narrower than
    their longest word. A column of width 0 takes what is left, and wraps first. For tables of up to a few
    hundred rows.
    """

    def __init__(self, name: str, columns: Sequence[Column[T]], parent: QWidget | None = None) -> None:
        super().__init__(name, columns, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.moved.connect(lambda _: self._bring_into_sight())

    def sizeHint(self) -> QSize:
        """As high as the header, all rows, and a bar to scroll sideways where one is needed."""
        heights = (self.rowHeight(row) for row in range(self.rows.rowCount()))
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if self.horizontalHeader().length() > self.viewport().width() else 0
        header = self.horizontalHeader().sizeHint().height()
        return QSize(super().sizeHint().width(), header + sum(heights) + extra + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Never less high than that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _measure(self) -> None:
        """Share the width among the columns, then give each row the height of its words."""
        shown = theme.current()
        self.setIconSize(QSize(shown.px(16), shown.px(16)))
        room = self.viewport().width()
        needs = [self._needs(place) for place in range(len(self.rows.columns))]
        for place, width in enumerate(_shares(needs, room, self._stretched())):
            self.setColumnWidth(place, width)
        for row in range(self.rows.rowCount()):
            self.setRowHeight(row, self._height(row))
        self.updateGeometry()

    def _height(self, row: int) -> int:
        """The height of a row in which no word is cut."""
        metrics, shown = QFontMetrics(self.font()), self.rows.shown()[row]
        heights = [metrics.lineSpacing()]
        for place, column in enumerate(self.rows.columns):
            room = QRect(0, 0, max(self.columnWidth(place) - self._beside(place), 1), 100_000)
            heights.append(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, column.text(shown)).height())
        return max(heights) + 2 * SPACE[8]

    def _beside(self, place: int) -> int:
        """What stands in a cell beside its words: room at both sides, and an icon where there is one."""
        column = self.rows.columns[place]
        icon = theme.current().px(16) + SPACE[8] if column.icon or column.tone else 0
        return _PADDING + icon

    def _needs(self, place: int) -> tuple[int, int]:
        """The width of a column's longest word, and of its longest line, with what surrounds them.

        Its title stands in one line; only where there is room for it, a mark for sorting stands beside it.
        """
        column = self.rows.columns[place]
        metrics, beside = QFontMetrics(self.font()), self._beside(place) + 2
        texts = {column.text(row) for row in self.rows.shown()}
        words = {word for text in texts for word in _WORDS.findall(text)}
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0) + beside
        line = max((metrics.horizontalAdvance(text) for text in texts), default=0) + beside
        title = _title_metrics(self.font()).horizontalAdvance(column.title) + _PADDING
        return max(longest, title), max(line, self.horizontalHeader().sectionSizeHint(place))

    def _stretched(self) -> list[int]:
        columns = self.rows.columns
        return [place for place, column in enumerate(columns) if not column.width] or [len(columns) - 1]

    def _bring_into_sight(self) -> None:
        """Scroll the page when the selected row is out of sight, while the keyboard is here."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if isinstance(area, QScrollArea) else None
        if content is None or not self.hasFocus() or not isinstance(area, QScrollArea):
            return
        row = self.visualRect(self.currentIndex())
        middle = self.viewport().mapTo(content, row.center())
        area.ensureVisible(0, middle.y(), 0, row.height() // 2 + SPACE[16])


def _title_metrics(font: QFont) -> QFontMetrics:
    """Measures titles as the style sheet draws them."""
    drawn = QFont(font)
    drawn.setPixelSize(theme.current().size("caption"))
    drawn.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(drawn)


def _shares(needs: Sequence[tuple[int, int]], room: int, stretched: Sequence[int]) -> list[int]:
    """Widths of columns of which each needs (longest word, longest line) pixels, in so much room.

    >>> _shares([(50, 80), (40, 100)], 300, [1])
    [80, 220]
    >>> _shares([(50, 80), (40, 160)], 170, [1])
    [80, 90]
    """
    lines, words = [line for _, line in needs], [word for word, _ in needs]
    if sum(lines) <= room:
        for place in stretched:
            lines[place] += (room - sum(lines)) // len(stretched)
        return lines
    left = room - sum(line for place, line in enumerate(lines) if place not in stretched)
    if left // len(stretched) >= max([words[place] for place in stretched] + [int(room * _FAIR)]):
        return [left // len(stretched) if place in stretched else line for place, line in enumerate(lines)]
    slack, wanted = max(room - sum(words), 0), max(sum(lines) - sum(words), 1)
    return [word + (line - word) * slack // wanted for word, line in needs]
