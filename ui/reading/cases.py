"""The cases and assessments in the store, and one assessment with all that was written in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.answers import Answers
from model.cases import (
    NO_CASE,
    Assessment,
    Case,
    answer_in,
    assessment_from,
    case_from,
)
from model.evidence import KINDS, Written, written_from
from model.instruments.instrument import Instrument
from model.journal.fields import Current
from model.refusal import Refusal
from model.verified import Elsewhere, Made, is_own, read_with, verified_elsewhere
from storage import projection
from ui.reading import inspections, naming, samples
from ui.reading.versions import Reader
from ui.session import Session

REPLY, CONFIRMED = "reply.", "confirmed."
"""Fields of an assessment beside its answers: to a warning, and to a question that was inherited."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One assessment with its case, its instrument, its answers and what was written in it.

    `case` is NO_CASE for an assessment of an officer, of the inspection or of an occasion.
    """

    assessment: Assessment
    case: Case
    instrument: Instrument
    listed: Mapping[str, str]
    """What the provider's lists say of the case, by field; the list of this assessment's sample first."""
    answers: Answers
    """What is answered here, and the facts that another assessment of the case has verified."""
    recorded: Mapping[str, Current]
    """By question id, of what is answered here: who answered, when, with which reason."""
    elsewhere: Mapping[str, Elsewhere]
    """By question id the facts that another assessment of the case has verified, answered here or not."""
    written: tuple[Written, ...]
    confirmed: frozenset[str]
    """Inherited judgements that the present holder has confirmed, by question id."""
    replies: Mapping[str, str]
    """What was said to the warnings of completing, by name of warning."""
    words: str
    """What it is about, as in "case 4101", "officer Zoë Thompson" or "Victim liaison officers"."""

    def verified_in(self, question: str) -> Elsewhere | None:
        """Return where the answer to a question is read; None where it is answered here, or not at all."""
        verified = self.elsewhere.get(question)
        if verified is None:
            return None
        names = (question, *self.instrument.question(question).was)
        own = {name: answer_in(self.recorded[name]) for name in names if name in self.recorded}
        return None if is_own(self.instrument, own, question) else verified

    @property
    def name(self) -> str:
        """What it is about, at the beginning of a line: the number alone of a case, which needs no more."""
        return self.case.number or self.words[:1].upper() + self.words[1:]

    def of(self, kind: str, question: str | None = None) -> tuple[Written, ...]:
        """Return the writing of one kind that was not removed, of one question if one is named."""
        return tuple(
            piece
            for piece in self.written
            if piece.kind == kind and not piece.removed and question in (None, piece.question)
        )


def cases(session: Session) -> dict[str, Case]:
    """Return every case that this store holds, by id."""
    found = projection.read_subjects(session.store.db, session.inspection, "case")
    return {id: case_from(id, fields) for id, fields in found.items()}


def assessments(session: Session) -> dict[str, tuple[Assessment, Answers]]:
    """Return every assessment that this store holds with its answers, by id.

    Facts that another assessment of the same case has verified are among them (`model.verified`).
    """
    found = projection.read_subjects(session.store.db, session.inspection, "assessment")
    stand = _versions(session)
    made = {id: stand.reading(assessment_from(id, fields)) for id, fields in found.items()}
    by_case: dict[str, list[str]] = {}
    for id, assessment in made.items():
        by_case.setdefault(assessment.case, []).append(id)
    several = {id for ids in by_case.values() if len(ids) > 1 for id in ids}
    held = cases(session) if several else {}
    sheets = {
        id: Made(made[id], stand.instrument(made[id].instrument), stand.recorded(made[id], found[id]))
        for id in several
        if made[id].case in held and made[id].instrument in stand.known
    }
    answers = {id: stand.answers(made[id], fields) for id, fields in found.items()}
    for id, sheet in sheets.items():
        others = [sheets[other] for other in by_case[made[id].case] if other != id and other in sheets]
        elsewhere = verified_elsewhere(sheet, others, held[made[id].case])
        answers[id] = dict(read_with(sheet.instrument, answers[id], elsewhere))
    return {id: (assessment, answers[id]) for id, assessment in made.items()}


def held_by(session: Session) -> dict[str, int]:
    """Return how many cases each person holds: one that they assess with two instruments is one case."""
    held: dict[str, set[str]] = {}
    for assessment, _ in assessments(session).values():
        if assessment.case:
            held.setdefault(assessment.holder, set()).add(assessment.case)
    return {person: len(mine) for person, mine in held.items()}


def sheet(session: Session, assessment: str) -> Sheet:
    """Return one assessment whole. Refusal if this store does not hold it."""
    db, inspection = session.store.db, session.inspection
    fields = projection.read_fields(db, inspection, "assessment", assessment)
    stand = _versions(session)
    held = stand.reading(assessment_from(assessment, fields))
    if held.about is None:
        raise Refusal(
            "This assessment is not in your store.",
            "Nothing was changed.",
            "Go back to the list of cases; if it is missing there, ask the office for a new bundle.",
        )
    case = case_of(session, held)
    mine = Made(held, inspections.instrument(session, held.instrument), stand.recorded(held, fields))
    answers = stand.answers(held, fields)
    elsewhere = verified_elsewhere(mine, _others(session, mine), case) if held.case else {}
    return Sheet(
        held,
        case,
        mine.instrument,
        case.facts(*samples.by_instrument(session).get(held.instrument, ())),
        read_with(mine.instrument, answers, elsewhere),
        mine.recorded,
        elsewhere,
        stand.written(held, [piece for kind in KINDS for piece in written(session, kind, assessment)]),
        stand.renamed(held, confirmed_by(held.holder, fields)),
        replies_in(fields),
        naming.in_words(session, held, case.number, mine.instrument, answers),
    )


def case_of(session: Session, held: Assessment) -> Case:
    """Return the case that an assessment is of; NO_CASE where it is of something else."""
    if not held.case:
        return NO_CASE
    fields = projection.read_fields(session.store.db, session.inspection, "case", held.case)
    return case_from(held.case, fields)


def confirmed_by(holder: str, fields: Mapping[str, Current]) -> frozenset[str]:
    """Return the questions whose inherited judgement its holder has confirmed, and not taken back."""
    return frozenset(
        name.removeprefix(CONFIRMED)
        for name, field in fields.items()
        if name.startswith(CONFIRMED) and field.value is True and field.author == holder
    )


def replies_in(fields: Mapping[str, Current]) -> dict[str, str]:
    """Return what was said to the warnings of completing, by name of warning."""
    return {
        name.removeprefix(REPLY): field.value
        for name, field in fields.items()
        if name.startswith(REPLY) and isinstance(field.value, str)
    }


def _others(session: Session, mine: Made) -> list[Made]:
    """The other assessments of a case that this store holds together with their instruments."""
    db, inspection = session.store.db, session.inspection
    ids = projection.find_subjects(db, inspection, "assessment", "case", mine.assessment.case)
    others = {id: projection.read_fields(db, inspection, "assessment", id) for id in ids}
    if len(others) < 2:
        return []
    stand = _versions(session)
    made = ((stand.reading(assessment_from(id, fields)), fields) for id, fields in others.items())
    return [
        Made(assessment, stand.instrument(assessment.instrument), stand.recorded(assessment, fields))
        for assessment, fields in made
        if assessment.id != mine.assessment.id and assessment.instrument in stand.known
    ]


def _versions(session: Session) -> Reader:
    return Reader.of(
        inspections.heads(session),
        inspections.issued(session),
        lambda fingerprint: inspections.instrument(session, fingerprint),
    )


def written(session: Session, kind: str, assessment: str | None = None) -> tuple[Written, ...]:
    """Return the writing of one kind, oldest first: of one assessment, or all that this store holds."""
    db, inspection = session.store.db, session.inspection
    if assessment is None:
        found = projection.read_subjects(db, inspection, kind)
    else:
        ids = projection.find_subjects(db, inspection, kind, "assessment", assessment)
        found = {id: projection.read_fields(db, inspection, kind, id) for id in ids}
    pieces = (written_from(kind, id, fields) for id, fields in found.items())
    return tuple(sorted(pieces, key=lambda piece: (piece.date, piece.time, piece.id)))
