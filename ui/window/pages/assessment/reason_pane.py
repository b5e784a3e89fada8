"""Asks for the reason of a move that needs one: reopening, or that a case cannot be inspected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.presenters.assessment.moves import Move
from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.heading import Heading
from ui.window.widgets.plain_label import PlainLabel

_HINTS = {
    "reopened": "For example: new evidence after the interview. Your answers are all still there.",
    "cannot_inspect": "For example: the record is with the court. The office replaces the case.",
}


class ReasonPane(Leavable):
    """Stands in place of the question until the reason is given, or the person goes back."""

    given = Signal(str, str)
    """Where the move leads, and the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._to = ""
        self._title = Heading("", level=1)
        self.field = QLineEdit()
        self.field.returnPressed.connect(self._give)
        self._row = FormRow("Reason", self.field)
        self._hint = PlainLabel()
        self.confirm = Button("", "primary", do=self._give)
        buttons = Flow(gap=SPACE[8])
        buttons.addWidget(self.confirm)
        buttons.addWidget(Button("Leave it as it is", do=self.leave))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[32], SPACE[16], SPACE[32], SPACE[24])
        column.setSpacing(SPACE[12])
        for part in (self._title, self._hint, self._row):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)

    def ask(self, move: Move) -> None:
        """Ask for the reason of this move."""
        words = move.words.removesuffix(" …")
        self._to = move.to
        self._title.setText(words)
        self._hint.setText(_HINTS.get(move.to, ""))
        self.confirm.setText(words)
        self.field.clear()
        self._row.set_problem("")

    def _give(self) -> None:
        reason = self.field.text().strip()
        self._row.set_problem("" if reason else "Write the reason in a few words.")
        if reason:
            self.given.emit(self._to, reason)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
