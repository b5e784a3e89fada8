"""The rows of the results: a standard with its rating, a key question with its figures; each unfolds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.case_words import Said
from ui.presenters.figures import Told
from ui.presenters.rates import RateRow
from ui.presenters.results import RatingRow, ReportView
from ui.window import icons, theme
from ui.window.pages.results.bar import Bar
from ui.window.pages.results.told import ToldPane
from ui.window.theme import SPACE
from ui.window.widgets.buttons import IconButton
from ui.window.widgets.flow import Flow
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.status_badge import StatusBadge
from ui.window.widgets.tone import Tone

CODE, MOST_CODE, SHARE, COUNT, BAND, POSSIBLE = 52, 104, 48, 92, 192, 104
"""Widths of the columns at 100%; codes take what they need, up to MOST_CODE."""
BESIDE_TO = 110


def beside() -> bool:
    """Whether figures stand beside the words: above this size of text they stand under them."""
    return theme.current().scale <= BESIDE_TO


@dataclass(frozen=True)
class Columns:
    """Which columns stand beside the words of every row, and how wide codes are (at 100%)."""

    code: int = CODE
    bands: bool = True
    possible: bool = True

    @property
    def rating(self) -> int:
        """The width of a standard's rating: as wide as the last columns, and never too narrow for words."""
        return max(BAND, BAND * self.bands + POSSIBLE * self.possible)


