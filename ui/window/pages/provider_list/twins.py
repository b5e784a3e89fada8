"""Cases that come several times with different contents: a person chooses which row counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.provider_list import Twin
from ui.presenters.sizes import counted
from ui.window.widgets.answer_buttons import AnswerButtons, AnswerOption
from ui.window.widgets.card import Card
from ui.window.widgets.heading import Heading
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel


class TwinsCard(Card):
    """Hidden where there are none."""

    decided = Signal(str, int)
    """A reference, and the number of the row that counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Which row counts?", parent)
        self._drawn: tuple[tuple[str, tuple[int, ...]], ...] = ()
        self.choices: dict[str, AnswerButtons] = {}
        self._words = PlainLabel(role="quiet")
        self.body.addWidget(self._words)
        self.hide()

    def draw(self, twins: Sequence[Twin], undecided: int) -> None:
        """Show these; buttons that are there already stay, so that the keyboard does."""
        now = tuple((twin.reference, tuple(row.row for row in twin.rows)) for twin in twins)
        if now != self._drawn:
            self._drawn = now
            self._make(twins)
        cases = "comes" if len(twins) == 1 else "come"
        words = f"{counted(len(twins), 'case')} {cases} several times with different contents. "
        self._words.setText(words + (f"{undecided} still to decide." if undecided else "All are decided."))
        for twin in twins:
            self.choices[twin.reference].set_value(str(twin.decided) if twin.decided else None)
        self.setVisible(bool(twins))

    def _make(self, twins: Sequence[Twin]) -> None:
        empty(self.body, 1)
        self.choices = {}
        for twin in twins:
            name = f"Case {twin.reference}"
            options = [AnswerOption(str(row.row), f"Row {row.row}: {row.words}") for row in twin.rows]
            buttons = AnswerButtons(f"{name}: which row counts?", options, inline=True)
            buttons.answered.connect(
                lambda code, reference=twin.reference: self.decided.emit(reference, int(str(code)))
            )
            self.choices[twin.reference] = buttons
            self.body.addWidget(Heading(name, level=3))
            self.body.addWidget(buttons)
