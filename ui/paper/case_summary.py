"""The case summary on paper: it lies before the officer at interview, with room to write."""

from collections.abc import Sequence

from model.documents.case_summary import CaseSummary, PointItem, Topic
from model.documents.dates import date_in_words, time_in_words
from model.documents.material import ChronologyLine
from model.documents.stamp import Stamp
from ui.paper.blocks import (
    Flowables,
    closing,
    gap,
    heading,
    is_short,
    kept,
    line,
    note_meta,
    prose,
    quoted,
    title_block,
)
from ui.paper.facts_table import facts_table
from ui.paper.page import PageHead, write
from ui.paper.tables import ruled
from ui.paper.typography import BODY_TEXT, HUNG, HUNG_SMALL, SUBHEADING

NAME = "Case summary"
LINES_FOR_A_POINT, LINES_FOR_ONE_OF_MANY = 4, 2
MANY = 12
"""More points than this share the paper: nobody carries twenty pages into an interview."""
LINES_FOR_A_QUESTION = 2
MANY_QUESTIONS, LINES_FOR_A_TOPIC = 24, 8
"""An instrument with more key questions than this lists them close, with room to write under each view."""
LINES_FOR_THE_CHRONOLOGY = 3
LINES_FOR_NOTES = 10


def lay_out(document: CaseSummary, stamp: Stamp) -> bytes:
    """Return the case summary as the bytes of a PDF."""
    head = PageHead(NAME, f"Case {document.number}", editions=(document.edition,))
    return write(head, stamp, lambda: _story(document))


def _story(document: CaseSummary) -> Flowables:
    particulars = [
        ("Responsible officer", document.officer),
        ("Local delivery unit", document.unit),
        ("Interview", time_in_words(document.interview)),
    ]
    asked = sum(len(topic.questions) for topic in document.topics)
    return [
        *title_block(NAME, f"Case {document.number}", particulars),
        *heading("Facts"),
        *facts_table(document.facts),
        *heading("Chronology so far"),
        *chronology(document.chronology),
        *heading("Points to raise", follows=150),
        *points(document.points),
        *heading("Questions this interview should throw light on", follows=150),
        *[part for topic in document.topics for part in _topic(topic, close=asked > MANY_QUESTIONS)],
        *heading("Notes", follows=150),
        ruled(LINES_FOR_NOTES, indent=0),
        *closing(document.wordings(), [document.edition]),
    ]


def chronology(lines: Sequence[ChronologyLine]) -> Flowables:
    """The lines with their dates to the left, and ruled space for what the officer adds."""
    story: Flowables = []
    for each in lines:
        text = prose(each.text, HUNG, date_in_words(each.date, short=True))
        source = [note_meta(each.source)] if each.source else []
        story += [*(kept([*text, *source]) if is_short(text) else [*kept([], text), *source]), gap(6)]
    if not lines:
        story.append(line("Nothing is recorded yet.", BODY_TEXT))
    return [*story, *kept([line("Added at interview", HUNG_SMALL), ruled(LINES_FOR_THE_CHRONOLOGY)])]


def points(items: Sequence[PointItem], lines: int = LINES_FOR_A_POINT) -> Flowables:
    """Each point with its item code, the question it belongs to, and ruled space under it."""
    story: Flowables = []
    lines = lines if len(items) <= MANY else LINES_FOR_ONE_OF_MANY
    for item in items:
        text = prose(item.text, HUNG, item.code)
        asked = quoted(item.wording, HUNG_SMALL) if item.wording is not None else []
        space = [ruled(lines), gap(14)]
        story += kept([*text, *asked, *space]) if is_short(text) else [*kept([], text), *asked, *space]
    if not items:
        story += [line("No point has been marked yet.", BODY_TEXT), ruled(lines, indent=0), gap(14)]
    return story


def _topic(topic: Topic, *, close: bool) -> Flowables:
    story: Flowables = heading(topic.title, 70, SUBHEADING)
    if close:
        listed = [part for wording in topic.questions for part in quoted(wording)]
        return [*story, *listed, gap(8), ruled(LINES_FOR_A_TOPIC), gap(12)]
    for wording in topic.questions:
        story += kept([*quoted(wording), ruled(LINES_FOR_A_QUESTION), gap(12)])
    return story
