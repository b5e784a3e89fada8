"""A button with its key beside it, as printed on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.key_hint import KeyHint


class Keyed(QWidget):
    """A quiet button (or one of another kind) whose key is always in sight."""

    pressed = Signal(object)
    """The Shortcut that this button stands for."""

    def __init__(
        self,
        words: str,
        shortcut: Shortcut,
        kind: str = "quiet",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = Button(words, kind, icon, do=lambda: self.pressed.emit(shortcut), shortcut=shortcut)
        self.button.setAccessibleName(words)
        self.button.setAccessibleDescription(f"{shortcut.words}. Key {key_words(shortcut)}.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE[4], 0)
        row.setSpacing(SPACE[4] if kind != "quiet" else 0)
        row.addWidget(self.button)
        row.addWidget(KeyHint(key_words(shortcut)))
