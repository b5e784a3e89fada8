"""What a programme counts: measures over answers, and the tables that their results are printed in."""

from dataclasses import dataclass, field
from enum import StrEnum

from model.instruments.conditions import Condition
from model.instruments.instrument import Text, no_text


class MeasureKind(StrEnum):
    """How a measure is worked out from answers."""

    PROPORTION = "proportion"  # above the line ÷ those in the base
    MEAN = "mean"  # of other measures' exact shares
    FIGURE = "figure"  # sum and mean of numbers


class FigureShown(StrEnum):
    """Which figure of the answers to a number is printed."""

    MEAN = "mean"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Measure:
    """A rate or a figure worked out from answers; `base` says in words which cases count.

    A proportion is of one `question`: by `above` and `outside` where the measure draws its own line, else by
    the lines of the options; `among` narrows the base. A figure is of one `question` that asks for a number.
    A mean has no question (""): it is `of` other measures, by a `method` told in words. `title` is printed
    instead of the question's wording.
    """

    id: str
    code: str
    kind: MeasureKind
    question: str
    base: Text
    title: Text = field(default_factory=no_text)
    above: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    among: Condition | None = None
    of: tuple[str, ...] = ()
    method: Text = field(default_factory=no_text)
    show: FigureShown = FigureShown.MEAN
    provider_types: tuple[str, ...] = ()


class Show(StrEnum):
    """What stands in a column of a table of results."""

    PERCENTAGE = "percentage"
    COUNT = "count"
    COUNT_AND_BASE = "count_and_base"
    ALL = "all"


class Order(StrEnum):
    """The order in which the rows of a table of results are printed."""

    AS_WRITTEN = "as written"
    LARGEST_FIRST = "largest first"  # by the first column


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its heading, and what is shown of each measure in it."""

    title: Text
    show: Show


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a measure for each column, "" where the cell stays empty."""

    title: Text
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """Results of several measures printed together, such as how often each factor was found."""

    id: str
    title: Text
    note: Text
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    order: Order = Order.AS_WRITTEN
    provider_types: tuple[str, ...] = ()
