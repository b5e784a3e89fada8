"""Changing the passphrase: the old one, and a new one twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.window.pages.start.name_fields import NameFields
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.form import FormRow
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.passphrase import Passphrase
from ui.window.widgets.tone import Tone
from ui.window.widgets.unfold import Unfold


class ChangePassphrase(Card):
    """Folded until somebody wants it."""

    change = Signal(str, str)
    """Old and new passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Your passphrase", parent)
        self.unfold = Unfold("Change the passphrase")
        self.old = Passphrase()
        self.old_row = FormRow("Present passphrase", self.old)
        self.fields = NameFields(self._change, named=False)
        self.fields.shown.toggled.connect(self.old.show_words)
        self.button = Button("Change the passphrase", "primary", do=self._change)
        self.said = MessageBar()
        for part in (self.old_row, self.fields, self.button):
            self.unfold.body.addWidget(part)
        self.body.addWidget(self.unfold)
        self.body.addWidget(self.said)

    def changed(self) -> None:
        """Say that the new one holds."""
        self.forget()
        self.unfold.unfold(False)
        self.said.tell("The passphrase is changed.", Tone.SUFFICIENT, "The old one opens nothing any more.")
        self.unfold.button.setFocus()

    def refused(self, words: str) -> None:
        """Say beside the field why it was not changed."""
        self.old_row.set_problem(words)
        self.old.setFocus()
        self.old.selectAll()

    def forget(self) -> None:
        """Forget what was typed."""
        self.old.clear()
        self.old_row.set_problem("")
        self.fields.forget()

    def _change(self) -> None:
        self.said.clear()
        self.old_row.set_problem("" if self.old.text() else "Type the passphrase that you have now.")
        if not self.old.text():
            self.old.setFocus()
        elif self.fields.check():
            self.change.emit(self.old.text(), self.fields.passphrase.text())
