"""Restoring a sealed copy of the store: which one, what that means, and the passphrase for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.presenters.unlock import Copy
from ui.window.pages.start.step import Step
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.choice_button import ChoiceButton
from ui.window.widgets.form import FormRow
from ui.window.widgets.passphrase import Passphrase, ShowPassphrase
from ui.window.widgets.point import Point

_WHAT = (
    "When the store is unlocked, Casebook keeps a sealed copy of it beside it: those of the last three days."
)
_MEANS = (
    "The store becomes what it was when it was unlocked on that day.",
    "What was recorded on this laptop since then, and not handed over in a bundle, is lost.",
    "What was handed over comes back with the office’s next bundle.",
    "What you record from then on goes on as a new stream, so that nothing is ever mixed up.",
    "The store that lies here now is kept beside it, for whoever may be able to mend it.",
)


class RestoreStep(Step):
    """The copies, by day."""

    restore = Signal(Path, str)
    """Copy, passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Restore a copy", _WHAT, parent)
        self._group = QButtonGroup(self)
        self._copies: list[tuple[ChoiceButton, Path]] = []
        means = Card("What restoring means")
        for words in _MEANS:
            means.body.addWidget(Point(words))
        choose = Card("Which copy")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(SPACE[8])
        choose.body.addLayout(self._choices)
        self.passphrase = Passphrase(self._restore)
        self.row = FormRow("Passphrase", self.passphrase)
        self.shown = ShowPassphrase(self.passphrase)
        for part in (means, choose, self.row, self.shown):
            self.body.addWidget(part)
        self.button = Button("Restore this copy", "danger", do=self._restore)
        self.buttons.addWidget(self.button)
        self.buttons.addWidget(self.back_button())

    def show_copies(self, copies: tuple[Copy, ...]) -> None:
        """Offer these, the newest first; the newest is chosen."""
        for button, _ in self._copies:
            self._group.removeButton(button)
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._copies = []
        for copy in copies:
            button = ChoiceButton(copy.day)
            self._group.addButton(button)
            self._choices.addWidget(button)
            self._copies.append((button, copy.path))
        if self._copies:
            self._copies[0][0].setChecked(True)

    def refused(self, words: str) -> None:
        """Say beside the field why it was not restored."""
        self.row.set_problem(words)
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def forget(self) -> None:
        """Forget the passphrase."""
        self.passphrase.clear()
        self.shown.hide_again()

    def first(self) -> QWidget | None:
        """The copies."""
        return self._copies[0][0] if self._copies else None

    def _restore(self) -> None:
        chosen = next((path for button, path in self._copies if button.isChecked()), None)
        self.row.set_problem("" if self.passphrase.text() else "Type your passphrase.")
        if chosen is not None and self.passphrase.text():
            self.restore.emit(chosen, self.passphrase.text())
