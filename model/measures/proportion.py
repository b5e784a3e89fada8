"""What a rate is made of: which cases stand above and below the line, which are outside its base, and why."""

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.answers import Answers
from model.instruments.instrument import Instrument, Line, Question
from model.instruments.measure import Measure
from model.instruments.routing import State
from model.measures.counted import IN_ORDER, Sheets, Why, by_reason, why_outside


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one case adds to a rate: above, below, or outside with the reason."""

    line: Line
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts behind a rate: out of what, without whom and why. `outside` has case labels by reason."""

    measure: str
    above: int
    base: int
    outside: Mapping[Why, tuple[str, ...]]

    @property
    def below(self) -> int:
        """Cases below the line."""
        return self.base - self.above

    @property
    def cases(self) -> int:
        """All cases looked at: above, below and outside."""
        return self.base + sum(len(labels) for labels in self.outside.values())

    @property
    def percentage(self) -> int | None:
        """Whole per cent above the line; None when no case is in the base."""
        return percentage(self.above, self.base)

    @property
    def unsettled(self) -> int:
        """Cases that are outside for now only: not answered, not known, in conflict, to be asked again."""
        return sum(len(labels) for why, labels in self.outside.items() if why.is_unsettled)


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and highest whole percentage still possible; None when no case can count."""

    lowest: int | None
    highest: int | None


def percentage(above: int, base: int) -> int | None:
    """Whole per cent, half up, once, from the counts; None at base 0.

    Key question percentages are whole numbers (North West NPS 2019, annex 2); 87 of 120 prints as 73, where
    rounding half to even gives 72.
    """
    return None if base == 0 else (200 * above + base) // (2 * base)


def contribution(
    measure: Measure, instrument: Instrument, answers: Answers, found: dict[str, State] | None = None
) -> Contribution:
    """What one sheet adds to a rate. An absent or unsettled answer is never a No: it is in no base.

    `found` as in `routing.state_of`.
    """
    why = why_outside(measure, instrument, answers, found)
    if why is not None:
        return Contribution(Line.OUTSIDE, why)
    value = answers[measure.question].value
    codes = value if isinstance(value, tuple) else (str(value),)
    question = instrument.question(measure.question)
    lines = {_line_of(measure, question, code) for code in codes}
    for line in (Line.ABOVE, Line.BELOW):
        if line in lines:
            return Contribution(line)
    return Contribution(Line.OUTSIDE, Why.ANSWERED_OUTSIDE)


def _line_of(measure: Measure, question: Question, code: str) -> Line:
    """Where an option stands: by the measure's own line if it draws one, else by the option's."""
    if measure.above:
        if code in measure.above:
            return Line.ABOVE
        return Line.OUTSIDE if code in measure.outside else Line.BELOW
    option = question.option(code)
    return Line.OUTSIDE if option is None else option.line


def tally(measure: Measure, instrument: Instrument, sheets: Sheets) -> Tally:
    """Count a rate over sheets of one instrument. ValueError when a case is there twice."""
    return tally_of(measure, contributions(measure, instrument, sheets))


def tally_of(measure: Measure, contributions: Mapping[str, Contribution]) -> Tally:
    """Count a rate from what each case, by its label, adds to it."""
    lines = [each.line for each in contributions.values()]
    above = lines.count(Line.ABOVE)
    outside = by_reason((label, each.why) for label, each in contributions.items())
    return Tally(measure.id, above, above + lines.count(Line.BELOW), MappingProxyType(outside))


def moved(
    tally: Tally, label: str, before: Contribution, after: Contribution, places: Mapping[str, int]
) -> Tally:
    """The tally once one case adds `after` instead of `before`; `places` say in which order cases stand.

    The same as counting all of them again, without looking at the others.
    """
    outside = dict(tally.outside)
    if before.why is not None:
        there = outside[before.why]
        own = there.index(label)
        outside[before.why] = (*there[:own], *there[own + 1 :])
    if after.why is not None:
        there = outside.get(after.why, ())
        own = bisect(there, places[label], key=places.__getitem__)
        outside[after.why] = (*there[:own], label, *there[own:])
    return Tally(
        tally.measure,
        tally.above + (after.line is Line.ABOVE) - (before.line is Line.ABOVE),
        tally.base + (after.line is not Line.OUTSIDE) - (before.line is not Line.OUTSIDE),
        MappingProxyType({why: outside[why] for why in IN_ORDER if outside.get(why)}),
    )


def contributions(measure: Measure, instrument: Instrument, sheets: Sheets) -> dict[str, Contribution]:
    """What each sheet, by its label, adds to a rate. ValueError when a case is there twice."""
    found: dict[str, Contribution] = {}
    for label, answers in sheets:
        if label in found:
            raise ValueError(f"the case {label} is counted twice")
        found[label] = contribution(measure, instrument, answers)
    return found


def possible(tally: Tally, outstanding: int) -> Range:
    """The percentages still possible while `outstanding` more cases have not arrived.

    The cases that are outside only for now count as outstanding too.
    """
    awaited = outstanding + tally.unsettled
    base = tally.base + awaited
    return Range(percentage(tally.above, base), percentage(tally.above + awaited, base))
