"""The pieces that documents are laid out from: headings, hanging items, quotations, notes, the closing."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    Paragraph,
    Spacer,
)

from model.documents.wording import Edition, Wording, key_to_marks, not_supplied
from ui.paper.fonts import BOLD, REGULAR, width
from ui.paper.page import editions_line
from ui.paper.tables import grid
from ui.paper.text import marked_up, one_line, paragraphs_of
from ui.paper.typography import (
    BODY_TEXT,
    BOTTOM,
    BOXES,
    CHOICES,
    HUNG,
    HUNG_SMALL,
    KICKER,
    LABEL,
    PAGE_HEIGHT,
    QUIET,
    SECTION,
    SMALL_TEXT,
    STRONG,
    TEXT_WIDTH,
    TITLE_LINE,
    TOP,
    VALUE,
    WARNING_LINE,
)

Flowables = list[Flowable]

_LARGEST_KEPT = (PAGE_HEIGHT - TOP - BOTTOM) * 0.7
_FIRST_LINES = 64.0
"""A gap, a line that says whose words follow, and three lines of them: fewer than four are never parted."""
_FIRST_PARTS = 4
_BESIDE_CODE = 4.0
_LONG_LABEL = 30


def gap(points: float) -> Flowable:
    """Empty space."""
    return Spacer(1, points)


def line(text: str, style: ParagraphStyle = BODY_TEXT, code: str = "") -> Flowable:
    """One paragraph of text from people; `code` stands to its left where the style hangs."""
    return Paragraph(marked_up(text), style, bulletText=one_line(code) if code else None)


def prose(text: str, style: ParagraphStyle = BODY_TEXT, code: str = "") -> Flowables:
    """A text of any length, one paragraph for each line, so that it flows over as many pages as it needs.

    `code` hangs to the left of the first line; nothing but blanks still leaves room for one line.
    """
    lines = paragraphs_of(text)
    first, *more = lines if any(lines) else ["\u00a0"]
    return [
        *_hung(first or "\u00a0", style, code),
        *(Paragraph(each, style) if each else gap(style.leading / 2) for each in more),
    ]


def _hung(markup: str, style: ParagraphStyle, code: str) -> Flowables:
    """A paragraph with its code to the left, or above it where the code is wider than its column."""
    code = one_line(code)
    if not code or width(code, BOLD, style.bulletFontSize) <= style.leftIndent - _BESIDE_CODE:
        return [Paragraph(markup, style, bulletText=code or None)]
    return [line(code, STRONG), Paragraph(markup, style)]


def kept(head: Flowables, flowing: Flowables | None = None, room: float = _FIRST_LINES) -> Flowables:
    """The parts of `head`, on a new page unless they fit on this one with the first lines of what follows.

    `flowing` may be of any length and breaks where the page ends; at least `room` points of it (or all, if it
    is shorter) stay with the head. A head that is taller than most of a page is not moved.
    """
    flowing = flowing or []
    following = min(sum(_height(part) for part in flowing[:_FIRST_PARTS]), room)
    needed = sum(_height(part) for part in head) + following
    return [CondPageBreak(min(needed, _LARGEST_KEPT)), *head, *flowing]


def is_short(parts: Flowables) -> bool:
    """Whether the parts take up so little of a page that they can be kept together with what follows."""
    return bool(sum(_height(part) for part in parts) < _LARGEST_KEPT / 2)


def _height(flowable: Any) -> float:
    tall = flowable.wrap(TEXT_WIDTH, 10_000)[1]
    return float(tall + flowable.getSpaceBefore() + flowable.getSpaceAfter())


def title_block(
    kicker: str, title: str, particulars: Sequence[tuple[str, str]], warning: str = ""
) -> Flowables:
    """The head of a document: what it is, what it is about, and a row of particulars as (label, value)."""
    block: Flowables = [line(kicker, KICKER), gap(2), line(title, TITLE_LINE)]
    if warning:
        block += [gap(4), line(warning, WARNING_LINE)]
    filled = [(label, value) for label, value in particulars if value]
    if filled:
        cells = [[line(label, LABEL), line(value, VALUE)] for label, value in filled]
        block += [gap(10), grid(cells, across=len(cells))]
    return block


def heading(text: str, follows: float = 60, style: ParagraphStyle = SECTION) -> Flowables:
    """A section's heading, never left alone at the foot of a page: it asks for `follows` points under it."""
    words = line(text, style)
    return [CondPageBreak(_height(words) + follows), words]


