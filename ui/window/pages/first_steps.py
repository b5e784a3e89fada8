"""What to do between the invitation and the first bundle: send the card, read out digits, read the bundle."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.presenters import first_steps
from ui.presenters.first_steps import FirstSteps
from ui.presenters.opened import Opened
from ui.presenters.start import CARDS
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.surroundings import Surroundings
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.digits import Digits
from ui.window.widgets.narrow import Narrow
from ui.window.widgets.plain_label import PlainLabel


class FirstStepsPage(Page):
    """Shown to whoever has a store, and no role in the inspection yet."""

    title = "First steps"
    icon = "key"

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__(desk)
        self.around = around
        self._state: FirstSteps | None = None
        self._to = PlainLabel()
        self.digits = Digits("The digits of your card")
        self.save_card = Button("Save your card …", icon="key", do=self._save)
        self.read_bundle = Button("Read the office’s bundle …", "primary", "receive", do=self._read)
        narrow = Narrow(left=True)
        for title, parts in (
            ("1.  Send your card to the office", (self._to, self.save_card)),
            (
                "2.  Compare the digits",
                (
                    PlainLabel("The office telephones you. Read these digits to each other, group by group."),
                    self.digits,
                ),
            ),
            (
                "3.  Read the office’s bundle",
                (
                    PlainLabel("The office sends you a file with your cases. With it your work begins."),
                    self.read_bundle,
                ),
            ),
        ):
            card = Card(title)
            for part in parts:
                card.body.addWidget(part)
            narrow.body.addWidget(card)
        self.body.addWidget(narrow)
        self.body.addStretch(1)

    def open(self, **what: Any) -> None:
        """Show what is to be done."""
        self.ask(first_steps.show)

    def draw(self, state: FirstSteps) -> None:
        """Show what is to be done."""
        self._state = state
        self._to.setText(
            f"{state.office} waits for it. It is a small file that holds nothing secret; mail will do."
        )
        self.save_card.setEnabled(bool(state.card))
        self.digits.set(state.digits)

    def first_focus(self) -> QWidget | None:
        """The card comes first."""
        return self.save_card

    def _save(self) -> None:
        if self._state is None:
            return
        chosen = self.desk.files.save_file("Save your card", self._state.file_name, CARDS)
        if chosen is not None:
            self.ask(first_steps.save_card, chosen, then=lambda name: self.desk.announce(f"Saved as {name}"))

    def _read(self) -> None:
        chosen = self.desk.files.open_file("The office’s bundle", first_steps.BUNDLES)
        if chosen is not None:
            self.ask(first_steps.read_bundle, self.around.place, chosen, then=self._enter)

    def _enter(self, opened: Opened) -> None:
        self.desk.enter(opened.session, opened.roles, Place(opened.inspection))
