"""How the facts of a case stand on paper: what the provider's list says beside what was found."""

from collections.abc import Sequence

from model.documents.facts import Fact
from ui.paper.blocks import Flowables, line, with_mark_in
from ui.paper.tables import code_column, grid, table
from ui.paper.typography import CELL, CELL_HEAD, CELL_QUIET, LABEL, TEXT_WIDTH

NOTHING = "\u2013"


def facts_table(facts: Sequence[Fact]) -> Flowables:
    """The facts as one table; empty when there are none."""
    if not facts:
        return []
    codes = code_column(fact.wording.marked_code for fact in facts)
    rest = TEXT_WIDTH - codes
    columns = (codes, rest * 0.44, rest * 0.28, rest * 0.28)
    head = [line(words, CELL_HEAD) for words in ("Item", "", "In the provider's list", "Found")]
    return [table(head, [_row(fact) for fact in facts], columns)]


def _row(fact: Fact) -> list[object]:
    return [
        line(fact.wording.marked_code, CELL_QUIET),
        with_mark_in(fact.wording, CELL),
        line(fact.listed or NOTHING, CELL if fact.listed else CELL_QUIET),
        line(fact.found or NOTHING, CELL if fact.found else CELL_QUIET),
    ]


def facts_grid(facts: Sequence[Fact]) -> Flowables:
    """The facts in little room, three to a row: what was found, and what the list says where it differs."""
    cells = [[with_mark_in(fact.wording, LABEL, code=True), line(_both(fact), CELL)] for fact in facts]
    return [grid(cells)] if cells else []


def _both(fact: Fact) -> str:
    if fact.found and fact.listed and fact.found != fact.listed:
        return f"{fact.found} (list: {fact.listed})"
    return fact.found or (f"{fact.listed} (list)" if fact.listed else NOTHING)
