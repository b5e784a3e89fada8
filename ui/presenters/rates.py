"""One measure as a row of the results: its figure with the counts beside it, and what stands behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.documents.percentages import per_cent
from model.documents.reported import Reported, each_is, figure_words
from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.measures import Figure, Mean, Range, Tally
from model.ratings import measure_rating
from ui.presenters.case_words import Said
from ui.presenters.figures import Told, label, told_of_figure, told_of_mean, told_of_rate
from ui.presenters.sizes import counted


@dataclass(frozen=True, slots=True)
class RateRow:
    """A measure. `share` is whole per cent, None where no case counts; `lowest` decides the rating.

    `percentage` is the figure as it is printed, and `count` what it is out of. `band` is "" where there are
    none. `depth` is 1 for what a mean is of, and so on; `note` says how a mean is worked out, and
    `warning` that a base is small.
    """

    id: str
    code: str
    words: str
    note: str
    warning: str
    depth: int
    share: int | None
    percentage: str
    count: str
    band: str
    possible: str
    span: tuple[int, int] | None
    """The lowest and highest per cent still possible, None where that is settled."""
    lowest: bool
    flags: tuple[Said, ...]
    told: tuple[Told, ...]


def rate_row(found: Reported, measure: Measure, depth: int = 0, *, lowest: bool = False) -> RateRow:
    """Return the row of a measure that was counted."""
    result = found.result(measure.id)
    if isinstance(result, Tally):
        return _rate(found, measure, result, depth, lowest=lowest)
    is_mean = isinstance(result, Mean)
    span = found.spans[measure.id] if is_mean else Range(None, None)
    return RateRow(
        id=measure.id,
        code=measure.code,
        words=found.wording(measure).text or measure.code,
        note=say(measure.method),
        warning="",
        depth=depth,
        share=result.percentage if isinstance(result, Mean) else None,
        percentage=figure_words(measure, result)
        if isinstance(result, Figure)
        else per_cent(result.percentage),
        count=_out_of(found, measure, result),
        band="",
        possible=_between(span),
        span=_span(span),
        lowest=lowest,
        flags=(),
        told=tuple(
            told_of_figure(measure, result, _unit(found, measure))
            if isinstance(result, Figure)
            else told_of_mean(found.programme, measure, result, span)
        ),
    )


def flags_of(near: Iterable[object], flips: Iterable[object], *, rounding: bool) -> tuple[Said, ...]:
    """Say what a panel should look at, in the words of the badge."""
    found = []
    if tuple(flips):
        found.append(Said("One case would change it", "attention"))
    elif tuple(near):
        found.append(Said("Near a boundary", "attention", "info"))
    if rounding:
        found.append(Said("Decided by rounding", "attention", "info"))
    return tuple(found)


def _rate(found: Reported, measure: Measure, tally: Tally, depth: int, *, lowest: bool) -> RateRow:
    span, unit = found.spans[measure.id], _unit(found, measure)
    rated, small = measure_rating(tally, found.programme), found.is_small(tally.base)
    return RateRow(
        id=measure.id,
        code=measure.code,
        words=found.wording(measure).text,
        note="",
        warning=f"Small base: {each_is(tally.base, unit)}" if small else "",
        depth=depth,
        share=tally.percentage,
        percentage=per_cent(tally.percentage),
        count=f"{tally.above} of {tally.base}" if tally.base else f"No {unit} counts",
        band=label(rated.band) if found.programme.bands else "",
        possible=_between(span),
        span=_span(span),
        lowest=lowest,
        flags=flags_of((), rated.flips, rounding=rated.rounding_decided),
        told=tuple(told_of_rate(found.programme, measure, tally, rated, span, unit)),
    )


def _out_of(found: Reported, measure: Measure, result: Mean | Figure) -> str:
    if isinstance(result, Figure):
        return counted(result.count, "answer") if result.count else f"No {_unit(found, measure)} counts"
    return f"mean of {len(result.parts)}" if result.parts else "Nothing counts"


def _unit(found: Reported, measure: Measure) -> str:
    home = found.home(measure)
    return "case" if home is None else str(home.about)


def _between(span: Range) -> str:
    return "" if span.lowest == span.highest else f"{per_cent(span.lowest)} to {per_cent(span.highest)}"


def _span(span: Range) -> tuple[int, int] | None:
    return None if span.lowest == span.highest else (span.lowest or 0, span.highest or 0)
