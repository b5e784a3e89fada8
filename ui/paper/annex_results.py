"""The annex 2 results on paper: standards with ratings, key questions with rates and bases, footnotes."""

from typing import Any

from model.documents.annex_results import AnnexResults, QuestionRow, StandardRow
from model.documents.percentages import per_cent
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
from ui.paper.page import PageHead, write
from ui.paper.tables import table
from ui.paper.typography import (
    BODY_TEXT,
    CELL,
    CELL_HEAD,
    CELL_ITALIC,
    CELL_QUIET,
    CELL_STRONG,
    INK,
    NUMBER,
    NUMBER_HEAD,
    NUMBER_QUIET,
    NUMBER_STRONG,
    SMALL_TEXT,
    TEXT_WIDTH,
)

NAME = "Inspection results"
NO_FIGURE = "\u2013"
CODES, RATE, BASE, SPAN = 40.0, 52.0, 58.0, 66.0


def lay_out(document: AnnexResults, stamp: Stamp) -> bytes:
    """Return the table of results as the bytes of a PDF."""
    head = PageHead(NAME, document.provider, document.status, (document.edition,))
    return write(head, stamp, lambda: _story(document))


def _story(document: AnnexResults) -> Flowables:
    particulars = [
        ("Sample", document.sample),
        ("Counted", f"{document.received} of {document.expected} cases"),
    ]
    story = title_block(NAME, document.provider or NAME, particulars, document.status)
    if document.status:
        words = "Figures and ratings may still change; the last column gives what is still possible."
        story += [gap(4), line(words, BODY_TEXT)]
    story += [gap(16), *_results(document)]
    story += _footnotes(document)
    story += [*heading("How the ratings follow", 60), *(line(band, SMALL_TEXT) for band in document.scale)]
    story += [gap(4), line("A standard is rated by its lowest key question.", SMALL_TEXT)]
    return [*story, *closing(document.wordings(), [document.edition])]


def _results(document: AnnexResults) -> Flowables:
    if not document.standards:
        return [line("No standard can be shown yet: none of their key questions is counted.", BODY_TEXT)]
    spans = bool(document.status)
    columns = [CODES, TEXT_WIDTH - CODES - RATE - BASE - SPAN * spans, RATE, BASE, *[SPAN] * spans]
    words = ["% yes", "of cases", *["possible"] * spans]
    head = [line("Standard and key question", CELL_HEAD), "", *(line(word, NUMBER_HEAD) for word in words)]
    rows: list[list[Any]] = []
    style: list[tuple[Any, ...]] = [("SPAN", (0, 0), (1, 0))]
    for standard in document.standards:
        first = len(rows) + 1
        rows += _standard(standard, spans)
        style += [
            ("SPAN", (2, first), (-1, first)),
            ("RIGHTPADDING", (2, first), (2, first), 0),
            ("NOSPLIT", (0, first), (-1, len(rows))),
            ("LINEABOVE", (0, first), (-1, first), 0.8, INK),
            ("TOPPADDING", (0, first), (-1, first), 9),
        ]
    return [table(head, rows, columns, style, padding=3.5)]


def _standard(standard: StandardRow, spans: bool) -> list[list[Any]]:
    titles = [line(standard.title, CELL_STRONG), line(standard.statement, CELL_ITALIC)]
    rating = [raised(standard.rating, standard.marks, NUMBER_STRONG)]
    if standard.still_possible and standard.still_possible != standard.rating:
        rating.append(line(f"possible: {standard.still_possible}", NUMBER_HEAD))
    blank = [""] * spans
    head = [line(standard.code, CELL_STRONG), titles, rating, "", *blank]
    return [head, *(_question(question, spans) for question in standard.questions)]


def _question(question: QuestionRow, spans: bool) -> list[Any]:
    figure = per_cent(question.percentage)
    possible = [line(_span(question.still_possible), NUMBER_QUIET)] if spans else []
    return [
        line(question.wording.marked_code, CELL_QUIET),
        with_mark_in(question.wording, CELL, question.marks),
        line(figure, NUMBER),
        line(str(question.base), NUMBER_QUIET),
        *possible,
    ]


def _span(span: Range | None) -> str:
    if span is None or span.lowest is None or span.highest is None:
        return NO_FIGURE
    highest = per_cent(span.highest)
    return highest if span.lowest == span.highest else f"{span.lowest}\u2013{highest}"


def _footnotes(document: AnnexResults) -> Flowables:
    return [gap(8), *(footnote(note.number, note.text) for note in document.footnotes)]
