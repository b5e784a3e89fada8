"""Asks for the reason of something that is recorded with one, within the page and without blocking it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.window.theme import SPACE, restyle
from ui.window.widgets.asking import Asking
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.plain_label import PlainLabel


class ReasonBar(Asking):
    """Hidden until `ask`. The keyboard goes to the field; Enter gives the reason, Esc leaves all as it is."""

    left = Signal()
    """The bar has gone, whether a reason was given or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do: Callable[[str], object] = lambda _: None
        self._question = PlainLabel(role="strong")
        self._more = PlainLabel()
        self.field = QLineEdit()
        self.row = FormRow("Reason", self.field)
        self.confirm = Button("Yes", "primary", do=self._give)
        self.keep = Button("Keep as it is", do=self.leave)
        self.field.returnPressed.connect(self._give)
        buttons = Flow()
        for button in (self.confirm, self.keep):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[12], SPACE[12], SPACE[12], SPACE[12])
        column.setSpacing(SPACE[8])
        for part in (self._question, self._more, self.row):
            column.addWidget(part)
        column.addLayout(buttons)
        self.hide()

    def ask(
        self,
        question: str,
        more: str,
        yes: str,
        do: Callable[[str], object],
        *,
        example: str = "",
        danger: bool = False,
    ) -> None:
        """Ask. `yes` says what the button does; `do` is called with the reason, which is never empty."""
        self._question.setText(question)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.field.clear()
        self.field.setPlaceholderText(example)
        self.row.set_problem("")
        self.confirm.setText(yes)
        self.confirm.setProperty("kind", "danger" if danger else "primary")
        restyle(self.confirm)
        self._do = do
        self.appear(f"{question} {more}".strip(), self.field, danger=danger)

    def leave(self) -> None:
        """Leave all as it is, and say that the bar has gone."""
        self.hide()
        self.left.emit()
        self.go()

    def _give(self) -> None:
        reason = self.field.text().strip()
        if not reason:
            self.row.set_problem("Say why in a few words.")
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.leave()
        self._do(reason)
