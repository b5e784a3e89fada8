"""Today's cases: interviews of the day, filters with counts, and the table from which a case is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from ui.presenters import cases
from ui.presenters.cases import ALL, Appointment, CaseRow, CasesState
from ui.window import theme
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.tab_order import put_in_order
from ui.window.shortcuts import Shortcut
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button, with_key
from ui.window.widgets.choice_button import ChoiceButton
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.flow import Flow
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.table import Table
from ui.window.widgets.tone import Tone

_ALL_CHIPS_TO = 150
"""Filters that would show nothing are in sight up to this size of text (per cent), beside one kind of row."""


class CasesPage(Page):
    """What is to be done today, and everything that is still to be done."""

    title = "Today’s cases"
    icon = "case"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: CasesState | None = None
        self._chip = ALL
        self.kinds = Dropdown("Kind of assessment")
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.chosen.connect(self._filter)
        self.interviews = Interviews(lambda one: desk.navigate(one.page, assessment=one.assessment))
        self.chips = FilterChips("Show cases that are")
        self.chips.chosen.connect(self._choose)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("Find a case")
        self.typed.setAccessibleName("Filter by number, officer or unit")
        self.typed.textChanged.connect(self._filter)
        self.everybody = ChoiceButton("The whole team’s cases", several=True)
        self.everybody.clicked.connect(self._filter)
        self.table: Table[CaseRow] = Table("Cases", _columns())
        self.table.chosen.connect(lambda row: self._open_assessment(row.assessment))
        self.nothing = EmptyState("case", "", "")
        self.none_left = EmptyState(
            "filter", "No case is like this", "Another filter shows more.", Button("Show all", do=self._all)
        )
        self.open_button = Button("Open", "primary", do=self._open_current)
        self.see_button = with_key("Facts, chronology, alerts", Shortcut.SEE_CASE, self._see_current)
        self._lay_out_parts()
        self.bind(Shortcut.SEE_CASE, self._see_current)

    def open(self, **what: Any) -> None:
        """Read the cases anew at every visit."""
        self.ask(cases.show)

    def draw(self, state: CasesState) -> None:
        """Show the cases; filter and selection stay as they were."""
        self.state = state
        self.desk.place(Place(state.inspection))
        self.everybody.setVisible(state.others > 0)
        if state.rows and state.others == len(state.rows):
            self.everybody.setChecked(True)
        self._draw_rows()

    def first_focus(self) -> QWidget | None:
        """The table: Up, Down and Enter."""
        return self.table

    def in_place(self) -> Sequence[Shortcut]:
        """What Enter does in the table."""
        return (Shortcut.OPEN_ROW,)

    def changeEvent(self, event: QEvent) -> None:
        """Large text leaves out the filters that would show nothing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "body_stack"):
            self._draw_rows()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab follows the page as it stands now."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def _draw_rows(self) -> None:
        if self.state is None:
            return
        everybody = self.everybody.isChecked()
        rows = cases.wanted(self.state.rows, ALL, "", everybody=everybody)
        self.interviews.draw(cases.today(rows, self.state.apart))
        self._draw_kinds(rows)
        kind = self.kinds.code()
        rows = cases.wanted(rows, ALL, "", everybody=True, kind=kind)
        few = self.state.several_kinds or theme.current().scale > _ALL_CHIPS_TO
        chips = [one for one in cases.chips(rows) if one[2] or not few or one[0] in (ALL, self._chip)]
        self.chips.set(chips, self._chip)
        shown = cases.wanted(rows, self._chip, self.typed.text(), everybody=True)
        said = {
            "Holder": everybody,
            "Assessment": self.state.several_kinds,
            "Interview": any(row.interview for row in self.state.rows),
            "To raise": any(row.alerts or row.points for row in self.state.rows),
        }
        for title, needed in said.items():
            self.table.setColumnHidden(_COLUMN_OF[title], not needed)
        self.table.set_rows(shown)
        self._say_what_is_missing(rows, shown)

    def _draw_kinds(self, rows: tuple[CaseRow, ...]) -> None:
        """Offer the kinds of assessment there are; one that is there no longer gives way to all."""
        self.kinds.set_options(cases.kinds(rows))
        if not self.kinds.code():
            self.kinds.set_code(ALL)
        self.kinds.setVisible(self.state is not None and self.state.several_kinds)

    def _say_what_is_missing(self, rows: tuple[CaseRow, ...], shown: tuple[CaseRow, ...]) -> None:
        if rows:
            self.body_stack.setCurrentWidget(self.table if shown else self.none_left)
        else:
            self.nothing.set(
                "No cases yet",
                "Your cases come in a bundle from the office. Read it, and they stand here; "
                "if it has not come, ask the office for it.",
            )
            self.body_stack.setCurrentWidget(self.nothing)
        for part in (self.chips, self.typed, self.open_button, self.see_button):
            part.setVisible(bool(rows))
        for button in (self.open_button, self.see_button):
            button.setEnabled(bool(shown))

    def _choose(self, chip: str) -> None:
        self._chip = chip
        self._draw_rows()

    def _filter(self) -> None:
        self._draw_rows()

    def _all(self) -> None:
        self._chip = ALL
        self.kinds.set_code(ALL)
        self.typed.clear()
        self._draw_rows()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_assessment(self, assessment: str) -> None:
        self.desk.navigate("assessment", assessment=assessment)

    def _open_current(self) -> None:
        row = self.table.current()
        if row is not None:
            self._open_assessment(row.assessment)

    def _see_current(self) -> None:
        row = self.table.current()
        if row is not None:
            self.desk.navigate("case", assessment=row.assessment)

    def _lay_out_parts(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SPACE[16])
        line.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.chips, 1)
        line.addWidget(self.everybody, 0, Qt.AlignmentFlag.AlignTop)
        self.body_stack = QStackedWidget()
        for part in (self.table, self.nothing, self.none_left):
            self.body_stack.addWidget(part)
        self.aside.addWidget(self.typed)
        self.aside.addWidget(self.see_button)
        self.aside.addWidget(self.open_button)
        self.body.addWidget(self.interviews)
        self.body.addLayout(line)
        self.body.addWidget(self.body_stack, 1)


