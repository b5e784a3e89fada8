"""The page of one case: puts the parts together, binds the keys, makes the round to the store and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from model.refusal import Refusal
from ui.presenters import case
from ui.presenters.assessment.doing import keep_typing
from ui.presenters.case import CaseState
from ui.presenters.pieces import fresh_id
from ui.window import theme
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.case.alerts import Alerts
from ui.window.pages.case.assessments import Assessments
from ui.window.pages.case.facts import Facts
from ui.window.pages.case.interview import Interview
from ui.window.pages.case.pieces import Pieces
from ui.window.pages.tab_order import put_in_order
from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.flow import Flow
from ui.window.widgets.layouts import empty
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone

_COLUMN = 430
"""Two columns while each has so many pixels at 100%."""


class CasePage(Page):
    """Everything about a case but its judgements."""

    title = "Case"
    icon = "facts"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: CaseState | None = None
        self.said = StatusBadge("")
        self.because = MessageBar()
        self.assessments = Assessments()
        self.facts = Facts()
        self.lines = Pieces(
            "line",
            "Chronology",
            "timeline",
            ("Add a line", key_words(Shortcut.LINE)),
            "Nothing is written yet. Add what happened, with its date, as you read the record.",
        )
        self.points = Pieces(
            "point",
            "Points to raise",
            "flag",
            ("Add a point", key_words(Shortcut.POINT)),
            "Nothing to raise yet. Points marked at a question stand here too.",
        )
        self.alerts = Alerts()
        self.interview = Interview()
        self.others = Card("Other cases of this officer")
        self._others = Flow(gap=SPACE[8])
        self.others.body.addLayout(self._others)
        self.assess_button = Button("Open the assessment", "primary", do=self._open)
        self.print_button = Button("Case summary", icon="print", do=self._print)
        self._lay_out_parts()
        self._connect()
        self._bind_keys()

    def open(self, assessment: str, part: str = "", **what: Any) -> None:
        """Open the case that an assessment is of; `part` "alerts" brings those into sight."""
        self.ask(case.show, assessment)

    def draw(self, state: CaseState) -> None:
        """Show the case."""
        self.state = state
        self.desk.place(Place(state.inspection, state.number))
        self.heading.setText(f"Case {state.number}")
        self.said.set(state.said.word, Tone(state.said.tone), state.said.icon)
        if state.because:
            self.because.tell(state.because, Tone.ATTENTION)
        else:
            self.because.clear()
        self.assessments.draw(state.assessments)
        several = len(state.assessments) > 1
        self.assess_button.setText("Open an assessment …" if several else "Open the assessment")
        self.facts.draw(state.listed, state.facts)
        self.lines.draw(state.lines, can=state.writable)
        self.points.draw(state.points, can=state.writable)
        self.alerts.draw_alerts(state.alerts, can=True)
        self.interview.draw(state)
        self._draw_others(state)
        if state.saved:
            self.desk.saved(state.saved)

    def leave(self) -> None:
        """Hand over what is being typed."""
        for part in self._writers():
            if part.editor.is_open():
                part.editor.close_editor(come_what_may=True)

    def first_focus(self) -> QWidget | None:
        """What this page is for."""
        return self.assess_button

    def in_place(self) -> Sequence[Shortcut]:
        """The keys of a note being written; the digits, where there are several assessments to open."""
        several = self.state is not None and len(self.state.assessments) > 1
        return (*((Shortcut.WHICH,) if several else ()), Shortcut.RECORD, Shortcut.CLOSE_NOTE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit opens one of several assessments; fields that are typed into keep their own."""
        typing = isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit)
        if typing or not event.text().isdecimal() or not self.assessments.press(event.text()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns while there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the size of text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "columns"):
            self._arrange()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab follows the page as it stands now."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def _writers(self) -> tuple[Pieces, ...]:
        return self.lines, self.points, self.alerts

    def _arrange(self) -> None:
        two = self.width() - 3 * SPACE[24] >= 2 * theme.current().px(_COLUMN)
        way = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        self.columns.setDirection(way)

    def _do(self, function: Callable[..., CaseState], *what: Any) -> None:
        if self.state is not None:
            self.ask(function, self.state, *what, refused=self._refused)

    def _refused(self, refusal: Refusal) -> None:
        if self.state is not None:
            self.draw(self.state)
        self.desk.refuse(refusal)

    def _write(self, kind: str, piece: str = "") -> None:
        session = self.desk.held.session
        if self.state is None or session is None:
            return
        part = next(part for part in self._writers() if part.kind == kind)
        if not self.state.writable and kind != "alert":
            return
        if part.editor.is_open() and piece in ("", part.editor.id):
            part.editor.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            own = self._written_in(piece) or self.state.assessment
            part.open_editor(piece or fresh_id(session, own), {"assessment": own}, self.state.today)
            self.draw(self.state)
        self.bring_into_sight(part.editor)

    def _close_alert(self, alert: str, reply: str) -> None:
        self._do(case.close_alert, alert, reply)
        self._to_page()

    def _keep(self, kind: str, piece: str, text: str, beside: dict[str, str]) -> None:
        self.ask(keep_typing, kind, piece, text, beside, then=self.desk.saved)

    def _written_in(self, piece: str) -> str:
        """The assessment in which something that is there already was written."""
        state = self.state
        alerts = [one.piece for one in state.alerts] if state else []
        pieces = [*state.lines, *state.points, *alerts] if state else []
        return next((one.assessment for one in pieces if one.id == piece), "")

    def _open(self) -> None:
        """Open the assessment; where there are several, ask which."""
        if self.state is None:
            return
        if len(self.state.assessments) > 1:
            self.assessments.ask()
            self.desk.announce(self.assessments.asked.text())
        else:
            self._open_one(self.state.assessment)

    def _open_one(self, assessment: str) -> None:
        self.desk.navigate("assessment", assessment=assessment)

    def _go(self, question: str) -> None:
        if self.state is not None:
            self.desk.navigate("assessment", assessment=self.state.assessment, question=question)

    def _print(self) -> None:
        if self.state is not None:
            self.desk.navigate("papers", assessment=self.state.assessment)

    def _closed(self) -> None:
        if self.state is not None:
            self.draw(self.state)
        self._to_page()

    def _to_page(self) -> None:
        """Give the keyboard to where every key of the page works."""
        self.assess_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_others(self, state: CaseState) -> None:
        empty(self._others)
        for other in state.others:
            words = f"{other.number}  {other.said.word}"
            go = Button(words, icon=other.said.icon, do=partial(self._see, other.assessment))
            go.setAccessibleName(f"Case {other.number}, {other.said.word}")
            self._others.addWidget(go)
        self.others.setVisible(bool(state.others))

    def _see_interview(self) -> None:
        if self.state is not None:
            self.desk.navigate("interview", assessment=self.state.assessment)

    def _see(self, assessment: str) -> None:
        self.desk.navigate("case", assessment=assessment)

    def _lay_out_parts(self) -> None:
        for part in (self.said, self.print_button, self.assess_button):
            self.aside.addWidget(part)
        self.body.addWidget(self.because)
        self.body.addWidget(self.assessments)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(SPACE[16])
        self.columns.addWidget(_column(self.lines, self.facts), 3)
        self.columns.addWidget(_column(self.alerts, self.interview, self.points, self.others), 2)
        self.body.addLayout(self.columns)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for part in self._writers():
            part.wanted.connect(self._write)
            part.typed.connect(self._keep)
            part.written.connect(lambda *what: self._do(case.write, *what))
            part.removed.connect(lambda kind, piece: self._do(case.remove, kind, piece))
            part.closed.connect(self._closed)
        self.alerts.close_alert.connect(self._close_alert)
        self.alerts.reopen_alert.connect(lambda alert: self._do(case.reopen_alert, alert))
        self.interview.given.connect(lambda when: self._do(case.set_interview, when))
        self.interview.left.connect(self._to_page)
        self.interview.see.connect(self._see_interview)
        self.alerts.closing.left.connect(self._to_page)
        self.facts.go.connect(self._go)
        self.assessments.open_one.connect(self._open_one)
        self.assessments.see_from.connect(self._see)

    def _bind_keys(self) -> None:
        day = self.interview.day
        self.bind(Shortcut.OPEN_ASSESSMENT, self._open)
        self.bind(Shortcut.LINE, lambda: self._write("line"))
        self.bind(Shortcut.POINT, lambda: self._write("point"))
        self.bind(Shortcut.ALERT, lambda: self._write("alert"))
        self.bind(Shortcut.INTERVIEW, lambda: day.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.bind(Shortcut.PRINT, self._print)
        self.bind(Shortcut.UNDO, self._undo)

    def _undo(self) -> None:
        self.leave()
        self._do(case.undo)


def _column(*cards: QWidget) -> QWidget:
    """Set cards under one another; the column takes its share of the width, whatever stands in it."""
    column = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    column.setSizePolicy(policy)
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(SPACE[16])
    for card in cards:
        lines.addWidget(card)
    lines.addStretch(1)
    return column