def quoted(wording: Wording, style: ParagraphStyle = HUNG) -> Flowables:
    """A question with its code hanging to the left and the mark of its standing small behind it."""
    return _hung(_with_mark(wording), style, wording.marked_code)


def with_mark_in(
    wording: Wording, style: ParagraphStyle, notes: Sequence[int] = (), *, code: bool = False
) -> Flowable:
    """A wording with its mark, for a cell; `notes` are numbers of footnotes; its code comes if asked."""
    before = f"{marked_up(wording.marked_code)}\u00a0\u00a0" if code else ""
    return Paragraph(before + _with_mark(wording) + _raised(notes), style)


def raised(text: str, notes: Sequence[int], style: ParagraphStyle) -> Flowable:
    """A text with the numbers of its footnotes raised behind it."""
    return Paragraph(marked_up(text) + _raised(notes), style)


def footnote(number: int, text: str) -> Flowable:
    """A footnote behind its number."""
    return Paragraph(f"{_raised([number])}\u00a0{marked_up(text)}", SMALL_TEXT)


def _raised(notes: Sequence[int]) -> str:
    return f"<super>{', '.join(map(str, notes))}</super>" if notes else ""


def _with_mark(wording: Wording) -> str:
    mark = f'\u00a0<font color="{_hex(QUIET)}" name="{REGULAR}">{marked_up(wording.mark)}</font>'
    return marked_up(wording.text) + (mark if wording.mark else "")


def _hex(colour: Any) -> str:
    return f"#{colour.hexval()[2:]}"


def choices(labels: Sequence[str]) -> Flowable:
    """Choices to tick by hand, each behind a small open circle."""
    return Paragraph(
        "\u00a0\u00a0\u00a0\u00a0 ".join(f"\u25cb\u00a0{_unbroken(label)}" for label in labels), CHOICES
    )


def boxes(labels: Sequence[str]) -> Flowables:
    """Answers to tick by hand, each behind a box: short ones in a row, long ones under each other."""
    ticked = [f"\u25a1\u00a0{marked_up(label)}" for label in labels]
    if any(len(label) > _LONG_LABEL for label in labels):
        return [Paragraph(each, BOXES) for each in ticked]
    return [Paragraph("\u00a0\u00a0\u00a0 ".join(ticked), BOXES)]


def _unbroken(label: str) -> str:
    return marked_up(label).replace(" ", "\u00a0")


def closing(wordings: Iterable[Wording], editions: Iterable[Edition]) -> Flowables:
    """The end of a document: what the marks mean, which instruments, and whose words under which licence."""
    shown, quoted = tuple(wordings), tuple(editions)
    key = [Paragraph(_explained(mark, sentence), SMALL_TEXT) for mark, sentence in key_to_marks(shown)]
    key += [line(sentence, SMALL_TEXT) for sentence in not_supplied(shown)]
    licences = dict.fromkeys(said for edition in quoted for said in edition.attribution.splitlines() if said)
    if len(quoted) > 1:
        key += [line(editions_line([each]), SMALL_TEXT) for each in quoted]
    parts = [*key, *(line(licence, SMALL_TEXT) for licence in licences)]
    return kept([gap(18), line("Whose words these are", LABEL), gap(2), *parts]) if parts else []


def _explained(mark: str, sentence: str) -> str:
    return f"{marked_up(mark)}\u00a0\u00a0{marked_up(sentence)}" if mark else marked_up(sentence)


def note_meta(*parts: str) -> Flowable:
    """The small line over a note: where it was found, of which day it tells."""
    return line(" · ".join(part for part in parts if part), HUNG_SMALL)
