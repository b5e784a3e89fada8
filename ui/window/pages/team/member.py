"""One person of the team: role, card, digits, and what can be done about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.presenters.sizes import counted
from ui.presenters.team import Member
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.digits import Digits
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone


class MemberCard(Card):
    """The person who is selected in the table."""

    confirm = Signal(object)
    """The Member whose digits were compared."""
    withdraw = Signal(object)
    """The Member whose card is to be withdrawn."""
    answer = Signal(object)
    """The Member who has forgotten a passphrase and sent a request."""
    give_role = Signal(str, str)
    """Somebody's id, and the code of the role they get."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.show()
        self._member: Member | None = None
        self.badge = StatusBadge("")
        self.cases = PlainLabel(role="quiet", wrap=False)
        self.since = PlainLabel(role="caption")
        self.digits = Digits("The digits of this card")
        self.role = Dropdown("Role")
        self.role_row = FormRow("Role", self.role)
        self.role.chosen.connect(self._chose)
        self.confirm_button = Button(
            "Compared by telephone: confirm", icon="shield", do=lambda: self.confirm.emit(self._member)
        )
        self.withdraw_button = Button(
            "Withdraw the card …", "danger", do=lambda: self.withdraw.emit(self._member)
        )
        self.forgotten_button = Button(
            "Answer a forgotten passphrase …", icon="key", do=lambda: self.answer.emit(self._member)
        )
        state = QHBoxLayout()
        state.setSpacing(SPACE[12])
        state.addWidget(self.badge)
        state.addWidget(self.cases)
        state.addStretch(1)
        buttons = Flow()
        for button in (self.confirm_button, self.forgotten_button, self.withdraw_button):
            buttons.addWidget(button)
        self.body.addLayout(state)
        for part in (self.since, self.digits, self.role_row):
            self.body.addWidget(part)
        self.body.addLayout(buttons)

    def draw(self, member: Member, roles: Sequence[tuple[str, str]]) -> None:
        """Show a person."""
        self._member = member
        self.heading.setText(member.name)
        self.setAccessibleName(member.name)
        self.badge.set(member.said.word, Tone(member.said.tone), member.said.icon)
        self.cases.setText(f"holds {counted(member.held, 'case')}")
        self.cases.setVisible(member.held > 0)
        self.since.setText("This is you, the office." if member.office else member.since)
        self.digits.set(member.digits)
        self.role.set_options(roles)
        self.role.set_code(member.role)
        self.role_row.setVisible(not member.office and not member.withdrawn)
        self.confirm_button.setVisible(not member.confirmed and not member.withdrawn)
        for button in (self.forgotten_button, self.withdraw_button):
            button.setVisible(not member.office and not member.withdrawn)

    def first(self) -> QWidget | None:
        """The first thing that can be done here."""
        candidates: Sequence[QWidget] = (self.confirm_button, self.role, self.withdraw_button)
        return next((one for one in candidates if one.isVisible()), None)

    def _chose(self, role: str) -> None:
        if self._member is not None and role != self._member.role:
            self.give_role.emit(self._member.id, role)
