"""Sharing out: who takes cases and what keeps them apart; beside it the allocation that follows from it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.allocation.allocate import Allocation
from ui.presenters.share_out import Proposal, ShareLine, ShareState
from ui.presenters.sizes import counted
from ui.window.pages.allocation.conflicts import ConflictsCard
from ui.window.pages.allocation.takers import TakersCard
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.beside import Beside
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone
from ui.window.widgets.whole_table import WholeTable


class SharingOut(QWidget):
    """The proposal follows every tick at once; nothing is recorded before "Allocate"."""

    propose = Signal()
    """Somebody was ticked or not: propose anew."""
    allocate = Signal(object)
    """The Allocation to be recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self.takers, self.conflicts = TakersCard(), ConflictsCard()
        self.takers.changed.connect(self.propose)
        self.card = Card("What would follow")
        self.problem = MessageBar()
        self.table: WholeTable[ShareLine] = WholeTable("Proposed allocation", _columns())
        self.words = PlainLabel(role="quiet")
        self.allocate_button = Button("Allocate", "primary", "allocate", do=self._allocate)
        for part in (self.problem, self.table, self.words, self.allocate_button):
            self.card.body.addWidget(part)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[16])
        column.addWidget(self.takers)
        column.addWidget(self.conflicts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Beside(left, self.card, least=800, share=(2, 3)))
        outer.addStretch(1)

    def draw(self, state: ShareState) -> None:
        """Show who takes cases, and the proposal."""
        self._proposal = state.proposal
        self.takers.draw(state.takers)
        self.conflicts.draw(state)
        proposal = state.proposal
        self.card.heading.setText(f"{counted(state.waiting, 'case')} to be shared out")
        if proposal.problem:
            self.problem.tell(proposal.problem, Tone.ATTENTION)
        else:
            self.problem.clear()
        self.table.set_rows(proposal.lines)
        self.table.setVisible(bool(proposal.lines))
        self.words.setText(proposal.words)
        self.words.setVisible(bool(proposal.words))
        self.allocate_button.setText(f"Allocate {counted(state.waiting, 'case')}")
        self.allocate_button.setEnabled(proposal.allocation is not None)

    def first_focus(self) -> QWidget:
        """The button, where there is a proposal; otherwise whoever could take cases."""
        if self.allocate_button.isEnabled():
            return self.allocate_button
        return next(iter(self.takers.ticks.values()), self.conflicts.person)

    def _allocate(self) -> None:
        allocation: Allocation | None = self._proposal.allocation if self._proposal else None
        if allocation is not None:
            self.allocate.emit(allocation)


def _columns() -> list[Column[ShareLine]]:
    return [
        Column("Person", lambda one: one.name),
        Column("Holds", lambda one: str(one.now), lambda one: one.now, width=10, number=True),
        Column("Gets", lambda one: str(one.new), lambda one: one.new, width=6, number=True),
        Column("Officers", lambda one: str(one.officers), lambda one: one.officers, width=9, number=True),
        Column("Shared", lambda one: str(one.shared), lambda one: one.shared, width=16, number=True),
    ]
