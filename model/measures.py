"""What a rate is made of: which cases stand above and below the line, which are outside its base, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from model.answers import Answers
from model.instruments.instrument import Instrument, Line
from model.instruments.instrument_rules import rests_on
from model.instruments.measure import Measure
from model.instruments.programme import Programme
from model.instruments.routing import State, lacks_need, state_of

Sheets = Iterable[tuple[str, Answers]]
"""The label of a case and the answers of its assessment of record, each case once."""


class Why(StrEnum):
    """Why a case is outside the base of a rate."""

    NO_NEED = "no need"
    NOT_APPLICABLE = "not applicable"
    SET_ASIDE = "set aside"
    ANSWERED_OUTSIDE = "answered outside the base"
    NOT_ANSWERED = "not yet answered"
    NOT_KNOWN_YET = "not known yet"
    CONFLICT = "conflict"
    ASK_AGAIN = "ask again"

    @property
    def is_unsettled(self) -> bool:
        """True when the case may still come to stand above or below the line."""
        return self in (Why.NOT_ANSWERED, Why.NOT_KNOWN_YET, Why.CONFLICT, Why.ASK_AGAIN)


_WHY_OF_STATE = {
    State.NOT_APPLICABLE: Why.NOT_APPLICABLE,
    State.NOT_ANSWERED: Why.NOT_ANSWERED,
    State.NOT_KNOWN_YET: Why.NOT_KNOWN_YET,
    State.CONFLICT: Why.CONFLICT,
    State.ASK_AGAIN: Why.ASK_AGAIN,
}


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


def contribution(measure: Measure, instrument: Instrument, answers: Answers) -> Contribution:
    """What one sheet adds to a measure. An absent or unsettled answer is never a No: it is in no base."""
    state = state_of(instrument, answers, measure.question)
    if state is State.SET_ASIDE:
        no_need = lacks_need(instrument, answers, measure.question)
        return Contribution(Line.OUTSIDE, Why.NO_NEED if no_need else Why.SET_ASIDE)
    if state is not State.ANSWERED:
        return Contribution(Line.OUTSIDE, _WHY_OF_STATE[state])
    option = instrument.question(measure.question).option(str(answers[measure.question].value))
    if option is None or option.line is Line.OUTSIDE:
        return Contribution(Line.OUTSIDE, Why.ANSWERED_OUTSIDE)
    return Contribution(option.line)


def tally(measure: Measure, instrument: Instrument, sheets: Sheets) -> Tally:
    """Count a measure over sheets of one instrument. ValueError when a case is there twice."""
    return tally_of(measure, _contributions(measure, instrument, sheets))


def tally_of(measure: Measure, contributions: Mapping[str, Contribution]) -> Tally:
    """Count a measure from what each case, by its label, adds to it."""
    lines = [each.line for each in contributions.values()]
    outside: dict[Why, tuple[str, ...]] = {}
    for why in Why:
        labels = tuple(label for label, each in contributions.items() if each.why is why)
        if labels:
            outside[why] = labels
    above = lines.count(Line.ABOVE)
    return Tally(measure.id, above, above + lines.count(Line.BELOW), MappingProxyType(outside))


def _contributions(measure: Measure, instrument: Instrument, sheets: Sheets) -> dict[str, Contribution]:
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


def fed_by(programme: Programme, instrument: Instrument) -> Mapping[str, tuple[Measure, ...]]:
    """By question id, the measures that an answer to it can change.

    These are the measures over the question itself and over every question that rests on it, however far.
    """
    index: dict[str, tuple[Measure, ...]] = {}
    for measure in programme.measures:
        if measure.question not in instrument.questions:
            continue
        reached = [measure.question]
        for name in reached:
            index[name] = (*index.get(name, ()), measure)
            reached.extend(other for other in rests_on(instrument.question(name)) if other not in reached)
    return MappingProxyType(index)


@dataclass(frozen=True, slots=True)
class Counts:
    """The tallies of all measures over many sheets, able to take one changed sheet at a time."""

    instrument: Instrument
    feeds: Mapping[str, tuple[Measure, ...]]
    contributions: Mapping[str, Mapping[str, Contribution]]
    tallies: Mapping[str, Tally]

    def recount(self, label: str, answers: Answers, changed: str) -> "Counts":
        """The counts after the answer to the question `changed` on one case's sheet has changed.

        Only the measures that the question feeds are worked out anew. KeyError when the case was not counted
        before.
        """
        contributions = dict(self.contributions)
        tallies = dict(self.tallies)
        for measure in self.feeds.get(changed, ()):
            before = self.contributions[measure.id]
            after = contribution(measure, self.instrument, answers)
            if before[label] != after:
                contributions[measure.id] = {**before, label: after}
                tallies[measure.id] = tally_of(measure, contributions[measure.id])
        return Counts(self.instrument, self.feeds, contributions, tallies)


def count(programme: Programme, instrument: Instrument, sheets: Sheets) -> Counts:
    """Count every measure of the programme that this instrument feeds. ValueError for a case twice."""
    held = tuple(sheets)
    measures = [measure for measure in programme.measures if measure.question in instrument.questions]
    contributions = {measure.id: _contributions(measure, instrument, held) for measure in measures}
    tallies = {measure.id: tally_of(measure, contributions[measure.id]) for measure in measures}
    return Counts(instrument, fed_by(programme, instrument), contributions, tallies)
