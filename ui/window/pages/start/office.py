"""Setting up an office: the recovery card is explained, and saved before anything else goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.start import OfficeReady
from ui.window.pages.start.step import Step
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.point import Point
from ui.window.widgets.tone import Tone

NAME = "Your office and you"
NAME_WORDS = "This store will be the office of all its inspections. Your name stands on the invitations."
_WHY = (
    "The recovery card opens every store of your team and every bundle of its inspections, when somebody has "
    "forgotten a passphrase or lost a laptop. It exists once: Casebook keeps no copy of it."
)
_POINTS = (
    "Choose where to save it: best of all on a stick that belongs to the safe.",
    "Print it, twice if you like: it is one page of plain text.",
    "Put paper and stick into the safe, and delete the file from anywhere else.",
    "Whoever holds it can read everything. Without it, nobody can help a person who forgot a passphrase.",
)


class RecoveryStep(Step):
    """Explains the recovery card; its one button chooses the file, makes the office and writes the card."""

    save = Signal()
    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("The recovery card", _WHY, parent)
        card = Card("What to do with it")
        for number, words in enumerate(_POINTS, 1):
            card.body.addWidget(Point(words, f"{number}."))
        self._said = MessageBar()
        self.save_card = Button("Save the recovery card …", "primary", "key", do=self.save.emit)
        self.on = Button("Go on", "primary", do=self.go_on.emit)
        self.back = self.back_button()
        self.body.addWidget(card)
        self.body.addWidget(self._said)
        self.buttons.addWidget(self.save_card)
        self.buttons.addWidget(self.on)
        self.buttons.addWidget(self.back)
        self.show_unsaved()

    def show_unsaved(self) -> None:
        """Nothing is made and nothing saved yet."""
        self._said.clear()
        self.save_card.show()
        self.on.hide()
        self.back.show()

    def show_made(self, ready: OfficeReady) -> None:
        """The office is made; go on only when its card was saved too."""
        if ready.refusal is not None:
            self._said.tell(
                "The office is made, but its recovery card could not be saved.",
                Tone.NOT_SUFFICIENT,
                f"{ready.refusal.happened} Save it somewhere else before you do anything more.",
            )
        else:
            self.show_saved(ready.saved)
        self.back.hide()

    def show_saved(self, where: str) -> None:
        """The card is safe: go on."""
        self._said.tell(f"Saved: {where}", Tone.SUFFICIENT, "Print it now, and put it into the safe.")
        self.save_card.hide()
        self.back.hide()
        self.on.show()
        self.on.setFocus()

    def leave(self) -> None:
        """There is no way back once the office is made: the card has to be saved."""
        if self.back.isVisibleTo(self):
            super().leave()

    def first(self) -> QWidget | None:
        """Saving is what this step is for."""
        return self.save_card if self.save_card.isVisibleTo(self) else self.on
