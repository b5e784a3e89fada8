"""The outline at the left: every question with its state as icon and word, dense enough to oversee."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.presenters.assessment.outline import QUESTION_ROW, SECTION, VIEW, OutlineRow
from ui.window import icons, theme
from ui.window.theme import SPACE
from ui.window.widgets.tone import Tone

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class OutlineRows(QAbstractListModel):
    """The rows as the presenter hands them over; only those that are other values are drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[OutlineRow, ...] = ()
        self._places: dict[str, int] = {}

    def set_rows(self, rows: tuple[OutlineRow, ...]) -> None:
        """Show these rows."""
        if len(rows) != len(self._rows) or any(
            new.id != old.id for new, old in zip(rows, self._rows, strict=True)
        ):
            self.beginResetModel()
            self._rows = rows
            self._places = {row.id: at for at, row in enumerate(rows) if row.kind == QUESTION_ROW}
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (new, old) in enumerate(zip(rows, before, strict=True)):
            if new is not old:
                self.dataChanged.emit(self.index(at), self.index(at))

    def place(self, question: str) -> QModelIndex:
        """Return the index of a question; an invalid one when it is not there."""
        at = self._places.get(question)
        return QModelIndex() if at is None else self.index(at)

    def row(self, index: AnyIndex) -> OutlineRow | None:
        """Return the row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says, to the delegate, to screen readers and in its tool tip."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(f'{row.code}  {row.words}'.strip())}</qt>"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Only questions can be chosen."""
        row = self.row(index)
        if row is None or row.kind != QUESTION_ROW:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class OutlineList(QTreeView):
    """Up and Down move through the questions, Enter opens one; a click does both.

    A tree without branches: unlike a list it does not measure every row anew when one of them changes.
    """

    chosen = Signal(str)
    """The id of the question that a person opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Questions of this assessment")
        self.rows = OutlineRows()
        self.setModel(self.rows)
        self.setItemDelegate(OutlineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def mark(self, question: str) -> None:
        """Show which question is open, and keep it in sight."""
        index = self.rows.place(question)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
        self._bring_into_sight(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the question that is marked; letters belong to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _bring_into_sight(self, index: QModelIndex) -> None:
        """Leave the list where it is while the question and its neighbours can be seen."""
        here, height = self.visualRect(index), self.viewport().height()
        if here.top() < here.height() or here.bottom() > height - 2 * here.height():
            self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None and row.kind == QUESTION_ROW:
            self.chosen.emit(row.id)


class OutlineDelegate(QStyledItemDelegate):
    """Draws one row: code, as much of the wording as fits, and its state at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line of caption text; titles have more room above."""
        row: OutlineRow = index.data(ROW)
        height = QFontMetrics(_font()).height()
        above = {VIEW: SPACE[16], SECTION: SPACE[12]}.get(row.kind, 0)
        return QSize(120, height + above + (SPACE[4] if row.kind == VIEW else SPACE[8]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: OutlineRow = index.data(ROW)
        painter.save()
        if row.kind == QUESTION_ROW:
            self._paint_question(painter, option, row)
        else:
            self._paint_title(painter, option, row)
        painter.restore()

    @staticmethod
    def _paint_title(painter: QPainter, option: QStyleOptionViewItem, row: OutlineRow) -> None:
        shown = theme.current()
        is_view = row.kind == VIEW
        box = _rect(option).adjusted(SPACE[12], SPACE[12] if is_view else SPACE[8], -SPACE[12], 0)
        painter.setFont(_font(bold=True))
        painter.setPen(shown.colour("accent" if is_view else "ink"))
        count = (
            QFontMetrics(painter.font()).horizontalAdvance(row.said.word) + SPACE[8] if row.said.word else 0
        )
        painter.drawText(box.adjusted(0, 0, -count, 0), _LEFT, _fit(painter, row.words, box.width() - count))
        if row.said.word:
            painter.setFont(_font())
            painter.setPen(shown.colour("quiet"))
            painter.drawText(box, _RIGHT, row.said.word)

    @staticmethod
    def _paint_question(painter: QPainter, option: QStyleOptionViewItem, row: OutlineRow) -> None:
        shown = theme.current()
        box = _rect(option)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, shown.colour("selection"))
            painter.fillRect(QRect(box.left(), box.top(), SPACE[4], box.height()), shown.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, shown.wash("accent"))
        box = box.adjusted(SPACE[12] + (SPACE[8] if row.under else 0), 0, -SPACE[12], 0)
        box = _paint_state(painter, row, box)
        ink = shown.colour("quiet" if row.greyed else "ink")
        painter.setPen(ink)
        painter.setFont(_font(bold=not row.under and not row.greyed))
        code = _fit(painter, row.code, box.width())
        painter.drawText(box, _LEFT, code)
        used = QFontMetrics(painter.font()).horizontalAdvance(code) + SPACE[8]
        room = box.width() - used
        if row.names and room > shown.px(40):
            painter.setFont(_font())
            painter.setPen(shown.colour("quiet"))
            painter.drawText(box.adjusted(used, 0, 0, 0), _LEFT, _fit(painter, row.words, room))


def _paint_state(painter: QPainter, row: OutlineRow, box: QRect) -> QRect:
    """Draw the state at the right, with marks for notes and points; give back the room that is left."""
    shown = theme.current()
    tone = Tone(row.said.tone)
    colour = shown.colour("quiet" if row.greyed else tone.token)
    painter.setFont(_font())
    painter.setPen(colour)
    word = _fit(painter, row.said.word, box.width() // 2)
    painter.drawText(box, _RIGHT, word)
    right = box.right() - QFontMetrics(painter.font()).horizontalAdvance(word) - SPACE[4]
    marks = [(row.said.icon, colour)]
    marks += [("note", shown.colour("quiet"))] if row.notes else []
    marks += [("flag", shown.colour("quiet"))] if row.points else []
    for name, ink in marks:
        right = _paint_icon(painter, name, ink, box, right)
    return QRect(box.left(), box.top(), right - box.left() - SPACE[4], box.height())


def _paint_icon(painter: QPainter, name: str, ink: QColor, box: QRect, right: int) -> int:
    """Draw a small icon that ends at `right`; give back where the next one ends."""
    side = theme.current().px(14)
    ratio = painter.device().devicePixelRatio()
    picture = icons.pixmap(name, ink.name(), side, ratio)
    painter.drawPixmap(right - side, box.top() + (box.height() - side) // 2, picture)
    return right - side - SPACE[4]


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _font(*, bold: bool = False) -> QFont:
    return _made(QApplication.font().family(), theme.current().size("caption"), bold)


@cache
def _made(family: str, pixels: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _fit(painter: QPainter, words: str, room: int) -> str:
    return QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
