"""Tables on the grid of the page: results and facts with light rules, questions with answers, ruled space."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.platypus import Flowable, Table

from ui.paper.fonts import REGULAR, width
from ui.paper.typography import (
    ANSWER_COLUMN,
    BODY_WIDTH,
    BOTTOM,
    CELL_QUIET,
    COLUMN,
    HAIRLINE,
    INK,
    PAGE_HEIGHT,
    RULE,
    RULE_GAP,
    TEXT_WIDTH,
    TOP,
)

Cell = Any
"""A flowable, a list of them one under the other, or "" for an empty cell."""

_BETWEEN = 12.0
_TALLEST_ROW = (PAGE_HEIGHT - TOP - BOTTOM) * 0.85


def table(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    columns: Sequence[float],
    style: Sequence[tuple[Any, ...]] = (),
    padding: float = 4,
) -> Flowable:
    """A table with light rules between its rows; its head is repeated on each page; columns are in points."""
    rules = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIRLINE),
        ("RIGHTPADDING", (0, 0), (-2, -1), _BETWEEN),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
    return _table([list(head), *map(list, rows)], columns, [*rules, *style], repeat=1)


def code_column(codes: Iterable[str], least: float = 36.0) -> float:
    """Return the width in points of a column in which no code is broken, and `least` at the least."""
    widest = max((width(code, REGULAR, CELL_QUIET.fontSize) for code in codes), default=0.0)
    return max(least, widest + _BETWEEN + 1)


def row(code: Cell, wording: Cell, answer: Cell) -> Flowable:
    """A question and its answer side by side: code, wording, answer, each in its column of the grid."""
    columns = [COLUMN, BODY_WIDTH - ANSWER_COLUMN, ANSWER_COLUMN]
    style = [("RIGHTPADDING", (0, 0), (1, 0), _BETWEEN), ("TOPPADDING", (0, 0), (-1, -1), 3)]
    return _table([[code, wording, answer]], columns, style)


def grid(cells: Sequence[Cell], across: int = 3) -> Flowable:
    """Cells in rows of `across`, of equal width, without rules."""
    filled = [*cells, *[""] * (-len(cells) % across)]
    rows = [filled[start : start + across] for start in range(0, len(filled), across)]
    style = [("RIGHTPADDING", (0, 0), (-1, -1), _BETWEEN), ("TOPPADDING", (0, 0), (-1, -1), 0)]
    return _table(rows, [TEXT_WIDTH / across] * across, [*style, ("BOTTOMPADDING", (0, 0), (-1, -1), 8)])


def ruled(lines: int, indent: float = COLUMN) -> Flowable:
    """Ruled space to write on by hand; it may break between two lines."""
    style = [("LINEBELOW", (-1, 0), (-1, -1), 0.5, RULE)]
    return _table([["", ""]] * lines, [indent, TEXT_WIDTH - indent], style, heights=[RULE_GAP] * lines)


def _table(
    cells: list[list[Cell]],
    columns: Sequence[float],
    style: Sequence[tuple[Any, ...]],
    heights: Sequence[float] | None = None,
    repeat: int = 0,
) -> Flowable:
    """A row goes to the next page whole; only where one is taller than a page may rows break inside."""
    measured = (_height(cell, room) for each in cells for cell, room in zip(each, columns, strict=True))
    return Table(
        cells,
        colWidths=list(columns),
        rowHeights=heights,
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            *style,
        ],
        repeatRows=repeat,
        splitInRow=int(any(height > _TALLEST_ROW for height in measured)),
        hAlign="LEFT",
    )


def _height(cell: Cell, room: float) -> float:
    parts = cell if isinstance(cell, list) else [cell]
    return float(sum(part.wrap(room - _BETWEEN, 10_000)[1] for part in parts if part != ""))
