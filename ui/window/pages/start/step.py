"""One step of a way: its heading, what it is about, its fields, and the buttons that lead on or back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.heading import Heading
from ui.window.widgets.plain_label import PlainLabel


class Step(Leavable):
    """Fields go into `body`, buttons into `buttons`. Esc goes back, where there is a way back."""

    def __init__(self, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.heading = Heading(title, level=1)
        self.words = PlainLabel(words)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE[16])
        self.buttons = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[16])
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addLayout(self.body)
        column.addLayout(self.buttons)
        self.say(words)

    def say(self, words: str) -> None:
        """Say something else below the heading."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def back_button(self, words: str = "Back") -> Button:
        """Make the button that does what Esc does. Put it after the others."""
        return Button(words, do=self.leave)

    def begin(self) -> None:
        """Called when the step comes into sight: give the keyboard to what is done first."""
        first = self.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget | None:
        """What gets the keyboard first."""
        return None

    def wait(self, *, on: bool) -> None:
        """Take no more for a moment, while something is being made; the fields keep what is in them."""
        self.setEnabled(not on)
