"""The controls that answer one question: buttons for options, a field for a number, a date or words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from model.answers import NOT_APPLICABLE, Value
from model.instruments.instrument import Kind
from ui.presenters.assessment.asked import Asked, Choice
from ui.presenters.assessment.entering import chosen, read_entry, written_entry
from ui.window.pages.leavable import Leavable
from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE, restyle
from ui.window.widgets.answer_buttons import AnswerButtons, AnswerOption
from ui.window.widgets.note_editor import NoteEditor
from ui.window.widgets.plain_label import PlainLabel

_SHORT = 26
"""Options of at most so many letters, and at most five of them, stand side by side."""


class Answering(Leavable):
    """Shows the answer to whatever question it is given, and says when a person gives another.

    Esc hands over what is typed, and leaves.
    """

    answered = Signal(object)
    """The value that a person gave: as `doing.answer` takes it; None when they emptied the field."""
    typed = Signal(str)
    """An answer in words as far as it is typed, to be made durable as a draft."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._asked: Asked | None = None
        self._buttons: AnswerButtons | None = None
        self._shape: tuple[bool, bool] | None = None
        self._line = QLineEdit()
        self._line.setMaximumWidth(320)
        self._line.editingFinished.connect(self._entered)
        self._text = NoteEditor("Answer", "Write the answer here; it is kept as you type")
        self._text.draft.connect(self.typed)
        self._text.finished.connect(self._wrote)
        self._problem = PlainLabel(role="strong", tone="not_sufficient")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[4])
        for part in (self._line, self._text, self._problem):
            self._column.addWidget(part)
            part.hide()

    def draw(self, asked: Asked, *, can: bool, keys_taken: frozenset[str] = frozenset()) -> None:
        """Show a question's answer. `keys_taken` are keys that mean something else beside this question."""
        other = self._asked is None or (self._asked.id, self._asked.choices) != (asked.id, asked.choices)
        self._asked = asked
        self.setEnabled(can)
        if asked.kind is Kind.TEXT:
            self._draw_text(asked, other)
        elif not asked.kind.has_options:
            self._draw_line(asked, other)
        if asked.choices:
            self._draw_options(asked, other, keys_taken)
        self._line.setVisible(asked.kind in (Kind.NUMBER, Kind.DATE))
        self._text.setVisible(asked.kind is Kind.TEXT)
        if self._buttons is not None:
            self._buttons.setVisible(bool(asked.choices))
            if not asked.choices:
                self._buttons.deafen()
        if other:
            self._say("")

    def leave(self) -> None:
        """Hand over what is typed before leaving."""
        self.finish()
        super().leave()

    def finish(self) -> None:
        """Hand over what is being typed."""
        if self._asked is not None and self._asked.kind is Kind.TEXT:
            self._text.finish()
        elif self._line.isVisible() and self._line.isModified():
            self._entered()

    def deafen(self) -> None:
        """Let the options' keys work no longer."""
        if self._buttons is not None:
            self._buttons.deafen()

    def listen(self) -> None:
        """Let the options' keys work anywhere on the page again."""
        if self._buttons is not None and self._asked is not None and self._asked.choices:
            self._buttons.listen(self._page)

    def focus_first(self) -> None:
        """Give the keyboard to the control that answers."""
        if self._asked is None:
            return
        if self._asked.kind.has_options and self._buttons is not None:
            self._buttons.focus_first()
        else:
            field = self._text if self._asked.kind is Kind.TEXT else self._line
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _draw_options(self, asked: Asked, other: bool, keys_taken: frozenset[str]) -> None:
        several = asked.kind is Kind.SEVERAL
        inline = len(asked.choices) <= 5 and all(len(choice.words) <= _SHORT for choice in asked.choices)
        name = f"{asked.code}. {asked.text}"
        if self._buttons is None or self._shape != (several, inline):
            self._make(several=several, inline=inline)
            other = True
        assert self._buttons is not None
        if other:
            options = [
                AnswerOption(choice.code, choice.words, _key(choice, keys_taken)) for choice in asked.choices
            ]
            self._buttons.set_question(name, options)
            self._buttons.listen(self._page)
        self._buttons.set_value(asked.value)

    def _make(self, *, several: bool, inline: bool) -> None:
        if self._buttons is not None:
            self._buttons.deafen()
            self._column.removeWidget(self._buttons)
            self._buttons.hide()
            self._buttons.deleteLater()
        self._buttons = AnswerButtons("", several=several, inline=inline)
        self._shape = (several, inline)
        self._buttons.answered.connect(self._chose)
        self._column.addWidget(self._buttons)

    def _draw_text(self, asked: Asked, other: bool) -> None:
        self._text.setAccessibleName(f"{asked.code}. {asked.text}")
        if other or not (self._text.hasFocus() or self._text.is_waiting()):
            self._text.set_text(str(asked.value or ""))

    def _draw_line(self, asked: Asked, other: bool) -> None:
        self._line.setAccessibleName(f"{asked.code}. {asked.text}")
        self._line.setPlaceholderText("for example 8 Oct 2018" if asked.kind is Kind.DATE else "")
        if other or not self._line.isModified():
            self._line.setText(written_entry(asked))

    def _chose(self, value: Value) -> None:
        if self._asked is not None:
            self.answered.emit(chosen(self._asked, value))

    def _entered(self) -> None:
        if self._asked is None or not self._line.isModified():
            return
        value, problem = read_entry(self._asked, self._line.text(), date.today())  # noqa: DTZ011 - a person's day
        self._say(problem)
        if not problem:
            self._line.setModified(False)
            if value != self._asked.value:
                self.answered.emit(value)

    def _wrote(self, words: str) -> None:
        self.answered.emit(words.strip() or None)

    def _say(self, problem: str) -> None:
        if problem == self._line.accessibleDescription():
            return
        self._problem.setText(f"Problem: {problem}" if problem else "")
        self._problem.setVisible(bool(problem))
        self._line.setAccessibleDescription(problem)
        self._line.setProperty("problem", "true" if problem else "false")
        restyle(self._line)


def _key(choice: Choice, taken: frozenset[str]) -> str:
    if choice.code == NOT_APPLICABLE:
        return key_words(Shortcut.NOT_APPLICABLE)
    return "" if choice.key in taken else choice.key
