"""The officers’ page: what is proposed and what is confirmed, and the round to the store and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from model.refusal import Refusal
from ui.presenters import officers
from ui.presenters.officers import ALL, OfficerRow, OfficersState
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.officers.panes import GivePane, JoinPane, RenamePane, SplitPane
from ui.window.shortcuts import Shortcut
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button, with_key
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.flow import Flow
from ui.window.widgets.long_table import LongTable

_NOBODY = (
    "No case here names an officer. Officers come from the provider’s list, once cases are drawn from it."
)


class OfficersPage(Page):
    """Names and units of the list only propose; here somebody decides."""

    title = "Officers"
    icon = "person"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: OfficersState | None = None
        self._chip = ALL
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("Find an officer")
        self.typed.setAccessibleName("Filter by name, unit, case or who asks")
        self.typed.textChanged.connect(self._draw_rows)
        self.all_button = Button("Confirm all shown …", do=self._ask_for_all)
        self.give_all_button = Button("Give every interview", icon="interview", do=self._give_all)
        self.confirm_button = with_key("Confirm", Shortcut.CONFIRM_OFFICER, self._confirm, "primary", "tick")
        self.join_button = with_key("Same person as …", Shortcut.SAME_OFFICER, self._join)
        self.split_button = with_key("Two people …", Shortcut.TWO_OFFICERS, self._split)
        self.rename_button = with_key("Name or unit …", Shortcut.RENAME_OFFICER, self._rename)
        self.give_button = with_key("Who asks …", Shortcut.WHO_ASKS, self._give, icon="handover")
        self.chips = FilterChips("Show officers that are")
        self.chips.chosen.connect(self._choose)
        self.sure = ConfirmBar()
        self.joining, self.splitting = JoinPane(), SplitPane()
        self.renaming, self.giving = RenamePane(), GivePane()
        self.table: LongTable[OfficerRow] = LongTable("Officers", _columns())
        self.table.moved.connect(lambda _: self._offer())
        self.table.chosen.connect(self._chose)
        self.nothing = EmptyState("person", "No officer yet", _NOBODY)
        self.none_left = EmptyState(
            "filter",
            "No officer is like this",
            "Another filter shows more.",
            Button("Show all", do=self._all),
        )
        self._lay_out_parts()
        self._connect()
        self._bind_keys()

    def open(self, **what: Any) -> None:
        """Read the officers anew at every visit."""
        for pane in self._panes():
            pane.hide()
        self.ask(officers.show)

    def draw(self, state: OfficersState) -> None:
        """Show the officers; filter and selection stay as they were."""
        self.state = state
        self.desk.place(Place(state.inspection))
        self._draw_rows()
        if state.saved:
            self.desk.saved(state.saved)
        if state.said:
            self.desk.announce(state.said)

    def first_focus(self) -> QWidget | None:
        """The table: Up, Down, Enter and the keys of this page."""
        return self.table

    def in_place(self) -> Sequence[Shortcut]:
        """What Enter does in the table."""
        return (Shortcut.OFFICER_ROW,)

    def _panes(self) -> tuple[JoinPane, SplitPane, RenamePane, GivePane]:
        return self.joining, self.splitting, self.renaming, self.giving

    def _draw_rows(self) -> None:
        if self.state is None:
            return
        rows = self.state.rows
        self.chips.set(officers.chips(rows), self._chip)
        shown = self._shown()
        self.table.set_rows(shown)
        if shown and self.table.current() is None:
            self.table.selectRow(0)
        body = self.table if shown else self.none_left if rows else self.nothing
        self.stack.setCurrentWidget(body)
        for part in (self.chips, self.typed):
            part.setVisible(bool(rows))
        self._offer()

    def _shown(self) -> tuple[OfficerRow, ...]:
        return officers.wanted(self.state.rows, self._chip, self.typed.text()) if self.state else ()

    def _offer(self) -> None:
        """Enable what can be done with the selected officer."""
        row, state = self._current(), self.state
        proposed = row is not None and row.is_proposed
        self.confirm_button.setEnabled(proposed)
        self.join_button.setEnabled(row is not None)
        several = row is not None and (len(row.cases) > 1 or bool(row.joined))
        self.split_button.setEnabled(several and not proposed)
        self.rename_button.setEnabled(row is not None and not proposed)
        asks = state is not None and state.asks
        self.give_button.setEnabled(row is not None and not proposed and asks)
        self.give_all_button.setVisible(asks)
        self.all_button.setEnabled(any(each.is_proposed for each in self._shown()))

    def _current(self) -> OfficerRow | None:
        return self.table.current() if self.stack.currentWidget() is self.table else None

    def _choose(self, chip: str) -> None:
        self._chip = chip
        self._draw_rows()

    def _all(self) -> None:
        self._chip = ALL
        self.typed.clear()
        self._draw_rows()
        self._to_table()

    def _chose(self, row: OfficerRow) -> None:
        if row.is_proposed:
            self._confirm()
        else:
            self._give()

    def _confirm(self) -> None:
        row = self._current()
        if row is not None and row.is_proposed:
            self._do(officers.confirm, (row,))

    def _ask_for_all(self) -> None:
        rows = tuple(row for row in self._shown() if row.is_proposed)
        close = sum(bool(row.hint) for row in rows)
        more = f"{close} of them ask to be looked at closely. " if close else ""
        self.sure.ask(
            f"Confirm {len(rows)} officers as the list gives them?",
            f"{more}Each can be split, joined or undone afterwards.",
            "Confirm all",
            lambda: self._do(officers.confirm, rows),
        )

    def _join(self) -> None:
        row = self._current()
        if row is not None and self.state is not None:
            self._only(self.joining)
            self.joining.begin(row, self.state.rows)

    def _split(self) -> None:
        row = self._current()
        if row is not None and self.split_button.isEnabled():
            self._only(self.splitting)
            self.splitting.begin(row)

    def _rename(self) -> None:
        row = self._current()
        if row is not None and self.rename_button.isEnabled():
            self._only(self.renaming)
            self.renaming.begin(row)

    def _give(self) -> None:
        row = self._current()
        if row is not None and self.state is not None and self.give_button.isEnabled():
            self._only(self.giving)
            self.giving.begin(row, self.state.people)

    def _only(self, pane: QWidget) -> None:
        for each in self._panes():
            if each is not pane:
                each.hide()

    def _give_all(self) -> None:
        self._do(officers.give_all)

    def _do(self, function: Callable[..., OfficersState], *what: Any) -> None:
        self.ask(function, *what, then=self._done, refused=self._refused)

    def _done(self, state: OfficersState) -> None:
        self.draw(state)
        self._to_table()

    def _refused(self, refusal: Refusal) -> None:
        self.desk.refuse(refusal)
        self._to_table()

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_parts(self) -> None:
        for part in (self.typed, self.give_all_button, self.all_button):
            self.aside.addWidget(part)
        buttons = Flow(gap=SPACE[8])
        for button in (
            self.confirm_button,
            self.join_button,
            self.split_button,
            self.rename_button,
            self.give_button,
        ):
            buttons.addWidget(button)
        self.stack = QStackedWidget()
        for body in (self.table, self.nothing, self.none_left):
            self.stack.addWidget(body)
        self.body.addWidget(self.chips)
        self.body.addLayout(buttons)
        self.body.addWidget(self.sure)
        for pane in self._panes():
            self.body.addWidget(pane)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.joining.join.connect(lambda row, into: self._do(officers.join, row, into))
        self.splitting.split.connect(lambda row, cases, name: self._do(officers.split, row, cases, name))
        self.splitting.separate.connect(lambda officer: self._do(officers.separate, officer))
        self.renaming.rename.connect(lambda row, name, unit: self._do(officers.rename, row, name, unit))
        self.giving.give.connect(lambda row, to, reason: self._do(officers.give, row, to, reason))
        for pane in self._panes():
            pane.left.connect(self._to_table)

    def _bind_keys(self) -> None:
        self.bind(Shortcut.UNDO, lambda: self._do(officers.undo))
        self.bind(Shortcut.CONFIRM_OFFICER, self._confirm)
        self.bind(Shortcut.SAME_OFFICER, self._join)
        self.bind(Shortcut.TWO_OFFICERS, self._split)
        self.bind(Shortcut.RENAME_OFFICER, self._rename)
        self.bind(Shortcut.WHO_ASKS, self._give)


def _columns() -> list[Column[OfficerRow]]:
    return [
        Column("Officer", lambda row: row.name, width=24),
        Column("Unit", lambda row: row.unit, width=24),
        Column("Cases", lambda row: row.numbers, sort=lambda row: -len(row.cases), width=20),
        status_column("State", lambda row: row.said, width=16),
        Column("Asked by", lambda row: row.asker, width=18),
        Column("Interview", lambda row: row.interview, width=14),
        Column("To look at", lambda row: row.hint),
    ]
