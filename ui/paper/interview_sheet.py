"""The officer interview sheet on paper: the officer's cases with room to write, and the items to ask."""

from model.documents.dates import time_in_words
from model.documents.interview_sheet import CaseOnSheet, InterviewItem, InterviewSheet
from model.documents.stamp import Stamp
from model.instruments.instrument import Kind
from ui.paper.blocks import Flowables, choices, closing, gap, heading, kept, line, quoted, title_block
from ui.paper.case_summary import points
from ui.paper.facts_table import facts_grid
from ui.paper.page import PageHead, write
from ui.paper.tables import ruled
from ui.paper.typography import BODY_TEXT, SECTION, SUBHEADING, VIEW

NAME = "Officer interview"
LINES_FOR_A_POINT = 3
LINES_FOR_A_CHOICE = 1
LINES_FOR_WORDS = 4
LINES_FOR_A_CASE = 4
LINES_FOR_NOTES = 8


def lay_out(document: InterviewSheet, stamp: Stamp) -> bytes:
    """Return the interview sheet as the bytes of a PDF."""
    numbers = ", ".join(document.numbers)
    subject = f"{'Case' if len(document.numbers) == 1 else 'Cases'} {numbers}" if numbers else ""
    head = PageHead(f"{NAME}: {document.officer}", subject, editions=document.editions)
    return write(head, stamp, lambda: _story(document))


def _story(document: InterviewSheet) -> Flowables:
    particulars = [
        ("Local delivery unit", document.unit),
        ("Interview", time_in_words(document.interview)),
        ("Cases", ", ".join(document.numbers)),
    ]
    story = title_block(NAME, document.officer, particulars)
    for case in document.cases:
        story += _case(case)
    story += _officers_own(document)
    story += [*heading("Notes", 150), ruled(LINES_FOR_NOTES, indent=0)]
    return [*story, *closing(document.wordings(), document.editions)]


def _case(case: CaseOnSheet) -> Flowables:
    title = " · ".join(part for part in (f"Case {case.number}", case.unit) if part)
    story = [*heading(title, 150, VIEW), gap(6), *facts_grid(case.facts)]
    story += [*heading("Points to raise", 130, SUBHEADING), *points(case.points, LINES_FOR_A_POINT)]
    if case.items:
        story += heading("About this case", 80, SUBHEADING)
        story += [part for item in case.items for part in _item(item)]
    return [
        *story,
        *kept([line("Anything else about this case", SUBHEADING), ruled(LINES_FOR_A_CASE, indent=0)]),
    ]


def _officers_own(document: InterviewSheet) -> Flowables:
    if document.asked_by:
        words = f"Asked once, by {document.asked_by}: do not ask the officer about their own work again."
        return [*heading("The officer's own work", 40, VIEW), gap(4), line(words, BODY_TEXT)]
    if not document.groups:
        return []
    words = "Asked once of each officer, however many of their cases are inspected."
    story = [*heading("The officer's own work", 220, VIEW), gap(4), line(words, BODY_TEXT)]
    for group in document.groups:
        story += heading(group.title, 140, SECTION)
        story += [part for item in group.items for part in _item(item)]
    return story


def _item(item: InterviewItem) -> Flowables:
    lines = LINES_FOR_A_CHOICE if item.kind is not Kind.TEXT else LINES_FOR_WORDS
    ticks = [choices(item.choices)] if item.choices else []
    return kept([*quoted(item.wording), *ticks, ruled(lines), gap(10)])
