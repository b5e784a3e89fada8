"""The first page of all: it leads through the steps of each way to begin, and opens the store at the end."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from model.refusal import Refusal
from ui.presenters import start, unlock
from ui.presenters.opened import Opened
from ui.presenters.start import CardMade, Invited, OfficeReady, StartState
from ui.window.contents import UNLOCK
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.start.choice import ChoiceStep
from ui.window.pages.start.invitation import CardStep, CompareStep, NameStep
from ui.window.pages.start.office import NAME, NAME_WORDS, RecoveryStep
from ui.window.pages.start.step import Step
from ui.window.surroundings import Surroundings
from ui.window.widgets.narrow import Narrow
from ui.window.widgets.progress_strip import ProgressStrip

_WHO = "Who are you?"
_WHO_WORDS = "Your name stands beside what you record. Only you know the passphrase that opens this store."


class StartPage(Page):
    """Shown where no store lies yet, and to whoever wants to practise."""

    title = "Begin"
    icon = "home"
    shows_title = False

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__(desk)
        self.around = around
        self._invited: Invited | None = None
        self._opened: Opened | None = None
        self._card: CardMade | None = None
        self._office: tuple[str, str] = ("", "")
        self._recovery = ""
        self.choice = ChoiceStep()
        self.compare = CompareStep()
        self.name = NameStep(_WHO, _WHO_WORDS, "Make my store")
        self.card = CardStep()
        self.office = NameStep(NAME, NAME_WORDS, "Go on")
        self.recovery = RecoveryStep()
        self.making = Step("The practice inspection is being made")
        self.progress = ProgressStrip("Practice inspection")
        self.making.body.addWidget(self.progress)
        self._steps = (
            self.choice, self.compare, self.name, self.card, self.office, self.recovery, self.making,
        )  # fmt: skip
        narrow = Narrow()
        for step in self._steps:
            narrow.body.addWidget(step)
        self.body.addStretch(1)
        self.body.addWidget(narrow)
        self.body.addStretch(2)
        self._connect()
        self._go(self.choice)

    def open(self, **what: Any) -> None:
        """Show the ways there are here, from the beginning."""
        self._go(self.choice)
        self.desk.work.run(start.show, self.around.place, then=self.draw)

    def draw(self, state: StartState) -> None:
        """Show the ways there are here."""
        self.choice.show_state(state)
        if self.choice.isVisible():
            self.choice.begin()

    def leave(self) -> None:
        """Keep no passphrase in a field that nobody sees, and no store open that nobody works in."""
        self._forget()
        opened, self._opened = self._opened, None
        if opened is not None:
            self.desk.work.run(unlock.lock, opened.session)

    def first_focus(self) -> QWidget | None:
        """What is done first in the step that is shown."""
        return next((step.first() for step in self._steps if step.isVisibleTo(self)), None)

    def _connect(self) -> None:
        self.choice.unlock.connect(self._unlock)
        self.choice.invited.connect(self._choose_invitation)
        self.choice.practise.connect(self._practise)
        self.choice.practise_on.connect(self._practise_on)
        self.choice.set_up.connect(lambda: self._go(self.office))
        self.compare.left.connect(lambda: self._go(self.choice))
        self.compare.compared.connect(lambda: self._go(self.name))
        self.name.left.connect(lambda: self._go(self.compare))
        self.name.chosen.connect(self._make_store)
        self.card.save.connect(self._save_card)
        self.card.go_on.connect(self._enter)
        self.office.left.connect(lambda: self._go(self.choice))
        self.office.chosen.connect(self._office_named)
        self.recovery.left.connect(lambda: self._go(self.office))
        self.recovery.save.connect(self._save_recovery)
        self.recovery.go_on.connect(self._enter)

    def _go(self, wanted: Step) -> None:
        for step in self._steps:
            step.setVisible(step is wanted)
        wanted.wait(on=False)
        wanted.begin()

    def _forget(self) -> None:
        self.name.fields.forget()
        self.office.fields.forget()

    def _unlock(self) -> None:
        self.around.meant.folder = self.around.place
        self.desk.navigate(UNLOCK)

    def _choose_invitation(self) -> None:
        chosen = self.desk.files.open_file("The invitation from your office", start.INVITATIONS)
        if chosen is not None:
            self.desk.work.run(start.read_invitation, chosen, then=self._take_invitation)

    def _take_invitation(self, invited: Invited) -> None:
        self._invited = invited
        self.compare.show_invitation(invited)
        self.name.fields.name.setText(invited.name)
        self._go(self.compare)

    def _make_store(self, name: str, passphrase: str) -> None:
        if self._invited is None:
            return
        self.name.wait(on=True)
        self.around.meant.folder = self.around.place
        what = (self.around.place, self._invited.file, name, passphrase)
        self.desk.work.run(start.begin_with, *what, then=self._store_made, refused=self._not_made)

    def _store_made(self, made: CardMade) -> None:
        self._forget()
        self._card, self._opened = made, made.opened
        self.card.show_card(made)
        self._go(self.card)

    def _not_made(self, refusal: Refusal) -> None:
        self.name.wait(on=False)
        self.recovery.wait(on=False)
        self.desk.refuse(refusal)

    def _save_card(self) -> None:
        if self._card is None:
            return
        chosen = self.desk.files.save_file("Save your card", self._card.file_name, start.CARDS)
        if chosen is not None:
            self.desk.work.run(start.save, chosen, self._card.card, then=self.card.saved)

    def _office_named(self, name: str, passphrase: str) -> None:
        self._office = (name, passphrase)
        self.recovery.show_unsaved()
        self._go(self.recovery)

    def _save_recovery(self) -> None:
        chosen = self.desk.files.save_file(
            "Save the recovery card", start.RECOVERY_NAME, start.RECOVERY_CARDS
        )
        if chosen is None:
            return
        if self._recovery:
            self.desk.work.run(start.save, chosen, self._recovery.encode(), then=self._recovery_saved)
            return
        self.recovery.wait(on=True)
        self.around.meant.folder = self.around.place
        what = (self.around.place, *self._office, chosen)
        self.desk.work.run(start.set_up_office, *what, then=self._office_made, refused=self._not_made)

    def _office_made(self, ready: OfficeReady) -> None:
        self._forget()
        self._office = ("", "")
        self._opened = ready.opened
        self._recovery = ready.card if ready.refusal is not None else ""
        self.recovery.wait(on=False)
        self.recovery.show_made(ready)

    def _recovery_saved(self, name: str) -> None:
        self._recovery = ""
        self.recovery.show_saved(name)

    def _practise(self) -> None:
        self.around.meant.folder = start.practice_folder(self.around.place)
        self._go(self.making)
        self.desk.work.run_long(
            start.practise,
            self.around.place,
            then=self._practice_made,
            progress=self.progress.set_words,
            refused=self._not_practised,
        )

    def _practice_made(self, opened: Opened) -> None:
        self._opened = opened
        self._enter()

    def _not_practised(self, refusal: Refusal) -> None:
        self._go(self.choice)
        self.desk.refuse(refusal)

    def _practise_on(self) -> None:
        self.around.meant.folder = start.practice_folder(self.around.place)
        self.desk.navigate(UNLOCK)

    def _enter(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            self._card = None
            self.desk.enter(opened.session, opened.roles, Place(opened.inspection))
