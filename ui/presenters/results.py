"""The merged team's results: standards as they are rated, measures with their counts, tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from model.documents.percentages import per_cent
from model.documents.reported import Finding, Reported, rules
from model.documents.results import NO_VERDICT, NOT_PROPOSED
from model.documents.results_table import FilledTable, filled_table
from model.instruments.instrument import say
from model.instruments.programme import Programme, RatingRule, Standard
from model.ratings import RatingRange
from ui.actions import export_results
from ui.presenters.case_words import Said
from ui.presenters.figures import Told, label, told_of_mean, told_of_rating, told_of_statement
from ui.presenters.rates import RateRow, flags_of, rate_row
from ui.presenters.sizes import counted
from ui.reading import inspections, results
from ui.reading.results import CANNOT, WHOLE, Part, Report
from ui.session import Session

TABLES = "Workbook (*.xlsx);;CSV (*.csv)"


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A standard with its rating, score or verdict (`heading` says which), and its measures."""

    id: str
    code: str
    title: str
    statement: str
    heading: str
    rating: str
    verdict: str
    """A verdict in words; "" where there is a rating or a score."""
    findings: tuple[Finding, ...]
    """What was found in words, beside a verdict; under a rating it is among what is told."""
    note: str
    """By which method a score is worked out."""
    possible: str
    flags: tuple[Said, ...]
    told: tuple[Told, ...]
    rates: tuple[RateRow, ...]


@dataclass(frozen=True, slots=True)
class OverallRow:
    """The overall rating: points out of how many, and what is missing or still possible, in words."""

    title: str
    rating: str
    points: str
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Cases that are not counted yet, for one reason and with one holder."""

    why: str
    holder: str
    count: int
    numbers: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole inspection or one sample so far."""

    id: str
    title: str
    received: int
    expected: int
    headline: str
    waiting_words: str
    """How many cases are not counted; "" when every case is."""
    waiting: tuple[Waiting, ...]
    overall: OverallRow | None
    ratings: tuple[RatingRow, ...]
    others: tuple[RateRow, ...]
    """Measures that belong to no standard and to no table."""
    tables: tuple[FilledTable, ...]
    boundaries: tuple[int, ...]
    """Per cent at which a band begins, for the marks on the bars; none in a programme without bands."""
    rules: tuple[str, ...]
    scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultsState:
    """What can be reported: the whole inspection, where it is more than one sample, then every sample."""

    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class ExportShown:
    """A table that was exported: what is said of it, and when it was recorded (UTC)."""

    words: str
    more: str
    time: str


def show(session: Session) -> ResultsState:
    """Return the results so far; none before a programme and a draw are there."""
    if not inspections.inspection(session).programme:
        return ResultsState(())
    names = inspections.names(session)
    return ResultsState(tuple(report_view(one, names) for one in results.reports(session)))


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


def report_view(one: Report, names: Mapping[str, str]) -> ReportView:
    """Return a report as the page shows it; `names` are of people, by id."""
    found, whole = one.found, one.id == WHOLE
    return ReportView(
        id=one.id,
        title=one.title,
        received=one.received,
        expected=one.expected,
        headline=f"{one.received} of {counted(one.expected, 'assessment' if whole else 'case')} received",
        waiting_words=_waiting_words(one),
        waiting=tuple(row for part in one.parts for row in _waiting(part, names, named=len(one.parts) > 1)),
        overall=_overall(found),
        ratings=tuple(
            _rating(found, standard, counted_all=one.received == one.expected) for standard in found.standards
        ),
        others=tuple(rate_row(found, measure, depth) for measure, depth in found.other_rows()),
        tables=tuple(filled_table(table, found) for table in found.tables),
        boundaries=tuple(band.at_least for band in found.programme.bands if band.at_least > 0),
        rules=tuple(rules(found)),
        scale=tuple(_scale(found.programme)),
    )


def _waiting_words(one: Report) -> str:
    never = one.expected - one.received - one.outstanding
    parts = [f"{one.outstanding} waiting"] if one.outstanding else []
    if never:
        parts.append(f"{never} cannot be inspected")
    return ", ".join(parts)


