"""A line that unfolds what lies under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.window import icons
from ui.window.theme import SPACE
from ui.window.widgets.buttons import PushButton


class Unfold(QWidget):
    """A button with words; pressed, it shows `body` below itself. Screen readers hear which it is."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = PushButton(words)
        self.button.setProperty("kind", "quiet")
        self.button.setCheckable(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._show)
        self.content = QWidget()
        self.content.setProperty("surface", "clear")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(SPACE[12], 0, 0, SPACE[8])
        self.body.setSpacing(SPACE[8])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[8])
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.content)
        self._show(on=False)

    def unfold(self, on: bool = True) -> None:
        """Show what lies under it, or hide it."""
        self.button.setChecked(on)

    def _show(self, on: bool) -> None:
        self.content.setVisible(on)
        icons.dress(self.button, "chevron_up" if on else "chevron_down", "accent", gap=SPACE[4])
        self.button.setAccessibleDescription("Unfolded" if on else "Folded")
