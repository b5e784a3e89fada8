"""The results on paper: standards as rated, measures with rates and counts, tables, footnotes."""

from collections.abc import Iterator
from typing import Any

from model.documents.percentages import per_cent
from model.documents.reported import Finding
from model.documents.results import NO_VERDICT
from model.documents.results_rows import OverallRow, QuestionRow, ResultsDocument, StandardRow
from model.documents.results_table import FilledTable
from model.documents.stamp import Stamp
from model.measures import Range
from ui.paper.blocks import (
    Flowables,
    closing,
    footnote,
    gap,
    heading,
    line,
    raised,
    title_block,
    with_mark_in,
)
from ui.paper.fonts import BOLD, REGULAR, width
from ui.paper.page import PageHead, write
from ui.paper.tables import table
from ui.paper.typography import (
    BODY,
    BODY_TEXT,
    CELL,
    CELL_HEAD,
    CELL_ITALIC,
    CELL_QUIET,
    CELL_STRONG,
    INK,
    LEAD_TEXT,
    NUMBER,
    NUMBER_HEAD,
    NUMBER_QUIET,
    NUMBER_STRONG,
    SMALL,
    SMALL_TEXT,
    TEXT_WIDTH,
)

NAME = "Inspection results"
NO_FIGURE = "\u2013"
RATE, COUNTS, SPAN = 48.0, 72.0, 62.0
LEAST_CODES, MOST_CODES = 40.0, 92.0
"""How narrow and how wide the column of codes may be, in points."""
INDENT = 14.0
NARROWEST, FIRST = 56.0, 0.34
"""Points that a column of a table of results is wide at least; the share of the width that titles keep."""


def lay_out(document: ResultsDocument, stamp: Stamp) -> bytes:
    """Return the table of results as the bytes of a PDF."""
    head = PageHead(NAME, document.provider, document.status, document.editions)
    return write(head, stamp, lambda: _story(document))


def _story(document: ResultsDocument) -> Flowables:
    particulars = [
        ("Results of", document.sample),
        ("Counted", f"{document.received} of {document.expected}"),
    ]
    story = title_block(NAME, document.provider or NAME, particulars, document.status)
    if document.status:
        words = "Figures and ratings may still change; what is still possible is printed beside them."
        story += [gap(4), line(words, BODY_TEXT)]
    if document.overall is not None:
        story += _overall(document.overall)
    story += [gap(16), *_results(document)]
    for filled in document.tables:
        story += _table(filled)
    story += _footnotes(document)
    if document.rules or document.scale:
        story += heading("How the ratings follow" if document.scale else "How the figures follow", 60)
        story += [*(line(band, SMALL_TEXT) for band in document.scale), gap(4)]
        story += [line(rule, SMALL_TEXT) for rule in document.rules]
    return [*story, *closing(document.wordings(), document.editions)]


def _overall(overall: OverallRow) -> Flowables:
    words = " · ".join(part for part in (overall.rating, overall.points) if part)
    story = [*heading(overall.title, 40), line(words, LEAD_TEXT)]
    if overall.still_possible:
        story.append(line(f"Still possible: {overall.still_possible}.", SMALL_TEXT))
    return [*story, *(line(said, SMALL_TEXT) for said in (overall.waiting, overall.not_rated) if said)]


def _results(document: ResultsDocument) -> Flowables:
    if not document.standards and not document.others:
        return [line("No standard can be shown yet: none of their key questions is counted.", BODY_TEXT)]
    spans = bool(document.status)
    codes = _room_for_codes(document)
    columns = [codes, TEXT_WIDTH - codes - RATE - COUNTS - SPAN * spans, RATE, COUNTS, *[SPAN] * spans]
    words = ["rate", "counts", *["possible"] * spans]
    head = [line("Standard and measure", CELL_HEAD), "", *(line(word, NUMBER_HEAD) for word in words)]
    rows: list[list[Any]] = []
    style: list[tuple[Any, ...]] = [("SPAN", (0, 0), (1, 0))]
    for standard in document.standards:
        first = len(rows) + 1
        rows += _standard(standard, spans)
        measured = len(rows) + 1 - len(standard.questions)
        style += [
            ("SPAN", (2, first), (-1, first)),
            ("RIGHTPADDING", (2, first), (2, first), 0),
            ("NOSPLIT", (0, first), (-1, min(len(rows), first + _TOGETHER))),
            *_begun(first),
            *(("SPAN", (1, place), (-1, place)) for place in range(first + 1, measured)),
            *_indents(standard.questions, measured),
        ]
    if document.others:
        first = len(rows) + 1
        rows.append([line("Other measures", CELL_STRONG), "", "", "", *[""] * spans])
        rows += [_question(question, spans) for question in document.others]
        style += [("SPAN", (0, first), (-1, first)), ("NOSPLIT", (0, first), (-1, first + 1))]
        style += [*_begun(first), *_indents(document.others, first + 1)]
    return [table(head, rows, columns, style, padding=3.5)]


