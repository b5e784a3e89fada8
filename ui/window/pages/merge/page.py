"""The page on which the office and the lead inspector merge the team's bundles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.refusal import Refusal
from ui.presenters import merge
from ui.presenters.merge import BundlesWritten, FileOutcome, Merged, MergeState, SampleReceived
from ui.presenters.sizes import counted
from ui.window.background import Task
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.merge.outcomes import Outcomes
from ui.window.pages.merge.senders import SendersTable
from ui.window.pages.working import Working
from ui.window.surroundings import Surroundings
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.heading import Heading
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.progress_strip import ProgressStrip
from ui.window.widgets.tone import Tone


class MergePage(Page):
    """Take in what the team handed over, as often as one likes and in any order; see who is missing."""

    title = "Merge"
    icon = "merge"

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__(desk)
        self._place = around.place
        self._last_place: Path | None = None
        self._so_far: list[FileOutcome] = []
        self.take_folder = Button("Take in a folder …", "primary", "folder", do=self._choose_folder)
        self.take_files = Button("Take in files …", icon="receive", do=self._choose_files)
        self.write = Button("Write the next bundles …", icon="bundle", do=self._choose_where)
        for button in (self.write, self.take_files, self.take_folder):
            self.aside.addWidget(button)
        self.working = Working("Bundles")
        self.written = MessageBar()
        self.outcomes = Outcomes()
        self.received = QVBoxLayout()
        self.received.setSpacing(SPACE[12])
        self.strips: list[ProgressStrip] = []
        self.undecided = MessageBar()
        self.decide = Button("Decide", icon="conflict", do=lambda: self.desk.navigate("decisions"))
        self.undecided.add_action(self.decide)
        self.sent = Heading("Who has sent what")
        self.senders = SendersTable()
        self.empty = EmptyState(
            "people",
            "Nobody is in the team yet",
            "Invite the team and confirm their cards; who has sent what will stand here.",
        )
        above: tuple[QWidget, ...] = (self.working, self.written, self.outcomes)
        below: tuple[QWidget, ...] = (self.undecided, self.sent, self.senders)
        for part in above:
            self.body.addWidget(part)
        self.body.addLayout(self.received)
        for part in below:
            self.body.addWidget(part)
        self.rest = QWidget()
        for filling in (self.empty, self.rest):
            self.body.addWidget(filling, 1)
        self.empty.hide()

    def open(self, **what: Any) -> None:
        """Read who has sent what."""
        self.ask(merge.show, self._place)

    def draw(self, state: MergeState) -> None:
        """Show who has sent what, and how much has arrived."""
        self._last_place = state.last_place
        self._draw_received(state.samples)
        self.undecided.setVisible(state.undecided > 0)
        if state.undecided:
            wait = "decision is waiting", "decisions are waiting"
            self.undecided.tell(
                f"{counted(state.undecided, *wait)}.",
                Tone.ATTENTION,
                "What is not decided is in no rate.",
            )
        self.senders.set_rows(state.senders)
        for part in (self.sent, self.senders):
            part.setVisible(bool(state.senders))
        self.empty.setVisible(not state.senders)
        self.rest.setVisible(bool(state.senders))
        self.write.setEnabled(bool(state.recipients) and not self.working.is_on())

    def first_focus(self) -> QWidget | None:
        """The button that this page is for."""
        return self.take_folder

    def _draw_received(self, samples: Sequence[SampleReceived]) -> None:
        for strip in self.strips:
            self.received.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self.strips = []
        for sample in samples:
            words = f"{sample.received} of {sample.expected} cases received"
            strip = ProgressStrip(sample.title)
            strip.set_words(
                sample.received, sample.expected, f"{sample.title}: {words}" if len(samples) > 1 else words
            )
            self.received.addWidget(strip)
            self.strips.append(strip)

    def _choose_folder(self) -> None:
        folder = self.desk.files.folder("The folder with the team’s bundles", self._last_place)
        if folder is not None:
            self._take(merge.take_folder, folder)

    def _choose_files(self) -> None:
        paths = self.desk.files.open_files("Bundles of the team", merge.BUNDLES)
        if paths:
            self._take(merge.take_files, paths)

    def _take(self, function: Callable[..., Merged], what: Path | Sequence[Path]) -> None:
        so_far: list[FileOutcome] = []
        self._so_far = so_far
        self._begin(
            "Opening the bundles",
            lambda: self.desk.work.run_long(
                function,
                self.desk.held.session,
                self._place,
                what,
                so_far.append,
                then=self._taken,
                refused=self._refused,
                progress=self.working.progress,
                stopped=self._stopped,
            ),
        )

    def _taken(self, merged: Merged) -> None:
        self._end()
        self.outcomes.tell(merged)
        self.desk.announce(merged.short)
        self.ask(merge.show, self._place)

    def _stopped(self) -> None:
        merged = merge.merged(self._so_far)
        self._taken(
            Merged(f"Stopped. {merged.words} The other files were not touched.", merged.short, merged.files)
        )

    def _choose_where(self) -> None:
        folder = self.desk.files.folder("Where to write the next bundles", self._last_place)
        if folder is None:
            return
        self._begin(
            "Writing the next bundles",
            lambda: self.desk.work.run_long(
                merge.write_bundles,
                self.desk.held.session,
                self._place,
                folder,
                then=self._wrote,
                refused=self._refused,
                progress=self.working.progress,
                stopped=self._not_all_written,
            ),
        )

    def _wrote(self, written: BundlesWritten) -> None:
        self._end()
        self.written.tell(written.words, Tone.SUFFICIENT, written.more)
        self.desk.announce(written.words)

    def _not_all_written(self) -> None:
        self._end()
        self.written.tell(
            "Stopped before every bundle was written.",
            Tone.ATTENTION,
            "Those that lie in the folder are whole and checked. Write them for everybody when you like.",
        )

    def _refused(self, refusal: Refusal) -> None:
        self._end()
        self.desk.refuse(refusal)

    def _begin(self, words: str, start: Callable[[], Task]) -> None:
        self.written.clear()
        self.outcomes.hide()
        here = self.window().focusWidget()
        for button in (self.take_folder, self.take_files, self.write):
            button.setEnabled(False)
        self.working.begin(words, start, here)

    def _end(self) -> None:
        for button in (self.take_folder, self.take_files, self.write):
            button.setEnabled(True)
        self.working.end()
