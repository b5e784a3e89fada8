"""Answering a forgotten passphrase: the digits of the request, the recovery card, the reply and its code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.forgotten import RequestAnswered, RequestSeen
from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.digits import Digits
from ui.window.widgets.flow import Flow
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tick import Tick
from ui.window.widgets.tone import Tone

_COMPARE = (
    "Telephone {name}, on a number that you already have. Casebook shows them these digits where they saved "
    "the request. Read them to each other, group by group. If a single one differs, leave the request."
)
_WILL = (
    "The reply is a file for {name}. It opens their store only together with a code of 25 digits, which "
    "Casebook then shows you: read it to them on the telephone. With both they set a new passphrase."
)
_CARD = "The reply needs the office’s recovery card. Casebook reads it, and keeps no copy of it."
_READ_OUT = (
    "Read this code to {name} on the telephone, group by group, and to nobody else. Do not mail it. It is "
    "kept nowhere: closing this forgets it."
)


class ForgottenPane(Leavable):
    """Hidden until `begin`. Forgets the code when it is left."""

    choose_card = Signal()
    """The recovery card is to be chosen."""
    write = Signal(object, Path)
    """A reply is to be written: RequestSeen, and the file of the recovery card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: RequestSeen | None = None
        self._recovery: Path | None = None
        self.card = Card()
        self.card.heading.show()
        self.say = PlainLabel(role="quiet")
        self.digits = Digits("The digits of this request")
        self.compared = Tick("We compared these digits by telephone, and they are the same")
        self.will = PlainLabel(role="quiet")
        self.choose = Button("Choose the recovery card …", icon="key", do=self.choose_card.emit)
        self.chosen = PlainLabel(_CARD, "quiet")
        self.problem = PlainLabel(role="strong", tone="not_sufficient")
        self.written = MessageBar()
        self.reply = Button("Write the reply …", "primary", do=self._write)
        self.cancel = Button("Leave it", do=self.leave)
        buttons = Flow()
        for button in (self.reply, self.cancel):
            buttons.addWidget(button)
        self._asking = (self.compared, self.will, self.chosen, self.choose, self.reply)
        for part in (self.written, self.say, self.digits, *self._asking[:-1], self.problem):
            self.card.body.addWidget(part)
        self.card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE[4])
        column.addWidget(self.card)
        self.hide()

    def begin(self, seen: RequestSeen) -> None:
        """Show a request that came."""
        self._seen, self._recovery = seen, None
        self._title(f"{seen.name} has forgotten a passphrase")
        self.written.clear()
        self.say.setText(_COMPARE.format(name=seen.name))
        self.digits.set(seen.digits, "The digits of this request")
        self.compared.setChecked(False)
        self.will.setText(_WILL.format(name=seen.name))
        self.chosen.setText(_CARD)
        self._tell("")
        for part in self._asking:
            part.show()
        self.cancel.setText("Leave it")
        self.show()
        self.compared.setFocus(Qt.FocusReason.OtherFocusReason)

    def card_chosen(self, path: Path) -> None:
        """Take the recovery card that was chosen; it is read only when the reply is written."""
        self._recovery = path
        self.chosen.setText(f"Recovery card: {path.name}")
        self._tell("")
        self.reply.setFocus(Qt.FocusReason.OtherFocusReason)

    def answered(self, answered: RequestAnswered) -> None:
        """Say that the reply was written, and show the code to be read out."""
        self._title(f"A reply for {answered.name}")
        self.written.tell(
            f"Reply written: {answered.file}", Tone.SUFFICIENT, f"Send it to {answered.name}, as you like."
        )
        self.say.setText(_READ_OUT.format(name=answered.name))
        self.digits.set(answered.code, "The code to read out")
        for part in self._asking:
            part.hide()
        self.cancel.setText("The code is read out: close")
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hide, and keep neither digits nor code."""
        self._seen = self._recovery = None
        self.digits.set(())
        self.hide()

    def _title(self, words: str) -> None:
        self.card.heading.setText(words)
        self.setAccessibleName(words)

    def _tell(self, problem: str) -> None:
        self.problem.setText(f"Problem: {problem}" if problem else "")
        self.problem.setVisible(bool(problem))

    def _write(self) -> None:
        if not self.compared.isChecked():
            self._tell("Compare the digits first, and tick that they are the same.")
            self.compared.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._recovery is None:
            self._tell("Choose the recovery card first.")
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._seen is not None:
            self._tell("")
            self.write.emit(self._seen, self._recovery)
