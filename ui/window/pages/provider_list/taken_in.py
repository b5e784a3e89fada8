"""A list that was taken in: how many cases, each with what travels, and erasing it where it was a mistake."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.provider_list import EligibleLine, TakenIn
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.beside import Beside
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.flow import Flow
from ui.window.widgets.long_table import LongTable
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.particulars import Particulars
from ui.window.widgets.side_scroll import SideScroll
from ui.window.widgets.tone import Tone


class TakenInPane(QWidget):
    """Shows the cases, and the one selected whole."""

    draw_sample = Signal()
    erase = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = MessageBar()
        self.next = Button("Go to the sample", "primary", "sample", do=self.draw_sample.emit)
        self.erase_button = Button("Erase this list …", "danger", "erase", do=self._ask)
        self.confirm = ConfirmBar()
        self.table: LongTable[EligibleLine] = LongTable("Cases that were taken in", _columns())
        self.table.moved.connect(self._show_case)
        self.case = Card()
        self.case.heading.show()
        self.values = Particulars("What the list says")
        self.case.body.addWidget(self.values)
        self.case.body.addStretch(1)
        self._cases = Beside(self.table, SideScroll(self.case, "The selected case"))
        buttons = Flow()
        for button in (self.next, self.erase_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        column.addWidget(self.message)
        column.addLayout(buttons)
        column.addWidget(self.confirm)
        column.addWidget(self._cases, 1)
        column.addStretch(0)

    def draw(self, state: TakenIn) -> None:
        """Show what was taken in."""
        self.message.tell(state.words, Tone.SUFFICIENT, state.more)
        self.erase_button.setVisible(state.may_erase)
        self.table.set_rows(state.cases)
        self._cases.setVisible(bool(state.cases))
        self._show_case(self.table.current())

    def _show_case(self, line: EligibleLine | None) -> None:
        self.case.setVisible(line is not None)
        if line is not None:
            self.case.heading.setText(f"Case {line.reference}")
            self.case.setAccessibleName(f"Case {line.reference}")
            self.values.set(line.values)

    def _ask(self) -> None:
        self.confirm.ask(
            "Erase the list that was taken in?",
            "Every row goes, names and all, in this store and its copies. Nothing was drawn from it. "
            "Afterwards you can take in another list.",
            "Erase the list",
            self.erase.emit,
            danger=True,
        )


def _columns() -> list[Column[EligibleLine]]:
    return [
        Column("Case", lambda one: one.reference, width=11),
        Column("Officer", lambda one: one.officer, width=24),
        Column("Unit", lambda one: one.unit, width=24),
        Column("Stratum", lambda one: one.stratum),
    ]
