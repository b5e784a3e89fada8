"""What was written, one under the other: text, where it comes from, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.pieces import PieceView
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel


class PieceList(QWidget):
    """Notes or points. Each has its own buttons to change and to remove it."""

    edit = Signal(str)
    """The id of what a person wants to change."""
    remove = Signal(str)
    """The id of what a person wants out of sight."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._icon = icon
        self._shown: tuple[PieceView, ...] = ()
        self._can = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[8])
        self.hide()

    def draw(self, pieces: Sequence[PieceView], *, can: bool = True) -> None:
        """Show these, oldest first; `can` is False where nothing may be changed."""
        if tuple(pieces) == self._shown and can == self._can:
            return
        self._shown, self._can = tuple(pieces), can
        empty(self._column)
        for piece in pieces:
            self._column.addWidget(self._row(piece))
        self.setVisible(bool(pieces))

    def _row(self, piece: PieceView) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[8])
        if piece.kind == "line":
            line.addWidget(Day(piece.date), 0, Qt.AlignmentFlag.AlignTop)
        else:
            line.addWidget(IconLabel(self._icon, "quiet", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(piece.text))
        if piece.conflict:
            words.addWidget(PlainLabel("Two versions of this stand side by side.", "caption", "attention"))
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(PlainLabel(piece.about, "caption"), 1, Qt.AlignmentFlag.AlignVCenter)
        if self._can:
            foot.addWidget(self._button("Change", piece, self.edit))
            foot.addWidget(self._button("Remove", piece, self.remove))
        words.addLayout(foot)
        line.addLayout(words, 1)
        return row

    @staticmethod
    def _button(words: str, piece: PieceView, signal: SignalInstance) -> Button:
        button = Button(words, "quiet", do=lambda: signal.emit(piece.id))
        button.setAccessibleName(f"{words}: {piece.text[:60]}")
        return button


class Day(PlainLabel):
    """The day of a line, as wide as the widest day at the present size of text, so that texts begin alike."""

    def __init__(self, day: str, parent: QWidget | None = None) -> None:
        super().__init__(day or "no date", "strong" if day else "quiet", wrap=False, parent=parent)

    def sizeHint(self) -> QSize:
        """Room for any day."""
        widest = self.fontMetrics().horizontalAdvance("28 May 2018") + SPACE[8]
        hint = super().sizeHint()
        return QSize(max(hint.width(), widest), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()
