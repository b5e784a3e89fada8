"""One point of a list: its mark, and words that wrap beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.plain_label import PlainLabel


class Point(QWidget):
    """A bullet or a number with its words, so that the second line stands under the first."""

    def __init__(self, words: str, mark: str = "•", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "clear")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[8])
        row.addWidget(PlainLabel(mark, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(words), 1)
