"""The assessments of a case, where there are several: how far each is, and which one is to be opened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.case import Beside
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.flow import Flow
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone

MOST = 9
"""So many can be opened by a digit."""


class Assessments(Card):
    """Hidden where there is one. Each is opened by its button or its digit; the page is seen from one."""

    open_one = Signal(str)
    """The assessment to be opened."""
    see_from = Signal(str)
    """The assessment from which this page is to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Assessments of this case", parent)
        self._shown: tuple[Beside, ...] = ()
        self.openers: list[Button] = []
        self.asked = PlainLabel(role="strong", tone="accent")
        self._rows = QWidget()
        self.body.addWidget(self.asked)
        self.body.addWidget(self._rows)
        self.asked.hide()
        self.hide()

    def draw(self, assessments: Sequence[Beside]) -> None:
        """Show these; a question that was asked before is asked no longer."""
        self.asked.hide()
        self.setVisible(len(assessments) > 1)
        if tuple(assessments) == self._shown:
            return
        self._shown = tuple(assessments)
        self.openers = []
        self.body.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        self._rows.setProperty("surface", "clear")
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        for digit, one in enumerate(self._shown, start=1):
            column.addWidget(self._one(digit, one))
        self.body.addWidget(self._rows)

    def ask(self) -> None:
        """Ask which one is to be opened: its digit or its button says it."""
        keys = " or ".join(str(digit) for digit in range(1, min(len(self._shown), MOST) + 1))
        self.asked.setText(f"Which one do you want to open? Press {keys}.")
        self.asked.show()
        if self.openers:
            self.openers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, digit: str) -> bool:
        """Open by digit, and return whether one has it."""
        at = int(digit) - 1
        if len(self._shown) < 2 or not 0 <= at < min(len(self._shown), MOST):
            return False
        self.open_one.emit(self._shown[at].assessment)
        return True

    def _one(self, digit: int, one: Beside) -> QWidget:
        widget = QWidget()
        widget.setProperty("surface", "clear")
        row = Flow(widget, gap=SPACE[8], middle=True)
        whose = f" · with {one.holder}" if one.holder else ""
        opener = Button(
            f"Open {one.title}".replace("&", "&&"),
            icon="questions",
            do=partial(self.open_one.emit, one.assessment),
        )
        opener.setAccessibleName(f"Open {one.title}. {one.said.word}, {one.progress}{whose}")
        self.openers.append(opener)
        row.addWidget(opener)
        if digit <= MOST:
            row.addWidget(KeyHint(str(digit)))
        row.addWidget(StatusBadge(one.said.word, Tone(one.said.tone), one.said.icon))
        row.addWidget(PlainLabel(f"{one.progress}{whose}", "quiet", wrap=False))
        if one.is_this:
            row.addWidget(PlainLabel("shown below", "caption", wrap=False))
        else:
            see = Button("Show its facts below", "quiet", do=partial(self.see_from.emit, one.assessment))
            see.setAccessibleName(f"Show the facts of {one.title} below")
            row.addWidget(see)
        return widget
