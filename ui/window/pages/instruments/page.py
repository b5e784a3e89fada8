"""The page of instruments: a table of them, what can be done with the selected one, and its check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from model.refusal import Refusal
from ui.presenters import instruments
from ui.presenters.instruments import CheckShown, FileWritten, InstrumentRow, InstrumentsState
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.instruments.report import Report
from ui.window.pages.working import Working
from ui.window.shortcuts import Shortcut
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.flow import Flow
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tick import Tick
from ui.window.widgets.tone import Tone
from ui.window.widgets.whole_table import WholeTable

_WORKBOOKS = "XLSForm workbooks (*.xlsx)"
_WORKBOOKS_IN = "XLSForm workbooks (*.xlsx *.ods)"
_BOOKS = "Workbook (*.xlsx);;CSV (*.csv);;PDF (*.pdf)"


class InstrumentsPage(Page):
    """What the inspection asks with, as files that an office can own."""

    title = "Instruments"
    icon = "questions"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: InstrumentsState | None = None
        self.import_button = Button("Take in an XLSForm …", icon="receive", do=self._import)
        self.aside.addWidget(self.import_button)
        self.table: WholeTable[InstrumentRow] = WholeTable("Instruments", _columns())
        self.table.moved.connect(lambda _: self._offer())
        self.table.chosen.connect(lambda _: self._check())
        self.check_button = Button("Check", "primary", "tick", do=self._check)
        self.export_button = Button("Export as XLSForm …", icon="folder", do=self._export)
        self.form_button = Button("Paper form …", icon="print", do=self._print)
        self.codebook_button = Button("Codebook …", icon="list", do=self._codebook)
        self.versions_button = Button("Wording and versions …", icon="note", do=self._versions)
        self.guidance = Tick("Guidance on the paper form")
        self._for_one = (
            self.check_button,
            self.versions_button,
            self.export_button,
            self.form_button,
            self.codebook_button,
        )
        self.done = MessageBar()
        self.working = Working("Check")
        self.report = Report()
        self.nothing = EmptyState(
            "questions",
            "No instrument yet",
            "Instruments come with an inspection. Make one first.",
            Button("To the inspection", icon="inspection", do=lambda: self.desk.navigate("inspection")),
        )
        self.own = PlainLabel(role="quiet").selectable()
        self._lay_out_parts()

    def open(self, **what: Any) -> None:
        """Read the instruments anew at every visit."""
        self.done.clear()
        self.report.hide()
        self.ask(instruments.show)

    def draw(self, state: InstrumentsState) -> None:
        """Show the instruments, and where those of the office's own belong."""
        self.state = state
        self.table.set_rows(state.rows)
        if state.rows and self.table.current() is None:
            self.table.selectRow(0)
        self.buttons.setVisible(bool(state.rows))
        self.table.setVisible(bool(state.rows))
        self.nothing.setVisible(not state.rows)
        self.own.setText("\n".join(_about_own(state)))
        self._offer()

    def first_focus(self) -> QWidget | None:
        """The table, or what comes before there is one."""
        return self.table if self.state is not None and self.state.rows else self.import_button

    def in_place(self) -> Sequence[Shortcut]:
        """What Enter does in the table."""
        return (Shortcut.INSTRUMENT_ROW,)

    def _offer(self) -> None:
        is_one = self.table.current() is not None and not self.working.is_on()
        for button in self._for_one:
            button.setEnabled(is_one)

    def _check(self) -> None:
        row = self.table.current()
        if row is None or self.working.is_on():
            return
        self.done.clear()
        self.report.hide()
        self.working.begin(
            f"Checking {row.title} …",
            lambda: self.desk.work.run_long(
                instruments.check,
                self.desk.held.session,
                row.fingerprint,
                then=self._checked,
                refused=self._refused,
                progress=self.working.progress,
                stopped=self._end,
            ),
            self.table,
        )

    def _checked(self, found: CheckShown) -> None:
        self._end()
        self.done.tell(found.words, Tone.SUFFICIENT if found.is_sound else Tone.ATTENTION)
        self.report.tell(found.lines)
        self.desk.announce(found.words)

    def _end(self) -> None:
        self.working.end()
        self._offer()

    def _export(self) -> None:
        self._save("Export as XLSForm", instruments.WORKBOOK, _WORKBOOKS, instruments.export)

    def _print(self) -> None:
        guidance = self.guidance.isChecked()
        self._save("Paper form", instruments.FORM, "PDF (*.pdf)", instruments.print_form, guidance)

    def _codebook(self) -> None:
        self._save("Codebook", instruments.CODEBOOK, _BOOKS, instruments.codebook)

    def _save(
        self, words: str, kind: str, kinds: str, write: Callable[..., FileWritten], *more: object
    ) -> None:
        row = self.table.current()
        if row is None:
            return
        path = self.desk.files.save_file(words, instruments.file_name(row, kind), kinds)
        if path is not None:
            self.done.clear()
            self.ask(write, row.fingerprint, path, *more, then=self._written, refused=self._refused)

    def _versions(self) -> None:
        row = self.table.current()
        if row is not None:
            self.desk.navigate("versions", instrument=row.name)

    def _import(self) -> None:
        workbook = self.desk.files.open_file("Take in an XLSForm", _WORKBOOKS_IN)
        if workbook is None:
            return
        name = f"{workbook.stem}.toml"
        path = self.desk.files.save_file("Write the instrument file", name, "Instrument files (*.toml)")
        if path is not None:
            self.done.clear()
            self.desk.work.run(instruments.take_in, workbook, path, then=self._written, refused=self._refused)

    def _written(self, written: FileWritten) -> None:
        below = " What was left out or changed stands below." if written.left_out else ""
        self.done.tell(written.words, Tone.SUFFICIENT, written.more + below)
        self.report.hide()
        if written.left_out:
            self.report.tell(written.left_out, "What was left out or changed")
        self.desk.announce(written.words)

    def _refused(self, refusal: Refusal) -> None:
        self._end()
        self.done.tell(refusal.happened, Tone.ATTENTION, f"{refusal.kept} {refusal.next}")

    def _lay_out_parts(self) -> None:
        self.buttons = QWidget()
        flow = Flow(self.buttons, gap=SPACE[8])
        for part in (*self._for_one, self.guidance):
            flow.addWidget(part)
        whole = (self.buttons, self.working, self.done, self.table, self.nothing, self.report, self.own)
        for widget in whole:
            self.body.addWidget(widget)
        self.body.addStretch(1)


def _about_own(state: InstrumentsState) -> Sequence[str]:
    own = f"Of your own: {', '.join(state.own)}. " if state.own else ""
    return (
        f"{own}Those of your own belong in {state.own_folder}, each in a folder with a programme.toml.",
        *(f"Not offered: {refused}" for refused in state.refused),
    )


def _columns() -> list[Column[InstrumentRow]]:
    return [
        Column("Instrument", lambda row: row.title, width=28),
        Column("Version", lambda row: row.version, width=8),
        Column("Fingerprint", lambda row: row.short, width=12),
        Column("About", lambda row: row.about, width=14),
        Column("Items", lambda row: str(row.items), lambda row: row.items, width=6, number=True),
        Column("Asked of each", lambda row: row.length, lambda row: row.items, width=24),
        Column("Whose words", lambda row: row.standings),
    ]
