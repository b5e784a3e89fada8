"""Why a question does not apply: a reason chosen with one key, or typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.answer_buttons import AnswerButtons, AnswerOption
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.heading import Heading


class Reasons(Leavable):
    """Hidden until `ask`. A digit chooses a reason and settles it; Esc leaves everything as it was."""

    given = Signal(str)
    """The reason that a person chose or typed."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.setProperty("surface", "message")
        self.setAccessibleName("Why does it not apply?")
        self._choices = AnswerButtons("Why does it not apply?")
        self._choices.answered.connect(self._chose)
        self.typed = QLineEdit()
        self._row = FormRow("Another reason", self.typed, "Press Enter when it is written.")
        self.typed.returnPressed.connect(self._wrote)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[12])
        column.setSpacing(SPACE[8])
        column.addWidget(Heading("Why does it not apply?"))
        column.addWidget(self._choices)
        column.addWidget(self._row)
        buttons = Flow(gap=SPACE[8])
        buttons.addWidget(Button("Record this reason", do=self._wrote))
        buttons.addWidget(Button("Leave it as it was", "quiet", do=self.leave))
        column.addLayout(buttons)
        self._reasons: tuple[str, ...] = ()
        self.hide()

    def ask(self, reasons: Sequence[str]) -> None:
        """Offer these reasons."""
        self._reasons = tuple(reasons)
        options = [AnswerOption(str(at), words, str(at)) for at, words in enumerate(self._reasons, 1)]
        self._choices.set_question("Why does it not apply?", options)
        self._choices.listen(self._page)
        self.typed.clear()
        self._row.set_problem("")
        self.show()
        self._choices.focus_first()

    def leave(self) -> None:
        """Give no reason."""
        self._choices.deafen()
        self.hide()
        super().leave()

    def _chose(self, code: str) -> None:
        self._settle(self._reasons[int(code) - 1])

    def _wrote(self) -> None:
        words = self.typed.text().strip()
        self._row.set_problem("" if words else "Write the reason in a few words, or choose one above.")
        if words:
            self._settle(words)
        else:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, reason: str) -> None:
        self._choices.deafen()
        self.hide()
        self.given.emit(reason)
