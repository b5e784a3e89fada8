"""The page shown while nothing is open: it has the store opened, and hands it to the frame."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from model.refusal import Refusal
from ui.presenters import unlock
from ui.presenters.opened import Opened
from ui.presenters.unlock import UnlockState
from ui.window.contents import START
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.start.step import Step
from ui.window.pages.unlock.door import DoorStep
from ui.window.pages.unlock.forgotten import ForgottenStep
from ui.window.pages.unlock.restoring import RestoreStep
from ui.window.surroundings import Surroundings
from ui.window.widgets.narrow import Narrow


class UnlockPage(Page):
    """The door, and the two ways around it."""

    title = "Unlock"
    icon = "lock"
    shows_title = False

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__(desk)
        self.around = around
        self.door = DoorStep()
        self.forgotten = ForgottenStep()
        self.restoring = RestoreStep()
        self._steps: tuple[DoorStep, ForgottenStep, RestoreStep] = (
            self.door,
            self.forgotten,
            self.restoring,
        )
        self._narrow = Narrow(560)
        for step in self._steps:
            self._narrow.body.addWidget(step)
        self.body.addStretch(1)
        self.body.addWidget(self._narrow)
        self.body.addStretch(2)
        self._connect()
        self._go(self.door)

    def open(self, **what: Any) -> None:
        """Show whose store this is."""
        self._go(self.door)
        self.desk.work.run(unlock.show, self._folder(), self.around.place, then=self.draw)

    def draw(self, state: UnlockState) -> None:
        """Show whose store this is."""
        self.door.show_state(state)
        self.forgotten.show_owners(state.owners)
        self.forgotten.show_digits(state.asked)
        self.restoring.show_copies(state.copies)
        if self.door.isVisible():
            self.door.begin()

    def leave(self) -> None:
        """Keep no passphrase in a field that nobody sees."""
        for step in self._steps:
            step.forget()

    def first_focus(self) -> QWidget | None:
        """The passphrase."""
        return next((step.first() for step in self._steps if step.isVisibleTo(self)), None)

    def _connect(self) -> None:
        self.door.typed.connect(self._unlock)
        self.door.forgotten.connect(lambda: self._go(self.forgotten))
        self.door.restore.connect(lambda: self._go(self.restoring))
        self.door.leave_practice.connect(self._leave_practice)
        self.door.practise.connect(lambda: self.desk.navigate(START))
        self.forgotten.left.connect(lambda: self._go(self.door))
        self.forgotten.ask.connect(self._ask_the_office)
        self.forgotten.choose_reply.connect(self._choose_reply)
        self.forgotten.accept.connect(self._accept)
        self.restoring.left.connect(lambda: self._go(self.door))
        self.restoring.restore.connect(self._restore)

    def _go(self, wanted: Step) -> None:
        for step in self._steps:
            step.setVisible(step is wanted)
        wanted.wait(on=False)
        wanted.begin()

    def _folder(self) -> Path:
        return self.around.meant.folder

    def _leave_practice(self) -> None:
        self.around.meant.folder = self.around.place
        self.desk.navigate(START)

    def _unlock(self, passphrase: str) -> None:
        self.door.wait(on=True)
        self.desk.work.run(
            unlock.unlock, self._folder(), passphrase, then=self._enter, refused=self._not_unlocked
        )

    def _not_unlocked(self, refusal: Refusal) -> None:
        self.door.wait(on=False)
        if unlock.is_wrong_passphrase(refusal):
            self.door.refused(refusal.happened, refusal.next)
        elif unlock.is_damage(refusal):
            self.door.damaged(refusal.happened, f"{refusal.kept} {refusal.next}")
        else:
            self.desk.refuse(refusal)

    def _ask_the_office(self, person: str) -> None:
        chosen = self.desk.files.save_file(
            "Save the request to the office", unlock.request_name(person), unlock.REQUESTS
        )
        if chosen is not None:
            self.desk.work.run(
                unlock.ask_the_office, self._folder(), person, chosen, then=self.forgotten.asked
            )

    def _choose_reply(self) -> None:
        chosen = self.desk.files.open_file("The office’s reply", unlock.REPLIES)
        if chosen is not None:
            self.forgotten.reply_chosen(chosen)

    def _accept(self, reply: Path, code: str, passphrase: str) -> None:
        self.forgotten.wait(on=True)
        self.desk.work.run(
            unlock.accept_reply,
            self._folder(),
            reply,
            code,
            passphrase,
            then=self._enter,
            refused=self._not_accepted,
        )

    def _not_accepted(self, refusal: Refusal) -> None:
        self.forgotten.wait(on=False)
        self.desk.refuse(refusal)

    def _restore(self, copy: Path, passphrase: str) -> None:
        self.restoring.wait(on=True)
        self.desk.work.run(
            unlock.restore,
            self._folder(),
            copy,
            passphrase,
            then=self._enter,
            refused=self._not_restored,
        )

    def _not_restored(self, refusal: Refusal) -> None:
        self.restoring.wait(on=False)
        self.restoring.refused(f"{refusal.happened} {refusal.next}")

    def _enter(self, opened: Opened) -> None:
        self.leave()
        self.desk.enter(opened.session, opened.roles, Place(opened.inspection))
