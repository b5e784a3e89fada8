"""Rows of a form: the words above or beside a field, a hint, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.window.theme import SPACE, restyle
from ui.window.widgets.plain_label import PlainLabel


class FormRow(QWidget):
    """A field under its words.

    The words are the field's buddy and accessible name, the hint its description.
    """

    def __init__(self, words: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._hint_words = hint
        self._label = PlainLabel(words, "strong")
        self._label.setBuddy(field)
        self._hint = PlainLabel(hint, "caption")
        if not hint:
            self._hint.hide()
        self._problem = PlainLabel(role="strong", tone="not_sufficient")
        self._problem.hide()
        field.setAccessibleName(words)
        field.setAccessibleDescription(hint)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[4])
        for part in (self._label, self._hint, self._problem, field):
            column.addWidget(part)

    def add_below(self, part: QWidget) -> None:
        """Put something more under the field, such as how long a passphrase is."""
        self._column.addWidget(part)

    def set_problem(self, words: str) -> None:
        """Say what is wrong with what stands in the field and how to mend it; "" when nothing is."""
        self._problem.setText(f"Problem: {words}" if words else "")
        self._problem.setVisible(bool(words))
        self.field.setAccessibleDescription(" ".join(part for part in (words, self._hint_words) if part))
        self.field.setProperty("problem", "true" if words else "false")
        restyle(self.field)

    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._problem.text()


class Form(QVBoxLayout):
    """Rows under one another, with a summary of problems that leads to each."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(SPACE[16])
        self._rows: list[FormRow] = []

    def add(self, words: str, field: QWidget, hint: str = "") -> FormRow:
        """Add a row and give it back."""
        row = FormRow(words, field, hint)
        self._rows.append(row)
        self.addWidget(row)
        return row

    def focus_problem(self) -> bool:
        """Give the keyboard to the first field with a problem; False when there is none."""
        for row in self._rows:
            if row.problem():
                row.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False
