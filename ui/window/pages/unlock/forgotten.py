"""A forgotten passphrase: the request, the office's reply and its code, and a new passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.presenters.unlock import Asked, Owner
from ui.window.pages.start.name_fields import NameFields
from ui.window.pages.start.step import Step
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.digits import Digits
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.form import FormRow
from ui.window.widgets.plain_label import PlainLabel

_WHAT = (
    "The office can help, and nobody else. It takes a file from you, a file back, and a telephone call. "
    "Nothing in your store is lost."
)
_REQUEST = "Save this file and mail it to the office. It holds nothing that anybody else can read."
_COMPARE = (
    "The office telephones you. Read these digits of your request to each other, group by group. Saving "
    "another request makes the reply to this one useless."
)
_REPLY = (
    "The office mails a reply, and reads 25 digits to you on the telephone: only to you, on a number that it "
    "knows already."
)


class ForgottenStep(Step):
    """Three parts in one sight, so that nobody loses the place while a mail is on its way."""

    ask = Signal(str)
    """The person who asks."""
    choose_reply = Signal()
    accept = Signal(Path, str, str)
    """Reply, code, new passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Forgotten passphrase", _WHAT, parent)
        self._reply: Path | None = None
        self.who = Dropdown("Whose passphrase")
        self._who_row = FormRow("Whose passphrase", self.who)
        self.save_request = Button("Save the request …", "primary", "key", do=self._ask)
        self._asked = PlainLabel(role="quiet")
        self._asked.hide()
        self._compare = PlainLabel(_COMPARE)
        self.digits = Digits("The digits of your request")
        first = Card("1.  Ask the office")
        asking = (PlainLabel(_REQUEST), self._who_row, self.save_request)
        for part in (*asking, self._asked, self._compare, self.digits):
            first.body.addWidget(part)
        self.open_reply = Button("Choose the reply …", do=self.choose_reply.emit)
        self._chosen = PlainLabel("No reply chosen yet.", "quiet")
        self.code = QLineEdit()
        self.code.setMaxLength(60)
        self.code_row = FormRow("Code from the telephone", self.code, "25 digits; spaces do not matter.")
        second = Card("2.  The office’s reply and its code")
        for part in (PlainLabel(_REPLY), self.open_reply, self._chosen, self.code_row):
            second.body.addWidget(part)
        self.fields = NameFields(self._accept, named=False)
        third = Card("3.  A new passphrase")
        third.body.addWidget(self.fields)
        for card in (first, second, third):
            self.body.addWidget(card)
        self.set_passphrase = Button("Set the passphrase and unlock", "primary", do=self._accept)
        self.buttons.addWidget(self.set_passphrase)
        self.buttons.addWidget(self.back_button())

    def show_owners(self, owners: tuple[Owner, ...]) -> None:
        """Offer whose passphrase it may be; the only one is chosen."""
        self.who.set_options((owner.person, owner.name) for owner in owners)
        if len(owners) == 1:
            self.who.set_code(owners[0].person)
        self._who_row.setVisible(len(owners) != 1)

    def show_digits(self, digits: Sequence[str]) -> None:
        """Show the digits of the request that waits for an answer, or nothing where none does."""
        self.digits.set(digits)
        for part in (self._compare, self.digits):
            part.setVisible(bool(digits))

    def asked(self, asked: Asked) -> None:
        """Say that the request was saved, and show its digits."""
        self.show_digits(asked.digits)
        self._asked.setText(
            f"Saved as {asked.name}. Mail it to the office. You can close Casebook meanwhile."
        )
        self._asked.show()

    def reply_chosen(self, path: Path) -> None:
        """Take the reply that was chosen."""
        self._reply = path
        self._chosen.setText(f"Chosen: {path.name}")
        self.code.setFocus()

    def forget(self) -> None:
        """Forget code and passphrase."""
        self.code.clear()
        self.fields.forget()

    def first(self) -> QWidget | None:
        """Asking comes first."""
        return self.save_request

    def _ask(self) -> None:
        self._who_row.set_problem("" if self.who.code() else "Choose whose passphrase it is.")
        if self.who.code():
            self.ask.emit(self.who.code())

    def _accept(self) -> None:
        if self._reply is None:
            self._chosen.setText("Choose the office’s reply first.")
            self.open_reply.setFocus()
            return
        self.code_row.set_problem(
            "" if self.code.text().strip() else "Type the digits that the office read to you."
        )
        if not self.code.text().strip():
            self.code.setFocus()
        elif self.fields.check():
            self.accept.emit(self._reply, self.code.text(), self.fields.passphrase.text())
