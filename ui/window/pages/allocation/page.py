"""The allocation page: its three parts, and the round from each to the store and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.allocation.allocate import Allocation
from model.refusal import Refusal
from ui.presenters import hand_out, holders, share_out
from ui.presenters.hand_out import HandOutState
from ui.presenters.holders import HoldersState
from ui.presenters.share_out import ShareState
from ui.window.background import Task
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.allocation.handing_out import HandingOut
from ui.window.pages.allocation.holding import Holding
from ui.window.pages.allocation.sharing_out import SharingOut
from ui.window.pages.tab_order import put_in_order
from ui.window.shortcuts import Shortcut
from ui.window.widgets.buttons import Button
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.filter_chips import FilterChips

SHARE, BUNDLES, CASES = "share", "bundles", "cases"
_EMPTY = "Cases are shared out when a sample is drawn. Draw it first."
_EVERY = "Every case has somebody"
_ALL_SHARED = "Replaced cases and new samples wait here to be shared out. Write the bundles next."
_MORE = "Replaced cases wait here to be shared out, and so do the cases of another sample."


class AllocationPage(Page):
    """Share out, hand out, and know who holds what."""

    title = "Allocation"
    icon = "allocate"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._share: ShareState | None = None
        self._part = SHARE
        self._counts = {SHARE: 0, BUNDLES: 0, CASES: 0}
        self.samples = Dropdown("Sample")
        self.samples.chosen.connect(lambda code: self.ask(share_out.show, code, then=self.draw))
        self.aside.addWidget(self.samples)
        self.samples.hide()
        self.parts = FilterChips("Part of the page")
        self.parts.chosen.connect(self._turn_to)
        self.to_sample = Button("Go to the sample", "primary", "sample", do=self._go_to_sample)
        self.nothing = EmptyState("allocate", "Nothing is drawn yet", _EMPTY, self.to_sample)
        self.onward = Button("Go to the bundles", "primary", "forward", do=self._onward)
        self.done = EmptyState("sufficient", _EVERY, _ALL_SHARED, self.onward)
        self.sharing, self.handing, self.holding = SharingOut(), HandingOut(), Holding()
        self._connect()
        self.body.addWidget(self.parts)
        for part in (self.nothing, self.done, self.sharing, self.handing, self.holding):
            self.body.addWidget(part, 1)
            part.hide()

    def open(self, part: str = "", sample: str = "", **what: Any) -> None:
        """Show a part of the page: sharing out, unless another is named or all is shared out."""
        self.holding.giving.hide()
        if not self.handing.working.is_on():
            self.handing.forget()
        self._part = part
        self.ask(share_out.show, sample, then=self._begin)

    def draw(self, state: ShareState) -> None:
        """Show what is to be shared out."""
        self._share = state
        self._counts[SHARE] = state.waiting
        self.samples.set_options(state.samples)
        self.samples.set_code(state.sample)
        several = len(state.samples) > 1
        self.samples.setVisible(several)
        self.sharing.draw(state)
        self.onward.setText((state.next_words or "Go to the bundles").replace("&", "&&"))
        every = f"Every case of {state.title} has somebody" if several else _EVERY
        self.done.set(every, _MORE if state.next else _ALL_SHARED)
        put_in_order(self)
        self._show_part()
        self._say(state.saved, state.said)

    def first_focus(self) -> QWidget | None:
        """Where the work of the part begins."""
        if self._share is None:
            return None
        if self._part == SHARE:
            if not self._share.drawn:
                return self.to_sample
            return self.sharing.first_focus() if self._share.waiting else self.onward
        return self.handing.first_focus() if self._part == BUNDLES else self.holding.table

    def in_place(self) -> Sequence[Shortcut]:
        """What Enter does in the table of this part."""
        enter = {BUNDLES: Shortcut.WRITE_ONE, CASES: Shortcut.GIVE}.get(self._part)
        return (enter,) if enter else ()

    def _begin(self, state: ShareState) -> None:
        self._part = self._part or SHARE
        self.draw(state)
        self.ask(hand_out.show, then=self._draw_bundles)
        self.ask(holders.show, then=self._draw_cases)

    def _connect(self) -> None:
        self.sharing.propose.connect(self._propose)
        self.sharing.allocate.connect(self._allocate)
        self.sharing.conflicts.add.connect(self._exclude)
        self.sharing.conflicts.lift.connect(self._lift)
        self.handing.write.connect(self._write)
        self.holding.ask_whom.connect(
            lambda assessment: self.ask(
                holders.offer, assessment, then=lambda offer: self.holding.giving.begin(assessment, offer)
            )
        )
        self.holding.giving.give.connect(self._give)

    def _turn_to(self, part: str) -> None:
        self._part = part
        self._show_part()

    def _onward(self) -> None:
        """Go to the next sample of which cases wait; to the bundles where none does."""
        if self._share is not None and self._share.next:
            self.ask(share_out.show, self._share.next, then=self._begun_next)
        else:
            self._go(BUNDLES)

    def _begun_next(self, state: ShareState) -> None:
        self.draw(state)
        self.sharing.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, part: str) -> None:
        """Turn to a part, and begin to work in it."""
        self._turn_to(part)
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self) -> None:
        state = self._share
        if state is None:
            return
        words = ((SHARE, "Share out"), (BUNDLES, "Bundles"), (CASES, "Cases and holders"))
        self.parts.set([(code, said, self._counts[code]) for code, said in words], self._part)
        self.parts.setVisible(state.any_drawn)
        shown: QWidget = self.nothing
        if state.drawn and self._part == SHARE:
            shown = self.sharing if state.waiting else self.done
        elif state.any_drawn and self._part != SHARE:
            shown = self.handing if self._part == BUNDLES else self.holding
        for part in (self.nothing, self.done, self.sharing, self.handing, self.holding):
            part.setVisible(part is shown)

    def _go_to_sample(self) -> None:
        self.desk.navigate("sample", **({"sample": self._share.sample} if self._share else {}))

    def _say(self, saved: str, said: str) -> None:
        if saved:
            self.desk.saved(saved)
        if said:
            self.desk.announce(said)

    def _propose(self) -> None:
        if self._share is not None:
            self.ask(share_out.show, self._share.sample, self.sharing.takers.ticked())

    def _exclude(self, person: str, officer: str, unit: str) -> None:
        if self._share is not None:
            ticked = self.sharing.takers.ticked()
            what = (self._share.sample, ticked, person, officer, unit)
            self.ask(share_out.exclude, *what, then=self._excluded)

    def _excluded(self, state: ShareState) -> None:
        self.sharing.conflicts.empty()
        self.draw(state)

    def _lift(self, exclusion: str) -> None:
        if self._share is not None:
            self.ask(share_out.lift, self._share.sample, self.sharing.takers.ticked(), exclusion)

    def _allocate(self, allocation: Allocation) -> None:
        if self._share is not None:
            self.ask(share_out.share_out, self._share.sample, allocation, then=self._allocated)

    def _allocated(self, state: ShareState) -> None:
        self._begin(state)
        self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, people: Sequence[str]) -> None:
        folder = self.desk.files.folder("Where to write the bundles")
        if folder is None or not people:
            return
        self.handing.forget()
        self.handing.set_busy(on=True)
        self.handing.working.begin("Writing and checking", lambda: self._task(people, folder))

    def _task(self, people: Sequence[str], folder: Path) -> Task:
        return self.desk.work.run_long(
            hand_out.write,
            self.desk.held.session,
            people,
            folder,
            then=lambda state: self._written(state, folder),
            refused=self._not_written,
            progress=self.handing.working.progress,
            stopped=self._stopped,
        )

    def _written(self, state: HandOutState, folder: Path) -> None:
        self._draw_bundles(state)
        self.handing.set_busy(on=False)
        self.handing.tell(state, str(folder))
        self.desk.announce(state.said)
        self.handing.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stopped(self) -> None:
        self.handing.set_busy(on=False)
        self.ask(hand_out.show, then=self._draw_bundles)
        self.desk.announce("Stopped; bundles that were written are whole and checked")

    def _not_written(self, refusal: Refusal) -> None:
        self.handing.set_busy(on=False)
        self.desk.refuse(refusal)

    def _draw_bundles(self, state: HandOutState) -> None:
        self._counts[BUNDLES] = len(state.wanting)
        self.handing.draw(state)
        self._show_part()

    def _draw_cases(self, state: HoldersState) -> None:
        self._counts[CASES] = state.count
        self.holding.draw(state)
        self._show_part()
        self._say(state.saved, state.said)

    def _give(self, assessment: str, to: str, reason: str) -> None:
        self.ask(holders.hand_over, assessment, to, reason, then=self._given)

    def _given(self, state: HoldersState) -> None:
        self._draw_cases(state)
        self.ask(hand_out.show, then=self._draw_bundles)
        self.holding.table.setFocus(Qt.FocusReason.OtherFocusReason)
