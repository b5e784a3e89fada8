"""What a figure is made of: the numbers that were answered, and who is without one, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from model.answers import Answers
from model.instruments.instrument import Instrument
from model.instruments.measure import Measure
from model.measures.counted import Sheets, Why, by_reason, why_outside


@dataclass(frozen=True, slots=True)
class Number:
    """What one sheet adds to a figure: its number exactly as it was typed, or None with the reason."""

    value: Fraction | None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers added up: their exact sum, how many there are, and who is outside and why."""

    measure: str
    total: Fraction
    count: int
    outside: Mapping[Why, tuple[str, ...]]

    @property
    def mean(self) -> Fraction | None:
        """The exact mean of the numbers; None when there is none."""
        return None if self.count == 0 else self.total / self.count


def number(measure: Measure, instrument: Instrument, answers: Answers) -> Number:
    """What one sheet adds to a figure. An absent or unsettled answer is never a nought."""
    why = why_outside(measure, instrument, answers)
    return Number(None, why) if why is not None else Number(Fraction(str(answers[measure.question].value)))


def numbers(measure: Measure, instrument: Instrument, sheets: Sheets) -> dict[str, Number]:
    """What each sheet, by its label, adds to a figure. ValueError when a sheet is there twice."""
    found: dict[str, Number] = {}
    for label, answers in sheets:
        if label in found:
            raise ValueError(f"the sheet {label} is counted twice")
        found[label] = number(measure, instrument, answers)
    return found


def figure_of(measure: Measure, numbers: Mapping[str, Number]) -> Figure:
    """Add up a figure from what each sheet adds to it."""
    values = [each.value for each in numbers.values() if each.value is not None]
    outside = by_reason((label, each.why) for label, each in numbers.items())
    return Figure(measure.id, sum(values, Fraction()), len(values), MappingProxyType(outside))


def one_decimal(value: Fraction) -> str:
    """A figure as it is printed: one decimal, half up; none where it is whole."""
    tenths = (20 * value + 1) // 2
    whole, tenth = divmod(abs(tenths), 10)
    sign = "−" if tenths < 0 else ""
    return f"{sign}{whole}.{tenth}" if tenth else f"{sign}{whole}"
