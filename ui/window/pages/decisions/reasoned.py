"""The foot of a decision: why, and the button that records it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.refusal import Refusal
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.note_editor import NoteEditor


class Reasoned(QWidget):
    """A reason in a few words, and a button. A missing reason is said at its field; nothing is sent then."""

    decided = Signal(str)
    """The reason, when the person decides."""

    def __init__(self, words: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = NoteEditor("Why", lines=2)
        self.row = FormRow("Why", self.reason, hint)
        self.button = Button(words, "primary", "tick", do=self._decide)
        self.buttons = Flow()
        self.buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        column.addWidget(self.row)
        column.addLayout(self.buttons)

    def clear(self) -> None:
        """Nothing is written; nothing is wrong."""
        self.reason.set_text("")
        self.row.set_problem("")

    def refused(self, refusal: Refusal) -> None:
        """Say at the field why nothing was decided."""
        self.row.set_problem(f"{refusal.happened} {refusal.next}")

    def _decide(self) -> None:
        self.row.set_problem("")
        if not self.reason.text().strip():
            self.row.set_problem("A decision needs a reason. Say why in a few words.")
            self.reason.setFocus()
            return
        self.decided.emit(self.reason.text())