def _waiting(part: Part, names: Mapping[str, str], *, named: bool) -> Iterable[Waiting]:
    groups: dict[tuple[str, str], list[str]] = {}
    for label_, why in part.collected.waiting.items():
        people = {names.get(holder, "somebody unknown") for holder in part.collected.holders[label_]}
        groups.setdefault((why, " and ".join(sorted(people))), []).append(label_)
    by_size = sorted(groups.items(), key=lambda group: (group[0][0] == CANNOT, group[0]))
    for (why, holder), numbers in by_size:
        words = f"{part.title}: {why}" if named else _sentence(why)
        yield Waiting(words, holder or "–", len(numbers), ", ".join(sorted(numbers)))


def _overall(found: Reported) -> OverallRow | None:
    score, programme = found.score, found.programme
    if score is None or programme.overall is None:
        return None
    codes = {standard.id: standard.code for standard in programme.standards}
    more = []
    if score.not_proposed:
        more.append(f"Not proposed yet: {', '.join(codes[name] for name in score.not_proposed)}.")
    if score.not_rated:
        named = ", ".join(codes[name] for name in score.not_rated)
        more.append(f"Not rated, and without points: {named}.")
    least, most = found.points
    if least != most:
        more.append(f"Still possible: {least} to {most} points.")
    return OverallRow(
        say(programme.overall.title),
        "–" if score.band is None else say(score.band.label),
        f"{score.points} of {score.at_most} points",
        tuple(more),
    )


def _rating(found: Reported, standard: Standard, *, counted_all: bool) -> RatingRow:
    rule, ruled = standard.rating, found.ratings.get(standard.id)
    rating, verdict, possible, told = "", "", "", tuple[Told, ...]()
    findings = found.findings.get(standard.id, ())
    lowest: tuple[str, ...] = ()
    flags: tuple[Said, ...] = ()
    if ruled is not None:
        rating, lowest = label(ruled.band), ruled.lowest
        possible = _possible(found.rating_spans[standard.id], counted_all=counted_all)
        flags = flags_of(ruled.near, ruled.flips, rounding=ruled.rounding_decided)
        told = tuple(told_of_rating(found.programme, found.results.tallies, ruled))
    elif rule is RatingRule.SCORE:
        measure = found.programme.measure(standard.measures[0])
        mean, span = found.results.means[measure.id], found.spans[measure.id]
        rating = per_cent(mean.percentage)
        if span.lowest != span.highest:
            possible = f"{per_cent(span.lowest)} to {per_cent(span.highest)}"
        told = tuple(told_of_mean(found.programme, measure, mean, span))
    else:
        said = found.stated.get(standard.id)
        told = tuple(told_of_statement(said))
        if rule is RatingRule.WORDS:
            verdict = NO_VERDICT if said is None else said.words
        else:
            standing = found.reached[standard.id]
            rating = label(standing.band) if standing.proposed else NOT_PROPOSED
            told += tuple(Told(each.title, "\n".join(each.lines)) for each in findings)
            findings = ()
        if said is not None and not said.complete:
            flags = (Said("Not complete", "attention", "info"),)
    heading = {RatingRule.SCORE: "Score", RatingRule.WORDS: "Verdict", RatingRule.STATED: "Proposed rating"}
    return RatingRow(
        id=standard.id,
        code=standard.code,
        title=say(standard.title),
        statement=say(standard.statement),
        heading=heading.get(rule, "Rating"),
        rating=rating,
        verdict=verdict,
        findings=findings,
        note=say(found.programme.measure(standard.measures[0]).method) if rule is RatingRule.SCORE else "",
        possible=possible,
        flags=flags,
        told=told,
        rates=tuple(
            rate_row(found, measure, depth, lowest=measure.id in lowest)
            for measure, depth in found.rows(standard)
        ),
    )


def _possible(span: RatingRange, *, counted_all: bool) -> str:
    lowest, highest = label(span.lowest), label(span.highest)
    if lowest != highest:
        return f"{lowest} to {highest}"
    return "" if counted_all else f"only {lowest}"


def _scale(programme: Programme) -> Iterable[str]:
    for band in programme.bands:
        least = f"{per_cent(band.at_least)} or more" if band.at_least else "less"
        yield f"{say(band.label)}: {least}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
