"""The door: whose store this is, its passphrase, and the ways on when it does not open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.presenters.unlock import UnlockState
from ui.window.pages.start.step import Step
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.passphrase import Passphrase, ShowPassphrase
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class DoorStep(Step):
    """Asks for the passphrase. Says nothing of anybody's work."""

    typed = Signal(str)
    """The passphrase that was typed."""
    forgotten = Signal()
    restore = Signal()
    leave_practice = Signal()
    practise = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Casebook", "", parent)
        self.heading.set_role("display")
        self.passphrase = Passphrase(self._unlock)
        self.row = FormRow("Passphrase", self.passphrase)
        self.shown = ShowPassphrase(self.passphrase)
        self.unlock = Button("Unlock", "primary", "lock", do=self._unlock)
        self.practice = MessageBar()
        self.notice = MessageBar()
        self._whose = PlainLabel(role="subheading")
        card = Card()
        top = QHBoxLayout()
        top.setSpacing(SPACE[12])
        top.addWidget(IconLabel("lock", "accent", 24), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._whose, 1)
        card.body.addLayout(top)
        for part in (self.row, self.shown, self.unlock):
            card.body.addWidget(part)
        self.body.addWidget(self.practice)
        self.body.addWidget(self.notice)
        self.body.addWidget(card)
        self.forgotten_button = Button("Forgotten passphrase …", "quiet", do=self.forgotten.emit)
        self.restore_button = Button("Restore a copy …", "quiet", do=self.restore.emit)
        self.practise_button = Button("Practice inspection …", "quiet", do=self.practise.emit)
        self.leave_button = Button("Leave the practice inspection", "quiet", do=self.leave_practice.emit)
        ways = Flow()
        for button in (self.forgotten_button, self.restore_button, self.practise_button, self.leave_button):
            ways.addWidget(button)
        self.body.addLayout(ways)

    def show_state(self, state: UnlockState) -> None:
        """Show whose store this is. Nothing is typed yet."""
        names = [owner.name for owner in state.owners]
        self._whose.setText(" or ".join(names) if names else "Your store")
        self.practice.clear()
        if state.practice:
            self.practice.tell(
                "PRACTICE: all people in it are invented.",
                Tone.ATTENTION,
                f"The passphrase of the practice inspection is: {state.hint}",
            )
        self.notice.clear()
        if state.refusal is not None:
            self._tell(state.refusal.happened, f"{state.refusal.kept} {state.refusal.next}")
        self.row.set_problem("")
        self.row.setEnabled(state.refusal is None)
        self.unlock.setEnabled(state.refusal is None)
        self.forgotten_button.setVisible(not state.practice and bool(state.owners))
        self.restore_button.setVisible(bool(state.copies) and not state.practice)
        self.practise_button.setVisible(not state.practice)
        self.leave_button.setVisible(state.practice)
        self.forget()

    def refused(self, happened: str, more: str) -> None:
        """Say beside the field why it does not open; what was typed is marked, to be typed again."""
        self.row.set_problem(f"{happened} {more}")
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def damaged(self, happened: str, more: str) -> None:
        """Say above the field what is wrong with the store."""
        self._tell(happened, more)
        self.restore_button.setFocus()

    def forget(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.shown.hide_again()

    def first(self) -> QWidget | None:
        """The passphrase, where there is a store to unlock."""
        return self.passphrase if self.row.isEnabled() else self.restore_button

    def _tell(self, happened: str, more: str) -> None:
        self.notice.tell(happened, Tone.NOT_SUFFICIENT, more)

    def _unlock(self) -> None:
        if not self.passphrase.text():
            self.row.set_problem("Type your passphrase.")
            self.passphrase.setFocus()
            return
        self.row.set_problem("")
        self.typed.emit(self.passphrase.text())
