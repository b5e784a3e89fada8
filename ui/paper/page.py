"""What every page carries at its head and foot, and how a story becomes the bytes of a PDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer

from model.documents.dates import time_in_words
from model.documents.stamp import Stamp
from model.documents.wording import Edition
from ui.paper.fonts import BOLD, REGULAR, covered, width
from ui.paper.text import one_line, stands_for
from ui.paper.typography import (
    BOTTOM,
    HAIRLINE,
    INK,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    RIGHT,
    SECTION,
    SMALL,
    SMALL_TEXT,
    TEXT_WIDTH,
    TOP,
    VIEW,
    WARNING,
)

Story = Callable[[], list[Flowable]]
"""Makes the flowables of a document afresh: laying them out uses them up, and pages are counted first."""

CODES = "[U+…] stands for a character that this paper has no letter for. On screen it shows as it was typed."
_RIGHT_EDGE = PAGE_WIDTH - RIGHT


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the pages of one document say above the text.

    `name` is the document's name, `subject` what it is about ("Case K7QX-2M"), `warning` a line that no page
    may be without, or empty; `editions` say which instruments are quoted.
    """

    name: str
    subject: str
    warning: str = ""
    editions: tuple[Edition, ...] = ()

    @property
    def title(self) -> str:
        """The title in the PDF's metadata."""
        return one_line(" · ".join(part for part in (self.name, self.subject) if part))


def write(head: PageHead, stamp: Stamp, story: Story, language: str = "en-GB") -> bytes:
    """Lay a story out on A4 pages and return the PDF; the same story and stamp always give the same bytes."""
    covered()
    pages = _build(head, stamp, story, language, total=0)[1]
    return _build(head, stamp, story, language, total=pages)[0]


def _build(head: PageHead, stamp: Stamp, story: Story, language: str, total: int) -> tuple[bytes, int]:
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=head.title,
        author=one_line(stamp.printed_by),
        subject=one_line(f"Print {stamp.print_number}, {time_in_words(stamp.printed_at)}. {stamp.marking}"),
        creator="Casebook",
        lang=language,
        displayDocTitle=True,
        invariant=1,
        initialFontName=REGULAR,
    )
    frame = Frame(
        LEFT,
        BOTTOM,
        TEXT_WIDTH,
        PAGE_HEIGHT - TOP - BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def furnish(canvas: Any, _document: Any) -> None:
        _furnish(canvas, head, stamp, total)

    document.addPageTemplates(PageTemplate(id="page", frames=[frame], onPage=furnish))
    document.marks = count()
    document.afterFlowable = lambda flowable: _outline(document, flowable)
    document.build(_explained(story()))
    return target.getvalue(), int(document.page)


def _explained(parts: list[Flowable]) -> list[Flowable]:
    """The story, with a line at its end where characters stand as codes."""
    texts = (part.getPlainText() for part in parts if isinstance(part, Paragraph))
    return [*parts, Spacer(1, 14), Paragraph(CODES, SMALL_TEXT)] if any(map(stands_for, texts)) else parts


def _furnish(canvas: Any, head: PageHead, stamp: Stamp, total: int) -> None:
    canvas.setDateFormatter(lambda *_: f"D:{''.join(filter(str.isdigit, stamp.printed_at))[:14]}Z")
    canvas.saveState()
    marking = one_line(stamp.marking)
    for height in (PAGE_HEIGHT - 12 * mm, 8.5 * mm):
        _text(canvas, marking, PAGE_WIDTH / 2, height, BOLD, SMALL + 0.5, INK, anchor=0.5)
    _head_line(canvas, head)
    _foot_lines(canvas, head, stamp, total)
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    for height in (PAGE_HEIGHT - 21 * mm, 21.5 * mm):
        canvas.line(LEFT, height, _RIGHT_EDGE, height)
    canvas.restoreState()


def _head_line(canvas: Any, head: PageHead) -> None:
    height = PAGE_HEIGHT - 18.5 * mm
    subject = one_line(head.subject)
    _text(canvas, subject, _RIGHT_EDGE, height, BOLD, SMALL + 0.5, INK, anchor=1, room=TEXT_WIDTH * 0.45)
    if head.warning:
        _text(canvas, head.warning, LEFT, height, BOLD, SMALL + 0.5, WARNING, room=TEXT_WIDTH * 0.53)
    else:
        _text(canvas, head.name, LEFT, height, REGULAR, SMALL + 0.5, QUIET, room=TEXT_WIDTH * 0.53)


def _foot_lines(canvas: Any, head: PageHead, stamp: Stamp, total: int) -> None:
    printed = (
        f"Print {stamp.print_number} · printed by {stamp.printed_by} · {time_in_words(stamp.printed_at)}"
    )
    editions = one_line(editions_line(head.editions))
    if len(head.editions) > 1 and width(editions, REGULAR, SMALL - 0.5) > TEXT_WIDTH:
        named = [head.editions[0].programme, f"{len(head.editions)} instruments, named on the last page"]
        editions = one_line(" · ".join(part for part in named if part))
    page = f"Page {canvas.getPageNumber()} of {total}"
    _text(canvas, page, _RIGHT_EDGE, 17 * mm, REGULAR, SMALL, INK, anchor=1)
    _text(canvas, one_line(printed), LEFT, 17 * mm, REGULAR, SMALL, QUIET, room=TEXT_WIDTH - 90)
    _text(canvas, editions, LEFT, 13 * mm, REGULAR, SMALL - 0.5, QUIET, room=TEXT_WIDTH)


def editions_line(editions: Sequence[Edition]) -> str:
    """Editions on one line: the programme once, and each instrument with its version and fingerprint."""
    parts = [edition.programme for edition in editions if edition.programme.strip()]
    for edition in editions:
        parts += [f"{edition.instrument} {edition.version}", edition.fingerprint]
    return " · ".join(dict.fromkeys(parts))


def _text(
    canvas: Any,
    text: str,
    x: float,
    y: float,
    font: str,
    size: float,
    colour: Color,
    anchor: float = 0,
    room: float = TEXT_WIDTH,
) -> None:
    """Draw one line; where it is wider than its room it is set smaller, then cut with an ellipsis."""
    while width(text, font, size) > room and size > 6:
        size -= 0.25
    if width(text, font, size) > room:
        while text and width(text + "…", font, size) > room:
            text = text[:-1]
        text += "…"
    canvas.setFont(font, size)
    canvas.setFillColor(colour)
    canvas.drawString(x - anchor * width(text, font, size), y, text)


def _outline(document: Any, flowable: Any) -> None:
    """Give every heading an entry in the PDF's table of contents."""
    style = getattr(flowable, "style", None)
    if style not in (VIEW, SECTION):
        return
    canvas = document.canv
    inside = style is SECTION and getattr(document, "in_view", False)
    document.in_view = inside or style is VIEW
    mark = f"heading{next(document.marks)}"
    canvas.bookmarkPage(mark)
    canvas.addOutlineEntry(flowable.getPlainText(), mark, level=int(inside), closed=False)
