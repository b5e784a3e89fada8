"""What is known about one thing, as pairs of a title and words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.plain_label import PlainLabel


class Particulars(QWidget):
    """Titles at the left, words at the right; both wrap. What is empty shows a dash."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[16])
        self._grid.setVerticalSpacing(SPACE[4])
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._pairs: list[tuple[PlainLabel, PlainLabel]] = []

    def set(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these."""
        while len(self._pairs) < len(pairs):
            title, words = PlainLabel(role="quiet"), PlainLabel()
            at = len(self._pairs)
            self._grid.addWidget(title, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, at, 1, Qt.AlignmentFlag.AlignTop)
            self._pairs.append((title, words))
        for place, labels in enumerate(self._pairs):
            for label in labels:
                label.setVisible(place < len(pairs))
        for (title, words), (said, value) in zip(self._pairs, pairs, strict=False):
            title.setText(said)
            words.setText(value or "–")
