"""What the answers add up to: a person's own counts, and the team's rates and ratings so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.answers import Answers
from model.cases import Assessment, Case
from model.double_work import firsts, of_record
from model.instruments.instrument import Instrument
from model.instruments.measure import Measure
from model.instruments.programme import Programme, Sample, Standard
from model.measures import Counts, Range, Tally, count, possible
from model.ratings import Rating, RatingRange, possible_rating, rating
from ui.reading import cases, inspections
from ui.session import Session

CANNOT = "cannot be inspected"


@dataclass(frozen=True, slots=True)
class SampleResult:
    """One sample so far: `received` of `expected` cases have a complete assessment of record.

    `waiting` names the others by Casebook number, with the reason. Only what was received is counted.
    """

    sample: Sample
    instrument: Instrument
    received: int
    expected: int
    waiting: Mapping[str, str]
    counts: Counts
    measures: tuple[Measure, ...]
    ranges: Mapping[str, Range]
    ratings: tuple[tuple[Standard, Rating, RatingRange], ...]

    @property
    def outstanding(self) -> int:
        """Cases that may still come to count: those that cannot be inspected are left out."""
        return sum(why != CANNOT for why in self.waiting.values())

    @property
    def tallies(self) -> Mapping[str, Tally]:
        """The counts behind each rate, by measure id."""
        return self.counts.tallies


def team_results(session: Session) -> tuple[SampleResult, ...]:
    """Return the results of every sample whose instrument this store holds, in the programme's order."""
    programme = inspections.programme(session)
    held = cases.cases(session)
    made = cases.assessments(session)
    found = []
    for sample in programme.samples:
        instrument = _newest(session, sample.instrument)
        if instrument is not None:
            drawn = {case.id: case for case in held.values() if _counts(case, sample)}
            found.append(_result(programme, sample, instrument, drawn, made))
    return tuple(found)


def own_counts(session: Session) -> tuple[tuple[Instrument, int, Counts], ...]:
    """Return for each instrument how many assessments this person holds, and what their answers add up to."""
    programme = inspections.programme(session)
    held = cases.cases(session)
    found = []
    for instrument in inspections.instruments(session):
        mine = [
            (held[assessment.case].number, answers)
            for assessment, answers in cases.assessments(session).values()
            if assessment.holder == session.author
            and assessment.instrument == instrument.fingerprint
            and assessment.case in held
        ]
        if mine:
            found.append((instrument, len(mine), count(programme, instrument, dict(mine).items())))
    return tuple(found)


def _result(
    programme: Programme,
    sample: Sample,
    instrument: Instrument,
    drawn: Mapping[str, Case],
    made: Mapping[str, tuple[Assessment, Answers]],
) -> SampleResult:
    family = {instrument.fingerprint: instrument.id}
    sheets: list[tuple[str, Answers]] = []
    waiting: dict[str, str] = {}
    by_case = firsts(drawn, (assessment for assessment, _ in made.values()), family)
    for case in sorted(drawn.values(), key=lambda case: case.places[sample.id].position):
        mine = by_case.get((case.id, instrument.id), [])
        counting = of_record(case, instrument.id, mine)
        if counting is not None and counting.state == "complete":
            sheets.append((case.number, made[counting.id][1]))
        else:
            waiting[case.number] = _why_waiting(counting, mine)
    counts = count(programme, instrument, sheets)
    measures = tuple(measure for measure in programme.measures if measure.id in counts.tallies)
    standards = [
        standard for standard in programme.standards if set(standard.measures) <= counts.tallies.keys()
    ]
    outstanding = sum(why != CANNOT for why in waiting.values())
    return SampleResult(
        sample,
        instrument,
        len(sheets),
        len(drawn),
        waiting,
        counts,
        measures,
        {measure.id: possible(counts.tallies[measure.id], outstanding) for measure in measures},
        tuple(
            (
                standard,
                rating(standard, counts.tallies, programme),
                possible_rating(standard, counts.tallies, outstanding, programme),
            )
            for standard in standards
        ),
    )


def _why_waiting(counting: Assessment | None, made: list[Assessment]) -> str:
    if counting is None:
        return "assessed twice, not decided which counts" if made else "not allocated"
    if counting.state == "cannot_inspect":
        return CANNOT
    return "nothing received" if counting.state == "not_started" else counting.state.replace("_", " ")


def _counts(case: Case, sample: Sample) -> bool:
    return sample.id in case.places and not case.places[sample.id].replaced


def _newest(session: Session, instrument: str) -> Instrument | None:
    found = [one for one in inspections.instruments(session) if one.id == instrument]
    return max(found, key=lambda one: one.version) if found else None
