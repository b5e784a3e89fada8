"""Words for one place of one question: those that stand, those of the beginning, and the office's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.versions import LANGUAGES, PLACES, VersionsState
from ui.window.widgets.beside import Beside
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.note_editor import NoteEditor
from ui.window.widgets.plain_label import PlainLabel

_SHORT = 24
"""Characters of a question that are always seen; as many more as there is room for."""


class Wording(Card):
    """Chooses a question, a place and a language, and lets the office write there."""

    written = Signal(str, str, str, str)
    """Keep these words: question, place, language, words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Words of a question", parent)
        self._state: VersionsState | None = None
        self._at = ("", "", "")
        self.question = Dropdown("Question")
        self.question.setSizeAdjustPolicy(Dropdown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.question.setMinimumContentsLength(_SHORT)
        self.place = Dropdown("Place", PLACES)
        self.language = Dropdown("Language", LANGUAGES)
        self.place.set_code(PLACES[0][0])
        self.language.set_code(LANGUAGES[0][0])
        self.now, self.now_whose = PlainLabel().selectable(), PlainLabel(role="caption")
        self.first, self.first_whose = PlainLabel().selectable(), PlainLabel(role="caption")
        self.editor = NoteEditor("Your words", "Write here what is to stand there instead")
        self.take_back = Button("Put the first words back", icon="history", do=self._take_back)
        self._lay_out()
        for field in (self.question, self.place, self.language):
            field.chosen.connect(lambda _: self._turn())
        self.editor.draft.connect(self._keep)
        self.editor.finished.connect(self._keep)

    def set_state(self, state: VersionsState) -> None:
        """Offer the questions of an instrument, and draw the place that is chosen."""
        self._state = state
        self.question.set_options(state.questions)
        if not self.question.code() and state.questions:
            self.question.set_code(state.questions[0][0])
        self._draw()

    def take(self, state: VersionsState) -> None:
        """Know what is kept by now, without touching what is being written."""
        self._state = state

    def finish(self) -> None:
        """Hand over what is being written."""
        self.editor.finish()

    def _turn(self) -> None:
        self.finish()
        self._draw()

    def _draw(self) -> None:
        if self._state is None:
            return
        self._at = (self.question.code(), self.place.code(), self.language.code())
        view = self._state.places.get(self._at)
        if view is None:
            return
        self.now.setText(view.now or "Nothing stands here.")
        self.now_whose.setText(f"Now · {view.now_whose}")
        self.first.setText(view.first or "Nothing stood here.")
        self.first_whose.setText(" · ".join(part for part in ("At the beginning", view.first_whose) if part))
        self.take_back.setVisible(bool(view.first) and view.first != view.now)
        self.editor.set_text(self._state.kept.get(self._at, view.now))

    def _keep(self, words: str) -> None:
        self.written.emit(*self._at, words)

    def _take_back(self) -> None:
        if self._state is not None:
            words = self._state.places[self._at].first
            self.editor.setPlainText(words)
            self.editor.finish()

    def _lay_out(self) -> None:
        self.body.addWidget(FormRow("Question", self.question))
        choices = Flow()
        for words, field in (("Place", self.place), ("Language", self.language)):
            choices.addWidget(FormRow(words, field))
        self.body.addLayout(choices)
        self.body.addWidget(
            Beside(_part(self.now_whose, self.now), _part(self.first_whose, self.first), share=(1, 1))
        )
        self.body.addWidget(
            FormRow("Your words", self.editor, "Kept as you write; they stand when they are issued.")
        )
        self.body.addWidget(self.take_back)


def _part(head: QWidget, words: QWidget) -> QWidget:
    part = Card()
    part.body.addWidget(head)
    part.body.addWidget(words)
    return part
