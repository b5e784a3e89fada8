"""What a practice case is answered with: as it is given, and what is left open so that it fits."""

import hashlib
from collections.abc import Iterator, Mapping

from model.answers import NOT_APPLICABLE, Answer, Value
from model.instruments.conditions import Condition, Is
from model.instruments.instrument import Instrument, Kind, Line, Option, Part, Question, say
from model.instruments.routing import State, states
from ui.reading.cases import Sheet

Given = Mapping[str, str]
"""Answers by id or code of a question, in words: an option's code or label, a number, a date or a text.

"Not applicable" at a key question that stands behind a need means that there was none.
"""
NO_NEED = "not applicable"
PRACTICE_TEXT, PRACTICE_DAY = "Practice text about nobody.", "2018-04-12"
PRACTICE_REASON = "Nothing of the kind fell due in this period."


def as_given(instrument: Instrument, given: Given) -> dict[str, Answer]:
    """Return the answers that are given, in the order of the instrument, and no others."""
    found = {}
    for question in instrument.questions.values():
        words = _said(question, given)
        if words:
            found[question.id] = _read(question, words)
    return found


def fitting(sheet: Sheet, given: Given, most: int | None = None) -> dict[str, Answer]:
    """Return an answer to whatever is asked and not answered yet, at most `most`, in order of work.

    What is not given is chosen so that it fits what is: by the case and the question, always the same.
    """
    instrument, answers = sheet.instrument, dict(sheet.answers)
    chosen: dict[str, Answer] = {}
    while waiting := [name for name, state in states(instrument, answers).items() if state is _ASKED]:
        for name in waiting:
            chosen[name] = answers[name] = _fitting(sheet, instrument.question(name), given)
    order = [name for name in instrument.questions if name in chosen]
    return {name: chosen[name] for name in order[:most]}


_ASKED = State.NOT_ANSWERED


def line_of(question: Question, answer: Answer) -> Line | None:
    """Return where an answer stands; None where it is no option of the question."""
    option = question.option(str(answer.value))
    return option.line if option else None


def other_side(question: Question, answer: Answer) -> str:
    """Return the first option of a judgement on the other side of the line."""
    wanted = Line.BELOW if line_of(question, answer) is Line.ABOVE else Line.ABOVE
    return _first(question, wanted).code


def judged(question: Question, given: Given) -> Answer:
    """Return the judgement that is given, or the first above the line."""
    words = _said(question, given)
    return _read(question, words) if words else Answer(question.typical or _first(question, Line.ABOVE).code)


def _said(question: Question, given: Given) -> str:
    return given.get(question.id) or given.get(question.code, "")


def _read(question: Question, words: str) -> Answer:
    """An answer from its words."""
    if words == NOT_APPLICABLE:
        return Answer(words, say(question.guidance.not_applicable) or PRACTICE_REASON)
    if question.kind is Kind.SEVERAL:
        return Answer(tuple(words.split(";")))
    if question.kind is Kind.NUMBER:
        return Answer(float(words) if "." in words else int(words))
    labelled = (each.code for each in question.options if say(each.label).casefold() == words.casefold())
    return Answer(words if question.option(words) else next(labelled, words))


def _first(question: Question, line: Line) -> Option:
    return next(option for option in question.options if option.line is line)


def _fitting(sheet: Sheet, question: Question, given: Given) -> Answer:
    if question.part is Part.NEED:
        return Answer(_need(sheet.instrument, question, given))
    if question.part is Part.KEY:
        return judged(question, given)
    words = _said(question, given)
    return _read(question, words) if words else Answer(_left_open(sheet, question, given))


def _left_open(sheet: Sheet, question: Question, given: Given) -> Value:
    about = sheet.case.number or sheet.words
    chance = int(hashlib.sha256(f"{about}|{question.id}".encode()).hexdigest()[:8], 16)
    match question.part:
        case Part.PROMPT:
            return _prompt(sheet.instrument, question, given, chance)
        case Part.WHY:
            return tuple(option.code for option in question.options[: 1 + chance % 2])
        case Part.FACTOR | Part.SERVICE:
            return question.options[0 if chance % 5 < 3 else 1].code
    return _fact(sheet, question, chance)


def _need(instrument: Instrument, need: Question, given: Given) -> str:
    """Whether there was a need, as the key question that rests on it is given."""
    for question in instrument.questions.values():
        asked = _named(question.when)
        if question.part is Part.KEY and asked is not None and asked.question == need.id:
            absent = _said(question, given).casefold() == NO_NEED
            return next(code for code in need.codes() if (code in asked.values) is not absent)
    return need.typical or need.codes()[0]


def _named(condition: Condition | None) -> Is | None:
    return condition if isinstance(condition, Is) else None


def _prompt(instrument: Instrument, question: Question, given: Given, chance: int) -> str:
    """The first prompt always agrees with its key question; of the others, one in six does not."""
    parent = instrument.question(question.parent or question.id)
    above = line_of(parent, judged(parent, given)) is Line.ABOVE
    siblings: Iterator[str] = (
        child.id for child in instrument.children(parent.id) if child.part is Part.PROMPT
    )
    if question.id != next(siblings) and chance % 6 == 0:
        above = not above
    return _first(question, Line.ABOVE if above else Line.BELOW).code


def _fact(sheet: Sheet, question: Question, chance: int) -> Value:
    """As the list says, or what is typical; where neither says anything mostly the first option."""
    listed = sheet.listed.get(question.proposes or "", "")
    codes = question.codes()
    match question.kind:
        case Kind.NUMBER:
            return int(listed) if listed.isdigit() else _number(question, chance)
        case Kind.DATE:
            return listed or PRACTICE_DAY
        case Kind.TEXT:
            return listed or PRACTICE_TEXT
        case Kind.SEVERAL:
            return (codes[chance % len(codes)],)
    return listed if listed in codes else question.typical or codes[0 if chance % 3 else chance % len(codes)]


def _number(question: Question, chance: int) -> int:
    """A number that the question takes, of the size of a caseload where it may be as large."""
    lowest, highest = int(question.minimum or 1), int(question.maximum or 60)
    return min(highest, max(lowest, 20 + chance % 30))
