"""Deciding between different answers on the assessment page, for whoever may: from the sides to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.assessment import doing
from ui.presenters.assessment.question import QuestionView
from ui.presenters.assessment.state import Recorded
from ui.presenters.decisions import conflicts
from ui.presenters.decisions.conflicts import ConflictView

if TYPE_CHECKING:
    from ui.window.pages.assessment.page import AssessmentPage


class Settling:
    """Knows the page it belongs to; what was begun stays while the same sides stand there."""

    def __init__(self, page: AssessmentPage) -> None:
        self._page = page
        self._shown: object = None
        page.pane.deciding.decided.connect(self._decide)

    def draw(self, view: QuestionView) -> None:
        """Ask for the sides of what is in conflict, where this person may decide it."""
        state = self._page.state
        wanted = (view.disputed, view.sides) if view.settles else None
        if wanted == self._shown or state is None:
            return
        self._shown = wanted
        if wanted is None:
            self._page.pane.settle(None)
        else:
            self._page.ask(conflicts.of_answer, state.sheet.assessment.id, view.disputed, then=self._show)

    def _show(self, found: ConflictView | None) -> None:
        view = self._page.pane.view
        if found is not None and view is not None and view.settles:
            self._page.pane.settle(found)

    def _decide(self, view: ConflictView, chosen: str, other: object, reason: str) -> None:
        refused = self._page.pane.deciding.reasoned.refused
        self._page.ask(doing.settle, view, chosen, other, reason, then=self._decided, refused=refused)

    def _decided(self, news: Recorded) -> None:
        self._page.took(news)
        self._page.desk.announce("Decided.")
        self._page.to_question()
