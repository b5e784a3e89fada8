"""Joining a further inspection with an invitation: the digits are compared, and the card is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.presenters import joining, start
from ui.presenters.start import CardMade, Invited
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.start.invitation import CardStep, CompareStep
from ui.window.pages.start.step import Step
from ui.window.widgets.narrow import Narrow


class JoinPage(Page):
    """The first and the last step of the first start, for somebody who has a store already."""

    title = "Another inspection"
    icon = "key"
    shows_title = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._invited: Invited | None = None
        self._made: CardMade | None = None
        self.compare = CompareStep()
        self.card = CardStep("You have joined. ")
        self._steps = (self.compare, self.card)
        narrow = Narrow()
        for step in self._steps:
            narrow.body.addWidget(step)
        self.body.addWidget(narrow)
        self.body.addStretch(1)
        self.compare.left.connect(lambda: self.desk.back())
        self.compare.compared.connect(self._join)
        self.card.save.connect(self._save)
        self.card.go_on.connect(self._enter)
        self._go(self.compare)

    def open(self, invitation: Path, **what: Any) -> None:
        """Read an invitation, to be compared."""
        self._go(self.compare)
        self.desk.work.run(start.read_invitation, invitation, then=self.draw)

    def draw(self, state: Invited) -> None:
        """Show what the invitation says."""
        self._invited = state
        self.compare.show_invitation(state)

    def first_focus(self) -> QWidget | None:
        """What is done first in the step that is shown."""
        return next((step.first() for step in self._steps if step.isVisibleTo(self)), None)

    def _go(self, wanted: Step) -> None:
        for step in self._steps:
            step.setVisible(step is wanted)
        wanted.begin()

    def _join(self) -> None:
        if self._invited is not None:
            self.ask(joining.join, self._invited.file, then=self._joined)

    def _joined(self, made: CardMade) -> None:
        self._made = made
        self.card.show_card(made)
        self._go(self.card)

    def _save(self) -> None:
        if self._made is None:
            return
        chosen = self.desk.files.save_file("Save your card", self._made.file_name, start.CARDS)
        if chosen is not None:
            self.desk.work.run(start.save, chosen, self._made.card, then=self.card.saved)

    def _enter(self) -> None:
        if self._made is not None:
            opened = self._made.opened
            self.desk.enter(opened.session, opened.roles, Place(opened.inspection))
