"""The cases and assessments in the store, and one assessment with all that was written in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.answers import Answers
from model.cases import Assessment, Case, answers_from, assessment_from, case_from
from model.evidence import KINDS, Written, written_from
from model.instruments.instrument import Instrument
from model.journal.fields import Current
from model.refusal import Refusal
from storage import projection
from ui.reading import inspections
from ui.session import Session

REPLY, CONFIRMED = "reply.", "confirmed."
"""Fields of an assessment beside its answers: to a warning, and to a question that was inherited."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One assessment with its case, its instrument, its answers and what was written in it."""

    assessment: Assessment
    case: Case
    instrument: Instrument
    answers: Answers
    recorded: Mapping[str, Current]
    """By question id: who answered, when, with which reason."""
    written: tuple[Written, ...]
    confirmed: frozenset[str]
    """Inherited judgements that the present holder has confirmed, by question id."""
    replies: Mapping[str, str]
    """What was said to the warnings of completing, by name of warning."""

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
    """Return every assessment that this store holds with its answers, by id."""
    found = projection.read_subjects(session.store.db, session.inspection, "assessment")
    return {id: (assessment_from(id, fields), answers_from(fields)) for id, fields in found.items()}


def sheet(session: Session, assessment: str) -> Sheet:
    """Return one assessment whole. Refusal if this store does not hold it."""
    db, inspection = session.store.db, session.inspection
    fields = projection.read_fields(db, inspection, "assessment", assessment)
    held = assessment_from(assessment, fields)
    if not held.case:
        raise Refusal(
            "This assessment is not in your store.",
            "Nothing was changed.",
            "Go back to the list of cases; if it is missing there, ask the office for a new bundle.",
        )
    return Sheet(
        held,
        case_from(held.case, projection.read_fields(db, inspection, "case", held.case)),
        inspections.instrument(session, held.instrument),
        answers_from(fields),
        {name.removeprefix("answer."): field for name, field in fields.items() if name.startswith("answer.")},
        tuple(piece for kind in KINDS for piece in written(session, kind, assessment)),
        confirmed_by(held.holder, fields),
        replies_in(fields),
    )


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
