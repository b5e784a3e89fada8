"""The page on which the office and the lead inspector decide what the team recorded differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from model.journal.entry import Value
from ui.presenters.decisions import aside, conflicts, listing, twice
from ui.presenters.decisions.aside import AsideView
from ui.presenters.decisions.conflicts import ConflictView
from ui.presenters.decisions.listing import ASIDE, DECIDED, OPEN, DecisionsState, Item
from ui.presenters.decisions.twice import TwiceView
from ui.presenters.sizes import counted
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.decisions.aside_pane import AsidePane
from ui.window.pages.decisions.chooser import Chooser
from ui.window.pages.decisions.conflict_pane import ConflictPane
from ui.window.pages.decisions.twice_pane import TwicePane
from ui.window.pages.scrolling import scrolling
from ui.window.shortcuts import Shortcut
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone

_EMPTY = {
    OPEN: (
        "Nothing to decide",
        "Answers that differ, cases assessed twice and branches of copied laptops stand here after merging.",
    ),
    ASIDE: ("Nothing is kept aside", "Everything that has arrived counts."),
    DECIDED: ("Nothing was decided yet", "Which assessment of a case counts, and why, will stand here."),
}


class DecisionsPage(Page):
    """Both sides stand side by side; a person decides, with a reason. Clocks never do."""

    title = "Decisions"
    icon = "conflict"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: DecisionsState | None = None
        self.badge = StatusBadge("", Tone.PLAIN)
        self.aside.addWidget(self.badge)
        self.filters = FilterChips("Which decisions are shown")
        self.filters.chosen.connect(self._filter)
        self.chooser = Chooser()
        self.chooser.chosen.connect(self._show)
        self.chooser.table.chosen.connect(lambda _: self._to_reason())
        self.conflict, self.twice, self.kept = ConflictPane(), TwicePane(), AsidePane()
        self.conflict.decided.connect(self._settle)
        self.twice.decided.connect(self._choose)
        self.kept.taken.connect(self._take_in)
        for pane in (self.conflict, self.twice):
            pane.read.connect(self._read)
        self._panes = QWidget()
        column = QVBoxLayout(self._panes)
        column.setContentsMargins(SPACE[16], SPACE[16], SPACE[16], SPACE[16])
        panes: tuple[QWidget, ...] = (self.conflict, self.twice, self.kept)
        for one in panes:
            column.addWidget(one)
            one.hide()
        self.area = scrolling(self._panes, "Decision")
        self.both = QWidget()
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.both)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(SPACE[16])
        self.row.addWidget(self.chooser)
        self.row.addWidget(self.area, 1)
        self.merge = Button("Go to merging", icon="merge", do=lambda: self.desk.navigate("merge"))
        self.empty = EmptyState("tick", *_EMPTY[OPEN], self.merge)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.both, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self._arrange()

    def open(self, **what: Any) -> None:
        """Read what waits for a decision."""
        self.ask(listing.show)

    def draw(self, state: DecisionsState) -> None:
        """Show the list; the first to decide is chosen, unless another still is."""
        self.state = state
        waits = f"{state.undecided} to decide" if state.undecided else "Nothing to decide"
        self.badge.set(waits, Tone.ATTENTION if state.undecided else Tone.SUFFICIENT)
        self._filter(self.filters.selected() or OPEN)

    def first_focus(self) -> QWidget | None:
        """The list, or where nothing is to be decided the way on."""
        return self.merge if self.both.isHidden() else self.chooser.focus()

    def in_place(self) -> Sequence[Shortcut]:
        """The keys that choose a side, and the one that leads on to why."""
        return (Shortcut.SIDE, Shortcut.TO_REASON)

    def changeEvent(self, event: QEvent) -> None:
        """Put the list above the pane where text is large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "row"):
            self._arrange()

    def _arrange(self) -> None:
        direction = QBoxLayout.Direction
        self.row.setDirection(direction.LeftToRight if self.chooser.beside() else direction.TopToBottom)

    def _filter(self, group: str) -> None:
        state = self.state
        if state is None:
            return
        names = ((OPEN, "To decide"), (ASIDE, "Kept aside"), (DECIDED, "Decided"))
        self.filters.set([(code, words, len(state.of(code))) for code, words in names], group)
        items = state.of(group)
        shown = self.chooser.set_items(items, self._shown())
        self.filters.setVisible(any(state.of(code) for code, _ in names))
        self.both.setVisible(shown is not None)
        self.empty.setVisible(shown is None)
        if shown is not None:
            self._show(shown)
        else:
            self.empty.set(*_EMPTY[group])
            self.merge.setVisible(group == OPEN)
            if group == OPEN:
                self.merge.setFocus()

    def _shown(self) -> str:
        item = self.chooser.table.current()
        return item.id if item is not None else ""

    def _show(self, item: Item) -> None:
        view = item.view
        self.conflict.setVisible(isinstance(view, ConflictView))
        self.twice.setVisible(isinstance(view, TwiceView))
        self.kept.setVisible(isinstance(view, AsideView))
        if isinstance(view, ConflictView):
            self.conflict.show_view(view)
        elif isinstance(view, TwiceView):
            self.twice.show_view(view)
        else:
            self.kept.show_view(view)
        self.area.verticalScrollBar().setValue(0)

    def _to_reason(self) -> None:
        """From the list to what decides: the reason, or the button of what was kept aside."""
        parts = (self.conflict.reasoned.reason, self.twice.reasoned.reason, self.kept.take)
        for part in parts:
            if part.isVisible():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                self.area.ensureWidgetVisible(part)

    def _settle(self, view: ConflictView, chosen: str, other: Value, reason: str) -> None:
        self.ask(
            conflicts.settle,
            view,
            chosen,
            other,
            reason,
            then=lambda changes: self._decided(changes.time),
            refused=self.conflict.reasoned.refused,
        )

    def _choose(self, view: TwiceView, assessment: str, reason: str) -> None:
        self.ask(
            twice.choose, view, assessment, reason, then=self._decided, refused=self.twice.reasoned.refused
        )

    def _take_in(self, view: AsideView) -> None:
        self.ask(aside.take_in, view, then=self._taken_in)

    def _decided(self, time: str) -> None:
        self.desk.saved(time)
        self.desk.announce("Decided")
        self._next()

    def _taken_in(self, entries: int) -> None:
        self.desk.announce(f"{counted(entries, 'entry', 'entries')} taken in")
        self._next()

    def _next(self) -> None:
        """Read the list again, and give it the keyboard: the next one is chosen there."""
        self.ask(listing.show)
        self.chooser.focus().setFocus()

    def _read(self, assessment: str) -> None:
        self.desk.navigate("papers", document="inspector's copy", subject=assessment)
