"""After the draw: the cases in drawn order, their strata, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.drawn import DrawnLine, DrawnState, QuotaLine, Repeated
from ui.presenters.sizes import counted
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.flow import Flow
from ui.window.widgets.long_table import LongTable
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.reason_bar import ReasonBar
from ui.window.widgets.tone import Tone
from ui.window.widgets.unfold import Unfold
from ui.window.widgets.whole_table import WholeTable

ALL = "all"


class AfterPane(QWidget):
    """The draw as it stands; a case is replaced, the draw repeated, printed or closed from here."""

    replace = Signal(str, str)
    """A case's id, and why it is replaced."""
    again = Signal()
    print_record = Signal()
    close_draw = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: DrawnState | None = None
        self.words, self.more = PlainLabel(role="subheading"), PlainLabel(role="quiet")
        self.replace_button = Button("Replace this case …", icon="ask_again", do=self._ask_replace)
        self.again_button = Button("Draw again to compare", icon="sample", do=self.again.emit)
        self.print_button = Button("Print the record", icon="print", do=self.print_record.emit)
        self.close_button = Button("Close the draw …", "danger", "erase", do=self._ask_close)
        self.confirm, self.reason, self.result = ConfirmBar(), ReasonBar(), MessageBar()
        self.strata = Unfold("Strata")
        self.strata_table: WholeTable[QuotaLine] = WholeTable("Strata as drawn", _strata_columns())
        self.strata.body.addWidget(self.strata_table)
        self.chips = FilterChips("Show cases that are")
        self.chips.chosen.connect(self._filter)
        self.why = PlainLabel(role="quiet")
        self.table: LongTable[DrawnLine] = LongTable("Drawn cases", _columns())
        self.table.moved.connect(self._moved)
        self.table.chosen.connect(lambda _: self._ask_replace())
        buttons = Flow()
        for button in (self.replace_button, self.again_button, self.print_button, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        column.addWidget(self.words)
        column.addWidget(self.more)
        column.addLayout(buttons)
        for part in (self.confirm, self.reason, self.result, self.strata, self.chips, self.why):
            column.addWidget(part)
        column.addWidget(self.table, 1)

    def draw(self, state: DrawnState) -> None:
        """Show the draw."""
        self._state = state
        self.words.setText(state.words)
        self.more.setText(state.more)
        count = counted(len(state.strata), "stratum", "strata")
        self.strata.button.setText(f"{count}, as drawn")
        self.strata_table.set_rows(state.strata)
        codes = [code for code, _, _ in state.chips]
        chosen = self.chips.selected()
        self.chips.set(state.chips, chosen if chosen in codes else codes[0])
        self.chips.setVisible(len(codes) > 1)
        self.table.set_rows(state.lines)
        self.table.leave_out(_ALSO, on=not state.shared)
        self._filter(self.chips.selected())
        self.close_button.setVisible(not state.closed)
        self.replace_button.setVisible(not state.closed)
        self.again_button.setVisible(not state.closed)

    def tell_repeated(self, repeated: Repeated) -> None:
        """Say what drawing again gave."""
        tone = Tone.SUFFICIENT if repeated.same else Tone.NOT_SUFFICIENT
        self.result.tell(repeated.words, tone, repeated.more)

    def forget(self) -> None:
        """Put away what was asked and said before."""
        self.confirm.hide()
        self.reason.hide()
        self.result.clear()

    def _filter(self, code: str) -> None:
        self.table.filter(None if code == ALL else lambda line: line.state == code)
        self._moved(self.table.current())

    def _moved(self, line: DrawnLine | None) -> None:
        self.why.setText(f"{line.number}: {line.said.word}. {line.why}" if line else "")
        self.why.setVisible(line is not None and bool(line.why))
        self.replace_button.setEnabled(line is not None and line.may_replace)
        self.replace_button.setText(f"Replace case {line.number} …" if line else "Replace this case …")

    def _ask_replace(self) -> None:
        line = self.table.current()
        if line is None or not line.may_replace:
            return
        self.confirm.hide()
        held = f" {line.holder} holds it; tell them." if line.holder else ""
        held += f" It stays a case of {line.also}." if line.also else ""
        self.reason.ask(
            f"Replace case {line.number} by the next reserve of its stratum?",
            f"{line.stratum}. The case stays in the record of the draw, with your reason.{held}",
            "Replace the case",
            lambda reason: self.replace.emit(line.case, reason),
            example="Transferred to another area before the inspection",
        )

    def _ask_close(self) -> None:
        state = self._state
        if state is None:
            return
        self.reason.hide()
        self.confirm.ask(
            f"Close the draw and erase {counted(state.not_drawn, 'row')} that were not drawn?",
            "They go with names and all, in this store and its copies. The drawn cases stay, and so does "
            "what other samples need. Afterwards there are no reserves, and this store cannot draw again to "
            "compare. This cannot be undone.",
            "Erase and close",
            self.close_draw.emit,
            no="Keep the draw open",
            danger=True,
        )


_ALSO = 4
"""The column of the other samples in which a case stands."""


def _columns() -> list[Column[DrawnLine]]:
    return [
        Column("No.", lambda one: str(one.position), lambda one: one.position, width=5, number=True),
        Column("Case", lambda one: one.number, width=7),
        Column("Reference", lambda one: one.reference, width=11),
        Column("Stratum", lambda one: one.stratum),
        Column("Also in", lambda one: one.also, width=20),
        Column("Officer", lambda one: one.officer, width=24),
        Column("With", lambda one: one.holder, width=24),
        status_column("State", lambda one: one.said, width=18),
    ]


def _strata_columns() -> list[Column[QuotaLine]]:
    return [
        Column("Stratum", lambda one: one.name),
        Column("Eligible", lambda one: str(one.eligible), lambda one: one.eligible, width=9, number=True),
        Column("Exact share", lambda one: one.share, lambda one: float(one.share), width=11, number=True),
        Column("Drawn", lambda one: str(one.drawn), lambda one: one.drawn, width=8, number=True),
        Column(
            "Reserves left",
            lambda one: one.reserves,
            lambda one: int(one.reserves or 0),
            width=12,
            number=True,
        ),
    ]
