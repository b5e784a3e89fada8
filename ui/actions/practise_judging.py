"""Judging practice cases: every item answered so that it fits what is given, evidence written, completed."""

from model.answers import Answer
from model.assessments import Stage
from model.instruments.instrument import Line, Part
from ui.actions import answer, assess, write
from ui.actions.practise_answers import Given, as_given, fitting, line_of
from ui.reading import cases
from ui.reading.cases import Sheet
from ui.reading.practice import Note
from ui.session import Session

EVIDENCE = Note(
    "The contact log and the assessment do not show it. Practice text about nobody.",
    "Contact log",
    "2018-09-12",
)
"""What is written about each key question below the line where nothing else is named."""
REPLY = "Looked at again with the record; the judgement stands."


def judge(
    session: Session, assessment: str, given: Given, evidence: Note = EVIDENCE, *, fill: bool = True
) -> int:
    """Answer, write evidence for what is below the line, complete; return how many items were answered.

    In one transaction. `fill`: all that is asked is answered; else only what is given.
    """
    with session.store.at_once():
        answered = answer_all(session, assessment, given, evidence=evidence, fill=fill)
        complete(session, assessment)
    return answered


def complete(session: Session, assessment: str) -> None:
    """Complete an assessment, with a reply to each warning."""
    found = assess.what_is_open(cases.sheet(session, assessment))
    replies = {assess.warning_name(point): REPLY for point in found.warnings}
    assess.move(session, assessment, Stage.COMPLETE, replies=replies)


def answer_all(
    session: Session,
    assessment: str,
    given: Given,
    most: int | None = None,
    evidence: Note = EVIDENCE,
    *,
    fill: bool = True,
) -> int:
    """Answer the items that are asked, section by section, at most `most` of them; return how many."""
    sheet = cases.sheet(session, assessment)
    planned = fitting(sheet, given, most) if fill else as_given(sheet.instrument, given)
    with session.store.at_once():
        for view in sheet.instrument.views:
            for section in view.sections:
                own = {each.id: planned[each.id] for each in section.questions if each.id in planned}
                if own:
                    answer.answer_several(session, assessment, own)
                    _note(session, sheet, own, evidence)
    return len(planned)


def _note(session: Session, sheet: Sheet, answered: dict[str, Answer], evidence: Note) -> None:
    """Write evidence about each key question of a section that was judged below the line."""
    for name, said in answered.items():
        question = sheet.instrument.question(name)
        if question.part is Part.KEY and line_of(question, said) is Line.BELOW:
            id = sheet.assessment.id
            beside = {"assessment": id, "question": name, "source": evidence.source, "date": evidence.date}
            write.write(session, "note", session.new_id(id), evidence.text, **beside)