class Interviews(QWidget):
    """Today's interviews and meetings in order of time, each leading to its page; hidden on a day without."""

    def __init__(self, go: Callable[[Appointment], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._go = go
        self._shown: tuple[Appointment, ...] = ()
        self.setAccessibleName("Interviews today")
        self._title = PlainLabel("Interviews today", "strong", wrap=False)
        self._row = Flow()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[12])
        line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self._row, 1)
        self.hide()

    def draw(self, rows: tuple[Appointment, ...]) -> None:
        """Show these."""
        if rows != self._shown:
            self._shown = rows
            empty(self._row)
            for row in rows:
                self._row.addWidget(self._button(row))
        self.setVisible(bool(rows))

    def _button(self, one: Appointment) -> Button:
        words = f"{one.time}  {one.words}".strip().replace("&", "&&")
        button = Button(words, icon="interview", do=lambda: self._go(one))
        button.setAccessibleName(one.spoken)
        return button


def _columns() -> list[Column[CaseRow]]:
    return [
        Column("Case", lambda row: row.number, width=7),
        Column("Assessment", _kind, width=24, gives=2),
        Column("Holder", lambda row: row.holder, width=18, gives=3),
        Column("Officer", lambda row: row.officer, width=20, gives=3),
        status_column("State", lambda row: row.said, width=22),
        Column("Answered", lambda row: row.progress.words, sort=lambda row: row.progress.share, width=10),
        Column(
            "Interview", lambda row: row.interview_words, sort=lambda row: row.interview or None, width=17
        ),
        Column(
            "To raise",
            lambda row: row.raised,
            sort=lambda row: (-row.alerts, -row.points),
            tone=lambda row: Tone.ATTENTION if row.alerts else None,
            width=20,
        ),
        Column("Unit", lambda row: row.unit, width=24, gives=1),
    ]


def _kind(row: CaseRow) -> str:
    return f"{row.kind}, also {row.also}" if row.also else row.kind


_COLUMN_OF = {column.title: at for at, column in enumerate(_columns())}
