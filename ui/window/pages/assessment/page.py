"""The assessment page: binds the keys, and makes the round from a key to the store and back to the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from model.instruments.instrument import About, say
from model.refusal import Refusal
from ui.presenters.assessment import doing, going, moves
from ui.presenters.assessment.question import question
from ui.presenters.assessment.state import AssessmentState, Recorded, page_of, question_of, show, take
from ui.presenters.case_words import stage_in_words
from ui.window.desk import Desk, Place
from ui.window.page import Page
from ui.window.pages.assessment.moving import Moving
from ui.window.pages.assessment.parts import Parts
from ui.window.pages.assessment.settling import Settling
from ui.window.pages.assessment.writes import Writes
from ui.window.pages.tab_order import put_in_order
from ui.window.shortcuts import Shortcut, key_words

_LEADS = {
    About.CASE: ("Case", "The case: facts, chronology, points and alerts"),
    About.OFFICER: ("Interview", "The interview view: when it is, and the officer’s cases"),
    About.OCCASION: ("Meetings", "All interviews and meetings"),
    About.INSPECTION: ("Meetings", "All interviews and meetings"),
}
"""What the button beside the progress leads to, and what screen readers say of it."""


class AssessmentPage(Page):
    """One assessment, one question at a time."""

    title = "Assessment"
    icon = "questions"
    scrolls = False
    shows_title = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: AssessmentState | None = None
        self.question = ""
        self._wanted = ""
        self._history = False
        self.parts = Parts(self)
        self.pane = self.parts.pane
        self.parts.add_to(self.body)
        self.writes = Writes(self)
        self.moving = Moving(self)
        self.settling = Settling(self)
        self._connect()
        self._bind_keys()

    def open(self, assessment: str, question: str = "", **what: Any) -> None:
        """Open an assessment, at a question or where it is to be gone on with."""
        self._wanted = question
        self.ask(show, assessment)

    def draw(self, state: AssessmentState) -> None:
        """Show an assessment that was just read."""
        self.state = state
        number, words = state.sheet.case.number, state.sheet.words
        about = state.sheet.assessment.about or About.CASE
        titled = say(state.sheet.instrument.title)
        opened = titled if about in (About.CASE, About.INSPECTION) else words[:1].upper() + words[1:]
        under = "" if about is About.CASE else "meetings"
        self.desk.place(Place(state.inspection, number, opened, under))
        self.parts.strip.lead_to(_LEADS[about])
        self.question = ""
        self.go(self._wanted if self._wanted in state.states else going.first(state))

    def leave(self) -> None:
        """Hand over what is being typed."""
        self.pane.finish()
        self.pane.written.close_editors()

    def first_focus(self) -> QWidget | None:
        """The question: every key of the page works from there, and arrow keys scroll it."""
        return self.parts.question_area

    def hints(self) -> list[tuple[str, str]]:
        """The keys of the answers."""
        view = self.pane.view
        asked = [view.asked, *view.whys] if view is not None and view.open else []
        choices = [choice for one in asked for choice in one.choices if choice.key]
        return [(choice.key.upper(), choice.words) for choice in choices]

    def in_place(self) -> Sequence[Shortcut]:
        """Enter at the question and in the list of questions, and the keys of a note being written."""
        deciding = () if self.pane.deciding.isHidden() else (Shortcut.SIDE,)
        return *deciding, Shortcut.AFTER_ANSWER, Shortcut.OUTLINE_ROW, Shortcut.RECORD, Shortcut.CLOSE_NOTE

    def do(
        self, function: Callable[..., Any], *what: Any, then: Callable[[Any], object] | None = None
    ) -> None:
        """Run `function(session, assessment, *what)` on the store's thread, and take in what it recorded."""
        if self.state is not None:
            assessment = self.state.sheet.assessment.id
            self.ask(function, assessment, *what, then=then or self.took, refused=self._refused)

    def took(self, news: Recorded) -> None:
        """Take in what was recorded: the page shows it, and that it is saved."""
        if self.state is None or news.assessment != self.state.sheet.assessment.id:
            return
        self.state = take(self.state, news)
        self.redraw()
        if self._history:
            self._ask_history()
        self.desk.saved(news.time)

    def go(self, wanted: str) -> None:
        """Show a question; "why not sufficient" with its key question."""
        if self.state is None:
            return
        shown = page_of(self.state.sheet.instrument, wanted)
        if shown != self.question:
            self.leave()
            self._history = False
        self.question = shown
        self.redraw()
        spoken = self.pane.view.spoken if self.pane.view else ""
        self.parts.begin_question()
        self.parts.outline.mark(shown)
        if wanted != shown and self.pane.whys.focus_on(wanted):
            self.parts.scroll_to(self.pane.whys)
        else:
            self.to_question()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def redraw(self) -> None:
        """Draw everything that is in memory; the parts leave alone what is as it was."""
        if self.state is None or not self.question:
            return
        state, parts = self.state, self.parts
        said = stage_in_words(state.sheet.assessment)
        parts.strip.draw(said, state.progress, moves.offered(state), forward=moves.has_forward(state))
        parts.outline.rows.set_rows(state.outline)
        view = question(state, self.question)
        self.pane.draw(view)
        parts.question_area.setAccessibleName(view.spoken)
        self.settling.draw(view)
        if not self._history:
            parts.side.show_guidance(view)

    def to_question(self) -> None:
        """Give the keyboard to the question."""
        self.parts.show(self.parts.question_area)
        self.parts.question_area.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """Go to the next question that is not set aside."""
        found = going.after(self.state, self.question) if self.state is not None else None
        if found is None:
            self.desk.announce("This is the last question.")
        else:
            self.go(found)

    def before(self) -> None:
        """Go to the question before."""
        found = going.before(self.state, self.question) if self.state is not None else None
        if found is None:
            self.desk.announce("This is the first question.")
        else:
            self.go(found)

    def next_gap(self) -> None:
        """Go to the next question that applies and is not answered."""
        found = going.next_gap(self.state, self.question) if self.state is not None else None
        if found is None:
            moves_key = key_words(Shortcut.MOVES)
            self.desk.announce(f"Nothing is missing. {moves_key} leads to the moves of this assessment.")
        else:
            self.go(found)

    def see_case(self) -> None:
        """Go to the page of the case; of an officer to the interview view, of anything else to the list."""
        if self.state is None:
            return
        match self.state.sheet.assessment.about:
            case About.OFFICER:
                self.desk.navigate("interview", assessment=self.state.sheet.assessment.id)
            case About.CASE:
                self.desk.navigate("case", assessment=self.state.sheet.assessment.id)
            case _:
                self.desk.navigate("meetings")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts beside each other as far as there is room."""
        super().resizeEvent(event)
        self.parts.arrange(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the size of text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "moving"):
            self.parts.arrange(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, except from where something is being typed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        typing = isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit)
        if enter and not typing and self.parts.asks():
            self.next()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab follows the page as it stands now."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def _refused(self, refusal: Refusal) -> None:
        """Show what still stands, and why it was refused."""
        self.redraw()
        self.desk.refuse(refusal)

    def _answer(self, asked: str, value: Any, reason: str) -> None:
        self.do(doing.answer, asked, value, reason or None)

    def _undo(self) -> None:
        self.leave()
        self.do(doing.undo, then=self._undid)

    def _undid(self, news: Recorded) -> None:
        about = question_of(self.state, news) if self.state is not None else ""
        self.took(news)
        if self.state is not None and about in self.state.states:
            self.go(about)
        self.desk.announce("Undone.")

    def _toggle_guidance(self) -> None:
        on = self._history or not self.parts.side_is_shown()
        self._history = False
        self.redraw()
        self.parts.show_side(on=on, width=self.width())

    def _toggle_history(self) -> None:
        self._history = not self._history
        if self._history:
            self._ask_history()
        else:
            self.redraw()
        on = self._history or self.parts.side_is_beside
        self.parts.show_side(on=on, width=self.width())

    def _ask_history(self) -> None:
        self.do(doing.history, self.question, then=self._show_history)

    def _show_history(self, past: Any) -> None:
        if self._history and self.pane.view is not None:
            self.parts.side.show_history(self.pane.view.asked.code, past)

    def _to_outline(self) -> None:
        outline = self.parts.outline
        if not self.parts.outline_is_beside:
            if self.parts.stack.currentWidget() is outline:
                self.to_question()
                return
            self.parts.show(outline)
        outline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self.parts.outline.chosen.connect(self.go)
        self.parts.strip.case.connect(self.see_case)
        self.pane.go.connect(self.go)
        self.pane.answered.connect(self._answer)
        self.pane.typed.connect(lambda *what: self.do(doing.keep_answer, *what, then=self.desk.saved))
        self.pane.confirm.connect(lambda: self.do(moves.confirm, self.question))
        self.pane.history.connect(self._toggle_history)
        self.pane.left.connect(self.to_question)
        self.pane.asking.connect(lambda: self.parts.scroll_to(self.pane.reasons))

    def _bind_keys(self) -> None:
        keys: dict[Shortcut, Callable[[], object]] = {
            Shortcut.NEXT_QUESTION: self.next,
            Shortcut.PREVIOUS_QUESTION: self.before,
            Shortcut.NEXT_GAP: self.next_gap,
            Shortcut.CLEAR_ANSWER: self.pane.clear_answer,
            Shortcut.EVIDENCE: lambda: self.writes.begin("note"),
            Shortcut.SOURCE: self.writes.source,
            Shortcut.POINT: lambda: self.writes.begin("point"),
            Shortcut.GUIDANCE: self._toggle_guidance,
            Shortcut.HISTORY: self._toggle_history,
            Shortcut.OUTLINE: self._to_outline,
            Shortcut.UNDO: self._undo,
            Shortcut.TAKE_OVER: self.pane.take_over,
            Shortcut.MOVES: self.moving.focus,
        }
        for shortcut, do in keys.items():
            self.bind(shortcut, do)
        self.parts.foot.pressed.connect(lambda shortcut: keys[shortcut]())
