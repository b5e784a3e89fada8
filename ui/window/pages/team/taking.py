"""Taking a card: what it says, what to beware of, the digits to compare, and the role it gets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.team import CardSeen
from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.digits import Digits
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.layouts import empty
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tick import Tick
from ui.window.widgets.tone import Tone

_COMPARE = (
    "Telephone this person on a number that you already have, and read the digits to each other, group by "
    "group. If a single one differs, leave the card."
)
_TAKE, _TAKE_LATER = "Take the card", "Take the card, to be confirmed later"


class TakingPane(Leavable):
    """Hidden until `begin`."""

    take = Signal(object, str, bool)
    """The card (CardSeen), the role's code, and whether the digits were compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: CardSeen | None = None
        self.card = Card()
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(SPACE[8])
        self.digits = Digits("The digits of this card")
        self.role = Dropdown("Role")
        self.row = FormRow("Role in this inspection", self.role)
        self.compared = Tick(
            "I compared these digits by telephone, and they are the same",
            "Until somebody has, nothing is sealed to this card, and nothing signed by it is taken in.",
        )
        self.compared.ticked.connect(lambda _: self._say())
        self.confirm = Button(_TAKE_LATER, "primary", do=self._take)
        self.cancel = Button("Leave it", do=self.leave)
        buttons = Flow()
        for button in (self.confirm, self.cancel):
            buttons.addWidget(button)
        self.card.body.addLayout(self.warnings)
        for part in (PlainLabel(_COMPARE, "quiet"), self.digits, self.compared, self.row):
            self.card.body.addWidget(part)
        self.card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE[4])
        column.addWidget(self.card)
        self.hide()

    def begin(self, seen: CardSeen, roles: Sequence[tuple[str, str]]) -> None:
        """Show a card that arrived."""
        self._seen = seen
        self.card.heading.setText(f"A card from {seen.name}")
        self.card.heading.show()
        self.setAccessibleName(f"A card from {seen.name}")
        empty(self.warnings)
        for words in seen.warnings:
            self.warnings.addWidget(MessageBar(words, Tone.ATTENTION))
        self.digits.set(seen.digits)
        self.role.set_options(roles)
        self.role.set_code(seen.role)
        self.row.set_problem("")
        self.compared.setChecked(False)
        self.compared.setVisible(not seen.kept)
        for part in (self.compared, self.role, self.confirm):
            part.setEnabled(seen.may_take)
        self._say()
        self.show()
        (self.compared if seen.may_take and not seen.kept else self.cancel).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _say(self) -> None:
        kept = self._seen is not None and self._seen.kept
        self.confirm.setText(_TAKE if kept or self.compared.isChecked() else _TAKE_LATER)

    def _take(self) -> None:
        self.row.set_problem("" if self.role.code() else "Choose the role that this person has.")
        if not self.role.code():
            self.role.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._seen is not None:
            self.take.emit(self._seen, self.role.code(), self.compared.isChecked())