def columns_for(view: ReportView) -> Columns:
    """Return the columns that a report needs: without bands, or with nothing open, some stay away."""
    rates = [rate for standard in view.ratings for rate in standard.rates] + [*view.others]
    measured = PlainLabel("", "strong")
    measured.ensurePolished()
    words = (word for rate in rates for word in rate.code.split())
    widest = max((measured.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    code = min(MOST_CODE, max(CODE, round(widest * 100 / theme.current().scale) + SPACE[4]))
    return Columns(code, bool(view.boundaries), any(rate.possible for rate in rates))


class Unfolding(QFrame):
    """A row whose button shows, below it, what lies behind its figures."""

    def __init__(self, name: str, told: Sequence[Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.button = IconButton("chevron_right", "", do=self._turn)
        self.pane = ToldPane(told)
        self.line = QHBoxLayout()
        self.line.setSpacing(SPACE[8])
        self.line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[4], SPACE[12], SPACE[4])
        column.setSpacing(SPACE[4])
        column.addLayout(self.line)
        below = QHBoxLayout()
        below.setContentsMargins(theme.current().px(32) + SPACE[8], 0, 0, 0)
        below.addWidget(self.pane)
        column.addLayout(below)
        self.unfold(on=False)

    def unfold(self, on: bool) -> None:
        """Show what lies behind, or hide it."""
        self.pane.setVisible(on)
        icons.dress(self.button, "chevron_down" if on else "chevron_right")
        self.button.setAccessibleName(f"{'Fold' if on else 'Unfold'} what lies behind {self._name}")
        self.button.setToolTip("Fold" if on else "Out of what, without whom, why, and what would change it")

    def unfolded(self) -> bool:
        """Whether it is shown."""
        return not self.pane.isHidden()

    def _turn(self) -> None:
        self.unfold(not self.unfolded())


class Standing(Unfolding):
    """A standard: code, title and statement; its rating, score or verdict, and the range still possible."""

    def __init__(self, row: RatingRow, columns: Columns, parent: QWidget | None = None) -> None:
        name = f"{row.code} {row.title}, {row.heading.lower()}: {row.rating or row.verdict}"
        super().__init__(", ".join(part for part in (name, row.possible) if part), row.told, parent)
        self.row = row
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(f"{row.code}  {row.title}", "subheading"))
        if row.statement:
            words.addWidget(PlainLabel(row.statement, "quiet"))
        if row.note:
            words.addWidget(PlainLabel(row.note, "caption"))
        if row.verdict:
            words.addSpacing(SPACE[4])
            words.addWidget(PlainLabel(row.heading, "overline"))
            words.addWidget(PlainLabel(row.verdict))
        for finding in row.findings:
            words.addSpacing(SPACE[4])
            words.addWidget(PlainLabel(finding.title, "overline"))
            words.addWidget(PlainLabel("\n".join(finding.lines)))
        words.setContentsMargins(0, SPACE[4], 0, 0)
        self.rating = PlainLabel(row.rating, "subheading")
        rated = QVBoxLayout()
        rated.setSpacing(2)
        if row.rating:
            rated.addWidget(PlainLabel(row.heading, "overline"))
            rated.addWidget(self.rating)
        else:
            self.rating.setParent(self)
            self.rating.hide()
        if row.possible:
            rated.addWidget(PlainLabel(f"Possible: {row.possible}", "caption"))
        if row.flags:
            rated.addLayout(_badges(row.flags))
        rated.addStretch(1)
        if beside():
            words.addStretch(1)
            self.line.addLayout(words, 1)
            side = QWidget()
            side.setLayout(rated)
            rated.setContentsMargins(0, 0, 0, 0)
            side.setFixedWidth(theme.current().px(columns.rating) + SPACE[12])
            self.line.addWidget(side)
        else:
            words.addSpacing(SPACE[4])
            words.addLayout(rated)
            self.line.addLayout(words, 1)


class Rate(Unfolding):
    """A key question: its words, and beside them (under them in large text) bar, rate, count, band, range."""

    def __init__(
        self, row: RateRow, boundaries: Sequence[int], columns: Columns, parent: QWidget | None = None
    ) -> None:
        figures = f"{row.percentage}, {row.count}" + (f", band {row.band}" if row.band else "")
        possible = f"possible {row.possible}" if row.possible else ""
        super().__init__(", ".join(part for part in (row.code, figures, possible) if part), row.told, parent)
        self.row = row
        self.bar = Bar(row.share, row.span, boundaries)
        self.setAccessibleName(f"{row.code} {row.words}: {figures}")
        if beside():
            self._beside(row, columns)
        else:
            self._under(row)

    def _beside(self, row: RateRow, columns: Columns) -> None:
        if row.depth:
            self.line.addSpacing(SPACE[24] * row.depth)
        self.line.addWidget(_column(row.code, columns.code, "strong"), 0, Qt.AlignmentFlag.AlignTop)
        self.line.addLayout(self._words(row), 1)
        self.line.addSpacing(SPACE[8])
        barred = QVBoxLayout()
        barred.setContentsMargins(0, SPACE[8], 0, 0)
        barred.addWidget(self.bar)
        barred.addStretch(1)
        self.line.addLayout(barred)
        for part in (
            _column(row.percentage, SHARE, "strong", right=True),
            _column(row.count, COUNT, "quiet", right=True),
        ):
            self.line.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addSpacing(SPACE[8])
        if columns.bands:
            self.line.addWidget(_column(row.band, BAND), 0, Qt.AlignmentFlag.AlignTop)
        if columns.possible:
            open_still = _column(row.possible or "–", POSSIBLE, "quiet")
            self.line.addWidget(open_still, 0, Qt.AlignmentFlag.AlignTop)

    def _under(self, row: RateRow) -> None:
        column = self._words(row, f"{row.code}  {row.words}")
        figures = Flow(gap=SPACE[16])
        figures.addWidget(self.bar)
        figures.addWidget(PlainLabel(row.percentage, "strong", wrap=False))
        figures.addWidget(PlainLabel(row.count, "quiet", wrap=False))
        if row.band:
            figures.addWidget(PlainLabel(f"Band: {row.band}", wrap=False))
        if row.possible:
            figures.addWidget(PlainLabel(f"Possible: {row.possible}", "quiet", wrap=False))
        column.addLayout(figures)
        self.line.addLayout(column, 1)

    def _words(self, row: RateRow, words: str = "") -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE[4])
        column.setContentsMargins(0, SPACE[4], 0, SPACE[4])
        column.addWidget(PlainLabel(words or row.words, "strong" if row.note else ""))
        for beneath in filter(None, (row.note, row.warning)):
            column.addWidget(PlainLabel(beneath, "caption"))
        said = (*((Said("Lowest: decides the rating", "", "sort_down"),) if row.lowest else ()), *row.flags)
        if said:
            column.addLayout(_badges(said))
        return column


class Heads(QWidget):
    """The titles of the columns, above the rows; only for rows whose figures stand beside the words."""

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(shown.px(32) + SPACE[8], 0, SPACE[12], 0)
        row.setSpacing(SPACE[8])
        row.addWidget(PlainLabel("Key question" if columns.bands else "Measure", "overline"), 1)
        row.addSpacing(SPACE[8])
        rate = _column("Rate", 136 + SHARE, "overline", right=False)
        rate.setFixedWidth(rate.width() + SPACE[8])
        row.addWidget(rate)
        row.addWidget(_column("Out of", COUNT, "overline", right=True))
        row.addSpacing(SPACE[8])
        if columns.bands:
            row.addWidget(_column("Band of the question", BAND, "overline"))
        if columns.possible:
            row.addWidget(_column("Still possible", POSSIBLE, "overline"))


def _column(words: str, width: int, role: str = "", *, right: bool = False) -> PlainLabel:
    label = PlainLabel(words, role)
    label.setFixedWidth(theme.current().px(width))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(0, SPACE[4] if role != "overline" else 0, 0, 0)
    return label


def _badges(said: Sequence[Said]) -> Flow:
    flow = Flow()
    for one in said:
        flow.addWidget(StatusBadge(one.word, Tone(one.tone), one.icon))
    return flow
