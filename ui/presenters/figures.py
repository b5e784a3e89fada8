"""What a figure answers when it is asked: out of what, without whom, why, and what would change it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.documents.dates import time_in_words
from model.documents.percentages import per_cent
from model.documents.reported import Statement, each_is
from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.instruments.programme import Band, Programme
from model.measures import Figure, Mean, Range, Tally, Why, one_decimal, percentage
from model.ratings import MeasureRating, Rating
from ui.presenters.sizes import counted

NOT_RATED = "Not rated"

_OUTSIDE: Mapping[Why, str] = {
    Why.NO_NEED: "in which there was no need",
    Why.NOT_APPLICABLE: "not applicable, with a reason",
    Why.SET_ASIDE: "in which it is not asked",
    Why.ANSWERED_OUTSIDE: "answered with what counts neither way",
    Why.NOT_AMONG: "not in the group that this is about",
    Why.NOT_ANSWERED: "not answered",
    Why.NOT_KNOWN_YET: "not known yet whether it is asked",
    Why.CONFLICT: "with two answers that differ, not decided",
    Why.ASK_AGAIN: "to be answered again",
    Why.OTHER_VERSION: "closed under a version that did not ask it",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One answer that a figure gives when it is asked: the question, and the answer in words."""

    asked: str
    words: str


def label(band: Band | None) -> str:
    """Say a band, or that there is none."""
    return NOT_RATED if band is None else say(band.label)


def told_of_rating(programme: Programme, tallies: Mapping[str, Tally], rated: Rating) -> Iterable[Told]:
    """Yield how a standard comes to its rating, and what a panel should know of it."""
    codes = {measure.id: measure.code for measure in programme.measures}
    lowest = [f"{codes[name]} ({per_cent(tallies[name].percentage)})" for name in rated.lowest]
    if lowest:
        yield Told("How it is rated", f"By its lowest key question: {', '.join(lowest)}.")
    else:
        yield Told("How it is rated", "Not at all yet: no case counts in any of its key questions.")
    if rated.without_base:
        names = ", ".join(codes[name] for name in rated.without_base)
        yield Told("Left out", f"{names}: no case counts there.")
    if rated.flips:
        words = " ".join(
            f"One case more answered {'yes' if flip.one_more else 'no'} in {codes[flip.measure]}: "
            f"{label(flip.band)}."
            for flip in rated.flips
        )
        yield Told("What would change it", words)
    elif rated.band is not None:
        yield Told("What would change it", "No single case judged otherwise would change this rating.")
    for boundary in rated.near:
        yield Told("Near a boundary", _distance(programme, tallies[boundary.measure], boundary.at_least))
    if rated.rounding_decided:
        yield Told("Rounding", "Rounding to a whole per cent decided this rating.")


def told_of_rate(
    programme: Programme,
    measure: Measure,
    tally: Tally,
    rated: MeasureRating,
    span: Range,
    unit: str = "case",
) -> Iterable[Told]:
    """Yield out of what a rate is, without whom and why, what would change it, and what is still possible.

    `unit` is what is counted: cases, officers, occasions.
    """
    yield Told(
        "Out of what", f"{counted(tally.base, unit)} of {tally.cases} received. {say(measure.base)}".strip()
    )
    if 0 < tally.base < programme.small_base:
        yield Told("Small base", f"Of {counted(tally.base, unit)}, {each_is(tally.base, unit)}.")
    yield Told("Without whom, and why", _without(tally.outside, unit))
    if rated.flips:
        words = " ".join(
            f"One case judged {'yes instead of no' if flip.one_more else 'no instead of yes'} makes it "
            f"{per_cent(_moved(tally, 1 if flip.one_more else -1))} and {label(flip.band)}."
            for flip in rated.flips
        )
        yield Told("What would change it", words)
    elif rated.band is not None:
        yield Told(
            "What would change it",
            f"No single case judged otherwise would change the band; one is worth about {_worth(tally)}.",
        )
    for boundary in rated.near:
        yield Told("Near a boundary", _distance(programme, tally, boundary.at_least))
    if rated.rounding_decided:
        exact, counted_as = per_cent(100 * tally.above / tally.base, 2), per_cent(tally.percentage)
        yield Told("Rounding", f"Rounding decided the band: exactly it is {exact}, counted as {counted_as}.")
    yield from _still_possible(span)


def told_of_mean(programme: Programme, measure: Measure, mean: Mean, span: Range) -> Iterable[Told]:
    """Yield how a mean is worked out, what is left out of it, and what is still possible."""
    yield Told("How it is worked out", f"{say(measure.method)} {say(measure.base)}".strip())
    if mean.without_base:
        names = ", ".join(programme.measure(name).code for name in mean.without_base)
        yield Told("Left out", f"{names}: no case counts there.")
    yield from _still_possible(span)


def told_of_figure(measure: Measure, figure: Figure, unit: str) -> Iterable[Told]:
    """Yield what a figure is of, and without whom and why."""
    both = f"their sum is {one_decimal(figure.total)}"
    if figure.mean is not None:
        both += f", their mean {one_decimal(figure.mean)}"
    yield Told("Out of what", f"{counted(figure.count, 'answer')}: {both}. {say(measure.base)}".strip())
    yield Told("Without whom, and why", _without(figure.outside, unit))


def told_of_statement(statement: Statement | None) -> Iterable[Told]:
    """Yield who proposed a rating or wrote a verdict, and whether that may still change."""
    if statement is None:
        yield Told("Who proposes it", "Nobody has yet: it is an answer in the assessment of the inspection.")
        return
    yield Told("Who proposed it", f"{statement.author}, {time_in_words(statement.time)}.")
    if not statement.complete:
        yield Told("Not complete", "The assessment of the inspection that it stands in is not complete yet.")


def _still_possible(span: Range) -> Iterable[Told]:
    if span.lowest != span.highest:
        yield Told(
            "Still possible",
            f"From {per_cent(span.lowest)} to {per_cent(span.highest)}, "
            "whatever the cases that are waiting turn out to be.",
        )


def _without(outside: Mapping[Why, tuple[str, ...]], unit: str) -> str:
    if not outside:
        return f"Nobody: every {unit} received counts here."
    parts = ((len(labels), _OUTSIDE[why], sorted(labels)) for why, labels in outside.items())
    return " ".join(f"{count} {reason}: {', '.join(labels)}." for count, reason, labels in parts)


def _moved(tally: Tally, step: int) -> int | None:
    return percentage(tally.above + step, tally.base)


def _worth(tally: Tally) -> str:
    share = 100 / tally.base
    return f"{share:.1f} percentage points" if share < 10 else f"{share:.0f} percentage points"


def _distance(programme: Programme, tally: Tally, at_least: int) -> str:
    """How far a rate lies from where a band begins."""
    share = tally.percentage or 0
    above = next(band for band in programme.bands if band.at_least == at_least)
    points = counted(abs(share - at_least), "point")
    if share == at_least:
        return f"{per_cent(share)} is exactly where {label(above)} begins."
    side = "above" if share > at_least else "below"
    return f"{per_cent(share)} lies {points} {side} {per_cent(at_least)}, where {label(above)} begins."
