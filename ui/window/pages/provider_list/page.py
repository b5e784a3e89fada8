"""The provider's list page: choosing a file, its preview, and taking it in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.refusal import Refusal
from ui.presenters import provider_list
from ui.presenters.provider_list import ListState, PreviewState
from ui.presenters.sizes import counted
from ui.window.background import Task
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.provider_list.previewing import Previewing
from ui.window.pages.provider_list.taken_in import TakenInPane
from ui.window.pages.tab_order import put_in_order
from ui.window.pages.working import Working
from ui.window.widgets.buttons import Button
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.flow import Flow

_EMPTY = (
    "Choose the file that the provider sent, as it came: CSV, XLSX or ODS. Casebook shows row by row what it "
    "understood, mended, left blank or refused. Nothing is recorded before you take it in."
)


class ProviderListPage(Page):
    """Nothing is recorded before "Take in"."""

    title = "Provider’s list"
    icon = "list"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._inspection = ""
        """The inspection that everything here is about: another one can be opened meanwhile."""
        self._sample = ""
        self._preview: PreviewState | None = None
        self.samples = Dropdown("Sample")
        self.samples.chosen.connect(self._choose_sample)
        self.another = Button("Choose another file …", icon="folder", do=self._choose_file)
        self.accept = Button("Take in", "primary", "receive", do=self._accept)
        controls = Flow()
        for control in (self.samples, self.another, self.accept):
            controls.addWidget(control)
        self.aside.addLayout(controls)
        self.choose = Button("Choose the list …", "primary", "folder", do=self._choose_file)
        self.empty = EmptyState("list", "No list yet", _EMPTY, self.choose)
        self.working = Working("The provider’s list")
        self.confirm = ConfirmBar()
        self.previewing = Previewing()
        self.previewing.decided.connect(self._decide)
        self.taken_in = TakenInPane()
        self.taken_in.draw_sample.connect(lambda: self.desk.navigate("sample", sample=self._sample))
        self.taken_in.erase.connect(self._erase)
        self.body.addWidget(self.working)
        self.body.addWidget(self.confirm)
        for part in (self.empty, self.previewing, self.taken_in):
            self.body.addWidget(part, 1)
        for hidden in (self.empty, self.previewing, self.taken_in, self.samples, self.another, self.accept):
            hidden.hide()

    def open(self, sample: str = "", **what: Any) -> None:
        """Show the list of a sample; a preview that was begun in this inspection is still there."""
        session = self.desk.held.session
        at_hand = session.inspection if session is not None else ""
        if at_hand != self._inspection:
            self._inspection, self._sample, self._preview = at_hand, "", None
        if self._preview is None or sample not in ("", self._sample):
            self._preview = None
            self.ask(provider_list.show, sample or self._sample)

    def draw(self, state: ListState) -> None:
        """Show what was taken in, or that nothing was."""
        self.working.end()
        self._sample, self._preview = state.sample, None
        self.samples.set_options(state.samples)
        self.samples.set_code(state.sample)
        self.samples.setVisible(len(state.samples) > 1)
        if state.taken_in is not None:
            self.taken_in.draw(state.taken_in)
        self._show(self.taken_in if state.taken_in is not None else self.empty)
        if state.saved:
            self.desk.saved(state.saved)
        if state.said:
            self.desk.announce(state.said)
            self._focus()

    def first_focus(self) -> QWidget | None:
        """Choosing the file; what is to be decided in a preview; the way on afterwards."""
        if self._preview is not None:
            return self.previewing.first_focus()
        return self.taken_in.next if self.taken_in.isVisibleTo(self) else self.choose

    def _show(self, shown: QWidget) -> None:
        for part in (self.empty, self.previewing, self.taken_in):
            part.setVisible(part is shown)
        for button in (self.another, self.accept):
            button.setVisible(shown is self.previewing)

    def _focus(self) -> None:
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_sample(self, sample: str) -> None:
        self._preview = None
        self.ask(provider_list.show, sample)

    def _choose_file(self) -> None:
        chosen = self.desk.files.open_file("The provider’s list", provider_list.TABLES)
        if chosen is not None:
            self._read(chosen, {})

    def _read(self, file: Path, decided: dict[str, int]) -> None:
        self.working.begin(f"Reading {file.name}", lambda: self._task(file, decided))

    def _task(self, file: Path, decided: dict[str, int]) -> Task:
        return self.desk.work.run_long(
            provider_list.preview,
            self.desk.held.session,
            self._sample,
            file,
            decided,
            then=self._previewed,
            refused=self._refused,
            progress=self.working.progress,
            stopped=self.working.end,
        )

    def _previewed(self, state: PreviewState) -> None:
        fresh = self._preview is None or self._preview.file != state.file
        self._preview = state
        self.working.end()
        self.accept.setText(f"Take in {counted(state.cases, 'case')}")
        self.accept.setEnabled(state.cases > 0)
        self.previewing.draw(state, fresh=fresh)
        put_in_order(self)
        self._show(self.previewing)
        if fresh:
            self.desk.announce(f"{counted(state.cases, 'case')} understood; nothing is recorded yet")
            self._focus()

    def _decide(self, reference: str, row: int) -> None:
        """Read the same file with what was decided; quietly, for it takes a moment only."""
        if self._preview is not None:
            self._task(self._preview.file, {**self._preview.decided, reference: row})

    def _accept(self) -> None:
        state = self._preview
        if state is None:
            return
        if not state.undecided:
            self._take_in()
            return
        open_ = counted(state.undecided, "case")
        self.confirm.ask(
            f"Take the list in without {open_}?",
            "Which of their rows counts is not decided, so they are left out, and cannot be drawn.",
            f"Take in {counted(state.cases, 'case')}",
            self._take_in,
            no="Decide first",
            otherwise=self._focus,
        )

    def _take_in(self) -> None:
        self.working.begin(
            "Taking the list in",
            lambda: self.desk.work.run_long(
                provider_list.accept,
                self.desk.held.session,
                self._preview,
                then=self.draw,
                refused=self._refused,
                progress=self.working.progress,
                stopped=self.working.end,
            ),
        )

    def _erase(self) -> None:
        self.working.begin(
            "Erasing the list",
            lambda: self.desk.work.run_long(
                provider_list.erase,
                self.desk.held.session,
                self._sample,
                then=self.draw,
                refused=self._refused,
                progress=self.working.progress,
                stopped=self.working.end,
            ),
        )

    def _refused(self, refusal: Refusal) -> None:
        self.working.end()
        self.desk.refuse(refusal)
