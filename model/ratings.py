"""How percentages become ratings, whether rounding decided one, and what would change it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from model.instruments.programme import Band, BandFrom, PointsBand, Programme, RatingRule, Standard
from model.instruments.programme_rules import NOT_RATED
from model.measures import Tally, percentage

NEAR = 5
"""Percentage points within which a panel may look at a boundary (summary report 2019, annex A).

The report does not say whether exactly five points count; here they do."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A boundary between two bands within five points of a measure; `at_least` is its percentage."""

    measure: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Flip:
    """One case judged otherwise in `measure`: one more or fewer above the line, and the band that gives."""

    measure: str
    one_more: bool
    band: Band


@dataclass(frozen=True, slots=True)
class MeasureRating:
    """The band of one measure; None where no case is in the base.

    `rounding_decided` is true when the rounded and the exact share lie in different bands.
    """

    measure: str
    band: Band | None
    rounding_decided: bool
    near: tuple[Boundary, ...]
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class Rating:
    """The rating of a standard by rule, and the information a panel asks for. It never includes discretion.

    `lowest` are the measures with the lowest figure, `without_base` those that no case counts in. `near` is
    about the lowest measures only; `flips` are the single judgements, in any measure, that would change the
    rating.
    """

    standard: str
    band: Band | None
    lowest: tuple[str, ...]
    without_base: tuple[str, ...]
    rounding_decided: bool
    near: tuple[Boundary, ...]
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class RatingRange:
    """The lowest and the highest rating still possible; None when no case can count."""

    lowest: Band | None
    highest: Band | None


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a standard with a band stands: its band, or None where it is not rated, or not `proposed` yet."""

    band: Band | None
    proposed: bool = True


@dataclass(frozen=True, slots=True)
class Score:
    """Points of all standards together, out of `at_most`; one that is not rated adds none to either.

    One that nobody has proposed a rating for adds no points yet; its points are part of `at_most`.
    """

    points: int
    at_most: int
    not_rated: tuple[str, ...]
    band: PointsBand | None
    not_proposed: tuple[str, ...] = ()


def band(tally: Tally, programme: Programme) -> Band | None:
    """The band of a tally by the programme's rule (summary report 2019, annex A); None at base 0."""
    return _band(tally.above, tally.base, programme, programme.rounding.band_from)


def measure_rating(tally: Tally, programme: Programme) -> MeasureRating:
    """The band of one measure, with what is near and what one case would change."""
    flips = tuple(
        Flip(tally.measure, step > 0, flipped)
        for step, moved in _moves(tally)
        if (flipped := band(moved, programme)) is not None and flipped != band(tally, programme)
    )
    by_rule = [_band(tally.above, tally.base, programme, rule) for rule in BandFrom]
    return MeasureRating(
        tally.measure, band(tally, programme), by_rule[0] != by_rule[1], _near(tally, programme), flips
    )


def rating(standard: Standard, tallies: Mapping[str, Tally], programme: Programme) -> Rating:
    """Rate a standard by its lowest measure (summary report 2019, section 2.2 and annex A).

    Takes tallies by measure id; KeyError when one of the standard's measures has none. Measures that no case
    counts in are named and left out; where none counts, the standard is not rated (band None).
    """
    own = [tallies[name] for name in standard.measures]
    rated = [tally for tally in own if tally.base]
    now = _lowest_band(rated, programme, programme.rounding.band_from)
    lowest = _lowest(rated, programme)
    by_rule = [_lowest_band(rated, programme, rule) for rule in BandFrom]
    return Rating(
        standard=standard.id,
        band=now,
        lowest=tuple(tally.measure for tally in lowest),
        without_base=tuple(tally.measure for tally in own if not tally.base),
        rounding_decided=by_rule[0] != by_rule[1],
        near=tuple(boundary for tally in lowest for boundary in _near(tally, programme)),
        flips=tuple(_flips(rated, now, programme)),
    )


def possible_rating(
    standard: Standard,
    tallies: Mapping[str, Tally],
    outstanding: int | Mapping[str, int],
    programme: Programme,
) -> RatingRange:
    """The ratings still possible while `outstanding` cases have not arrived, or are outside only for now.

    Outstanding cases are one number, or one for each measure by its id.
    """
    worst, best = [], []
    for name in standard.measures:
        tally = tallies[name]
        missing = outstanding if isinstance(outstanding, int) else outstanding.get(name, 0)
        awaited = missing + tally.unsettled
        if tally.base + awaited:
            worst.append(Tally(name, tally.above, tally.base + awaited, {}))
            best.append(Tally(name, tally.above + awaited, tally.base + awaited, {}))
    rule = programme.rounding.band_from
    return RatingRange(_lowest_band(worst, programme, rule), _lowest_band(best, programme, rule))


def stated_rating(code: str | None, programme: Programme) -> Reached:
    """Read a stated rating: a band's id, or "not_rated"; None, or anything else, is not proposed yet."""
    band = next((each for each in programme.bands if each.id == code), None)
    return Reached(band, proposed=band is not None or code == NOT_RATED)


