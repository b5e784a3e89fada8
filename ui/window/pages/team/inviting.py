"""Inviting somebody: for whom the file is, where to write it, and the digits that they will ask for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.digits import Digits
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone

_THEN = (
    "Send the file as you like: it holds nothing secret. Whoever gets it telephones you and reads these "
    "digits of the office’s card to you before they use it. Then they send you their card."
)


class InvitingPane(Leavable):
    """Hidden until `begin`."""

    write = Signal(str)
    """For whom an invitation is to be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card("Invite somebody")
        self.name = QLineEdit()
        self.name.setPlaceholderText("Ann Archer")
        self.row = FormRow("Their name", self.name, "It stands on the invitation; they can correct it.")
        self.digits = Digits("The digits of the office’s card")
        self.written = MessageBar()
        self.save = Button("Write the invitation …", "primary", do=self._write)
        self.close_button = Button("Close", do=self.leave)
        self.name.returnPressed.connect(self._write)
        buttons = Flow()
        for button in (self.save, self.close_button):
            buttons.addWidget(button)
        for part in (self.row, self.written, PlainLabel(_THEN, "quiet"), self.digits):
            card.body.addWidget(part)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE[4])
        column.addWidget(card)
        self.hide()

    def begin(self, digits: Sequence[str]) -> None:
        """Ask for a name."""
        self.name.clear()
        self.row.set_problem("")
        self.written.clear()
        self.digits.set(digits)
        self.show()
        self.name.setFocus()

    def tell(self, words: str) -> None:
        """Say that an invitation was written; another one can follow."""
        self.name.clear()
        self.written.tell(words, Tone.SUFFICIENT)
        self.close_button.setFocus()

    def _write(self) -> None:
        name = self.name.text().strip()
        self.row.set_problem("" if name else "Type the name of the person to invite.")
        if name:
            self.write.emit(name)
        else:
            self.name.setFocus()
