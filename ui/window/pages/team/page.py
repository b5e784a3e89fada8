"""The team page: the table of people, and beside it the one selected, an invitation, or a file that came."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters import forgotten, team
from ui.presenters.forgotten import RequestSeen
from ui.presenters.team import CardSeen, Member, TeamState
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.tab_order import put_in_order
from ui.window.pages.team.forgotten import ForgottenPane
from ui.window.pages.team.inviting import InvitingPane
from ui.window.pages.team.member import MemberCard
from ui.window.pages.team.taking import TakingPane
from ui.window.shortcuts import Shortcut
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.beside import Beside
from ui.window.widgets.buttons import Button
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.reason_bar import ReasonBar
from ui.window.widgets.whole_table import WholeTable


class TeamPage(Page):
    """Invite people, confirm their cards by telephone, give roles, help with a forgotten passphrase."""

    title = "Team"
    icon = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state: TeamState | None = None
        self.invite = Button("Invite somebody", icon="plus", do=self._invite)
        self.take = Button("Take a card …", "primary", "receive", do=self._choose_card)
        for button in (self.invite, self.take):
            self.aside.addWidget(button)
        self.words = PlainLabel(role="quiet")
        self.table: WholeTable[Member] = WholeTable("People of the team", _columns())
        self.table.moved.connect(self._show_member)
        self.table.chosen.connect(self._go_to_member)
        self.inviting, self.taking, self.member = InvitingPane(), TakingPane(), MemberCard()
        self.forgotten, self.reason = ForgottenPane(), ReasonBar()
        self._panes = (self.inviting, self.taking, self.forgotten, self.reason)
        self.inviting.write.connect(self._write_invitation)
        self.taking.take.connect(self._take)
        self.forgotten.choose_card.connect(self._choose_recovery_card)
        self.forgotten.write.connect(self._write_reply)
        for pane in self._panes:
            pane.left.connect(self._leave_pane)
        self.member.confirm.connect(self._confirm)
        self.member.withdraw.connect(self._ask_why)
        self.member.answer.connect(self._choose_request)
        self.member.give_role.connect(lambda person, role: self.ask(team.give_role, person, role))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        for part in (*self._panes, self.member):
            column.addWidget(part)
        self.parts = Beside(self.table, side, share=(1, 1))
        self.body.addWidget(self.words)
        self.body.addWidget(self.parts)
        self.body.addStretch(1)
        put_in_order(self)

    def open(self, **what: Any) -> None:
        """Show the team."""
        self._close_panes()
        self.ask(team.show)

    def draw(self, state: TeamState) -> None:
        """Show the team; whoever was selected stays selected."""
        self._state = state
        now = self.table.current()
        self.words.setText(state.words)
        self.table.set_rows(state.members)
        if now is not None:
            self.table.select(lambda member: member.id == now.id)
        self._show_member(self.table.current())
        if state.saved:
            self.desk.saved(state.saved)
        if state.said:
            self.desk.announce(state.said)

    def leave(self) -> None:
        """Keep no code in sight of whoever comes back."""
        self._close_panes()

    def first_focus(self) -> QWidget | None:
        """People come first: with nobody there, inviting."""
        alone = self._state is not None and len(self._state.members) == 1
        return self.invite if alone else self.table

    def in_place(self) -> Sequence[Shortcut]:
        """What Enter does in the table."""
        return (Shortcut.MEMBER,)

    def _show_member(self, member: Member | None) -> None:
        busy = any(pane.isVisibleTo(self) for pane in self._panes)
        for button in (self.invite, self.take):
            button.setVisible(not busy)
        self.table.setVisible(not busy or self.parts.side_by_side())
        self.member.setVisible(member is not None and not busy)
        if member is not None and self._state is not None:
            self.member.draw(member, self._state.roles)

    def _go_to_member(self, member: Member) -> None:
        first = self.member.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _invite(self) -> None:
        if self._state is not None:
            self._close_panes()
            self.inviting.begin(self._state.digits)
            self._show_member(None)

    def _write_invitation(self, name: str) -> None:
        chosen = self.desk.files.save_file("Write the invitation", team.INVITATION_NAME, team.INVITATIONS)
        if chosen is not None:
            self.ask(team.invite, name, chosen, then=self._invited)

    def _invited(self, state: TeamState) -> None:
        self.draw(state)
        self.inviting.tell(state.said)

    def _choose_card(self) -> None:
        chosen = self.desk.files.open_file("The card that somebody returned", team.CARDS)
        if chosen is not None:
            self.ask(team.look_at, chosen, then=self._show_card)

    def _show_card(self, seen: CardSeen) -> None:
        if self._state is not None:
            self._close_panes()
            self.taking.begin(seen, self._state.roles)
            self._show_member(None)

    def _take(self, seen: CardSeen, role: str, compared: bool) -> None:
        self.ask(team.take, seen, role, compared, then=lambda state: self._taken(state, seen))

    def _taken(self, state: TeamState, seen: CardSeen) -> None:
        self._close_panes()
        self.draw(state)
        self.table.select(lambda member: member.digits == seen.digits)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self, member: Member) -> None:
        self.ask(team.confirm, member.id)

    def _ask_why(self, member: Member) -> None:
        self.reason.ask(
            f"Withdraw the card of {member.name}?",
            "Nothing more is sealed to it, and bundles signed by it are refused from now on. It cannot be "
            "given back: the person answers a new invitation. What they handed over before stays.",
            "Withdraw the card",
            lambda reason: self.ask(team.withdraw, member.id, reason),
            example="Laptop lost on the train",
            danger=True,
        )
        self._show_member(None)

    def _choose_request(self, member: Member) -> None:
        words = f"The request that {member.name} sent"
        chosen = self.desk.files.open_file(words, forgotten.REQUESTS)
        if chosen is not None:
            self.ask(forgotten.look_at, member.id, chosen, then=self._show_request)

    def _show_request(self, seen: RequestSeen) -> None:
        self._close_panes()
        self.forgotten.begin(seen)
        self._show_member(None)

    def _choose_recovery_card(self) -> None:
        chosen = self.desk.files.open_file("The office’s recovery card", forgotten.RECOVERY_CARDS)
        if chosen is not None:
            self.forgotten.card_chosen(chosen)

    def _write_reply(self, seen: RequestSeen, recovery_card: Path) -> None:
        name = forgotten.reply_name(seen)
        chosen = self.desk.files.save_file("Write the reply", name, forgotten.REPLIES)
        if chosen is not None:
            self.desk.work.run(forgotten.answer, seen, recovery_card, chosen, then=self.forgotten.answered)

    def _leave_pane(self) -> None:
        self._close_panes()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_panes(self) -> None:
        self.forgotten.forget()
        for pane in self._panes:
            pane.hide()
        self._show_member(self.table.current())


def _columns() -> list[Column[Member]]:
    return [
        Column("Name", lambda one: one.name),
        Column("Role", lambda one: one.role_words, width=16),
        status_column("Card", lambda one: one.said, width=16),
        Column("Cases", lambda one: str(one.held or ""), lambda one: one.held, width=7, number=True),
    ]
