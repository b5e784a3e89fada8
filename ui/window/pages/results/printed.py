"""What stands above and below the rows of the results: the overall rating, and tables of the programme."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.documents.results_table import FilledRow, FilledTable
from ui.presenters.results import OverallRow
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.card import Card
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.whole_table import WholeTable


class Overall(Card):
    """The overall rating: its band and points, what is missing, and what is still possible."""

    def __init__(self, row: OverallRow, parent: QWidget | None = None) -> None:
        super().__init__(row.title, parent)
        self.row = row
        self.body.addWidget(PlainLabel(f"{row.rating} · {row.points}", "heading"))
        for words in row.more:
            self.body.addWidget(PlainLabel(words, "quiet"))


class Printed(QWidget):
    """A table of the programme with its title, its note, and a warning where a base is small."""

    def __init__(self, filled: FilledTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filled = filled
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[16], SPACE[12], SPACE[8])
        column.setSpacing(SPACE[4])
        column.addWidget(PlainLabel(filled.title, "subheading"))
        if filled.note:
            column.addWidget(PlainLabel(filled.note, "quiet"))
        self.table: WholeTable[FilledRow] = WholeTable(
            filled.title,
            [
                Column("", lambda row: row.title),
                *(_column(title, place) for place, title in enumerate(filled.columns)),
            ],
        )
        self.table.set_rows(filled.rows)
        column.addWidget(self.table)
        if filled.warning:
            column.addWidget(PlainLabel(filled.warning, "caption"))


def _column(title: str, place: int) -> Column[FilledRow]:
    return Column(title, lambda row: row.cells[place], width=max(8, len(title)), number=True)
