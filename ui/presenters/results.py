"""The merged team's results: each standard with its rating, each key question with rate, base and band."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from model.cases import Case, Purpose
from model.documents.percentages import per_cent
from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.instruments.programme import Programme, Standard
from model.ratings import Rating, RatingRange, measure_rating
from ui.actions import export_results
from ui.presenters.case_words import Said
from ui.presenters.figures import Told, label, told_of_rate, told_of_rating
from ui.reading import cases, inspections, results
from ui.reading.results import CANNOT, SampleResult
from ui.session import Session

TABLES = "Workbook (*.xlsx);;CSV (*.csv)"


@dataclass(frozen=True, slots=True)
class RateRow:
    """A key question. `share` is whole per cent, None where no case counts; `lowest` decides the rating."""

    id: str
    code: str
    words: str
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


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A standard with its rating by rule, and its key questions."""

    id: str
    code: str
    title: str
    statement: str
    rating: str
    possible: str
    flags: tuple[Said, ...]
    told: tuple[Told, ...]
    rates: tuple[RateRow, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cases that are not counted yet, for one reason and with one holder."""

    why: str
    holder: str
    count: int
    numbers: str


@dataclass(frozen=True, slots=True)
class SampleView:
    """One sample so far."""

    id: str
    title: str
    received: int
    expected: int
    headline: str
    waiting_words: str
    """How many cases are not counted; "" when every case is."""
    waiting: tuple[Waiting, ...]
    ratings: tuple[RatingRow, ...]
    boundaries: tuple[int, ...]
    """Per cent at which a band begins, for the marks on the bars."""
    scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultsState:
    """Every sample of which cases were drawn, in the programme's order."""

    samples: tuple[SampleView, ...]


@dataclass(frozen=True, slots=True)
class ExportShown:
    """A table that was exported: what is said of it, and when it was recorded (UTC)."""

    words: str
    more: str
    time: str


def show(session: Session) -> ResultsState:
    """Return the results of every sample so far; none before a programme and a draw are there."""
    if not inspections.inspection(session).programme:
        return ResultsState(())
    programme = inspections.programme(session)
    found = [one for one in results.team_results(session) if one.expected]
    holders = _holders(session) if found else {}
    return ResultsState(tuple(_sample(programme, one, holders) for one in found))


def export_name(session: Session, sample: str) -> str:
    """Return the name that is proposed for an exported table."""
    return export_results.file_name(session, sample)


def export(session: Session, sample: str, path: Path) -> ExportShown:
    """Write the table of a sample where the person said, and record it. Refusal: another ending."""
    exported = export_results.export_results(session, sample, path)
    return ExportShown(
        f"Written: {exported.path.name}, export number {exported.number}.",
        "It is not encrypted, and anybody who has the file can read it. The export is recorded.",
        exported.time,
    )


def _sample(programme: Programme, found: SampleResult, holders: Mapping[str, str]) -> SampleView:
    return SampleView(
        found.sample.id,
        say(found.sample.title),
        found.received,
        found.expected,
        f"{found.received} of {found.expected} cases received",
        _waiting_words(found),
        tuple(_waiting(found.waiting, holders)),
        tuple(_rating(programme, found, *one) for one in found.ratings),
        tuple(band.at_least for band in programme.bands if band.at_least > 0),
        tuple(_scale(programme)),
    )


def _waiting_words(found: SampleResult) -> str:
    never = len(found.waiting) - found.outstanding
    parts = [f"{found.outstanding} waiting"] if found.outstanding else []
    if never:
        parts.append(f"{never} cannot be inspected")
    return ", ".join(parts)


def _holders(session: Session) -> dict[str, str]:
    """By Casebook number, who holds the first assessment of a case."""
    names, held = inspections.names(session), cases.cases(session)
    found: dict[str, list[str]] = {}
    for assessment, _ in cases.assessments(session).values():
        case: Case | None = held.get(assessment.case)
        if case is not None and assessment.purpose is Purpose.FIRST and assessment.holder:
            found.setdefault(case.number, []).append(names.get(assessment.holder, "somebody unknown"))
    return {number: " and ".join(sorted(set(people))) for number, people in found.items()}


def _waiting(waiting: Mapping[str, str], holders: Mapping[str, str]) -> Iterable[Waiting]:
    groups: dict[tuple[str, str], list[str]] = {}
    for number, why in waiting.items():
        groups.setdefault((why, holders.get(number, "")), []).append(number)
    by_size = sorted(groups.items(), key=lambda group: (group[0][0] == CANNOT, group[0]))
    for (why, holder), numbers in by_size:
        yield Waiting(_sentence(why), holder or "–", len(numbers), ", ".join(sorted(numbers)))


def _rating(
    programme: Programme, found: SampleResult, standard: Standard, rated: Rating, span: RatingRange
) -> RatingRow:
    measures = [programme.measure(name) for name in standard.measures]
    settled = span.lowest == span.highest and not found.waiting
    return RatingRow(
        standard.id,
        standard.code,
        say(standard.title),
        say(standard.statement),
        label(rated.band),
        "" if settled else _span_words(span),
        _flags(rated.near, rated.flips, rounding=rated.rounding_decided),
        tuple(told_of_rating(programme, found.tallies, rated)),
        tuple(_rate(programme, found, measure, measure.id in rated.lowest) for measure in measures),
    )


def _rate(programme: Programme, found: SampleResult, measure: Measure, lowest: bool) -> RateRow:
    tally, span = found.tallies[measure.id], found.ranges[measure.id]
    rated = measure_rating(tally, programme)
    settled = span.lowest == span.highest
    return RateRow(
        measure.id,
        measure.code,
        say(found.instrument.question(measure.question).text),
        tally.percentage,
        per_cent(tally.percentage),
        f"{tally.above} of {tally.base}" if tally.base else "No case counts",
        label(rated.band),
        "" if settled else f"{per_cent(span.lowest)} to {per_cent(span.highest)}",
        None if settled else (span.lowest or 0, span.highest or 0),
        lowest,
        _flags((), rated.flips, rounding=rated.rounding_decided),
        tuple(told_of_rate(programme, measure, tally, rated, span)),
    )


def _flags(near: Iterable[object], flips: Iterable[object], *, rounding: bool) -> tuple[Said, ...]:
    """What a panel should look at, in the words of the badge."""
    found = []
    if tuple(flips):
        found.append(Said("One case would change it", "attention"))
    elif tuple(near):
        found.append(Said("Near a boundary", "attention", "info"))
    if rounding:
        found.append(Said("Decided by rounding", "attention", "info"))
    return tuple(found)


def _span_words(span: RatingRange) -> str:
    lowest, highest = label(span.lowest), label(span.highest)
    return f"only {lowest}" if lowest == highest else f"{lowest} to {highest}"


def _scale(programme: Programme) -> Iterable[str]:
    for band in programme.bands:
        least = f"{per_cent(band.at_least)} or more" if band.at_least else "less"
        yield f"{say(band.label)}: {least}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
