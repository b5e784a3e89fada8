"""Results of several measures as one table: how often each factor was found, or a matrix of criteria."""

from dataclasses import dataclass
from fractions import Fraction

from model.documents.percentages import NO_SHARE, per_cent
from model.documents.reported import Reported, each_is, figure_words
from model.instruments.instrument import say
from model.instruments.measure import Order, ResultTable, Show, TableColumn, TableRow
from model.measures import Figure, Mean, Tally

SMALL = "†"
"""The sign behind a figure whose base is small."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row as it is printed."""

    title: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table as it is printed; `warning` says which bases are small, "" where none is."""

    id: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[FilledRow, ...]
    warning: str


def filled_table(table: ResultTable, found: Reported) -> FilledTable:
    """Fill a table of the programme with what was counted."""
    rows = list(table.rows)
    if table.order is Order.LARGEST_FIRST:
        rows.sort(key=lambda row: _size(row, table.columns[0], found), reverse=True)
    bases = sorted(set(_small_bases(table, found)))
    worth = ", ".join(f"of {base}, {each_is(base)}" for base in bases)
    return FilledTable(
        table.id,
        say(table.title),
        say(table.note),
        tuple(say(column.title) for column in table.columns),
        tuple(
            FilledRow(
                say(row.title),
                tuple(
                    cell(found, measure, column.show) if measure else ""
                    for measure, column in zip(row.measures, table.columns, strict=True)
                ),
            )
            for row in rows
        ),
        f"{SMALL} Small base: {worth}." if bases else "",
    )


def cell(found: Reported, measure: str, show: Show) -> str:
    """What stands in one cell. Where the base is small, the counts always stand there with a sign."""
    result = found.result(measure)
    if isinstance(result, Mean):
        return per_cent(result.percentage)
    if isinstance(result, Figure):
        return _figure(found, result, show)
    if result.base == 0:
        return NO_SHARE
    counts, share = f"{result.above} of {result.base}", per_cent(result.percentage)
    if found.is_small(result.base) and show in (Show.PERCENTAGE, Show.ALL):
        return f"{counts} ({share}) {SMALL}"
    return {
        Show.PERCENTAGE: share,
        Show.COUNT: str(result.above),
        Show.COUNT_AND_BASE: counts,
        Show.ALL: f"{counts} ({share})",
    }[show]


def _figure(found: Reported, result: Figure, show: Show) -> str:
    if show is Show.COUNT:
        return str(result.count)
    words = figure_words(found.programme.measure(result.measure), result)
    return words if show is Show.PERCENTAGE or not result.count else f"{words} ({_answers(result.count)})"


def _answers(count: int) -> str:
    return "1 answer" if count == 1 else f"{count} answers"


def _size(row: TableRow, column: TableColumn, found: Reported) -> Fraction:
    """How large the figure in the first column is; less than nothing where there is none."""
    if not row.measures[0]:
        return Fraction(-1)
    result = found.result(row.measures[0])
    if isinstance(result, Mean):
        return Fraction(-1) if result.share is None else result.share
    if isinstance(result, Figure):
        return Fraction(result.count) if column.show is Show.COUNT else result.mean or Fraction(-1)
    if column.show is Show.COUNT:
        return Fraction(result.above)
    return Fraction(result.above, result.base) if result.base else Fraction(-1)


def _small_bases(table: ResultTable, found: Reported) -> list[int]:
    results = [
        found.result(measure)
        for row in table.rows
        for measure, column in zip(row.measures, table.columns, strict=True)
        if measure and column.show in (Show.PERCENTAGE, Show.ALL)
    ]
    return [each.base for each in results if isinstance(each, Tally) and found.is_small(each.base)]
