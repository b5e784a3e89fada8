"""What the answers add up to: a person's own counts, and the team's rates and ratings so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.documents.reported import Finding, Reported, Statement, reported
from model.instruments.instrument import Instrument, say
from model.instruments.measure import Measure, MeasureKind
from model.instruments.programme import Programme, RatingRule, Sample, Standard
from model.instruments.routing import carry
from model.measures import Counts, Tally, count, named_apart, together
from model.ratings import Rating, RatingRange, possible_rating, rating
from ui.reading import cases, inspections, sheets, stated, subjects
from ui.reading.sheets import CANNOT, Collected, Held
from ui.reading.stated import Stated
from ui.session import Session

__all__ = ["CANNOT", "WHOLE", "Part", "Report", "SampleResult", "own_counts", "reports", "team_results"]

WHOLE = "inspection"
"""The id of the report on the whole inspection, beside those of its samples."""


@dataclass(frozen=True, slots=True)
class SampleResult:
    """One sample so far: `received` of `expected` cases have a complete assessment of record.

    `waiting` names the others by Casebook number, with the reason. Only what was received is counted.
    """

    sample: Sample
    instrument: Instrument
    collected: Collected
    counts: Counts
    measures: tuple[Measure, ...]
    ratings: tuple[tuple[Standard, Rating, RatingRange], ...]

    @property
    def received(self) -> int:
        """How many are counted."""
        return len(self.collected.sheets)

    @property
    def expected(self) -> int:
        """How many cases the sample has."""
        return self.collected.expected

    @property
    def waiting(self) -> Mapping[str, str]:
        """Who is not counted, and why."""
        return self.collected.waiting

    @property
    def outstanding(self) -> int:
        """Cases that may still come to count: those that cannot be inspected are left out."""
        return self.collected.outstanding

    @property
    def tallies(self) -> Mapping[str, Tally]:
        """The counts behind each rate, by measure id."""
        return self.counts.tallies


@dataclass(frozen=True, slots=True)
class Part:
    """What was collected for one sample, or with one instrument that no sample is drawn for."""

    title: str
    collected: Collected


@dataclass(frozen=True, slots=True)
class Report:
    """Results as they are shown and printed: of one sample, or (`WHOLE`) of the whole inspection."""

    id: str
    title: str
    parts: tuple[Part, ...]
    found: Reported

    @property
    def received(self) -> int:
        """How many assessments are counted."""
        return sum(len(part.collected.sheets) for part in self.parts)

    @property
    def expected(self) -> int:
        """How many there are, as far as is known."""
        return sum(part.collected.expected for part in self.parts)

    @property
    def is_final(self) -> bool:
        """Whether everything is counted, and what is to be stated stands in complete assessments."""
        asked = [standard.id for standard in self.found.standards if standard.question]
        said = [self.found.stated.get(standard) for standard in asked]
        return self.received == self.expected and all(one is not None and one.complete for one in said)

    @property
    def outstanding(self) -> int:
        """How many may still come to count."""
        return sum(part.collected.outstanding for part in self.parts)


def team_results(session: Session) -> tuple[SampleResult, ...]:
    """Return the results of every sample whose instrument this store holds, in the programme's order."""
    return _of_samples(inspections.programme(session), sheets.held(session))


def reports(session: Session) -> tuple[Report, ...]:
    """Return what can be reported: the whole inspection, where it is more than one sample, then each."""
    programme, held = inspections.programme(session), sheets.held(session)
    samples = _of_samples(programme, held)
    whole = _whole(programme, held, samples, session)
    each = tuple(_report_of(programme, one) for one in samples if one.expected)
    says_more = len(whole.parts) > 1 or not each or _says_more(whole.found, samples)
    said = whole.found.stated or any(whole.found.findings.values())
    return (whole, *each) if says_more and (whole.parts or said) else each


def _of_samples(programme: Programme, held: Held) -> tuple[SampleResult, ...]:
    return tuple(
        _result(programme, sample, sheets.of_sample(held, sample.id, held.instruments[sample.instrument]))
        for sample in programme.samples
        if sample.instrument in held.instruments
    )


