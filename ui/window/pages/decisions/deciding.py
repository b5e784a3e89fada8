"""Deciding between different records of one thing: the sides, another answer, the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from model.journal.entry import Value
from ui.presenters.decisions.conflicts import ANOTHER, ConflictView, Other
from ui.window.pages.decisions.reasoned import Reasoned
from ui.window.pages.decisions.sides import Sides
from ui.window.theme import SPACE
from ui.window.widgets.answer_buttons import AnswerButtons, AnswerOption
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.form import FormRow

_TYPED = {Other.NUMBER: "A number", Other.DATE: "For example 8/10/2018", Other.TEXT: ""}


class Deciding(QWidget):
    """Shows one conflict; more can be added to `column`, above and below."""

    decided = Signal(object, str, object, str)
    """The view, the code of what was chosen, the other answer (or None), the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: ConflictView | None = None
        self.sides = Sides("What was recorded")
        self.sides.chosen.connect(self._chosen)
        self.other: QWidget | None = None
        self.other_row: FormRow | None = None
        self._others = QVBoxLayout()
        self.reasoned = Reasoned("Decide", "What you looked at, and what it showed.")
        self.reasoned.decided.connect(self._decided)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE[16])
        self.column.addWidget(self.sides)
        self.column.addLayout(self._others)
        self.column.addWidget(self.reasoned)

    def show_view(self, view: ConflictView) -> None:
        """Show one conflict; what was begun about another is gone."""
        self.view = view
        options = [
            AnswerOption(side.code, side.words, str(at), "\n".join(side.recorded))
            for at, side in enumerate(view.sides, 1)
        ]
        if view.other is not Other.NONE:
            options.append(AnswerOption(ANOTHER, "Another answer", str(len(options) + 1), "None of these"))
        self.sides.set_sides(view.wording or f"{view.part}: {view.about}", options)
        self._show_other(None)
        self.reasoned.clear()

    def _chosen(self, code: str) -> None:
        self._show_other(self.view if code == ANOTHER else None)

    def _show_other(self, view: ConflictView | None) -> None:
        """Show where another answer is given, or nothing."""
        if self.other_row is not None:
            self._others.removeWidget(self.other_row)
            self.other_row.hide()
            self.other_row.deleteLater()
            self.other = self.other_row = None
        if view is None:
            return
        self.other = _field(view)
        self.other_row = FormRow("The other answer", self.other, _TYPED.get(view.other, ""))
        self._others.addWidget(self.other_row)
        if isinstance(self.other, AnswerButtons):
            self.other.focus_first()
        else:
            self.other.setFocus()

    def _other_value(self) -> Value:
        if isinstance(self.other, Dropdown):
            return self.other.code()
        if isinstance(self.other, QLineEdit):
            return self.other.text()
        if isinstance(self.other, AnswerButtons):
            chosen = self.other.value()
            return chosen if isinstance(chosen, tuple) else None
        return None

    def _decided(self, reason: str) -> None:
        if self.view is not None:
            self.decided.emit(self.view, self.sides.value(), self._other_value(), reason)


def _field(view: ConflictView) -> QWidget:
    if view.other is Other.ONE:
        return Dropdown("The other answer", view.options)
    if view.other is Other.SEVERAL:
        options = [AnswerOption(code, words) for code, words in view.options]
        return AnswerButtons("The other answer", options, several=True)
    return QLineEdit()
