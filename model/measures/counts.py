"""All measures over many sheets, able to take one changed sheet at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from model.answers import Answers
from model.instruments.conditions import questions_of
from model.instruments.instrument import Instrument
from model.instruments.instrument_rules import rests_on
from model.instruments.measure import Measure, MeasureKind
from model.instruments.programme import Programme
from model.instruments.routing import State
from model.measures.counted import Sheets
from model.measures.figure import Figure, Number, figure_of, number, numbers
from model.measures.mean import Mean, in_order, leaves, mean_of, means, share_of
from model.measures.proportion import Contribution, Tally, contribution, contributions, moved, tally_of

Feeds = Mapping[str, tuple[Measure, ...]]
"""By question id, the measures that an answer to it can change; a mean stands after what it is of."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that a programme measures, by measure id: rates, figures and means."""

    tallies: Mapping[str, Tally]
    figures: Mapping[str, Figure]
    means: Mapping[str, Mean]


@dataclass(frozen=True, slots=True)
class Counts:
    """The measures of one instrument over many sheets, and what each sheet adds to each of them.

    Means are there when everything that they rest on is counted with this instrument.
    """

    instrument: Instrument
    places: Mapping[str, int]
    """Where each sheet stands among them all, by its label."""
    feeds: Feeds
    contributions: Mapping[str, Mapping[str, Contribution]]
    tallies: Mapping[str, Tally]
    numbers: Mapping[str, Mapping[str, Number]]
    figures: Mapping[str, Figure]
    means: Mapping[str, Mean]

    def recount(self, label: str, answers: Answers, changed: str) -> "Counts":
        """The counts after the answer to the question `changed` on one case's sheet has changed.

        Only the measures that the question feeds are worked out anew. KeyError when the case was not counted
        before.
        """
        held_contributions, tallies = dict(self.contributions), dict(self.tallies)
        held_numbers, figures, found = dict(self.numbers), dict(self.figures), dict(self.means)
        changed_shares: set[str] = set()
        states: dict[str, State] = {}
        for measure in self.feeds.get(changed, ()):
            if measure.kind is MeasureKind.MEAN:
                if not changed_shares.isdisjoint(measure.of):
                    found[measure.id] = _mean(measure, tallies, found)
                    changed_shares.add(measure.id)
            elif measure.kind is MeasureKind.FIGURE:
                typed = number(measure, self.instrument, answers)
                if self.numbers[measure.id][label] != typed:
                    held_numbers[measure.id] = {**self.numbers[measure.id], label: typed}
                    figures[measure.id] = figure_of(measure, held_numbers[measure.id])
            else:
                after = contribution(measure, self.instrument, answers, states)
                before = self.contributions[measure.id]
                if before[label] != after:
                    held_contributions[measure.id] = {**before, label: after}
                    tallies[measure.id] = moved(
                        self.tallies[measure.id], label, before[label], after, self.places
                    )
                    changed_shares.add(measure.id)
        return replace(
            self,
            contributions=held_contributions,
            tallies=tallies,
            numbers=held_numbers,
            figures=figures,
            means=found,
        )


def count(programme: Programme, instrument: Instrument, sheets: Sheets) -> Counts:
    """Count every measure of the programme that this instrument feeds. ValueError for a case twice."""
    held = tuple(sheets)
    own = [measure for measure in programme.measures if measure.question in instrument.questions]
    rates = [measure for measure in own if measure.kind is MeasureKind.PROPORTION]
    sums = [measure for measure in own if measure.kind is MeasureKind.FIGURE]
    added = {measure.id: contributions(measure, instrument, held) for measure in rates}
    typed = {measure.id: numbers(measure, instrument, held) for measure in sums}
    tallies = {measure.id: tally_of(measure, added[measure.id]) for measure in rates}
    figures = {measure.id: figure_of(measure, typed[measure.id]) for measure in sums}
    feeds = fed_by(programme, instrument)
    places = {label: place for place, (label, _) in enumerate(held)}
    return Counts(instrument, places, feeds, added, tallies, typed, figures, means(programme, tallies))


def together(programme: Programme, counts: Iterable[Counts]) -> Results:
    """The results over several instruments: a mean may rest on measures of more than one."""
    tallies: dict[str, Tally] = {}
    figures: dict[str, Figure] = {}
    for each in counts:
        tallies.update(each.tallies)
        figures.update(each.figures)
    return Results(tallies, figures, means(programme, tallies))


def fed_by(programme: Programme, instrument: Instrument) -> Feeds:
    """By question id, the measures that an answer to it can change.

    These are the measures over the question itself, those that are among the cases of which it says
    something, those over every question that rests on it, however far, and the means above all of these.
    """
    index: dict[str, tuple[Measure, ...]] = {}
    for measure in programme.measures:
        if measure.question in instrument.questions:
            for name in questions_behind(measure, instrument):
                index[name] = (*index.get(name, ()), measure)
    for measure in in_order(programme):
        parts = leaves(programme, measure)
        if all(part.question in instrument.questions for part in parts):
            for name in dict.fromkeys(name for part in parts for name in questions_behind(part, instrument)):
                index[name] = (*index[name], measure)
    return MappingProxyType(index)


def questions_behind(measure: Measure, instrument: Instrument) -> list[str]:
    """The questions whose answers can change what a sheet adds to a rate or a figure."""
    reached = list(dict.fromkeys((measure.question, *questions_of(measure.among))))
    for name in reached:
        reached.extend(other for other in rests_on(instrument.question(name)) if other not in reached)
    return reached


def _mean(measure: Measure, tallies: Mapping[str, Tally], found: Mapping[str, Mean]) -> Mean:
    shares = {part: found[part].share if part in found else share_of(tallies[part]) for part in measure.of}
    return mean_of(measure, shares)
