"""What a page or a paper of results is made from: what was counted and stated, and what may still come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from model.documents.percentages import NO_SHARE
from model.documents.wording import Wording, quote
from model.instruments.instrument import Instrument, Standing, say
from model.instruments.measure import FigureShown, Measure, ResultTable
from model.instruments.programme import Programme, RatingRule, Standard
from model.measures import Figure, Mean, Range, Results, Tally, one_decimal, possible, possible_means
from model.ratings import (
    Rating,
    RatingRange,
    Reached,
    Score,
    overall,
    possible_points,
    possible_rating,
    rating,
    reached,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a named person answered about the whole inspection: an option's `code` ("" for text), its words.

    `time` is UTC; `complete` says whether the assessment that it stands in is complete.
    """

    code: str
    words: str
    author: str
    time: str
    complete: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found in words under a standard: its `title`, and one or more `lines`."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """Results with everything that is said of them. `awaited`: by measure, how many may still come.

    Of `standards` and `tables` everything is counted; `others` are measures that stand in none of them.
    `stated` and `findings` are by standard id. `score` is there for the whole inspection, where the programme
    has an overall rating; `points` are the fewest and most still possible.
    """

    programme: Programme
    instruments: tuple[Instrument, ...]
    results: Results
    awaited: Mapping[str, int]
    stated: Mapping[str, Statement]
    standards: tuple[Standard, ...]
    tables: tuple[ResultTable, ...]
    others: tuple[Measure, ...]
    spans: Mapping[str, Range]
    ratings: Mapping[str, Rating]
    rating_spans: Mapping[str, RatingRange]
    reached: Mapping[str, Reached]
    score: Score | None
    points: tuple[int, int]
    versions: tuple[str, ...] = ()
    """In words, of each instrument with several versions how many sheets stand under which."""
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    def home(self, measure: Measure) -> Instrument | None:
        """The instrument that asks a measure's question; None for a mean."""
        return next((each for each in self.instruments if measure.question in each.questions), None)

    def wording(self, measure: Measure) -> Wording:
        """A measure as it is printed: its own title, else its question."""
        home = self.home(measure)
        if home is not None and not measure.title:
            return quote(home.question(measure.question))
        return Wording(measure.id, measure.code, say(measure.title), None)

    def result(self, measure: str) -> Tally | Mean | Figure:
        """What was counted for a measure; KeyError when nothing was."""
        for found in (self.results.tallies, self.results.means, self.results.figures):
            if measure in found:
                return found[measure]
        raise KeyError(measure)

    def rows(self, standard: Standard) -> tuple[tuple[Measure, int], ...]:
        """The measures that stand under a standard and how deep each stands: below a mean what it is of.

        A score is itself the standard's figure: what it is of stands first.
        """
        names = standard.measures
        if standard.rating is RatingRule.SCORE:
            names = self.programme.measure(names[0]).of
        return tuple(self._below(names, 0))

    def other_rows(self) -> tuple[tuple[Measure, int], ...]:
        """The measures that stand in no standard and no table, in the same way."""
        return tuple(self._below([measure.id for measure in self.others], 0))

    def _below(self, names: "tuple[str, ...] | list[str]", depth: int) -> Iterator[tuple[Measure, int]]:
        for name in names:
            measure = self.programme.measure(name)
            yield measure, depth
            yield from self._below(measure.of, depth + 1)

    def is_small(self, base: int) -> bool:
        """Whether a base is too small for a percentage to stand alone."""
        return 0 < base < self.programme.small_base


def reported(
    programme: Programme,
    instruments: tuple[Instrument, ...],
    results: Results,
    *,
    awaited: Mapping[str, int] | None = None,
    stated: Mapping[str, Statement] | None = None,
    whole: bool = False,
    versions: tuple[str, ...] = (),
    findings: Mapping[str, tuple[Finding, ...]] | None = None,
) -> Reported:
    """Gather what can be reported: of the `whole` inspection also what is stated, and the overall rating."""
    awaited, stated = awaited or {}, stated or {}
    counted = {**results.tallies, **results.means, **results.figures}.keys()
    by_answer = (RatingRule.STATED, RatingRule.WORDS)
    standards = tuple(
        each
        for each in programme.standards
        if set(each.measures) <= counted and (whole or each.rating not in by_answer)
    )
    tables = tuple(
        table
        for table in programme.tables
        if {name for row in table.rows for name in row.measures if name} <= counted
    )
    shown = {name for table in tables for row in table.rows for name in row.measures}
    shown |= {name for standard in standards for name in standard.measures}
    parts = {part for measure in programme.measures for part in measure.of}
    others = [each for each in programme.measures if each.id in counted - shown - parts]
    ruled = [each for each in standards if each.rating is RatingRule.LOWEST_BAND]
    spans = {name: possible(tally, awaited.get(name, 0)) for name, tally in results.tallies.items()}
    codes = {standard: each.code for standard, each in stated.items()}
    standing = {
        name: each
        for name, each in reached(programme, results.tallies, codes).items()
        if name in {standard.id for standard in standards}
    }
    rating_spans = {each.id: possible_rating(each, results.tallies, awaited, programme) for each in ruled}
    with_score = whole and programme.overall is not None
    return Reported(
        programme=programme,
        instruments=instruments,
        results=results,
        awaited=awaited,
        stated=stated,
        standards=standards,
        tables=tables,
        others=tuple(others),
        spans=spans | possible_means(programme, results.tallies, awaited),
        ratings={each.id: rating(each, results.tallies, programme) for each in ruled},
        rating_spans=rating_spans,
        reached=standing,
        score=overall(standing, programme) if with_score else None,
        points=possible_points(standing, rating_spans, programme) if with_score else (0, 0),
        versions=versions,
        findings=findings or {},
    )


def figure_words(measure: Measure, figure: Figure) -> str:
    """A figure as it is printed: the mean or the sum, with one decimal; "–" where there is no number."""
    if figure.mean is None:
        return NO_SHARE
    return one_decimal(figure.total if measure.show is FigureShown.SUM else figure.mean)


def each_is(base: int, unit: str = "case") -> str:
    """What one case is worth: "each case is 6.25 percentage points"; at most two decimals, half up."""
    hundredths = (Fraction(20000, base) + 1) // 2
    points = f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
    return f"each {unit} is {points} percentage points"


def rules(found: Reported) -> Iterator[str]:
    """Say how ratings come about, for the rules that are used; which versions were counted; whose words."""
    used = {standard.rating for standard in found.standards}
    if RatingRule.LOWEST_BAND in used:
        yield "A standard is rated by its lowest key question."
    if RatingRule.STATED in used:
        yield "A rating that is not worked out from cases is proposed by a named person."
    if RatingRule.SCORE in used:
        yield "A score is the mean of exact shares, rounded once to a whole per cent, half up."
    if found.score is not None:
        yield "The overall rating adds the points of all standards."
    yield from found.versions
    own = [code for code, standing in _counted(found) if standing is Standing.OFFICE]
    if own:
        yield f"In the office's own wording: {', '.join(own)}."


def _counted(found: Reported) -> Iterator[tuple[str, Standing]]:
    """The printed code of each measure over a question, and whose wording that question has."""
    for measure in found.programme.measures:
        home = found.home(measure)
        if home is not None:
            yield measure.code, home.question(measure.question).wording
