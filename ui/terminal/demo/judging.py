"""Judging a practice case: every item answered so that it fits the key questions as published."""

import hashlib
from collections.abc import Iterator, Mapping

from model.answers import Answer, Value
from model.assessments import Stage
from model.instruments.conditions import Condition, Is
from model.instruments.instrument import Instrument, Kind, Line, Part, Question
from model.instruments.routing import State, states
from ui.actions import answer, assess, write
from ui.reading import cases
from ui.reading.cases import Sheet
from ui.session import Session

KeyAnswers = Mapping[str, str]
"""What is published of a case: "Yes", "No" or "Not applicable" by code of the key question."""

EVIDENCE = "The contact log and the assessment do not show it. Practice text about nobody."
REPLY = "Looked at again with the record; the judgement stands."


def judge(session: Session, assessment: str, published: KeyAnswers) -> int:
    """Answer all that is asked, write evidence for each No, complete; return how many items were asked.

    "Not applicable" at a key question means that there was no need.
    """
    asked = answer_all(session, assessment, published)
    sheet = cases.sheet(session, assessment)
    for question in sheet.instrument.questions.values():
        held = sheet.answers.get(question.id)
        if question.part is Part.KEY and held is not None and held.value == "no":
            write.write(
                session,
                "note",
                session.new_id(assessment),
                f"{question.code}: {EVIDENCE}",
                assessment=assessment,
                question=question.id,
                source="nDelius contact log",
                date="2018-09-12",
            )
    complete(session, assessment)
    return asked


def complete(session: Session, assessment: str) -> None:
    """Complete an assessment, with a reply to each warning."""
    found = assess.what_is_open(cases.sheet(session, assessment))
    replies = {assess.warning_name(point): REPLY for point in found.warnings}
    assess.move(session, assessment, Stage.COMPLETE, replies=replies)


def answer_all(session: Session, assessment: str, published: KeyAnswers, most: int | None = None) -> int:
    """Answer the items that are asked, in the order of work, at most `most` of them; return how many."""
    sheet = cases.sheet(session, assessment)
    answers = dict(sheet.answers)
    asked = 0
    while (question := _next(sheet.instrument, answers)) is not None and (most is None or asked < most):
        value = _value(sheet, question, published)
        answer.answer(session, assessment, question.id, value)
        answers[question.id] = Answer(value)
        asked += 1
    return asked


def _next(instrument: Instrument, answers: Mapping[str, Answer]) -> Question | None:
    found = states(instrument, answers)
    waiting: Iterator[Question] = (
        question for question in instrument.questions.values() if found[question.id] is State.NOT_ANSWERED
    )
    return next(waiting, None)


def _value(sheet: Sheet, question: Question, published: KeyAnswers) -> Value:
    chance = int(hashlib.sha256(f"{sheet.case.number}|{question.id}".encode()).hexdigest()[:8], 16)
    match question.part:
        case Part.KEY:
            return published[question.code].casefold()
        case Part.NEED:
            return "no" if _key_of(sheet.instrument, question, published) == "Not applicable" else "yes"
        case Part.PROMPT:
            return _prompt(sheet.instrument, question, published, chance)
        case Part.WHY:
            return tuple(option.code for option in question.options[: 1 + chance % 2])
        case Part.FACTOR | Part.SERVICE:
            return "yes" if chance % 5 < 3 else "no"
    return _fact(sheet, question, chance)


def _key_of(instrument: Instrument, need: Question, published: KeyAnswers) -> str:
    """Return what is published for the key question that a need decides about."""
    for question in instrument.questions.values():
        if question.part is Part.KEY and need.id in _named(question.when):
            return published[question.code]
    return "Yes"


def _named(condition: Condition | None) -> tuple[str, ...]:
    return (condition.question,) if isinstance(condition, Is) else ()


def _prompt(instrument: Instrument, question: Question, published: KeyAnswers, chance: int) -> str:
    """The first prompt always agrees with its key question; of the others, one in six does not."""
    parent = instrument.question(question.parent or question.id)
    agrees = published[parent.code] == "Yes"
    siblings = [child.id for child in instrument.children(parent.id) if child.part is Part.PROMPT]
    if question.id != siblings[0] and chance % 6 == 0:
        agrees = not agrees
    line = Line.ABOVE if agrees else Line.BELOW
    return next(option.code for option in question.options if option.line is line)


def _fact(sheet: Sheet, question: Question, chance: int) -> Value:
    listed = sheet.listed.get(question.proposes or "", "")
    codes = [option.code for option in question.options]
    match question.kind:
        case Kind.NUMBER:
            return int(question.minimum or 1)
        case Kind.DATE:
            return "2018-04-12"
        case Kind.TEXT:
            return "Practice"
        case Kind.SEVERAL:
            return (codes[chance % len(codes)],)
    return listed if listed in codes else question.typical or codes[chance % len(codes)]
