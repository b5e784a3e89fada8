"""Before the draw: size with its rule, seed, and what each stratum would give."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.presenters.sample import BeforeDraw, SampleState, StratumLine
from ui.presenters.sizes import counted
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.beside import Beside
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.heading import Heading
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.whole_table import WholeTable

_SEED = (
    "Anyone who has the list and this seed can draw the same sample again. Telling the provider the seed "
    "before you draw shows that nobody chose the cases."
)
_ONCE = (
    "A sample is drawn once; the draw is recorded so that anyone can repeat it. Single cases can be replaced "
    "by reserves afterwards."
)


class BeforePane(QWidget):
    """Size and seed can be changed; the strata follow at once."""

    weigh = Signal(str)
    """A size as it was typed."""
    another_seed = Signal()
    draw_now = Signal(str, int)
    """The seed and the size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: BeforeDraw | None = None
        self.card = Card()
        self.card.heading.show()
        self.rule = PlainLabel(role="quiet")
        self.size_field = QLineEdit()
        self.size_row = FormRow("How many cases", self.size_field)
        self.size_field.textEdited.connect(self.weigh)
        self.seed = QLineEdit()
        self.seed_row = FormRow("Seed", self.seed, _SEED)
        self.seed.textEdited.connect(lambda _: self.seed_row.set_problem(""))
        self.new_seed = Button("Another seed", icon="sample", do=self.another_seed.emit)
        self.draw_button = Button("Draw", "primary", "sample", do=self._ask)
        self.confirm = ConfirmBar()
        self.strata: WholeTable[StratumLine] = WholeTable("Strata", _columns())
        self.strata_words = PlainLabel(role="quiet")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE[16])
        self.body.addWidget(self.confirm)
        self.body.addWidget(Beside(self._left(), self._right(), least=800, share=(1, 2)))
        self.body.addStretch(1)

    def draw(self, state: SampleState, before: BeforeDraw) -> None:
        """Show what can be drawn, with a fresh seed."""
        self.seed.setText(state.seed)
        self.size_field.setText(str(before.size))
        self.draw_weighed(before)

    def draw_weighed(self, before: BeforeDraw) -> None:
        """Show what the size that is typed would draw."""
        self._shown = before
        self.size_row.set_problem(before.problem)
        size = str(before.size) if not before.problem else "–"
        self.card.heading.setText(f"{size} of {counted(before.eligible, 'eligible case')}")
        self.card.setAccessibleName(self.card.heading.text())
        self.rule.setText(before.rule)
        self.draw_button.setText(f"Draw {counted(before.size, 'case')} …" if not before.problem else "Draw …")
        self.draw_button.setEnabled(not before.problem)
        if not before.problem:
            self.strata.set_rows(before.strata)
            count = counted(len(before.strata), "stratum", "strata")
            self.strata_words.setText(
                f"{count}, each in proportion to its eligible cases; what is left over goes to the largest "
                "remainders. A blank is a stratum of its own."
            )

    def set_seed(self, seed: str) -> None:
        """Show another seed."""
        self.seed.setText(seed)
        self.seed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> QWidget:
        for part in (self.rule, self.size_row, self.seed_row):
            self.card.body.addWidget(part)
        buttons = Flow()
        for button in (self.draw_button, self.new_seed):
            buttons.addWidget(button)
        self.card.body.addLayout(buttons)
        return self.card

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[8])
        column.addWidget(Heading("What each stratum gives"))
        column.addWidget(self.strata_words)
        column.addWidget(self.strata)
        return right

    def _ask(self) -> None:
        shown = self._shown
        if shown is None:
            return
        seed = self.seed.text().strip()
        if not seed:
            self.seed_row.set_problem("Type a seed, or take another one.")
            self.seed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        size = counted(shown.size, "case")
        self.confirm.ask(
            f"Draw {size} of {shown.eligible} with the seed {seed}?",
            _ONCE,
            f"Draw {size}",
            lambda: self.draw_now.emit(seed, shown.size),
            no="Not yet",
        )


def _columns() -> list[Column[StratumLine]]:
    return [
        Column("Stratum", lambda one: one.name),
        Column("Eligible", lambda one: str(one.eligible), lambda one: one.eligible, width=9, number=True),
        Column("Exact share", lambda one: one.share, lambda one: float(one.share), width=11, number=True),
        Column("To be drawn", lambda one: str(one.drawn), lambda one: one.drawn, width=11, number=True),
    ]
