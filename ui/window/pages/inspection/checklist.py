"""The errand as a checklist: each step with its state, how far it has come, and the button that leads on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.presenters.errand import Step
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card, Rule
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone

_COLUMNS = 4


class Checklist(Card):
    """One row for each step, in the order of work; the next one has the primary button."""

    go = Signal(object)
    """The Step that a person wants to take."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Steps of the inspection")
        self.buttons: dict[str, Button] = {}
        self._next: Button | None = None
        self._rows = QWidget()
        self.body.addWidget(self._rows)

    def draw(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        self.buttons, self._next = {}, None
        self.body.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        self._rows.setProperty("surface", "clear")
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE[12])
        grid.setVerticalSpacing(SPACE[8])
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(steps):
            if place:
                grid.addWidget(Rule(), 2 * place - 1, 0, 1, _COLUMNS)
            self._add(grid, 2 * place, step)
        self.body.addWidget(self._rows)

    def next_button(self) -> Button | None:
        """The button of the next step, or the first one."""
        return self._next or next(iter(self.buttons.values()), None)

    def _add(self, grid: QGridLayout, at: int, step: Step) -> None:
        tone, middle = Tone(step.said.tone), Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(IconLabel(step.said.icon, tone.token, 20), at, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(step.title, "strong"))
        words.addWidget(PlainLabel(step.words, "quiet"))
        grid.addLayout(words, at, 1)
        grid.addWidget(StatusBadge(step.said.word, tone, step.said.icon), at, 2, middle)
        button = Button(step.action, "primary" if step.next else "", do=lambda: self.go.emit(step))
        button.setAccessibleName(f"{step.action}: {step.title}")
        button.setAccessibleDescription(f"{step.said.word}. {step.words}")
        grid.addWidget(button, at, 3, middle)
        self.buttons[step.title] = button
        if step.next:
            self._next = button