def _room_for_codes(document: ResultsDocument) -> float:
    """As wide as the longest word of any code, with its indent and the room behind it."""
    rows = [row for standard in document.standards for row in standard.questions] + [*document.others]
    parts = [(part, row.depth) for row in rows for part in row.wording.marked_code.split()]
    widest = max((width(part, REGULAR, BODY) + INDENT * depth for part, depth in parts), default=0.0)
    titles = (width(part, BOLD, BODY) for each in document.standards for part in each.code.split())
    return min(MOST_CODES, max(LEAST_CODES, widest + 14, max(titles, default=0.0) + 14))


_TOGETHER = 4
"""So many rows of a standard stay on a page with its title."""


def _begun(row: int) -> list[tuple[Any, ...]]:
    """The rule and the room above a standard."""
    return [("LINEABOVE", (0, row), (-1, row), 0.8, INK), ("TOPPADDING", (0, row), (-1, row), 9)]


def _indents(questions: tuple[QuestionRow, ...], first: int) -> list[tuple[Any, ...]]:
    """What a mean is of hangs below it."""
    return [
        ("LEFTPADDING", (column, place), (column, place), INDENT * question.depth)
        for place, question in enumerate(questions, start=first)
        for column in (0, 1)
        if question.depth
    ]


def _standard(standard: StandardRow, spans: bool) -> list[list[Any]]:
    titles = [line(standard.title, CELL_STRONG)]
    if standard.statement:
        titles.append(line(standard.statement, CELL_ITALIC))
    if standard.note:
        titles += [gap(2), line(standard.note, SMALL_TEXT)]
    if standard.verdict:
        style = CELL_QUIET if standard.verdict == NO_VERDICT else CELL
        titles += [gap(3), line(standard.verdict, style)]
    rating = [raised(standard.rating, standard.marks, NUMBER_STRONG)]
    if standard.still_possible and standard.still_possible != standard.rating:
        rating.append(line(f"possible: {standard.still_possible}", NUMBER_HEAD))
    blank = [""] * spans
    head = [line(standard.code, CELL_STRONG), titles, rating, "", *blank]
    found = [["", words, "", "", *blank] for finding in standard.findings for words in _finding(finding)]
    return [head, *found, *(_question(question, spans) for question in standard.questions)]


def _finding(finding: Finding) -> Iterator[Flowables]:
    """Its title stands above its first line; every line is a row, which may go to the next page."""
    for place, words in enumerate(finding.lines):
        yield [*([line(finding.title, CELL_QUIET)] if not place else []), line(words, CELL)]


def _question(question: QuestionRow, spans: bool) -> list[Any]:
    words: Any = with_mark_in(question.wording, CELL, question.marks)
    if question.note:
        words = [words, line(question.note, SMALL_TEXT)]
    possible = [line(_span(question.still_possible), NUMBER_QUIET)] if spans else []
    return [
        line(question.wording.marked_code, CELL_QUIET),
        words,
        line(question.figure, NUMBER),
        line(question.counts, NUMBER_QUIET),
        *possible,
    ]


def _span(span: Range | None) -> str:
    if span is None or span.lowest is None or span.highest is None:
        return NO_FIGURE
    highest = per_cent(span.highest)
    return highest if span.lowest == span.highest else f"{span.lowest}\u2013{highest}"


def _table(filled: FilledTable) -> Flowables:
    """A table of the programme: its first column takes the room that the figures leave."""
    wanted = [_wanted(filled, place) for place in range(len(filled.columns))]
    shrink = min(1.0, TEXT_WIDTH * (1 - FIRST) / sum(wanted))
    figures = [wide * shrink for wide in wanted]
    columns = [TEXT_WIDTH - sum(figures), *figures]
    head = ["", *(line(title, NUMBER_HEAD) for title in filled.columns)]
    rows = [[line(row.title, CELL), *(line(cell, NUMBER) for cell in row.cells)] for row in filled.rows]
    story = [*heading(filled.title, min(300.0, 40.0 + 22 * len(filled.rows)))]
    if filled.note:
        story += [line(filled.note, SMALL_TEXT), gap(4)]
    story.append(table(head, rows, columns, padding=3))
    return [*story, gap(4), line(filled.warning, SMALL_TEXT)] if filled.warning else story


def _wanted(filled: FilledTable, place: int) -> float:
    """How wide a column would like to be: its figures, and the longest word of its title, on one line."""
    cells = [width(row.cells[place], REGULAR, BODY) for row in filled.rows]
    title = [width(word, REGULAR, SMALL) for word in filled.columns[place].split()]
    return max(NARROWEST, *cells, *title) + 14


def _footnotes(document: ResultsDocument) -> Flowables:
    return [gap(8), *(footnote(note.number, note.text) for note in document.footnotes)]
