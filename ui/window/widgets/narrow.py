"""A column that is never wider than words can comfortably be read, wherever the room is wider."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.window import theme
from ui.window.theme import SPACE


class Narrow(QWidget):
    """Add to `body`. `pixels` is the greatest width at 100%; it grows with the text.

    In the middle, or with `left` at the left, where pages begin.
    """

    def __init__(self, pixels: int = 720, *, left: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = pixels
        self._column = QWidget()
        self._column.setProperty("surface", "clear")
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE[16])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if not left:
            row.addStretch(1)
        row.addWidget(self._column, 1_000)
        row.addStretch(1)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_column"):
            self._measure()

    def _measure(self) -> None:
        self._column.setMaximumWidth(theme.current().px(self._pixels))
