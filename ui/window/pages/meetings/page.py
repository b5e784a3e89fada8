"""Interviews and meetings: filters with counts, the table from which one is opened, and starting another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from model.instruments.instrument import About
from ui.presenters import holders, meetings
from ui.presenters.holders import Offer
from ui.presenters.meetings import ALL, MeetingRow, MeetingsState, Startable
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.allocation.holding import GivingPane
from ui.window.pages.meetings.starting import StartPane
from ui.window.shortcuts import Shortcut
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button, with_key
from ui.window.widgets.choice_button import ChoiceButton
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.flow import Flow
from ui.window.widgets.long_table import LongTable

_NOTHING = (
    "Interviews of officers come in a bundle from the office. Meetings, focus groups and other interviews "
    "are started here, by anyone in the team."
)


class MeetingsPage(Page):
    """What is asked of officers, at meetings and about the whole inspection."""

    title = "Interviews and meetings"
    icon = "interview"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: MeetingsState | None = None
        self._chip = ALL
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("Find an interview")
        self.typed.setAccessibleName("Filter by name, kind, state or holder")
        self.typed.textChanged.connect(self._draw_rows)
        self.start_button = with_key("Start …", Shortcut.START_MEETING, self._begin, icon="plus")
        self.view_button = with_key("Interview view", Shortcut.SEE_INTERVIEW, self._view, icon="interview")
        self.give_button = with_key("Give …", Shortcut.GIVE_MEETING, self._ask_whom, icon="handover")
        self.open_button = Button("Open", "primary", do=self._open_current)
        self.chips = FilterChips("Show interviews and meetings that are")
        self.chips.chosen.connect(self._choose)
        self.everybody = ChoiceButton("The whole team’s", several=True)
        self.everybody.clicked.connect(self._draw_rows)
        self.starting = StartPane()
        self.starting.start.connect(self._start)
        self.starting.left.connect(self._to_table)
        self.giving = GivingPane()
        self.giving.give.connect(self._give)
        self.giving.left.connect(self._to_table)
        self.table: LongTable[MeetingRow] = LongTable("Interviews and meetings", _columns())
        self.table.moved.connect(lambda _: self._offer())
        self.table.chosen.connect(lambda row: self._open(row.assessment))
        self.nothing = EmptyState("interview", "No interview and no meeting yet", _NOTHING)
        self.none_left = EmptyState(
            "filter", "Nothing is like this", "Another filter shows more.", Button("Show all", do=self._all)
        )
        self._lay_out_parts()
        self.bind(Shortcut.START_MEETING, self._begin)
        self.bind(Shortcut.SEE_INTERVIEW, self._view)
        self.bind(Shortcut.GIVE_MEETING, self._ask_whom)

    def open(self, **what: Any) -> None:
        """Read them anew at every visit."""
        self.starting.hide()
        self.giving.hide()
        self.ask(meetings.show)

    def draw(self, state: MeetingsState) -> None:
        """Show them; filter and selection stay as they were."""
        self.state = state
        self.desk.place(Place(state.inspection))
        self.everybody.setVisible(state.others > 0)
        if state.rows and state.others == len(state.rows):
            self.everybody.setChecked(True)
        self._draw_rows()

    def first_focus(self) -> QWidget | None:
        """The table; where there is none, what can be started."""
        has_rows = self.state is not None and bool(self.state.rows)
        return self.table if has_rows else self.start_button

    def in_place(self) -> Sequence[Shortcut]:
        """What Enter does in the table."""
        return (Shortcut.MEETING_ROW,)

    def _draw_rows(self) -> None:
        state = self.state
        if state is None:
            return
        everybody = self.everybody.isChecked()
        rows = meetings.wanted(state.rows, ALL, "", everybody=everybody)
        self.chips.set(meetings.chips(rows), self._chip)
        shown = meetings.wanted(state.rows, self._chip, self.typed.text(), everybody=everybody)
        self.table.set_rows(shown)
        if shown and self.table.current() is None:
            self.table.selectRow(0)
        self.stack.setCurrentWidget(self.table if shown else self.none_left if rows else self.nothing)
        for part in (self.chips, self.typed, self.give_button, self.open_button, self.view_button):
            part.setVisible(bool(rows))
        self.start_button.setEnabled(bool(state.startable))
        self._offer()

    def _offer(self) -> None:
        row = self._current()
        self.open_button.setEnabled(row is not None)
        self.give_button.setEnabled(row is not None)
        self.view_button.setEnabled(row is not None and row.about is About.OFFICER)

    def _current(self) -> MeetingRow | None:
        return self.table.current() if self.stack.currentWidget() is self.table else None

    def _choose(self, chip: str) -> None:
        self._chip = chip
        self._draw_rows()

    def _all(self) -> None:
        self._chip = ALL
        self.typed.clear()
        self._draw_rows()
        self._to_table()

    def _begin(self) -> None:
        if self.state is not None and self.state.startable:
            self.giving.hide()
            self.starting.begin(self.state)

    def _start(self, what: Startable, title: str, day: str) -> None:
        self.ask(meetings.start, what, title, day, then=self._started)

    def _started(self, state: MeetingsState) -> None:
        self.draw(state)
        self.desk.saved(state.saved)
        self.desk.announce(state.said)
        if state.mine:
            self._open(state.started)
        else:
            self._to_table()

    def _open(self, assessment: str) -> None:
        self.desk.navigate("assessment", assessment=assessment)

    def _open_current(self) -> None:
        row = self._current()
        if row is not None:
            self._open(row.assessment)

    def _view(self) -> None:
        row = self._current()
        if row is not None and row.about is About.OFFICER:
            self.desk.navigate("interview", assessment=row.assessment)

    def _ask_whom(self) -> None:
        row = self._current()
        if row is not None:
            self.starting.hide()
            self.ask(holders.offer, row.assessment, then=lambda offer: self._offer_people(row, offer))

    def _offer_people(self, row: MeetingRow, offer: Offer) -> None:
        self.giving.begin(row.assessment, offer)

    def _give(self, assessment: str, to: str, reason: str) -> None:
        rows = self.state.rows if self.state is not None else ()
        row = next((row for row in rows if row.assessment == assessment), None)
        if row is not None:
            self.ask(meetings.give, row, to, reason, then=self._given)

    def _given(self, state: MeetingsState) -> None:
        self.draw(state)
        self.desk.saved(state.saved)
        self.desk.announce(state.said)
        self._to_table()

    def _to_table(self) -> None:
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_parts(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE[16])
        line.addWidget(self.chips, 1)
        line.addWidget(self.everybody, 0, Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget()
        for body in (self.table, self.nothing, self.none_left):
            self.stack.addWidget(body)
        for part in (self.typed, self.open_button):
            self.aside.addWidget(part)
        buttons = Flow(gap=SPACE[8])
        for button in (self.start_button, self.view_button, self.give_button):
            buttons.addWidget(button)
        self.body.addLayout(line)
        self.body.addLayout(buttons)
        self.body.addWidget(self.starting)
        self.body.addWidget(self.giving)
        self.body.addWidget(self.stack, 1)


def _columns() -> list[Column[MeetingRow]]:
    return [
        Column("With whom, about what", lambda row: row.name),
        Column("Kind", lambda row: row.kind, width=22),
        Column("When", lambda row: row.when_words, sort=lambda row: row.when or None, width=16),
        Column("Holder", lambda row: row.holder, width=18),
        status_column("State", lambda row: row.said, width=20),
        Column("Answered", lambda row: row.progress.words, sort=lambda row: row.progress.share, width=10),
    ]