def reached(
    programme: Programme, tallies: Mapping[str, Tally], stated: Mapping[str, str]
) -> dict[str, Reached]:
    """Where every standard with a band stands, by its id, in the order of the programme.

    `stated` is by standard id what a named person proposed: a band's id or "not_rated". A standard by rule
    is there when all its measures are counted.
    """
    found: dict[str, Reached] = {}
    for standard in programme.standards:
        if standard.rating is RatingRule.STATED:
            found[standard.id] = stated_rating(stated.get(standard.id), programme)
        elif standard.rating is RatingRule.LOWEST_BAND and set(standard.measures) <= tallies.keys():
            found[standard.id] = Reached(rating(standard, tallies, programme).band)
    return found


def overall(standards: Mapping[str, Reached], programme: Programme) -> Score:
    """The overall rating of standards as they stand, by standard id; those not proposed yet are named."""
    waiting = tuple(name for name, each in standards.items() if not each.proposed)
    found = score({name: each.band for name, each in standards.items() if each.proposed}, programme)
    at_most = found.at_most + len(waiting) * _most_points(programme)
    return replace(found, at_most=at_most, not_proposed=waiting)


def possible_points(
    standards: Mapping[str, Reached], spans: Mapping[str, RatingRange], programme: Programme
) -> tuple[int, int]:
    """The fewest and most points still possible, where `spans` are of the standards that are not settled."""
    lowest = highest = 0
    for name, each in standards.items():
        if not each.proposed:
            highest += _most_points(programme)
            continue
        span = spans.get(name, RatingRange(each.band, each.band))
        lowest += span.lowest.points if span.lowest else 0
        highest += span.highest.points if span.highest else 0
    return lowest, highest


def _most_points(programme: Programme) -> int:
    return max((band.points for band in programme.bands), default=0)


def score(bands: Mapping[str, Band | None], programme: Programme) -> Score:
    """Add the points of the standards, by standard id (summary report 2019, annex A: 0 to 3, no weights).

    A standard without a band is not rated, adds nothing and is named. The overall band is None when the
    programme has no overall rating.
    """
    points = sum(band.points for band in bands.values() if band is not None)
    not_rated = tuple(name for name, band in bands.items() if band is None)
    at_most = (len(bands) - len(not_rated)) * _most_points(programme)
    steps = programme.overall.bands if programme.overall is not None else ()
    return Score(points, at_most, not_rated, next((step for step in steps if points >= step.at_least), None))


def _band(above: int, base: int, programme: Programme, rule: BandFrom) -> Band | None:
    reached = (each for each in programme.bands if _distance(above, base, each.at_least, rule) >= 0)
    return next(reached, None)


def _distance(above: int, base: int, at_least: int, rule: BandFrom) -> int:
    """How far the figure lies above a percentage, in points times the base, exactly; -1 at base 0."""
    if base == 0:
        return -1
    whole = percentage(above, base)
    if rule is BandFrom.ROUNDED and whole is not None:
        return (whole - at_least) * base
    return 100 * above - at_least * base


def _near(tally: Tally, programme: Programme) -> tuple[Boundary, ...]:
    rule = programme.rounding.band_from
    return tuple(
        Boundary(tally.measure, each.at_least)
        for each in programme.bands
        if each.at_least > 0
        and tally.base
        and abs(_distance(tally.above, tally.base, each.at_least, rule)) <= NEAR * tally.base
    )


def _lowest(tallies: Iterable[Tally], programme: Programme) -> list[Tally]:
    """The tallies with the lowest figure: printed percentage, or exact share where bands come from that."""
    held = list(tallies)
    if programme.rounding.band_from is BandFrom.ROUNDED:
        figures = [tally.percentage or 0 for tally in held]
        return [tally for tally, figure in zip(held, figures, strict=True) if figure == min(figures)]
    return [
        tally for tally in held if all(tally.above * other.base <= other.above * tally.base for other in held)
    ]


def _lowest_band(tallies: Iterable[Tally], programme: Programme, rule: BandFrom) -> Band | None:
    bands = [_band(tally.above, tally.base, programme, rule) for tally in tallies]
    return min((each for each in bands if each is not None), key=lambda each: each.at_least, default=None)


def _moves(tally: Tally) -> Iterable[tuple[int, Tally]]:
    """The tally with one judgement in one case turned round, as far as that can be."""
    for step in (1, -1):
        if 0 <= tally.above + step <= tally.base:
            yield step, Tally(tally.measure, tally.above + step, tally.base, tally.outside)


def _flips(tallies: list[Tally], now: Band | None, programme: Programme) -> Iterable[Flip]:
    rule = programme.rounding.band_from
    for place, tally in enumerate(tallies):
        for step, moved in _moves(tally):
            then = _lowest_band([*tallies[:place], moved, *tallies[place + 1 :]], programme, rule)
            if then is not None and then != now:
                yield Flip(tally.measure, step > 0, then)
