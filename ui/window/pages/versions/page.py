"""The page of one instrument's words and versions: write, look at the difference, issue."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from model.refusal import Refusal
from ui.presenters import versions
from ui.presenters.sizes import counted
from ui.presenters.versions import ProposedView, VersionsState
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.versions.wording import Wording
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.flow import Flow
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.reason_bar import ReasonBar
from ui.window.widgets.tone import Tone

_FILES = "Instrument files (*.toml)"
_TABLES = "Tables (*.xlsx *.csv)"
_TABLE = "Workbook (*.xlsx);;CSV (*.csv)"


class VersionsPage(Page):
    """What an instrument says, and which version stands; the difference is shown before one is issued."""

    title = "Wording and versions"
    icon = "questions"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: VersionsState | None = None
        self.proposed: ProposedView | None = None
        self.back = Button("Instruments", "quiet", "back", do=lambda: self.desk.navigate("instruments"))
        self.aside.addWidget(self.back)
        self.about = PlainLabel(role="strong")
        self.known = PlainLabel(role="caption")
        self.difference_button = Button("Show the difference", "primary", "eye", do=self._propose)
        self.file_button = Button("Newer version from a file …", icon="folder", do=self._from_file)
        self.table_button = Button("Table for Welsh …", icon="list", do=self._write_table)
        self.filled_button = Button("Take a filled table in …", icon="receive", do=self._from_table)
        self.done = MessageBar()
        self.wording = Wording()
        self.wording.written.connect(self._keep)
        self.difference = Card("What would change")
        self.lines = PlainLabel().selectable()
        self.issue_button = Button("Issue …", "primary", "forward", do=self._ask)
        self.reason = ReasonBar()
        self._lay_out_parts()

    def open(self, instrument: str, **what: Any) -> None:
        """Read the instrument anew."""
        self.done.clear()
        self._put_away()
        self.ask(versions.show, instrument)

    def draw(self, state: VersionsState) -> None:
        """Show an instrument, with the words that are kept."""
        self.state = state
        self.about.setText(f"{state.title}, version {state.version}")
        self.wording.set_state(state)
        self._tell_kept()
        if state.said:
            self._put_away()
            self.done.tell(state.said, Tone.SUFFICIENT)
            self.desk.announce(state.said)

    def leave(self) -> None:
        """Hand over what is being written."""
        self.wording.finish()

    def first_focus(self) -> QWidget | None:
        """The choice of the question."""
        return self.wording.question

    def _keep(self, question: str, place: str, language: str, words: str) -> None:
        if self.state is not None:
            self.ask(
                versions.keep,
                self.state,
                question,
                place,
                language,
                words,
                then=self._kept,
                refused=self._refused,
            )

    def _kept(self, state: VersionsState) -> None:
        self.state = state
        self.wording.take(state)
        self._tell_kept()

    def _tell_kept(self) -> None:
        if self.state is None:
            return
        waiting = len(self.state.kept)
        parts = [f"Versions: {'; '.join(self.state.versions)}."]
        if waiting:
            parts.append(f"{counted(waiting, 'wording')} written and not issued yet.")
        if self.state.not_in_welsh:
            parts.append(self.state.not_in_welsh)
        self.known.setText(" ".join(parts))
        self.difference_button.setEnabled(bool(waiting))

    def _propose(self) -> None:
        self.wording.finish()
        self._look(versions.propose, self.state)

    def _from_file(self) -> None:
        path = self.desk.files.open_file("Newer version from a file", _FILES)
        if path is not None:
            self._look(versions.from_file, path)

    def _from_table(self) -> None:
        path = self.desk.files.open_file("Take a filled table in", _TABLES)
        if path is not None:
            self._look(versions.from_table, self.state, path)

    def _write_table(self) -> None:
        if self.state is None:
            return
        name = f"{self.state.instrument}-{self.state.version}-wordings.xlsx"
        path = self.desk.files.save_file("Table for Welsh", name, _TABLE)
        if path is not None:
            self.ask(versions.write_table, self.state, path, then=self._written, refused=self._refused)

    def _written(self, words: str) -> None:
        self.done.tell(words, Tone.SUFFICIENT)
        self.desk.announce(words)

    def _look(self, function: Any, *what: Any) -> None:
        self.done.clear()
        self._put_away()
        self.ask(function, *what, then=self._show, refused=self._refused)

    def _show(self, view: ProposedView) -> None:
        self.proposed = view
        self.difference.heading.setText(view.words)
        self.lines.setText("\n".join(view.lines))
        self.difference.show()
        self.desk.announce(view.lines[0])
        self.issue_button.setFocus()

    def _ask(self) -> None:
        if self.proposed is not None:
            self.reason.ask(
                f"Issue version {self.proposed.proposed.after.version}?",
                "It stands from now on, and travels to everybody with the next bundles.",
                "Issue it",
                self._issue,
                example="For example: the wording misled.",
            )

    def _issue(self, reason: str) -> None:
        if self.proposed is not None:
            self.ask(versions.issue, self.proposed, reason, refused=self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self.done.tell(refusal.happened, Tone.ATTENTION, f"{refusal.kept} {refusal.next}")

    def _put_away(self) -> None:
        self.proposed = None
        self.difference.hide()
        self.reason.hide()

    def _lay_out_parts(self) -> None:
        buttons = QWidget()
        flow = Flow(buttons, gap=SPACE[8])
        for part in (self.difference_button, self.file_button, self.table_button, self.filled_button):
            flow.addWidget(part)
        self.difference.body.addWidget(self.lines)
        self.difference.body.addWidget(self.issue_button)
        self.difference.body.addWidget(self.reason)
        for widget in (self.about, self.known, buttons, self.done, self.difference, self.wording):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._put_away()
