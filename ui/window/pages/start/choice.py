"""The three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.start import StartState
from ui.window.pages.start.step import Step
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.flow import Flow
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel

_INVITED = (
    "The office has sent you a file, the invitation. Have it ready, and the office’s telephone number. "
    "It takes about five minutes."
)
_UNLOCK = "A store lies on this laptop already. Unlock it with its passphrase."
_PRACTICE = (
    "A handful of cases of invented people, ready in a few seconds. Nothing you do in it can harm anything."
)
_GO_ON = "It lies on this laptop as you left it. Beginning it anew throws away what you did in it."
_OFFICE = "One person does this, for a whole office: it makes inspections, invites the team, merges its work."


class Choice(Card):
    """One way to begin: what it is, for whom, and the button that begins it."""

    def __init__(self, icon: str, title: str, words: str, *buttons: Button) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.words = PlainLabel(words)
        row = QHBoxLayout()
        row.setSpacing(SPACE[16])
        row.addWidget(IconLabel(icon, "accent", 24), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(SPACE[8])
        column.addWidget(PlainLabel(title, "subheading"))
        column.addWidget(self.words)
        flow = Flow()
        for button in buttons:
            flow.addWidget(button)
        column.addLayout(flow)
        row.addLayout(column, 1)
        self.body.addLayout(row)


class ChoiceStep(Step):
    """What Casebook is, and the ways to begin."""

    invited = Signal()
    practise = Signal()
    practise_on = Signal()
    set_up = Signal()
    unlock = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Casebook", "Review cases of probation, on site and at the office.", parent)
        self.heading.set_role("display")
        self.words.set_role("lead")
        self.open_store = Button("Unlock your store", "primary", do=self.unlock.emit)
        self.open_invitation = Button("Choose the invitation …", "primary", do=self.invited.emit)
        self.go_on = Button("Go on practising", do=self.practise_on.emit)
        self.begin_practice = Button("Begin the practice inspection", do=self.practise.emit)
        self.begin_office = Button("Set up an office", do=self.set_up.emit)
        self._store = Choice("lock", "Your store", _UNLOCK, self.open_store)
        self._invitation = Choice("key", "I have an invitation", _INVITED, self.open_invitation)
        self._practice = Choice(
            "questions", "Try the practice inspection", _PRACTICE, self.go_on, self.begin_practice
        )
        self._office = Choice("inspection", "Set up an office", _OFFICE, self.begin_office)
        for choice in (self._store, self._invitation, self._practice, self._office):
            self.body.addWidget(choice)

    def show_state(self, state: StartState) -> None:
        """Show the ways that there are here."""
        self._store.setVisible(state.store)
        self._invitation.setVisible(not state.store)
        self._office.setVisible(not state.store)
        self.go_on.setVisible(state.practice)
        self._practice.words.setText(_GO_ON if state.practice else _PRACTICE)
        self.begin_practice.setText("Begin it anew" if state.practice else "Begin the practice inspection")

    def first(self) -> QWidget | None:
        """The most likely way."""
        return self.open_store if self._store.isVisibleTo(self) else self.open_invitation
