"""The preview of a file: summary with counts, columns, twins, and every row with its standing and remarks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.provider_list import ALL, TO_LOOK_AT, UNDERSTOOD, ColumnLine, Line, PreviewState
from ui.window.pages.provider_list.twins import TwinsCard
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.beside import Beside
from ui.window.widgets.card import Card
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.long_table import LongTable
from ui.window.widgets.particulars import Particulars
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.side_scroll import SideScroll
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone
from ui.window.widgets.unfold import Unfold
from ui.window.widgets.whole_table import WholeTable


class Previewing(QWidget):
    """Shows what was understood; nothing here is recorded."""

    decided = Signal(str, int)
    """A reference, and the number of the row that counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel(role="quiet")
        self.twins = TwinsCard()
        self.twins.decided.connect(self.decided)
        self.columns = Unfold("Columns")
        self.columns_table: WholeTable[ColumnLine] = WholeTable("Columns of the list", _column_columns())
        self.columns.body.addWidget(self.columns_table)
        self.chips = FilterChips("Show rows that are")
        self.chips.chosen.connect(self._filter)
        self.table: LongTable[Line] = LongTable("Rows of the list", _columns())
        self.table.moved.connect(self._show_row)
        self.row = RowCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        for part in (self.words, self.twins, self.columns, self.chips):
            column.addWidget(part)
        side = SideScroll(self.row, "The selected row")
        column.addWidget(Beside(self.table, side, share=(3, 2)), 1)

    def draw(self, state: PreviewState, *, fresh: bool) -> None:
        """Show a preview. `fresh`: of another file, so that filters begin anew."""
        self.words.setText(state.words)
        self.twins.draw(state.twins, state.undecided)
        self.columns.button.setText(state.columns_words.replace("&", "&&"))
        self.columns_table.set_rows(state.columns)
        if fresh:
            self.columns.unfold(False)
        chosen = self.chips.selected() if not fresh else ""
        if not chosen:
            looks = next(count for code, _, count in state.chips if code == TO_LOOK_AT)
            chosen = TO_LOOK_AT if looks else ALL
        self.chips.set(state.chips, chosen)
        self.table.set_rows(state.lines)
        self._filter(chosen)

    def first_focus(self) -> QWidget:
        """What is to be decided comes first, then the rows."""
        for choice in self.twins.choices.values():
            if choice.value() is None:
                return next(iter(choice.findChildren(QWidget)), choice)
        return self.table

    def _filter(self, code: str) -> None:
        if code == ALL:
            self.table.filter(None)
        elif code == TO_LOOK_AT:
            self.table.filter(lambda line: line.kind != UNDERSTOOD)
        else:
            self.table.filter(lambda line: line.kind == code)
        self._show_row(self.table.current())

    def _show_row(self, line: Line | None) -> None:
        self.row.setVisible(line is not None)
        if line is not None:
            self.row.draw(line)


class RowCard(Card):
    """One row of the file, whole: as it would be taken in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.show()
        self.badge = StatusBadge("")
        self.remarks = PlainLabel()
        self.values = Particulars("Taken in as")
        self.aside.addWidget(self.badge)
        self.body.addWidget(self.remarks)
        self.body.addWidget(self.values)
        self.body.addStretch(1)

    def draw(self, line: Line) -> None:
        """Show a row."""
        words = f"Row {line.row}, case {line.reference}" if line.reference else f"Row {line.row}"
        self.heading.setText(words)
        self.setAccessibleName(f"{words}: {line.said.word}")
        self.badge.set(line.said.word, Tone(line.said.tone), line.said.icon)
        self.remarks.setText(line.remarks)
        self.remarks.setVisible(bool(line.remarks))
        self.values.set(line.values)
        self.values.setVisible(bool(line.values))


def _columns() -> list[Column[Line]]:
    return [
        Column("Row", lambda one: str(one.row), sort=lambda one: one.row, width=5, number=True),
        Column("Case", lambda one: one.reference, width=11),
        status_column("Standing", lambda one: one.said, width=12),
        Column("What there is to say", lambda one: one.remarks),
    ]


def _column_columns() -> list[Column[ColumnLine]]:
    return [
        Column("In the list", lambda one: one.heading or "–", width=40),
        Column("Stands for", lambda one: one.field or "–"),
        status_column("Standing", lambda one: one.said, width=18),
    ]
