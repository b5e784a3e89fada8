"""The blank form of an instrument on paper: boxes to tick, rules to write on, routing in words."""

from model.documents.blank_form import BlankForm, BlankItem
from model.documents.stamp import Stamp
from model.documents.wording import EXPLAINED, MARKS
from model.instruments.instrument import Kind, Standing
from ui.paper.blocks import Flowables, boxes, closing, gap, heading, kept, line, prose, quoted, title_block
from ui.paper.page import PageHead, write
from ui.paper.tables import ruled
from ui.paper.typography import HUNG_LABEL, HUNG_LEAD, HUNG_SMALL, LABEL, NOTE, SECTION, SMALL_TEXT, VIEW

NAME = "Blank form"
LINES_FOR_WORDS = 4
LINES_FOR_EVIDENCE = 3
NOT_APPLICABLE = "Not applicable, because"


def lay_out(document: BlankForm, stamp: Stamp) -> bytes:
    """Return the blank form as the bytes of a PDF."""
    head = PageHead(NAME, document.title, editions=(document.edition,))
    return write(head, stamp, lambda: _story(document))


def _story(document: BlankForm) -> Flowables:
    edition = document.edition
    story = title_block(
        NAME,
        document.title,
        [("Version", edition.version), ("Programme", edition.programme), ("For", document.about)],
    )
    story += [gap(6), line("Fingerprint", LABEL), line(document.fingerprint, SMALL_TEXT)]
    if document.lacking:
        missing = f"In English, because no other wording is supplied: {', '.join(document.lacking)}."
        story += [gap(6), line(missing, SMALL_TEXT)]
    story += [
        gap(10),
        *kept([line("About (number, officer or occasion), by whom, and when", LABEL)], [ruled(1, indent=0)]),
    ]
    view = ""
    for section in document.sections:
        if section.view != view:
            view = section.view
            story += heading(view, 200, VIEW)
        story += heading(section.title, 170, SECTION)
        for item in section.items:
            story += _item(item)
    return [*story, *_guidance_key(document), *closing(document.wordings(), [edition])]


def _item(item: BlankItem) -> Flowables:
    asked = f"{item.routing}. {item.how}." if item.routing else f"{item.how}."
    head = [*quoted(item.wording, HUNG_LEAD if item.is_key else NOTE), line(asked, HUNG_SMALL)]
    answer: Flowables = boxes(item.boxes) if item.boxes else []
    if not item.boxes:
        answer.append(ruled(LINES_FOR_WORDS if item.kind is Kind.TEXT else 1))
    if item.not_applicable:
        answer += [*boxes((NOT_APPLICABLE,)), ruled(1)]
    if item.evidence:
        answer += [line("Evidence, with its source and date", HUNG_LABEL), ruled(LINES_FOR_EVIDENCE)]
    return [*kept(head + answer, _guidance(item)), gap(9)]


def _guidance(item: BlankItem) -> Flowables:
    mark = MARKS[item.guidance_standing or Standing.PUBLISHED]
    story: Flowables = [gap(3)] if item.guidance else []
    for advice in item.guidance:
        story += prose(f"{advice.heading}{mark}: {advice.text}", HUNG_SMALL)
    return story


def _guidance_key(document: BlankForm) -> Flowables:
    """What the signs behind the headings of guidance mean, where there is any."""
    used = {item.guidance_standing for section in document.sections for item in section.items}
    said = [
        f"Guidance {MARKS[standing] or 'without a sign'}: {EXPLAINED[standing]}"
        for standing in Standing
        if standing in used
    ]
    return kept([gap(14), *(line(each, SMALL_TEXT) for each in said)]) if said else []
