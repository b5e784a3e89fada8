"""Why not sufficient: the choices under a key question that was answered No."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.assessment.asked import Asked
from ui.window.pages.assessment.answering import Answering
from ui.window.theme import SPACE
from ui.window.widgets.card import Rule
from ui.window.widgets.heading import Heading


class Whys(QWidget):
    """Several may be chosen, each with its digit; hidden where there is nothing to explain."""

    answered = Signal(str, object)
    """A person chose: question id, and the codes now chosen (None when none is)."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._parts: dict[str, tuple[Heading, Answering]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE[8])
        self._column.addWidget(Rule())
        self.hide()

    def draw(self, whys: Sequence[Asked], *, can: bool, keys_taken: frozenset[str]) -> None:
        """Show these questions. `keys_taken` answer the key question itself."""
        if [asked.id for asked in whys] != list(self._parts):
            self._make(whys)
        for asked in whys:
            heading, answering = self._parts[asked.id]
            heading.setText(asked.text)
            answering.draw(asked, can=can, keys_taken=keys_taken)
        self.setVisible(bool(whys))

    def focus_on(self, question: str) -> bool:
        """Give the keyboard to the choices of one of them; False when it is not shown."""
        if question not in self._parts:
            return False
        self._parts[question][1].focus_first()
        return True

    def listen(self, *, on: bool) -> None:
        """Let the digits of the choices work, or not."""
        for _, answering in self._parts.values():
            if on:
                answering.listen()
            else:
                answering.deafen()

    def _make(self, whys: Sequence[Asked]) -> None:
        for heading, answering in self._parts.values():
            answering.deafen()
            for part in (heading, answering):
                self._column.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._parts = {}
        for asked in whys:
            heading, answering = Heading(asked.text, level=3), Answering(self._page)
            answering.answered.connect(lambda value, why=asked.id: self.answered.emit(why, value))
            self._parts[asked.id] = heading, answering
            self._column.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(answering)
