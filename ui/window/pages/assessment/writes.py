"""Writing evidence and points on the assessment page: from the editors to the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.presenters.assessment import doing
from ui.presenters.assessment.state import Recorded
from ui.presenters.pieces import fresh_id
from ui.window.shortcuts import Shortcut, key_words

if TYPE_CHECKING:
    from ui.window.pages.assessment.page import AssessmentPage


class Writes:
    """Knows the page it belongs to; answers the lists and editors under the question."""

    def __init__(self, page: AssessmentPage) -> None:
        self._page = page
        self._written = page.pane.written
        self._written.wanted.connect(self.begin)
        self._written.typed.connect(self._keep)
        self._written.written.connect(self._record)
        self._written.removed.connect(self._remove)
        self._written.closed.connect(self._closed)

    def begin(self, kind: str, piece: str = "") -> None:
        """Write a new note or point about the question that is shown, or change one that is there."""
        page, session = self._page, self._page.desk.held.session
        view = page.pane.view
        if page.state is None or session is None or view is None or not view.writable:
            return
        editor = self._written.editors[kind]
        if editor.is_open() and piece in ("", editor.id):
            editor.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            beside = {"assessment": page.state.sheet.assessment.id, "question": page.question}
            fresh = fresh_id(session, page.state.sheet.assessment.id)
            self._written.open_editor(kind, piece or fresh, beside, page.state.today)
            page.redraw()
        page.parts.scroll_to(editor)

    def source(self) -> None:
        """Go to the source of the evidence that is being written, or begin to write some."""
        self.begin("note")
        if self._written.editors["note"].is_open():
            self._written.editors["note"].focus_line("source")

    def _keep(self, kind: str, piece: str, text: str, beside: dict[str, str]) -> None:
        self._page.ask(doing.keep_typing, kind, piece, text, beside, then=self._page.desk.saved)

    def _record(self, kind: str, piece: str, text: str, beside: dict[str, str]) -> None:
        self._page.ask(doing.write, kind, piece, text, beside, then=self._page.took)

    def _remove(self, kind: str, piece: str) -> None:
        self._page.do(doing.remove, kind, piece, then=self._removed)

    def _removed(self, news: Recorded) -> None:
        """The button that was pressed is gone: the keyboard goes back to the question."""
        self._page.took(news)
        self._page.to_question()
        self._page.desk.announce(f"Removed. {key_words(Shortcut.UNDO)} brings it back.")

    def _closed(self) -> None:
        self._page.redraw()
        self._page.to_question()
