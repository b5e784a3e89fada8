"""The codebook of an instrument on paper: for each question its id, answers with their codes, and routing."""

from reportlab.platypus import Flowable

from model.documents.codebook import Codebook, CodebookEntry, CodedOption
from model.documents.stamp import Stamp
from ui.paper.blocks import Flowables, closing, gap, kept, line, quoted, title_block
from ui.paper.page import PageHead, write
from ui.paper.tables import table
from ui.paper.typography import (
    BODY_WIDTH,
    CELL,
    CELL_HEAD,
    CELL_QUIET,
    COLUMN,
    HUNG_SMALL,
    HUNG_STRONG,
    LABEL,
    PAPER,
    SMALL_TEXT,
)

NAME = "Codebook"


def lay_out(document: Codebook, stamp: Stamp) -> bytes:
    """Return the codebook as the bytes of a PDF."""
    head = PageHead(NAME, document.title, editions=(document.edition,))
    return write(head, stamp, lambda: _story(document))


def _story(document: Codebook) -> Flowables:
    edition = document.edition
    particulars = [
        ("Version", edition.version),
        ("Programme", edition.programme),
        ("Questions", str(len(document.entries))),
    ]
    story = title_block(NAME, document.title, particulars)
    story += [gap(6), line("Fingerprint", LABEL), line(document.fingerprint, SMALL_TEXT), gap(12)]
    for entry in document.entries:
        story += _entry(entry)
    return [*story, *closing(document.wordings(), [edition])]


def _entry(entry: CodebookEntry) -> Flowables:
    head = [
        *quoted(entry.wording, HUNG_STRONG),
        line(f"{entry.id} · {entry.part} · {entry.how.lower()} · meaning {entry.meaning}", HUNG_SMALL),
    ]
    said = [
        entry.routing,
        f"Hangs under {entry.parent}" if entry.parent else "",
        f"Feeds {', '.join(entry.measures)}" if entry.measures else "",
        "Evidence is expected" if entry.evidence else "",
        "May be not applicable, with a reason" if entry.not_applicable else "",
        f"Takes over the answers of {', '.join(entry.was)}" if entry.was else "",
        f"Wording: {entry.wording.standing or ''}; guidance: {entry.guidance_standing}",
        f"Source: {entry.source}",
    ]
    facts: Flowables = [line(f"{each}.", HUNG_SMALL) for each in said if each]
    options = [gap(3), _options(entry.options)] if entry.options else []
    return [*kept([*head, *facts, *options]), gap(14)]


def _options(options: tuple[CodedOption, ...]) -> Flowable:
    rows = [
        ["", line(one.code, CELL_QUIET), line(one.label, CELL), line(one.line, CELL_QUIET)] for one in options
    ]
    head = ["", line("Code", CELL_HEAD), line("Answer", CELL_HEAD), line("In a rate", CELL_HEAD)]
    shares = (0.36, 0.42, 0.22)
    unruled = ("LINEBELOW", (0, 0), (0, -1), 2, PAPER)
    return table(head, rows, [COLUMN, *(share * BODY_WIDTH for share in shares)], [unruled], padding=1.5)
