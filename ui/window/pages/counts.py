"""A person's own counts: how often each key question is yes, and the four answers behind each number."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.presenters import counts
from ui.presenters.counts import NO_RATINGS, WHY_NONE, CountsState, Group, Rate
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card, Rule
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.heading import Heading
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.narrow import Narrow
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone
from ui.window.widgets.unfold import Unfold


class CountsPage(Page):
    """Counts, base and percentage, without a word that rates. Never shown beside a question being judged."""

    title = "Your cases’ counts"
    icon = "counts"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.narrow = Narrow(960, left=True)
        self.note = MessageBar(NO_RATINGS, Tone.ACCENT, WHY_NONE)
        self.empty = EmptyState(
            "counts",
            "Nothing to count yet",
            "As soon as you hold a case, what you answer in it is counted here.",
            Button("Today’s cases", "primary", do=lambda: self.desk.navigate("cases")),
        )
        self._shown: list[QWidget] = []
        self.rates: list[Behind] = []
        self.narrow.body.addWidget(self.note)
        self.body.addWidget(self.narrow)
        self.body.addWidget(self.empty, 1)
        self.body.addStretch(1)

    def open(self, **what: Any) -> None:
        """Count anew."""
        self.ask(counts.show)

    def draw(self, state: tuple[CountsState, ...]) -> None:
        """Show the counts; what was unfolded stays so."""
        unfolded = {each.rate.code for each in self.rates if each.button.isChecked()}
        for widget in self._shown:
            self.narrow.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown, self.rates = [], []
        self.empty.setVisible(not state)
        self.narrow.setVisible(bool(state))
        for each in state:
            self._add(Heading(f"{each.title}: {each.heading}"))
            for group in each.groups:
                self._add(self._card(group, unfolded))

    def first_focus(self) -> QWidget | None:
        """The first rate."""
        return self.rates[0].button if self.rates else None

    def _add(self, widget: QWidget) -> None:
        self.narrow.body.addWidget(widget)
        self._shown.append(widget)

    def _card(self, group: Group, unfolded: set[str]) -> Card:
        card = Card(group.title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[16])
        grid.setVerticalSpacing(SPACE[4])
        grid.setColumnStretch(1, 1)
        for place, rate in enumerate(group.rates):
            if place:
                grid.addWidget(Rule(), 3 * place, 0, 1, 4)
            unfold = Behind(rate)
            unfold.unfold(rate.code in unfolded)
            _top(grid, 3 * place + 1, rate)
            grid.addWidget(unfold, 3 * place + 2, 1, 1, 3)
            self.rates.append(unfold)
        card.body.addLayout(grid)
        return card


class Behind(Unfold):
    """What is behind a number: out of what, without whom, why, and what would change it."""

    def __init__(self, rate: Rate, parent: QWidget | None = None) -> None:
        super().__init__("Behind this number", parent)
        self.rate = rate
        asked = ", ".join(question.casefold() for question, _ in rate.answers)
        self.button.setAccessibleName(
            f"{rate.code}: {rate.count}, {rate.percentage}. Behind this number: {asked}"
        )
        for question, answer in rate.answers:
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(PlainLabel(question, "overline"))
            part.addWidget(PlainLabel(answer))
            self.body.addLayout(part)


def _top(grid: QGridLayout, row: int, rate: Rate) -> None:
    side = Qt.AlignmentFlag.AlignTop
    grid.addWidget(PlainLabel(rate.code, "strong", wrap=False), row, 0, side)
    grid.addWidget(PlainLabel(rate.words), row, 1)
    right = side | Qt.AlignmentFlag.AlignRight
    grid.addWidget(PlainLabel(rate.count, wrap=False), row, 2, right)
    grid.addWidget(PlainLabel(rate.percentage, "strong", wrap=False), row, 3, right)
