"""A list of what a search found: where it stands, and the text with the words that fit marked.

The marks are drawn as stretches of bold on a pale ground. The text is never read as markup.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.presenters.search import Found
from ui.window import icons, theme
from ui.window.tables.hits import FOUND, Hits
from ui.window.theme import SPACE

AnyIndex = QModelIndex | QPersistentModelIndex


class HitList(QListView):
    """Up and Down move, Enter or a double click opens."""

    chosen = Signal(object)
    """What a person opened."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = Hits()
        self.setAccessibleName(name)
        self.setModel(self.hits)
        self.setItemDelegate(_Drawn(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._choose)

    def set_found(self, found: tuple[Found, ...]) -> None:
        """Show these, the first one selected."""
        self.hits.set_found(found)
        if found:
            self.setCurrentIndex(self.hits.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is selected."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the size of text changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: AnyIndex) -> None:
        found = index.data(FOUND)
        if found is not None:
            self.chosen.emit(found)


class _Drawn(QStyledItemDelegate):
    """Draws one hit: a line that says where it stands, its text, and who wrote it when."""

    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw it."""
        found: Found = index.data(FOUND)
        shown = theme.current()
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setClipRect(box)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, shown.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, shown.wash("accent"))
        painter.setPen(shown.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        side = shown.px(20)
        icon = QRectF(box.left() + SPACE[12], box.top() + SPACE[8], side, side)
        icons.paint(painter, found.icon, shown.colour("quiet"), icon)
        top = box.top() + SPACE[8]
        for layout, token in self._layouts(found, self._room(box.width())):
            painter.setPen(shown.colour(token))
            layout.draw(painter, QPointF(icon.right() + SPACE[12], top))
            top += layout.boundingRect().height() + 2
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as its words need at the width of the list."""
        width = self._view.viewport().width()
        heights = (
            lay.boundingRect().height() for lay, _ in self._layouts(index.data(FOUND), self._room(width))
        )
        return QSize(width, round(sum(height + 2 for height in heights)) + 2 * SPACE[8])

    @staticmethod
    def _room(width: float) -> float:
        return max(width - theme.current().px(20) - 3 * SPACE[12], 1.0)

    def _layouts(self, found: Found, width: float) -> list[tuple[QTextLayout, str]]:
        strong, usual, small = self._font(QFont.Weight.DemiBold), self._font(), self._font(caption=True)
        place = " · ".join(part for part in (found.place, found.kind, found.question) if part)
        return [
            (_set(place, strong, width, lines=1), "ink"),
            (_set(found.snippet, usual, width, marks=_marks(found)), "ink"),
            (_set(found.about, small, width, lines=1), "quiet"),
        ]

    def _font(self, weight: QFont.Weight = QFont.Weight.Normal, *, caption: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(theme.current().size("caption" if caption else "body"))
        font.setWeight(weight)
        return font


def _marks(found: Found) -> list[QTextLayout.FormatRange]:
    """Bold on a pale ground, for the stretches that were searched for."""
    drawn = QTextCharFormat()
    drawn.setFontWeight(QFont.Weight.Bold)
    drawn.setBackground(theme.current().wash("attention"))
    drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    ranges, at = [], 0
    for span in found.spans:
        if span.found:
            stretch = QTextLayout.FormatRange()
            stretch.start, stretch.length, stretch.format = at, len(span.words), drawn
            ranges.append(stretch)
        at += len(span.words)
    return ranges


def _set(
    words: str, font: QFont, width: float, lines: int = 0, marks: list[QTextLayout.FormatRange] | None = None
) -> QTextLayout:
    """Set words in lines of a width; with `lines` 1 they end in dots where they do not fit."""
    if lines == 1:
        words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if marks:
        layout.setFormats(marks)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
