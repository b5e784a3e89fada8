"""The strip above: where the assessment stands, how far it is, and the moves that can be made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from model.instruments.routing import Progress
from ui.presenters.assessment.moves import Move
from ui.presenters.case_words import Said
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.progress_strip import ProgressStrip
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone


class Strip(QWidget):
    """One line at the top of the page."""

    moved = Signal(object)
    """The move that a person wants to make."""
    case = Signal()
    """The person wants to see the case itself: facts, chronology, alerts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moves: tuple[Move, ...] = ()
        self._forward = False
        self._state = StatusBadge("")
        self._progress = ProgressStrip("Progress of this assessment")
        self._progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._case = Button("Case", icon="case", do=self.case.emit)
        self._leads = "Case"
        self._compact = False
        self._case.setAccessibleName("The case: facts, chronology, points and alerts")
        self.next = Button("", "primary", do=self._go_forward)
        self.more = Button("More", icon="chevron_down", do=self._open_menu)
        self.more.setAccessibleName("Other moves of this assessment")
        for button in (self._case, self.more):
            button.setToolTip(button.accessibleName())
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[12])
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._progress, 1)
        for button in (self._case, self.more, self.next):
            row.addWidget(button)

    def draw(self, said: Said, progress: Progress, moves: Sequence[Move], *, forward: bool) -> None:
        """Show a state, a count, and the moves, the first of them as the next one where `forward` says so."""
        if said.word != self._state.text():
            self._state.set(said.word, Tone(said.tone), said.icon)
        self._progress.set(progress.answered, progress.asked, progress.not_known_yet)
        if (tuple(moves), forward) == (self._moves, self._forward):
            return
        self._moves, self._forward = tuple(moves), forward
        self.next.setVisible(forward)
        self.next.setText(moves[0].words if forward else "")
        self._menu.clear()
        for move in moves[1:] if forward else moves:
            self._menu.addAction(move.words).triggered.connect(partial(self._choose, move))
        self.more.setVisible(bool(self._menu.actions()))

    def lead_to(self, words: tuple[str, str]) -> None:
        """Say where the first button leads: its word, and what screen readers say."""
        self._leads, name = words
        self._case.setAccessibleName(name)
        self._case.setToolTip(name)
        self.set_compact(on=self._compact)

    def set_compact(self, *, on: bool) -> None:
        """Show icons without words, so that state and progress keep their room."""
        self._compact = on
        self._case.setText("" if on else self._leads)
        self.more.setText("" if on else "More")

    def offered(self) -> tuple[str, ...]:
        """The words of the moves under "More"."""
        return tuple(action.text() for action in self._menu.actions())

    def press(self, words: str) -> None:
        """Make the move with these words, as a person does from the menu."""
        next(action for action in self._menu.actions() if action.text() == words).trigger()

    def _open_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _choose(self, move: Move, checked: bool = False) -> None:
        self.moved.emit(move)

    def _go_forward(self) -> None:
        if self._forward:
            self.moved.emit(self._moves[0])
