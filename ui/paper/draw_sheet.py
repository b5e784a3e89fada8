"""The record of a draw on paper: seed, rule, strata and order, so that anyone with the list can repeat it."""

from itertools import chain

from model.documents.dates import time_in_words
from model.documents.draw_sheet import DrawnCase, DrawSheet
from model.documents.stamp import Stamp
from ui.paper.blocks import Flowables, gap, heading, kept, line, prose, title_block
from ui.paper.page import PageHead, write
from ui.paper.tables import table
from ui.paper.typography import (
    BODY_TEXT,
    CELL,
    CELL_HEAD,
    CELL_STRONG,
    HUNG,
    LABEL,
    LEAD_TEXT,
    NUMBER,
    NUMBER_HEAD,
    NUMBER_STRONG,
    TEXT_WIDTH,
)

NAME = "Record of the draw"
FIGURES = 66.0
ACROSS = 5
"""How many cases stand beside each other in the drawn order."""


def lay_out(document: DrawSheet, stamp: Stamp) -> bytes:
    """Return the record of the draw as the bytes of a PDF."""
    head = PageHead(NAME, document.provider or document.sample)
    return write(head, stamp, lambda: _story(document))


def _story(document: DrawSheet) -> Flowables:
    particulars = [
        ("Provider", document.provider),
        ("Drawn by", document.drawn_by),
        ("Drawn at", time_in_words(document.drawn_at)),
    ]
    return [
        *title_block(NAME, document.sample or NAME, particulars),
        gap(14),
        line(f"{document.size} of {document.eligible} eligible cases", LEAD_TEXT),
        line(document.size_rule, BODY_TEXT),
        *heading("Strata"),
        *_strata(document),
        *heading("To draw it again", 90),
        *_seed(document),
        *_steps(document),
        *heading("To compare", 70),
        *_fingerprints(document),
        *_order("Drawn cases", [case for case in document.cases if case.drawn]),
        *_order("Reserves", [case for case in document.cases if not case.drawn]),
    ]


def _strata(document: DrawSheet) -> Flowables:
    words = max(len(document.fields), 1)
    width = (TEXT_WIDTH - 3 * FIGURES) / words
    titles = document.fields or ("Stratum",)
    head = [line(title, CELL_HEAD) for title in titles]
    head += [line(title, NUMBER_HEAD) for title in ("Eligible", "Exact share", "Drawn")]
    rows = []
    for stratum in document.strata:
        values = [*stratum.values, *[""] * words][:words]
        figures = (str(stratum.eligible), stratum.share, str(stratum.drawn))
        rows.append([*(line(value, CELL) for value in values), *(line(figure, NUMBER) for figure in figures)])
    totals = (str(document.eligible), "", str(document.size))
    total = [line("All", CELL_STRONG), *[""] * (words - 1), *(line(each, NUMBER_STRONG) for each in totals)]
    return [table(head, [*rows, total], [*[width] * words, *[FIGURES] * 3])]


def _seed(document: DrawSheet) -> Flowables:
    return [*kept([line("Seed", LABEL), line(document.seed, LEAD_TEXT)]), gap(8)]


def _steps(document: DrawSheet) -> Flowables:
    steps = [kept([*prose(step, HUNG, str(number)), gap(4)]) for number, step in enumerate(document.steps, 1)]
    return [part for step in steps for part in step]


def _fingerprints(document: DrawSheet) -> Flowables:
    pairs = [kept([line(label, LABEL), *prose(text), gap(6)]) for label, text in document.fingerprints]
    return [part for pair in pairs for part in pair]


def _order(title: str, cases: list[DrawnCase]) -> Flowables:
    """Place and Casebook number of each case, row by row, several beside each other."""
    if not cases:
        return []
    head = [line("Place", NUMBER_HEAD), line("Case", CELL_HEAD)]
    cells = [[line(str(case.position), NUMBER), line(case.number, CELL)] for case in cases]
    cells += [["", ""]] * (-len(cells) % ACROSS)
    rows = [[*chain.from_iterable(cells[start : start + ACROSS])] for start in range(0, len(cells), ACROSS)]
    place = 34.0
    columns = [place, TEXT_WIDTH / ACROSS - place] * ACROSS
    return [*heading(f"{title} ({len(cases)})", 80), table([*head * ACROSS], rows, columns, padding=2)]
