"""Every case with its holder, and giving one to somebody else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.presenters.holders import CaseLine, HoldersState, Offer
from ui.window.pages.leavable import Leavable
from ui.window.tables.rows import Column, status_column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.heading import Heading
from ui.window.widgets.long_table import LongTable
from ui.window.widgets.narrow import Narrow
from ui.window.widgets.plain_label import PlainLabel

_GIVES = (
    "Whoever takes it confirms each judgement that was made before. Write their bundle afterwards, and tell "
    "whoever had it: a bundle brings only what is one’s own."
)


class GivingPane(Leavable):
    """Hidden until `begin`: to whom, and why."""

    give = Signal(str, str, str)
    """The assessment, to whom it goes (id), and the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._assessment = ""
        self.heading = Heading("")
        self.to = Dropdown("To whom")
        self.to_row = FormRow("To whom", self.to)
        self.together = PlainLabel(role="strong")
        self.barred = PlainLabel(role="quiet")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Ill from Tuesday on")
        self.reason_row = FormRow("Reason", self.reason)
        self.reason.returnPressed.connect(self._give)
        self.confirm = Button("Give it", "primary", "handover", do=self._give)
        buttons = Flow()
        for button in (self.confirm, Button("Leave it where it is", do=self.leave)):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[16])
        column.setSpacing(SPACE[12])
        gives = PlainLabel(_GIVES, "quiet")
        for part in (self.heading, gives, self.together, self.to_row, self.barred, self.reason_row):
            column.addWidget(part)
        column.addLayout(buttons)
        self.left.connect(self.hide)
        self.hide()

    def begin(self, assessment: str, offer: Offer) -> None:
        """Ask to whom."""
        self._assessment = assessment
        self.heading.setText(f"Give {offer.words}, now with {offer.holder}, to somebody else")
        self.setAccessibleName(self.heading.text())
        self.to.set_options(offer.people)
        self.to.set_code("")
        self.together.setText(offer.together)
        self.together.setVisible(bool(offer.together))
        self.barred.setText(offer.barred)
        self.barred.setVisible(bool(offer.barred))
        self.reason.clear()
        for row in (self.to_row, self.reason_row):
            row.set_problem("")
        self.show()
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        to, reason = self.to.code(), self.reason.text().strip()
        self.to_row.set_problem("" if to else "Choose who takes the case.")
        self.reason_row.set_problem("" if reason else "Say why in a few words.")
        if to and reason:
            self.hide()
            self.give.emit(self._assessment, to, reason)
        else:
            (self.reason if to else self.to).setFocus(Qt.FocusReason.OtherFocusReason)


class Holding(QWidget):
    """Cases by holder."""

    ask_whom = Signal(str)
    """The assessment that is to be given to somebody else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holders = Dropdown("Whose cases")
        self.holders.chosen.connect(self._filter)
        self.give_button = Button("Give to somebody else …", icon="handover", do=self._ask)
        self.giving = GivingPane()
        self.table: LongTable[CaseLine] = LongTable("Cases and their holders", _columns())
        self.table.moved.connect(self._moved)
        self.table.chosen.connect(lambda _: self._ask())
        self.giving.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        controls = Flow()
        for part in (self.holders, self.give_button):
            controls.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[12])
        column.addLayout(controls)
        narrow = Narrow(left=True)
        narrow.body.addWidget(self.giving)
        column.addWidget(narrow)
        column.addWidget(self.table, 1)

    def draw(self, state: HoldersState) -> None:
        """Show the cases; the filter stays."""
        self.holders.set_options(state.holders)
        if self.holders.currentIndex() < 0:
            self.holders.set_code("")
        self.table.set_rows(state.lines)
        self.table.leave_out(_KIND, on=not state.several_kinds)
        self._filter(self.holders.code())

    def _filter(self, holder: str) -> None:
        self.table.filter((lambda line: line.holder == holder) if holder else None)
        self._moved(self.table.current())

    def _moved(self, line: CaseLine | None) -> None:
        can = line is not None and bool(line.assessment)
        self.give_button.setEnabled(can)
        self.give_button.setText(
            f"Give case {line.number} to somebody else …" if line else "Give to somebody else …"
        )

    def _ask(self) -> None:
        line = self.table.current()
        if line is not None and line.assessment:
            self.ask_whom.emit(line.assessment)


_KIND = 1
"""The column that tells instruments and samples apart."""


def _columns() -> list[Column[CaseLine]]:
    return [
        Column("Case", lambda one: one.number, width=7),
        Column("Assessment", lambda one: one.kind, width=24),
        Column("With", lambda one: one.holder_name, width=24),
        status_column("State", lambda one: one.said, width=20),
        Column("Officer", lambda one: one.officer, width=24),
        Column("Unit", lambda one: one.unit),
    ]
