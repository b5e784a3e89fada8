"""What stands where there is nothing yet: what would be here, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel


class EmptyState(QWidget):
    """An icon, a heading, a sentence that says what to do next, and the button that does it."""

    def __init__(
        self,
        icon: str,
        heading: str,
        words: str,
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heading = PlainLabel(heading, "subheading")
        self._words = PlainLabel(words, "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[24], SPACE[16], SPACE[24], SPACE[16])
        column.setSpacing(SPACE[8])
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "quiet", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._heading, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        if button is not None:
            column.addSpacing(SPACE[8])
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set(heading, words)

    def set(self, heading: str, words: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._words.setText(words)
        self.setAccessibleName(f"{heading}. {words}")
