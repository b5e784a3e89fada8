"""Means of shares: exact until they are printed, rounded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from model.instruments.measure import Measure, MeasureKind
from model.instruments.programme import Programme
from model.measures.proportion import Range, Tally

Shares = Mapping[str, Fraction | None]
"""By measure id the exact share, between 0 and 1; None where no case counts."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of the exact shares of `parts`; `without_base` were left out, because no case counts in them.

    `share` is None where every part was left out.
    """

    measure: str
    share: Fraction | None
    parts: tuple[str, ...]
    without_base: tuple[str, ...]

    @property
    def percentage(self) -> int | None:
        """Whole per cent, half up, once, from the exact mean; None where nothing counts."""
        return None if self.share is None else whole_percent(self.share)


def whole_percent(share: Fraction) -> int:
    """A share as whole per cent, half up."""
    return (200 * share.numerator + share.denominator) // (2 * share.denominator)


def mean_of(measure: Measure, shares: Shares) -> Mean:
    """The mean over the parts of a measure. KeyError when a part has no share at all.

    Each part weighs the same, however many cases count in it (Northumbria 2013, appendix 5: an average over
    all relevant questions, or over the component criteria).
    """
    counted = [(part, share) for part in measure.of if (share := shares[part]) is not None]
    total = sum((share for _, share in counted), Fraction())
    return Mean(
        measure=measure.id,
        share=total / len(counted) if counted else None,
        parts=tuple(part for part, _ in counted),
        without_base=tuple(part for part in measure.of if shares[part] is None),
    )


def share_of(tally: Tally) -> Fraction | None:
    """The exact share above the line; None at base 0."""
    return Fraction(tally.above, tally.base) if tally.base else None


def means(programme: Programme, tallies: Mapping[str, Tally]) -> dict[str, Mean]:
    """Every mean of the programme all of whose parts are counted, each after the means that it rests on."""
    shares: dict[str, Fraction | None] = {name: share_of(tally) for name, tally in tallies.items()}
    found: dict[str, Mean] = {}
    for measure in in_order(programme):
        if all(part in shares for part in measure.of):
            found[measure.id] = mean_of(measure, shares)
            shares[measure.id] = found[measure.id].share
    return found


def in_order(programme: Programme) -> tuple[Measure, ...]:
    """The means of a programme, each after those that it rests on; the reader has refused circles."""
    left = {each.id: each for each in programme.measures if each.kind is MeasureKind.MEAN}
    found: list[Measure] = []
    while left:
        ready = [each for each in left.values() if not any(part in left for part in each.of)]
        found += ready
        for each in ready:
            del left[each.id]
    return tuple(found)


def leaves(programme: Programme, measure: Measure) -> tuple[Measure, ...]:
    """The proportions that a mean rests on in the end, each once; of any other measure itself."""
    found: dict[str, Measure] = {}
    waiting = [measure]
    for each in waiting:
        if each.kind is MeasureKind.MEAN:
            waiting += [programme.measure(part) for part in each.of]
        else:
            found[each.id] = each
    return tuple(found.values())


def possible_means(
    programme: Programme, tallies: Mapping[str, Tally], outstanding: Mapping[str, int]
) -> dict[str, Range]:
    """By id of each mean the percentages still possible while `outstanding` cases, by measure, may come.

    Where every awaited case stood below the line, and where every one stood above it.
    """
    worst, best = {}, {}
    for name, tally in tallies.items():
        awaited = outstanding.get(name, 0) + tally.unsettled
        worst[name] = Tally(name, tally.above, tally.base + awaited, {})
        best[name] = Tally(name, tally.above + awaited, tally.base + awaited, {})
    lowest, highest = means(programme, worst), means(programme, best)
    return {name: Range(lowest[name].percentage, highest[name].percentage) for name in lowest}
