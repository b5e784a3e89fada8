"""The facts of a case: what the provider's list says beside what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.presenters.case_facts import FactRow
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.layouts import empty
from ui.window.widgets.plain_label import PlainLabel


class Facts(Card):
    """Three columns: the fact, the list, what was found. The code of a fact leads to its question."""

    go = Signal(str)
    """The id of the question that a person wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Facts", parent)
        self._shown: object = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE[12])
        self._grid.setVerticalSpacing(SPACE[4])
        for column, share in ((1, 4), (2, 3), (3, 4)):
            self._grid.setColumnStretch(column, share)
        self._listed = PlainLabel(role="quiet").selectable()
        self._listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._listed)
        self.body.addLayout(self._grid)

    def draw(self, listed: tuple[tuple[str, str], ...], facts: tuple[FactRow, ...]) -> None:
        """Show what the list says and what was found."""
        if (listed, facts) == self._shown:
            return
        self._shown = (listed, facts)
        empty(self._grid)
        for column, words in ((1, "Fact"), (2, "Provider’s list"), (3, "Found")):
            label = PlainLabel(words, "overline")
            _give_way(label)
            self._grid.addWidget(label, 0, column)
        self._listed.setText(" · ".join(f"{words}: {value}" for words, value in listed))
        for at, fact in enumerate(facts, start=1):
            self._row(at, fact)

    def _row(self, at: int, fact: FactRow) -> None:
        code = Button(fact.code, "quiet", do=lambda: self.go.emit(fact.question))
        code.setAccessibleName(f"Go to {fact.code}: {fact.words}. Found: {fact.found.word}")
        found, role, tone = fact.found.word, "quiet" if fact.found.icon else "strong", ""
        if fact.differs:
            found, tone = f"{found}: differs from the list", "attention"
        if fact.source:
            found = f"{found}, {fact.source}"
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(code, at, 0)
        for column, label in (
            (1, PlainLabel(fact.words, "quiet")),
            (2, PlainLabel(fact.listed or "–")),
            (3, PlainLabel(found, role, tone)),
        ):
            _give_way(label)
            self._grid.addWidget(label, at, column, middle)


def _give_way(label: PlainLabel) -> None:
    """Let the columns share the width by their stretch alone, whatever stands in them."""
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
