"""What people of an inspection answer and complete, for journeys of whole inspections."""

from collections.abc import Mapping

from model.answers import Value
from model.assessments import Stage
from model.instruments.instrument import About, Instrument, Kind, Question, say
from model.measures import Counts, count
from ui.actions import answer, assess
from ui.reading import cases, inspections, interviews, subjects
from ui.session import Session


def form_of(session: Session, about: About, start: str = "") -> Instrument:
    """The one instrument about this whose id begins so."""
    [found] = [one for one in interviews.instruments(session, about) if one.id.startswith(start)]
    return found


def held(session: Session) -> list[tuple[str, str]]:
    """The references of a person's cases, each with its assessment."""
    known = cases.cases(session)
    return sorted(
        (known[one.case].reference, id)
        for id, (one, _) in cases.assessments(session).items()
        if one.case in known and one.holder == session.author
    )


def take(session: Session, assessment: str, form: Instrument, row: Mapping[str, str]) -> None:
    """Record what one line of a practice file says; its reason stands in the guidance where one is asked."""
    for name, cell in row.items():
        question = form.questions.get(name)
        if question is not None and cell:
            reason = say(question.guidance.not_applicable) if cell == "not_applicable" else None
            answer.answer(session, assessment, name, value(question, cell), reason)


def value(question: Question, cell: str) -> Value:
    """What a cell of a practice file means as an answer to its question."""
    if question.kind is Kind.SEVERAL:
        return tuple(cell.split(";"))
    return int(cell) if question.kind is Kind.NUMBER else cell


def complete(session: Session, assessment: str) -> None:
    """Complete an assessment, whatever it warns of."""
    found = assess.what_is_open(cases.sheet(session, assessment))
    replies = {assess.warning_name(point): "Looked at again." for point in found.warnings}
    assess.move(session, assessment, Stage.COMPLETE, replies=replies)


def counted(session: Session, form: Instrument) -> tuple[int, Counts]:
    """What the office counts by one instrument, of everything that arrived with an answer, and how many."""
    sheets = {
        id: answers
        for id, (one, answers) in subjects.assessments(session).items()
        if one.instrument == form.fingerprint and answers
    }
    return len(sheets), count(inspections.programme(session), form, sheets.items())
