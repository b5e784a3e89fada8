"""Searching in every note: a field, and what was found while one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.presenters import search
from ui.presenters.search import Found, SearchState
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.shortcuts import Shortcut, key_words
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.form import FormRow
from ui.window.widgets.hit_list import HitList
from ui.window.widgets.plain_label import PlainLabel

_PAUSE = 200
"""Milliseconds without a key after which the search runs."""
_WHERE = "In evidence notes, chronologies, points to raise and alerts. All words must be in one note."


class WordsField(QLineEdit):
    """Down goes to what was found, as in every search field."""

    def __init__(self, below: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = below
        self.setClearButtonEnabled(False)
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves the field for the list."""
        if event.key() == Qt.Key.Key_Down and self._below.isVisible():
            self._below.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


class SearchPage(Page):
    """Type, and choose with the arrow keys."""

    title = "Search"
    icon = "search"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = HitList("What was found")
        self.words = WordsField(self.list)
        self.row = FormRow("Words to look for", self.words, _WHERE)
        self.said = PlainLabel(role="quiet")
        self.empty = EmptyState(
            "search",
            "Nothing to look for yet",
            f"Type a word, or the beginning of one. {key_words(Shortcut.SEARCH)} comes here from every page.",
        )
        for part in (self.row, self.said):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.empty, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        self.words.textChanged.connect(lambda _: self._pause.start())
        self.words.returnPressed.connect(self._search_now)
        self.list.chosen.connect(self._open)
        self._wanted = ""
        self.draw(SearchState("", (), ""))

    def open(self, **what: Any) -> None:
        """Search again for what stands in the field: something may have been written since."""
        self.words.selectAll()
        self._search()

    def draw(self, state: SearchState) -> None:
        """Show what was found, unless something else has been typed meanwhile."""
        if state.words != self._wanted:
            return
        self.said.setText(state.said)
        self.said.setVisible(bool(state.said))
        self.list.set_found(state.found)
        self.list.setVisible(bool(state.found))
        self.empty.setVisible(not state.found)
        if state.words.strip():
            self.empty.set("Nothing found", "Look for fewer words, or for the beginning of one.")
        else:
            self.empty.set(
                "Nothing to look for yet",
                "Type a word, or the beginning of one. Ctrl+F comes here from every page.",
            )

    def leave(self) -> None:
        """Search no more for what is half typed."""
        self._pause.stop()

    def first_focus(self) -> QWidget | None:
        """The field."""
        return self.words

    def in_place(self) -> Sequence[Shortcut]:
        """Down from the field, Enter in the list."""
        return Shortcut.TO_FOUND, Shortcut.GO_TO_FOUND

    def _search(self) -> None:
        self._pause.stop()
        self._wanted = self.words.text()
        self.ask(search.show, self._wanted)

    def _search_now(self) -> None:
        """Enter searches at once, and goes to what was found."""
        self._search()
        self.desk.work.run(lambda: None, then=lambda _: self._to_list())

    def _to_list(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, found: Found) -> None:
        self.desk.navigate("assessment", assessment=found.assessment, question=found.at)
