"""The page that may lie open before an officer: who asks, when, and each case's facts and points to raise."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.presenters import interview
from ui.presenters.interview import CaseShown, InterviewState, ItemsOfCase
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.case.interview import Interview
from ui.window.pages.tab_order import put_in_order
from ui.window.shortcuts import Shortcut
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button, with_key
from ui.window.widgets.card import Card
from ui.window.widgets.flow import Flow
from ui.window.widgets.heading import Heading
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel

_NO_CASE = "You hold no case of this officer: only the officer’s own items are yours to ask."
_NO_POINTS = "Nothing to raise."


class InterviewPage(Page):
    """One officer."""

    title = "Interview"
    icon = "interview"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: InterviewState | None = None
        self._drawn: object = None
        self.unit = PlainLabel(role="quiet", wrap=False)
        self.asks = PlainLabel(role="strong")
        self.in_english = PlainLabel(role="caption")
        self.print_button = with_key("Interview sheet", Shortcut.PRINT_SHEET, self._print, icon="print")
        self.ask_button = with_key("The officer’s own items", Shortcut.ASK_OFFICER, self._ask, "primary")
        self.time = Interview()
        self.time.given.connect(self._set_time)
        self.time.left.connect(self._to_page)
        self.cases = QVBoxLayout()
        self.cases.setSpacing(SPACE[16])
        for part in (self.unit, self.print_button, self.ask_button):
            self.aside.addWidget(part)
        for widget in (self.asks, self.in_english, self.time):
            self.body.addWidget(widget)
        self.body.addLayout(self.cases)
        self.body.addStretch(1)
        self.bind(Shortcut.ASK_OFFICER, self._ask)
        self.bind(Shortcut.PRINT_SHEET, self._print)
        self.bind(Shortcut.INTERVIEW_TIME, lambda: self.time.day.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def open(self, assessment: str, **what: Any) -> None:
        """Open the view of the officer whom an assessment is of, or whose case it is of."""
        self.ask(interview.show, assessment)

    def draw(self, state: InterviewState) -> None:
        """Show the officer."""
        self.state = state
        self.desk.place(Place(state.inspection))
        self.heading.setText(state.name)
        self.unit.setText(state.unit)
        self.asks.setText(state.asks)
        self.in_english.setText(state.in_english)
        self.in_english.setVisible(bool(state.in_english))
        self.ask_button.setVisible(bool(state.own))
        self.print_button.setVisible(bool(state.cases))
        self.time.draw(state)
        if state.cases != self._drawn:
            self._drawn = state.cases
            self._make_cases(state)
        put_in_order(self)
        if state.saved:
            self.desk.saved(state.saved)
        if state.opened:
            self._open(state.opened)

    def first_focus(self) -> QWidget | None:
        """What is asked first."""
        if self.state is not None and not self.state.own:
            return self.time.day
        return self.ask_button

    def _make_cases(self, state: InterviewState) -> None:
        empty(self.cases)
        if not state.cases:
            self.cases.addWidget(PlainLabel(_NO_CASE, "quiet"))
        for case in state.cases:
            self.cases.addWidget(self._case(case))

    def _case(self, case: CaseShown) -> Card:
        card = Card(f"Case {case.number}")
        if case.unit:
            card.body.addWidget(PlainLabel(case.unit, "quiet"))
        buttons = Flow()
        for items in case.items:
            buttons.addWidget(self._items(case, items))
        see = Button("The case", icon="case", do=lambda: self._see(case.assessment))
        see.setAccessibleName(f"The page of case {case.number}")
        buttons.addWidget(see)
        card.body.addLayout(buttons)
        card.body.addWidget(Heading("Points to raise", level=3))
        for point in case.points or (_NO_POINTS,):
            card.body.addWidget(PlainLabel(point, "" if case.points else "quiet"))
        card.body.addWidget(Heading("Facts", level=3))
        card.body.addLayout(_facts(case))
        return card

    def _items(self, case: CaseShown, items: ItemsOfCase) -> Button:
        button = Button(items.title, icon="questions", do=lambda: self._begin(items))
        button.setAccessibleName(f"{items.title}, case {case.number}")
        return button

    def _ask(self) -> None:
        if self.state is not None and self.state.own:
            self._open(self.state.own[0][0])

    def _begin(self, items: ItemsOfCase) -> None:
        if items.assessment:
            self._open(items.assessment)
        elif self.state is not None:
            self.ask(interview.begin_items, self.state, items)

    def _open(self, assessment: str) -> None:
        self.desk.navigate("assessment", assessment=assessment)

    def _see(self, assessment: str) -> None:
        self.desk.navigate("case", assessment=assessment)

    def _print(self) -> None:
        if self.state is not None and self.state.cases:
            self.desk.navigate("papers", document=interview.PAPER, subject=self.state.subject)

    def _set_time(self, when: str) -> None:
        if self.state is not None:
            self.ask(interview.set_time, self.state, when)

    def _to_page(self) -> None:
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)


def _facts(case: CaseShown) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[12])
    grid.setVerticalSpacing(SPACE[4])
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    for at, fact in enumerate(case.facts):
        grid.addWidget(PlainLabel(fact.code, "quiet", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(fact.words, "quiet"), at, 1)
        grid.addWidget(PlainLabel(fact.value), at, 2)
    return grid
