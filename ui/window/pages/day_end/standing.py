"""How this person’s assessments stand tonight: counts by state, and a line for each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.day_end import DayEnd, Row
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.heading import Heading
from ui.window.widgets.table import Table

_KIND = 1
"""The column that tells instruments apart."""


class Standing(QWidget):
    """Filters with counts, over a table of the cases. Enter opens a case."""

    chosen = Signal(str)
    """The assessment of the case that a person opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = FilterChips("Assessments by state")
        self.filters.chosen.connect(self._filter)
        self.table: Table[Row] = Table(
            "Your assessments tonight",
            [
                Column("Case", lambda row: row.number, width=24),
                Column("Assessment", lambda row: row.kind, width=28),
                status_column("State", lambda row: row.said, width=20),
                Column("Still to do", lambda row: row.open),
                status_column("At the office", lambda row: row.office, width=18),
            ],
        )
        self.table.chosen.connect(lambda row: self.chosen.emit(row.assessment))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        column.addWidget(Heading("Your assessments tonight"))
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)

    def show_state(self, state: DayEnd) -> None:
        """Show these cases; the filter stays where it was."""
        selected = self.filters.selected()
        codes = [code for code, _, _ in state.counts]
        self.filters.set(state.counts, selected if selected in codes else "all")
        self._said = {code: words for code, words, _ in state.counts}
        self.table.set_rows(state.rows)
        self.table.setColumnHidden(_KIND, not state.several_kinds)
        self._filter(self.filters.selected())
        self.table.setMinimumHeight(self.table.sizeHint().height())

    def _filter(self, code: str) -> None:
        word = self._said.get(code, "")
        self.table.filter(None if code in ("", "all") else lambda row: row.said.word == word)
