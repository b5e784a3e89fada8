"""The line below: the keys that go on, each a button too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.window.pages.keyed import Keyed
from ui.window.shortcuts import Shortcut
from ui.window.theme import SPACE
from ui.window.widgets.flow import Flow

_KEYS = (
    (Shortcut.PREVIOUS_QUESTION, "Before"),
    (Shortcut.NEXT_QUESTION, "Next"),
    (Shortcut.NEXT_GAP, "Next gap"),
    (Shortcut.GUIDANCE, "Guidance"),
    (Shortcut.OUTLINE, "Questions"),
    (Shortcut.UNDO, "Undo"),
)


class Foot(QWidget):
    """What the keys do; wraps where the window is narrow."""

    pressed = Signal(object)
    """The Shortcut whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Flow(self, gap=SPACE[8])
        for shortcut, words in _KEYS:
            keyed = Keyed(words, shortcut)
            keyed.pressed.connect(self.pressed)
            row.addWidget(keyed)
