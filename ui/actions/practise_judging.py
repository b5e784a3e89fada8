"""Judging practice cases: every item answered so that it fits what is given of the key questions."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.answers import Answer, Value
from model.assessments import Stage
from model.instruments.conditions import Condition, Is
from model.instruments.instrument import Instrument, Kind, Line, Part, Question
from model.instruments.routing import State, states
from ui.actions import answer, assess, write
from ui.reading import cases
from ui.reading.cases import Sheet
from ui.session import Session

Judgements = Mapping[str, str]
"""What is given by code of a key question: "No", "Not applicable", or "Yes" as where nothing is given."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is written about each No."""

    text: str
    source: str
    date: str


EVIDENCE = Evidence(
    "The contact log and the assessment do not show it. Practice text about nobody.",
    "nDelius contact log",
    "2018-09-12",
)
REPLY = "Looked at again with the record; the judgement stands."


def judge(session: Session, assessment: str, given: Judgements, evidence: Evidence = EVIDENCE) -> int:
    """Answer all that is asked, write evidence for each No, complete; return how many items were asked.

    "Not applicable" at a key question means that there was no need.
    """
    asked = answer_all(session, assessment, given, evidence=evidence)
    complete(session, assessment)
    return asked


def complete(session: Session, assessment: str) -> None:
    """Complete an assessment, with a reply to each warning."""
    found = assess.what_is_open(cases.sheet(session, assessment))
    replies = {assess.warning_name(point): REPLY for point in found.warnings}
    assess.move(session, assessment, Stage.COMPLETE, replies=replies)


def answer_all(
    session: Session,
    assessment: str,
    given: Judgements,
    most: int | None = None,
    evidence: Evidence = EVIDENCE,
) -> int:
    """Answer the items that are asked, in the order of work, at most `most` of them; return how many."""
    sheet = cases.sheet(session, assessment)
    answers = dict(sheet.answers)
    asked = 0
    while (question := _next(sheet.instrument, answers)) is not None and (most is None or asked < most):
        value = _value(sheet, question, given)
        answer.answer(session, assessment, question.id, value)
        answers[question.id] = Answer(value)
        asked += 1
        if question.part is Part.KEY and value == "no":
            _write(session, assessment, question, evidence)
    return asked


def _write(session: Session, assessment: str, question: Question, evidence: Evidence) -> None:
    beside = {"assessment": assessment, "question": question.id}
    beside |= {"source": evidence.source, "date": evidence.date}
    write.write(session, "note", session.new_id(assessment), evidence.text, **beside)


def _next(instrument: Instrument, answers: Mapping[str, Answer]) -> Question | None:
    found = states(instrument, answers)
    waiting: Iterator[Question] = (
        question for question in instrument.questions.values() if found[question.id] is State.NOT_ANSWERED
    )
    return next(waiting, None)


def _value(sheet: Sheet, question: Question, given: Judgements) -> Value:
    chance = int(hashlib.sha256(f"{sheet.case.number}|{question.id}".encode()).hexdigest()[:8], 16)
    match question.part:
        case Part.KEY:
            return given.get(question.code, "Yes").casefold()
        case Part.NEED:
            return "no" if _key_of(sheet.instrument, question, given) == "Not applicable" else "yes"
        case Part.PROMPT:
            return _prompt(sheet.instrument, question, given, chance)
        case Part.WHY:
            return tuple(option.code for option in question.options[: 1 + chance % 2])
        case Part.FACTOR | Part.SERVICE:
            return "yes" if chance % 5 < 3 else "no"
    return _fact(sheet, question, chance)


def _key_of(instrument: Instrument, need: Question, given: Judgements) -> str:
    """Return what is given for the key question that a need decides about."""
    for question in instrument.questions.values():
        if question.part is Part.KEY and need.id in _named(question.when):
            return given.get(question.code, "Yes")
    return "Yes"


def _named(condition: Condition | None) -> tuple[str, ...]:
    return (condition.question,) if isinstance(condition, Is) else ()


def _prompt(instrument: Instrument, question: Question, given: Judgements, chance: int) -> str:
    """The first prompt always agrees with its key question; of the others, one in six does not."""
    parent = instrument.question(question.parent or question.id)
    agrees = given.get(parent.code, "Yes") == "Yes"
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
            return int(listed) if listed.isdigit() else int(question.minimum or 1)
        case Kind.DATE:
            return listed or "2018-04-12"
        case Kind.TEXT:
            return listed or "Practice text about nobody."
        case Kind.SEVERAL:
            return (codes[chance % len(codes)],)
    return listed if listed in codes else question.typical or codes[chance % len(codes)]
