"""When the officer is interviewed: a day and a time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from model.documents.dates import date_in_words
from ui.presenters.case import CaseState, interview_from
from ui.presenters.interview import InterviewState
from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.form import FormRow
from ui.window.widgets.plain_label import PlainLabel


class Interview(Card):
    """Says when it is; a day and a time set it, both empty take it back."""

    given = Signal(str)
    """When, as "2018-10-09T10:30", or "" for not agreed."""
    see = Signal()
    """The person wants the interview view, which may lie open before the officer."""
    left = Signal()
    """The person is done here, by Esc or because it is set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Interview", parent)
        self._state: CaseState | InterviewState | None = None
        self._when = PlainLabel(role="strong", wrap=False)
        self.day, self.clock = QLineEdit(), QLineEdit()
        self._row = FormRow("Day", self.day)
        self.day.setPlaceholderText("9 Oct")
        self.clock.setPlaceholderText("10:30")
        for field in (self.day, self.clock):
            field.returnPressed.connect(self._give)
        self.set_button = Button("Set", do=self._give)
        self.set_button.setAccessibleName("Set the time of the interview")
        form = Leavable()
        form.left.connect(self.left)
        line = QHBoxLayout(form)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[12])
        line.addWidget(self._row, 3, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(FormRow("Time", self.clock), 2, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self.asks = PlainLabel()
        self.view_button = Button("Interview view", icon="interview", do=self.see.emit)
        self.aside.addWidget(self._when)
        for part in (form, self.asks, self.view_button):
            self.body.addWidget(part)

    def draw(self, state: CaseState | InterviewState) -> None:
        """Show when it is."""
        self._state = state
        self.asks.setText(state.asks)
        self.asks.setVisible(isinstance(state, CaseState) and bool(state.asks))
        self.view_button.setVisible(isinstance(state, CaseState) and bool(state.officer))
        self._when.setText(state.interview_words or "Not agreed yet")
        at = datetime.fromisoformat(state.interview) if state.interview else None
        self.day.setText(date_in_words(at.date().isoformat(), short=True) if at else "")
        self.clock.setText(f"{at:%H:%M}" if at else "")
        self._row.set_problem("")

    def _give(self) -> None:
        if self._state is None:
            return
        when, problem = interview_from(self.day.text(), self.clock.text(), self._state.today)
        self._row.set_problem(problem)
        if problem:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if when != self._state.interview:
            self.given.emit(when)
        self.left.emit()
