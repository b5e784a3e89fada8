"""Who takes cases, as ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.presenters.share_out import Taker
from ui.window.theme import SPACE
from ui.window.widgets.card import Card
from ui.window.widgets.layouts import empty
from ui.window.widgets.tick import Tick


class TakersCard(Card):
    """One tick for each person; who cannot take cases is shown, with the reason."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Who takes cases", parent)
        self._drawn: tuple[Taker, ...] = ()
        self.body.setSpacing(SPACE[4])
        self.ticks: dict[str, Tick] = {}

    def draw(self, takers: Sequence[Taker]) -> None:
        """Show these; ticks that are there already stay, so that the keyboard does."""
        if [(one.id, one.words, one.may) for one in takers] != [
            (one.id, one.words, one.may) for one in self._drawn
        ]:
            self._make(takers)
        self._drawn = tuple(takers)
        for one in takers:
            self.ticks[one.id].setChecked(one.takes)

    def ticked(self) -> tuple[str, ...]:
        """The ids of those who take cases."""
        return tuple(id for id, tick in self.ticks.items() if tick.isChecked())

    def _make(self, takers: Sequence[Taker]) -> None:
        empty(self.body)
        self.ticks = {}
        for one in takers:
            tick = Tick(one.name, one.words)
            tick.setEnabled(one.may)
            tick.ticked.connect(lambda _: self.changed.emit())
            self.ticks[one.id] = tick
            self.body.addWidget(tick)
