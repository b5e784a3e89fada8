"""A tick in a form: something that is either so or not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.window.widgets.choice_button import ChoiceButton


class Tick(ChoiceButton):
    """A check box whose words wrap. Only a person ticking emits `ticked`."""

    ticked = Signal(bool)
    """What it is now, after a person changed it."""

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, hint=hint, several=True, framed=False, parent=parent)
        self.clicked.connect(self.ticked)
