"""The sample page: what can be drawn, or what was drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.presenters import drawn, sample
from ui.presenters.sample import BeforeDraw, SampleState
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.sample.after import AfterPane
from ui.window.pages.sample.before import BeforePane
from ui.window.pages.tab_order import put_in_order
from ui.window.shortcuts import Shortcut
from ui.window.widgets.buttons import Button
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.tone import Tone

_EMPTY = "The sample is drawn from the provider’s list of eligible cases. Take the list in, then draw."


class SamplePage(Page):
    """Draws once, in the open; afterwards replaces single cases by reserves."""

    title = "Sample"
    icon = "sample"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state: SampleState | None = None
        self._weighed = 0
        self.samples = Dropdown("Sample")
        self.samples.chosen.connect(lambda code: self.ask(sample.show, code))
        self.aside.addWidget(self.samples)
        self.to_list = Button("Go to the provider’s list", "primary", "list", do=self._go_to_list)
        self.empty = EmptyState("sample", "There is no list yet", _EMPTY, self.to_list)
        self.before, self.after = BeforePane(), AfterPane()
        self.before.weigh.connect(self._weigh)
        self.before.another_seed.connect(lambda: self.ask(sample.seed, then=self.before.set_seed))
        self.before.draw_now.connect(self._draw_now)
        self.after.replace.connect(self._replace)
        self.after.again.connect(self._again)
        self.after.print_record.connect(self._print)
        self.after.close_draw.connect(self._close)
        for part in (self.empty, self.before, self.after):
            self.body.addWidget(part, 1)
            part.hide()
        self.samples.hide()
        put_in_order(self)

    def open(self, sample: str = "", **what: Any) -> None:
        """Show a sample."""
        self.after.forget()
        self._show_sample(sample)

    def draw(self, state: SampleState) -> None:
        """Show what can be drawn, what was drawn, or that there is no list."""
        self._state = state
        self.samples.set_options(state.samples)
        self.samples.set_code(state.sample)
        self.samples.setVisible(len(state.samples) > 1)
        if state.after is not None:
            self.after.draw(state.after)
        elif state.before is not None:
            self.before.draw(state, state.before)
        shown = self.after if state.after else self.before if state.before else self.empty
        for part in (self.empty, self.before, self.after):
            part.setVisible(part is shown)
        if state.saved:
            self.desk.saved(state.saved)
        if state.said:
            self.desk.announce(state.said)

    def first_focus(self) -> QWidget | None:
        """The draw; afterwards the table; without a list the way to it."""
        if self._state is None:
            return None
        if self._state.after is not None:
            return self.after.table
        return self.before.draw_button if self._state.before is not None else self.to_list

    def in_place(self) -> Sequence[Shortcut]:
        """What Enter does in the table of drawn cases."""
        drawn_and_open = self._state is not None and self._state.after and not self._state.after.closed
        return (Shortcut.REPLACE,) if drawn_and_open else ()

    def _show_sample(self, chosen: str) -> None:
        self.ask(sample.show, chosen)

    def _go_to_list(self) -> None:
        what = {"sample": self._state.sample} if self._state else {}
        self.desk.navigate("list", **what)

    def _weigh(self, typed: str) -> None:
        """Only the answer to the newest size is drawn."""
        if self._state is None:
            return
        self._weighed += 1
        at = self._weighed
        self.ask(sample.weigh, self._state.sample, typed, then=lambda before: self._draw_weighed(at, before))

    def _draw_weighed(self, at: int, before: BeforeDraw) -> None:
        if at == self._weighed:
            self.before.draw_weighed(before)

    def _draw_now(self, seed: str, size: int) -> None:
        if self._state is not None:
            self.ask(sample.draw, self._state.sample, seed, size, then=self._drawn)

    def _drawn(self, state: SampleState) -> None:
        self.draw(state)
        self.after.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace(self, case: str, reason: str) -> None:
        if self._state is not None:
            self.ask(sample.replace_case, self._state.sample, case, reason, then=self._replaced)

    def _replaced(self, state: SampleState) -> None:
        self.draw(state)
        self.after.result.tell(
            f"{state.said}.", Tone.SUFFICIENT, "It waits to be allocated; a new bundle brings it."
        )
        self.after.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _again(self) -> None:
        if self._state is not None and self._state.after is not None:
            self.ask(drawn.again, self._state.after.id, then=self.after.tell_repeated)

    def _print(self) -> None:
        """Papers previews and prints every document, and warns before it saves one."""
        if self._state is None or self._state.after is None:
            return
        self.desk.navigate("papers", document=drawn.RECORD, subject=self._state.after.id)

    def _close(self) -> None:
        if self._state is not None and self._state.after is not None:
            self.after.result.clear()
            self.ask(sample.close, self._state.sample, self._state.after.id)
