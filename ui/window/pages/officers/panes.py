"""What is asked before officers are joined, split, or an interview is given: each a frame that Esc leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.presenters.officers import OfficerRow
from ui.window.pages.leavable import Leavable
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.heading import Heading
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tick import Tick

_JOINS = (
    "The other stands for both from now on. Cases and interviews come together; two interviews that were "
    "begun are double work, and one of them counts. Separating them again brings everything back."
)
_SPLITS = "The cases ticked are of somebody else, who is new here. Everything answered stays where it is."
_RENAMES = (
    "The interview and its papers name the officer so from now on. "
    "What the provider’s list says of each case stays as it is."
)
_GIVES = (
    "One person asks an officer’s own items, however many inspectors hold the officer’s cases. The others "
    "see who asks, and ask only about their cases."
)


class Pane(Leavable):
    """Hidden until it begins; `confirm` does it, and the other button leaves all as it is."""

    def __init__(self, words: str, does: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.row: OfficerRow | None = None
        self.heading = Heading("")
        self.confirm = Button(does, "primary", do=self._confirm)
        buttons = Flow()
        for button in (self.confirm, Button("Leave it as it is", do=self.leave)):
            buttons.addWidget(button)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(SPACE[12])
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[16])
        column.setSpacing(SPACE[12])
        column.addWidget(self.heading)
        column.addWidget(PlainLabel(words, "quiet"))
        column.addLayout(self.fields)
        column.addLayout(buttons)
        self.left.connect(self.hide)
        self.hide()

    def _begin(self, row: OfficerRow, heading: str) -> None:
        self.row = row
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.show()

    def _confirm(self) -> None:
        raise NotImplementedError


class JoinPane(Pane):
    """With whom an officer is one and the same."""

    join = Signal(object, str)
    """The row, and the id of the officer who stands for both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_JOINS, "They are the same person", parent)
        self.other = Dropdown("The same person as")
        self.other_row = FormRow("The same person as", self.other)
        self.fields.addWidget(self.other_row)

    def begin(self, row: OfficerRow, rows: Sequence[OfficerRow]) -> None:
        """Ask with whom; those who may be the same stand first."""
        alike = set(row.proposal.alike) if row.proposal is not None else set()
        others = [one for one in rows if not one.is_proposed and one.id != row.id]
        others.sort(key=lambda one: (one.id not in alike, one.name.casefold()))
        self.other.set_options((one.id, f"{one.name}, {one.unit} ({one.numbers})") for one in others)
        self.other.set_code("")
        self.other_row.set_problem("" if others else "Confirm the other officer first.")
        self._begin(row, f"Who is {row.name}, {row.unit}?")
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        other = self.other.code()
        self.other_row.set_problem("" if other else "Choose an officer who is confirmed.")
        if other and self.row is not None:
            self.hide()
            self.join.emit(self.row, other)
        else:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)


class SplitPane(Pane):
    """Which cases of an officer are of somebody else."""

    split = Signal(object, object, str)
    """The row, the ids of the cases, and the other's name ("" for the same)."""
    separate = Signal(str)
    """The id of an officer who was joined with this one by mistake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SPLITS, "Take these cases away", parent)
        self.ticks: dict[str, Tick] = {}
        held = QWidget()
        held.setProperty("surface", "clear")
        self.cases = Flow(gap=SPACE[16])
        held.setLayout(self.cases)
        self.cases_row = FormRow("Cases of somebody else", held)
        self.name = QLineEdit()
        self.name_row = FormRow("Name of the other", self.name)
        self.back = Flow()
        self.fields.addWidget(self.cases_row)
        self.fields.addWidget(self.name_row)
        self.fields.addLayout(self.back)

    def begin(self, row: OfficerRow) -> None:
        """Ask which."""
        empty(self.cases)
        empty(self.back)
        self.ticks = {case: Tick(f"Case {number}") for case, number in row.cases}
        for tick in self.ticks.values():
            self.cases.addWidget(tick)
        for id, name in row.joined:
            self.back.addWidget(self._way_back(id, name))
        self.name.setText(row.name)
        self.cases_row.set_problem("")
        self._begin(row, f"Which cases of {row.name}, {row.unit}, are of somebody else?")
        next(iter(self.ticks.values()), self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_back(self, id: str, name: str) -> Button:
        def separate() -> None:
            self.hide()
            self.separate.emit(id)

        return Button(f"Separate {name} again", icon="undo", do=separate)

    def _confirm(self) -> None:
        chosen = tuple(case for case, tick in self.ticks.items() if tick.isChecked())
        if not chosen or len(chosen) == len(self.ticks):
            self.cases_row.set_problem("Tick some of the cases, and not all of them.")
            next(iter(self.ticks.values()), self.name).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.row is not None:
            self.hide()
            self.split.emit(self.row, chosen, self.name.text().strip())


class RenamePane(Pane):
    """How an officer is called, and where they work."""

    rename = Signal(object, str, str)
    """The row, the name and the unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_RENAMES, "Correct it", parent)
        self.name, self.unit = QLineEdit(), QLineEdit()
        for field in (self.name, self.unit):
            field.returnPressed.connect(self._confirm)
        self.name_row = FormRow("Name", self.name)
        self.fields.addWidget(self.name_row)
        self.fields.addWidget(FormRow("Unit", self.unit))

    def begin(self, row: OfficerRow) -> None:
        """Ask for both."""
        self.name.setText(row.name)
        self.unit.setText(row.unit)
        self.name_row.set_problem("")
        self._begin(row, f"Correct the name or the unit of {row.name}")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _confirm(self) -> None:
        name, unit = self.name.text().strip(), self.unit.text().strip()
        self.name_row.set_problem("" if name else "Give the name.")
        if not name or self.row is None:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (name, unit) == (self.row.name, self.row.unit):
            self.leave()
        else:
            self.hide()
            self.rename.emit(self.row, name, unit)


class GivePane(Pane):
    """Who asks an officer their own items."""

    give = Signal(object, str, str)
    """The row, who asks (id), and the reason ("" where nobody asked before)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_GIVES, "Give the interview", parent)
        self.to = Dropdown("Who asks")
        self.to_row = FormRow("Who asks", self.to)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Has the officer’s other case")
        self.reason.returnPressed.connect(self._confirm)
        self.reason_row = FormRow("Reason", self.reason)
        self.fields.addWidget(self.to_row)
        self.fields.addWidget(self.reason_row)

    def begin(self, row: OfficerRow, people: Sequence[tuple[str, str]]) -> None:
        """Ask who."""
        self.to.set_options(one for one in people if one[0] != row.asker_id)
        self.to.set_code("")
        self.reason.clear()
        for field in (self.to_row, self.reason_row):
            field.set_problem("")
        self.reason_row.setVisible(bool(row.asker_id))
        now = f", now {row.asker}" if row.asker else ""
        self._begin(row, f"Who asks {row.name}{now}?")
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        to, reason = self.to.code(), self.reason.text().strip()
        needs = self.row is not None and bool(self.row.asker_id) and not reason
        self.to_row.set_problem("" if to else "Choose who asks.")
        self.reason_row.set_problem("Say why in a few words." if needs else "")
        if to and not needs and self.row is not None:
            self.hide()
            self.give.emit(self.row, to, reason)
        else:
            (self.reason if to else self.to).setFocus(Qt.FocusReason.OtherFocusReason)
