"""Conflicts of interest: who takes no case of which officer or unit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.share_out import ConflictLine, ShareState
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.form import FormRow
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel

_OFFICER, _UNIT = "officer:", "unit:"
_WHY = "They stay at the office, hold for every later allocation, and travel in no bundle."


class ConflictsCard(Card):
    """Those that stand, each with its way out, and a line to add another."""

    add = Signal(str, str, str)
    """A person's id, an officer, a unit; one of the last two is empty."""
    lift = Signal(str)
    """The id of a conflict of interest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Conflicts of interest", parent)
        self._lines: tuple[ConflictLine, ...] = ()
        self.lifts: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE[4])
        self.person, self.of = Dropdown("Person"), Dropdown("Officer or unit")
        self.person_row = FormRow("Person", self.person)
        self.of_row = FormRow("Takes no case of", self.of)
        self.add_button = Button("Add", icon="plus", do=self._add)
        self.body.addWidget(PlainLabel(_WHY, "quiet"))
        self.body.addLayout(self._list)
        for part in (self.person_row, self.of_row, self.add_button):
            self.body.addWidget(part)

    def draw(self, state: ShareState) -> None:
        """Show those that stand, and what another can be made of."""
        if state.conflicts != self._lines:
            self._lines = state.conflicts
            self._make()
        self.person.set_options((one.id, one.name) for one in state.takers)
        self.of.set_options(
            [
                *((f"{_OFFICER}{name}", f"{name} (officer)") for name in state.officers),
                *((f"{_UNIT}{name}", f"{name} (unit)") for name in state.units),
            ]
        )

    def empty(self) -> None:
        """Begin anew with the line to add another."""
        self.person.set_code("")
        self.of.set_code("")

    def _make(self) -> None:
        empty(self._list)
        self.lifts = []
        for line in self._lines:
            self._list.addWidget(self._row(line))

    def _row(self, line: ConflictLine) -> QWidget:
        row = QWidget()
        row.setProperty("surface", "clear")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE[8])
        across.addWidget(PlainLabel(line.words), 1)
        lift = Button("Lift", "quiet", do=lambda: self.lift.emit(line.id))
        lift.setAccessibleName(f"Lift: {line.words}")
        self.lifts.append(lift)
        across.addWidget(lift, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add(self) -> None:
        person, of = self.person.code(), self.of.code()
        self.person_row.set_problem("" if person else "Choose a person.")
        self.of_row.set_problem("" if of else "Choose an officer or a unit.")
        if not person or not of:
            (self.of if person else self.person).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        officer = of.removeprefix(_OFFICER) if of.startswith(_OFFICER) else ""
        unit = of.removeprefix(_UNIT) if of.startswith(_UNIT) else ""
        self.add.emit(person, officer, unit)
