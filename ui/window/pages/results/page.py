"""The page of results: how much has arrived, who is waiting, and the table of results that unfolds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters import results
from ui.presenters.results import ExportShown, ReportView, ResultsState, Waiting
from ui.window import icons, theme
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages.results.printed import Overall, Printed
from ui.window.pages.results.rows import Columns, Heads, Rate, Standing, Unfolding, beside, columns_for
from ui.window.pages.scrolling import scrolling
from ui.window.tables.rows import Column
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Rule
from ui.window.widgets.confirm_bar import ConfirmBar
from ui.window.widgets.empty_state import EmptyState
from ui.window.widgets.filter_chips import FilterChips
from ui.window.widgets.layouts import empty
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.progress_strip import ProgressStrip
from ui.window.widgets.tone import Tone
from ui.window.widgets.whole_table import WholeTable

_RULE = "Only complete assessments of record are counted."
_PLAIN_BARS = "The line below a bar is the range still possible."
_BARS = "In a bar, a gap stands where a band begins; the line below it is the range still possible."


class ResultsPage(Page):
    """Only complete assessments of record count; what may still come is said beside every figure."""

    title = "Results"
    icon = "rates"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state: ResultsState | None = None
        self.view: ReportView | None = None
        self.rows: list[Unfolding] = []
        self.export = Button("Export the table …", icon="folder", do=self._ask_export)
        self.print = Button("Print the results …", icon="print", do=self._print)
        for button in (self.export, self.print):
            self.aside.addWidget(button)
        self.reports = FilterChips("Results of")
        self.reports.chosen.connect(self._show_report)
        self.received = ProgressStrip("Received")
        self.waiting_button = Button("", "quiet", "chevron_down", do=self._turn_waiting)
        self.unfold_all = Button("Unfold all", "quiet", do=self._unfold_all)
        self.top = QWidget()
        self._lay_out_top()
        self.confirm = ConfirmBar()
        self.written = MessageBar()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(SPACE[8], SPACE[8], SPACE[8], SPACE[16])
        self._column.setSpacing(SPACE[4])
        self.area = scrolling(self._content, "Results")
        self.waiting: WholeTable[Waiting] = WholeTable(
            "Cases that are not counted",
            [
                Column("Why", lambda one: one.why, width=30),
                Column("Held by", lambda one: one.holder, width=24),
                Column("Cases", lambda one: str(one.count), lambda one: one.count, width=6, number=True),
                Column("Casebook numbers", lambda one: one.numbers),
            ],
        )
        self.empty = EmptyState(
            "rates",
            "There are no results yet",
            "Draw a sample and merge the team's bundles; rates and ratings will stand here as cases arrive.",
            Button("Go to merging", icon="merge", do=lambda: self.desk.navigate("merge")),
        )
        for part in (self.reports, self.top, self.confirm, self.written):
            self.body.addWidget(part)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()

    def open(self, sample: str = "", **what: Any) -> None:
        """Read the results; `sample` says which is shown first."""
        if sample:
            self.view = None
        self._wanted = sample
        self.ask(results.show)

    def draw(self, state: ResultsState) -> None:
        """Show one report; with several, chips choose which."""
        self.state = state
        is_any = bool(state.reports)
        for part in (self.top, self.area, self.export, self.print):
            part.setVisible(is_any)
        self.empty.setVisible(not is_any)
        self.reports.setVisible(len(state.reports) > 1)
        if is_any:
            ids = [one.id for one in state.reports]
            shown = self._wanted or (self.view.id if self.view else "")
            self._show_report(shown if shown in ids else ids[0])

    def first_focus(self) -> QWidget | None:
        """The table: arrow keys scroll it, Tab goes from row to row."""
        return self.area if not self.area.isHidden() else None

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew when the text size changes."""
        super().changeEvent(event)
        view = getattr(self, "view", None)
        if (
            event.type() == QEvent.Type.StyleChange
            and view is not None
            and self._scale != theme.current().scale
        ):
            self._draw_rows(view)

    def _lay_out_top(self) -> None:
        row = QHBoxLayout(self.top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[16])
        row.addWidget(self.received, 1)
        row.addWidget(self.waiting_button)
        row.addWidget(self.unfold_all)

    def _show_report(self, id: str) -> None:
        state = self.state
        if state is None:
            return
        view = next(one for one in state.reports if one.id == id)
        self.view = view
        self.reports.set([(one.id, one.title, one.received) for one in state.reports], id)
        self.received.set_words(view.received, view.expected, view.headline)
        self.waiting_button.setText(view.waiting_words)
        self.waiting_button.setVisible(bool(view.waiting))
        self._draw_rows(view)

    def _draw_rows(self, view: ReportView) -> None:
        self._scale = theme.current().scale
        unfolded = {row.button.accessibleName() for row in self.rows if row.unfolded()}
        self.waiting.setParent(None)
        empty(self._column)
        self.rows = []
        self._column.addWidget(self.waiting)
        self.waiting.set_rows(view.waiting)
        self.waiting.setVisible(False)
        self._say_waiting(False)
        columns = columns_for(view)
        self._draw_standards(view, columns)
        if view.others:
            self._column.addWidget(Rule())
            self._column.addWidget(PlainLabel("Other measures", "subheading"))
            for rate in view.others:
                self._add(Rate(rate, view.boundaries, columns))
        for table in view.tables:
            self._column.addWidget(Rule())
            self._column.addWidget(Printed(table))
        self._column.addWidget(Rule())
        for words in filter(
            None, (" ".join((*view.rules, _RULE)), " · ".join(view.scale), self._bars(view, columns))
        ):
            self._column.addWidget(PlainLabel(words, "caption"))
        self._column.addStretch(1)
        for row in self.rows:
            row.unfold(row.button.accessibleName().replace("Unfold", "Fold", 1) in unfolded)

    def _draw_standards(self, view: ReportView, columns: Columns) -> None:
        if view.overall is not None:
            self._column.addWidget(Overall(view.overall))
            self._column.addSpacing(SPACE[8])
        if beside():
            self._column.addWidget(Heads(columns))
            self._column.addWidget(Rule())
        for at, standard in enumerate(view.ratings):
            if at:
                self._column.addWidget(Rule())
            self._add(Standing(standard, columns))
            for rate in standard.rates:
                self._add(Rate(rate, view.boundaries, columns))

    def _bars(self, view: ReportView, columns: Columns) -> str:
        """What the bars mean, where there are any."""
        if not view.others and not any(one.rates for one in view.ratings):
            return ""
        if view.boundaries:
            return _BARS
        return _PLAIN_BARS if columns.possible else ""

    def _add(self, row: Unfolding) -> None:
        self.rows.append(row)
        self._column.addWidget(row)

    def _turn_waiting(self) -> None:
        on = self.waiting.isHidden()
        self.waiting.setVisible(on)
        self._say_waiting(on)
        if on:
            self.area.verticalScrollBar().setValue(0)
            self.waiting.setFocus()

    def _say_waiting(self, on: bool) -> None:
        icons.dress(self.waiting_button, "chevron_up" if on else "chevron_down", "accent", gap=SPACE[4])
        self.waiting_button.setAccessibleDescription("Unfolded" if on else "Folded")

    def _unfold_all(self) -> None:
        on = not all(row.unfolded() for row in self.rows)
        for row in self.rows:
            row.unfold(on)
        self.unfold_all.setText("Fold all" if on else "Unfold all")

    def _print(self) -> None:
        if self.view is not None:
            self.desk.navigate("papers", document="results", subject=self.view.id)

    def _ask_export(self) -> None:
        self.written.clear()
        self.confirm.ask(
            "Export the table outside of the encrypted store?",
            "Anybody who has the file can read it. It holds rates and ratings, and no case. "
            "The export is recorded.",
            "Choose where …",
            self._choose_where,
            no="Do not export",
        )

    def _choose_where(self) -> None:
        if self.view is not None:
            self.ask(results.export_name, self.view.id, then=self._choose)

    def _choose(self, name: str) -> None:
        path = self.desk.files.save_file("Where to write the table", name, results.TABLES)
        if path is not None and self.view is not None:
            self._export(self.view.id, path)

    def _export(self, sample: str, path: Path) -> None:
        self.ask(results.export, sample, path, then=self._exported)

    def _exported(self, shown: ExportShown) -> None:
        self.written.tell(shown.words, Tone.SUFFICIENT, shown.more)
        self.desk.saved(shown.time)
