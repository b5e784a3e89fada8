"""Moving the assessment on: from the button in the strip to the form that a move needs, and to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.presenters.assessment import moves
from ui.presenters.assessment.moves import Move
from ui.presenters.assessment.state import Recorded
from ui.presenters.case_words import ASSESSMENT

if TYPE_CHECKING:
    from ui.window.pages.assessment.page import AssessmentPage


class Moving:
    """Knows the page it belongs to; answers the strip, the completing list and the form for reasons."""

    def __init__(self, page: AssessmentPage) -> None:
        self._page = page
        parts = page.parts
        parts.strip.moved.connect(self.begin)
        parts.completing.go.connect(self._led)
        parts.completing.complete.connect(self._complete)
        parts.completing.confirm_all.connect(self._confirm_all)
        parts.completing.left.connect(page.to_question)
        parts.reason.given.connect(self._with_reason)
        parts.reason.left.connect(page.to_question)

    def focus(self) -> None:
        """Give the keyboard to the next move, or to the other ones where there is no next."""
        strip = self._page.parts.strip
        button = strip.more if strip.next.isHidden() else strip.next
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self, move: Move) -> None:
        """Make a move, or ask first for what it needs."""
        page = self._page
        page.leave()
        if move.lists:
            self._list()
        elif move.reason:
            page.parts.reason.ask(move)
            page.parts.show(page.parts.reason_area)
            page.parts.reason.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.do(moves.move, move.to, then=self._moved)

    def _list(self) -> None:
        page = self._page
        if page.state is None:
            return
        pane = page.parts.completing
        pane.draw(moves.completing(page.state), page.state.sheet.words)
        page.parts.show(page.parts.completing_area)
        page.parts.completing_area.verticalScrollBar().setValue(0)
        pane.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _led(self, question: str) -> None:
        if question:
            self._page.go(question)
        else:
            self._page.see_case()

    def _complete(self, replies: dict[str, str]) -> None:
        self._page.do(moves.move, "complete", "", replies, then=self._moved)

    def _with_reason(self, to: str, reason: str) -> None:
        self._page.do(moves.move, to, reason, then=self._moved)

    def _confirm_all(self, questions: list[str]) -> None:
        self._page.do(moves.confirm, *questions, then=self._confirmed)

    def _confirmed(self, news: Recorded) -> None:
        self._page.took(news)
        self._list()

    def _moved(self, news: Recorded) -> None:
        page = self._page
        page.took(news)
        if page.state is not None:
            page.to_question()
            page.desk.announce(f"Now: {ASSESSMENT[page.state.sheet.assessment.state].word}.")
