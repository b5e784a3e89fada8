"""What was assessed twice: both assessments side by side, where they differ, which of them counts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.decisions.twice import Difference, TwiceView
from ui.presenters.sizes import counted
from ui.window.pages.decisions.reasoned import Reasoned
from ui.window.pages.decisions.sides import Sides
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.answer_buttons import AnswerOption
from ui.window.widgets.buttons import Button
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.flow import Flow
from ui.window.widgets.heading import Heading
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone
from ui.window.widgets.whole_table import WholeTable

KEYS, ALL = "keys", "all"


class TwicePane(QWidget):
    """Shows one piece of double work. What does not count is kept whole."""

    decided = Signal(object, str, str)
    """The view, the id of the assessment that is to count ("" for none), the reason."""
    read = Signal(str)
    """The person wants to read the assessment with this id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: TwiceView | None = None
        self._where = PlainLabel(role="overline")
        self._heading = Heading("", level=1)
        self.settled = MessageBar()
        self.made = Sides("Which assessment counts")
        self._readers = Flow()
        self.readers: list[Button] = []
        self.reasoned = Reasoned("Let this one count", "Why this assessment counts and not the other.")
        self.reasoned.decided.connect(self._decided)
        self._differ = Heading("")
        self.filters = FilterChips("Which differences are shown")
        self.filters.chosen.connect(self._filter)
        self._table_place = QVBoxLayout()
        self.table: WholeTable[Difference] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[16])
        above: tuple[QWidget, ...] = (self._where, self._heading, self.settled, self.made)
        below: tuple[QWidget, ...] = (self.reasoned, self._differ, self.filters)
        for part in above:
            column.addWidget(part)
        column.addLayout(self._readers)
        for part in below:
            column.addWidget(part)
        column.addLayout(self._table_place)
        column.addStretch(1)

    def show_view(self, view: TwiceView) -> None:
        """Show one case of double work."""
        self.view = view
        self._where.setText(f"{view.name[:1].upper()}{view.name[1:]} · {view.title}")
        self._heading.setText("Which assessment counts?")
        self.made.set_sides(
            self._heading.text(),
            [
                AnswerOption(
                    one.id,
                    one.holder,
                    str(at),
                    "\n".join(part for part in (one.said.word, one.progress, one.worked) if part),
                )
                for at, one in enumerate(view.made, 1)
            ],
            view.chosen,
        )
        if view.chosen:
            self.settled.tell("Decided.", Tone.SUFFICIENT, view.decided)
        else:
            self.settled.clear()
        self.reasoned.clear()
        self._show_readers(view)
        self._show_differences(view)

    def _show_readers(self, view: TwiceView) -> None:
        for button in self.readers:
            self._readers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.readers = []
        for one in view.made:
            button = Button(f"Read the copy of {one.holder}", "quiet", "eye")
            button.clicked.connect(lambda _=False, assessment=one.id: self.read.emit(assessment))
            self._readers.addWidget(button)
            self.readers.append(button)
            button.show()

    def _show_differences(self, view: TwiceView) -> None:
        if self.table is not None:
            self._table_place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        differing, keys = len(view.differences), sum(one.is_key for one in view.differences)
        alike = f"{counted(view.agreeing, 'answer is', 'answers are')} alike"
        if not differing:
            self._differ.setText(f"All answers are alike: {view.agreeing} of them")
        else:
            self._differ.setText(f"{counted(differing, 'answer differs', 'answers differ')}, {alike}")
        self.filters.setVisible(0 < keys < differing)
        if not differing:
            return
        self.table = _table(view)
        self._table_place.addWidget(self.table)
        self.table.set_rows(view.differences)
        first = KEYS if 0 < keys < differing else ALL
        self.filters.set([(KEYS, "Key questions", keys), (ALL, "All", differing)], first)
        self._filter(first)

    def _filter(self, code: str) -> None:
        if self.table is not None:
            self.table.filter((lambda one: one.is_key) if code == KEYS else None)

    def _decided(self, reason: str) -> None:
        if self.view is not None:
            self.decided.emit(self.view, self.made.value(), reason)


def _table(view: TwiceView) -> WholeTable[Difference]:
    def answer_of(place: int) -> Column[Difference]:
        return Column(view.made[place].holder, lambda one: one.answers[place], width=24)

    return WholeTable(
        "Answers that differ",
        [
            Column("Code", lambda one: one.code, width=10),
            Column("Question", lambda one: one.words),
            *(answer_of(place) for place in range(len(view.made))),
        ],
    )
