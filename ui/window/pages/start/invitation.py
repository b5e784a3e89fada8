"""Beginning with an invitation: digits compared by telephone, name and passphrase, the card to be sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.start import CardMade, Invited
from ui.window.pages.start.name_fields import NameFields
from ui.window.pages.start.step import Step
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.digits import Digits
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tick import Tick
from ui.window.widgets.tone import Tone

_COMPARE = (
    "Telephone the office, on a number that you already have and not one from the mail. Read the digits to "
    "each other, group by group."
)
_DIFFER = "If a single digit differs, stop here: do not use this invitation, and tell the office."


class CompareStep(Step):
    """What the invitation says, and the digits."""

    compared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Is this invitation really from your office?", _COMPARE, parent)
        self.card = Card("The invitation says")
        self._said = PlainLabel().selectable()
        self.digits = Digits("Digits to compare")
        self.card.body.addWidget(self._said)
        self.card.body.addWidget(self.digits)
        self.tick = Tick("I have compared the digits with the office, and they are the same")
        self.on = Button("Go on", "primary", do=self.compared.emit)
        self.tick.toggled.connect(self.on.setEnabled)
        self.body.addWidget(self.card)
        self.body.addWidget(self.tick)
        self.body.addWidget(PlainLabel(_DIFFER, "quiet"))
        self.buttons.addWidget(self.on)
        self.buttons.addWidget(self.back_button())

    def show_invitation(self, invited: Invited) -> None:
        """Show what an invitation says; nothing is ticked."""
        lines = [f"Office: {invited.office}", f"Inspection: {invited.inspection}"]
        lines += [f"Provider: {invited.provider}"] if invited.provider else []
        lines += [f"For: {invited.name}"] if invited.name else []
        self._said.setText("\n".join(lines))
        self.digits.set(invited.digits)
        self.tick.setChecked(False)
        self.on.setEnabled(False)

    def first(self) -> QWidget | None:
        """The tick, after the digits have been read."""
        return self.tick


class NameStep(Step):
    """The name and the passphrase of whoever begins."""

    chosen = Signal(str, str)
    """Name and passphrase."""

    def __init__(self, title: str, words: str, make: str, parent: QWidget | None = None) -> None:
        super().__init__(title, words, parent)
        self.fields = NameFields(self._go_on)
        self.make = Button(make, "primary", do=self._go_on)
        self.body.addWidget(self.fields)
        self.buttons.addWidget(self.make)
        self.buttons.addWidget(self.back_button())

    def first(self) -> QWidget | None:
        """The first field that is empty."""
        return self.fields.first()

    def _go_on(self) -> None:
        if self.fields.check():
            self.chosen.emit(self.fields.name.text(), self.fields.passphrase.text())


class CardStep(Step):
    """The card that the office waits for."""

    save = Signal()
    go_on = Signal()

    def __init__(self, done: str = "Your store is made. ", parent: QWidget | None = None) -> None:
        super().__init__("Send your card to the office", "", parent)
        self._done = done
        self._said = MessageBar()
        self.digits = Digits("The digits of your card")
        self.save_card = Button("Save your card …", "primary", "key", do=self.save.emit)
        self.on = Button("Go on", do=self.go_on.emit)
        card = Card("Your digits")
        card.body.addWidget(PlainLabel("The office telephones you and compares these digits with your card."))
        card.body.addWidget(self.digits)
        self.body.addWidget(card)
        self.body.addWidget(self._said)
        self.buttons.addWidget(self.save_card)
        self.buttons.addWidget(self.on)

    def show_card(self, made: CardMade) -> None:
        """Show what is to be sent to whom."""
        self.say(
            f"{self._done}Save your card, a small file that holds nothing secret, and mail it to "
            f"{made.office or 'the office'}. You can save it again later."
        )
        self.digits.set(made.digits)
        self._said.clear()
        self._lead(self.save_card, self.on)

    def saved(self, name: str) -> None:
        """Say that it was saved."""
        self._said.tell(f"Saved as {name}.", Tone.SUFFICIENT, "Now mail it to the office.")
        self._lead(self.on, self.save_card)
        self.on.setFocus()

    def first(self) -> QWidget | None:
        """Saving comes first."""
        return self.save_card

    @staticmethod
    def _lead(to: Button, after: Button) -> None:
        """One primary button to a step: what is to be done next."""
        to.set_kind("primary")
        after.set_kind("")