def _whole(
    programme: Programme,
    held: Held,
    samples: tuple[SampleResult, ...],
    session: Session,
) -> Report:
    """Everything that any instrument measures; a case that stands in two samples of one counts once."""
    parts = [Part(say(one.sample.title), one.collected) for one in samples if one.expected]
    every: list[Counts] = []
    versions: tuple[str, ...] = ()
    awaited: dict[str, int] = {}
    for instrument in held.instruments.values():
        own = [one for one in samples if one.instrument.id == instrument.id]
        if not own and not _is_measured(programme, instrument):
            continue
        if len(own) == 1:
            collected, counts = own[0].collected, own[0].counts
        else:
            collected = sheets.of_instrument(held, instrument, [one.sample.id for one in own])
            counts = _count(programme, collected)
        if not own and collected.expected:
            parts.append(Part(say(instrument.title), collected))
        every.append(counts)
        versions += collected.versions
        awaited |= dict.fromkeys((*counts.tallies, *counts.figures), collected.outstanding)
    said = stated.stated(session)
    found = reported(
        programme,
        tuple(one.instrument for one in every),
        together(programme, every),
        awaited=awaited,
        stated=_stated(session, programme, said),
        whole=True,
        versions=versions,
        findings=_findings(programme, said),
    )
    return Report(WHOLE, "Whole inspection", tuple(parts), found)


def own_counts(session: Session) -> tuple[tuple[Instrument, int, Counts], ...]:
    """Return for each instrument how many assessments this person holds, and what their answers add up to.

    In the order of the programme's samples; what no sample is drawn for comes last.
    """
    programme = inspections.programme(session)
    held = cases.cases(session)
    order = {sample.instrument: place for place, sample in enumerate(programme.samples)}
    found = []
    family, made = subjects.family(session), cases.assessments(session).values()
    for instrument in sorted(inspections.instruments(session), key=lambda one: order.get(one.id, len(order))):
        mine = [
            (held[assessment.case].number, carry(instrument, answers))
            for assessment, answers in made
            if assessment.holder == session.author
            and family.get(assessment.instrument) == instrument.id
            and assessment.case in held
        ]
        if mine:
            found.append((instrument, len(mine), count(programme, instrument, dict(mine).items())))
    return tuple(found)


def _result(programme: Programme, sample: Sample, collected: Collected) -> SampleResult:
    counts = _count(programme, collected)
    measures = tuple(measure for measure in programme.measures if measure.id in counts.tallies)
    standards = [
        standard
        for standard in programme.standards
        if standard.rating is RatingRule.LOWEST_BAND and set(standard.measures) <= counts.tallies.keys()
    ]
    outstanding = collected.outstanding
    return SampleResult(
        sample,
        collected.instrument,
        collected,
        counts,
        measures,
        tuple(
            (
                standard,
                rating(standard, counts.tallies, programme),
                possible_rating(standard, counts.tallies, outstanding, programme),
            )
            for standard in standards
        ),
    )


def _count(programme: Programme, collected: Collected) -> Counts:
    """Versions are counted together; who was closed before something was asked is named apart."""
    counts = count(programme, collected.instrument, collected.sheets.items())
    return named_apart(programme, counts, collected.not_asked)


def _report_of(programme: Programme, one: SampleResult) -> Report:
    counted = (*one.counts.tallies, *one.counts.figures)
    found = reported(
        programme,
        (one.instrument,),
        together(programme, [one.counts]),
        awaited=dict.fromkeys(counted, one.outstanding),
        versions=one.collected.versions,
    )
    title = say(one.sample.title)
    return Report(one.sample.id, title, (Part(title, one.collected),), found)


def _is_measured(programme: Programme, instrument: Instrument) -> bool:
    return any(
        measure.question in instrument.questions
        for measure in programme.measures
        if measure.kind is not MeasureKind.MEAN
    )


def _says_more(found: Reported, samples: tuple[SampleResult, ...]) -> bool:
    """Whether the whole inspection has anything to report that its only sample has not."""
    elsewhere = found.results.tallies.keys() - {name for one in samples for name in one.tallies}
    by_answer = any(standard.question for standard in found.standards)
    return by_answer or found.score is not None or bool(elsewhere)


def _findings(programme: Programme, said: Mapping[str, Stated]) -> dict[str, tuple[Finding, ...]]:
    """By standard id what was found in words; where nothing is written, nothing stands."""
    found = {}
    for standard in programme.standards:
        written = [said[name] for name in standard.findings if name in said]
        found[standard.id] = tuple(
            Finding(say(one.question.text), tuple(filter(None, map(str.strip, one.value.splitlines()))))
            for one in written
            if isinstance(one.value, str)
        )
    return found


def _stated(session: Session, programme: Programme, said: Mapping[str, Stated]) -> dict[str, Statement]:
    """By standard id what a named person answered about the whole inspection."""
    found = {}
    for standard in programme.standards:
        one = said.get(standard.question)
        if one is None or not isinstance(one.value, str):
            continue
        option = one.question.option(one.value)
        words = say(option.label) if option is not None else one.value
        author = inspections.names(session).get(one.author, "somebody unknown")
        code = one.value if option is not None else ""
        found[standard.id] = Statement(code, words, author, one.time, one.complete)
    return found
