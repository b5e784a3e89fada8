"""Which case and which question a picture shows."""

from model.instruments.instrument import Part
from ui.actions.print_paper import CASE_SUMMARY
from ui.reading import cases
from ui.session import Session

PAPER = CASE_SUMMARY


def worth_showing(session: Session) -> tuple[str, str]:
    """Return an assessment that this person holds, one begun and not complete if any is, and a question.

    The question is the first key question answered No, or the first key question; both "" without cases.
    """
    held = cases.cases(session)
    made = (one for one, _ in cases.assessments(session).values() if one.case in held)
    mine = [one for one in made if one.holder == session.author]
    if not mine:
        return "", ""
    mine.sort(key=lambda one: (one.state in ("not_started", "complete"), held[one.case].number))
    sheet = cases.sheet(session, mine[0].id)
    keys = [question.id for question in sheet.instrument.questions.values() if question.part is Part.KEY]
    judged_no = (key for key in keys if key in sheet.answers and sheet.answers[key].value == "no")
    return mine[0].id, next(judged_no, keys[0])
