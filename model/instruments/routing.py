"""Which questions apply to a case, where each one stands, and what is still to be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from model.answers import Answer, Answers
from model.instruments.conditions import Condition, evaluate, questions_of
from model.instruments.fitting import fits
from model.instruments.instrument import Instrument, Part, Question
from model.instruments.question_reader import SET_ASIDE

Held = TypeVar("Held")
"""Whatever is kept by question id: an answer, or what is recorded of it."""


class State(StrEnum):
    """Where a question stands for one case (DESIGN section 5)."""

    ANSWERED = "answered"
    NOT_APPLICABLE = "not applicable"
    NOT_ANSWERED = "not yet answered"
    NOT_KNOWN_YET = "not known yet"
    SET_ASIDE = "set aside"
    ASK_AGAIN = "ask again"
    CONFLICT = "conflict"

    @property
    def is_asked(self) -> bool:
        """True when the question is known to apply to the case."""
        return self not in (State.NOT_KNOWN_YET, State.SET_ASIDE)

    @property
    def is_settled(self) -> bool:
        """True when a person has said what is to be said."""
        return self in (State.ANSWERED, State.NOT_APPLICABLE)

    @property
    def is_gap(self) -> bool:
        """True when the question applies and somebody still has to answer it."""
        return self.is_asked and not self.is_settled


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sheet is: questions settled, questions that apply, questions that may yet apply."""

    answered: int
    asked: int
    not_known_yet: int

    @property
    def words(self) -> str:
        """The count as people read it: "3 of 12"."""
        return f"{self.answered} of {self.asked}"

    @property
    def share(self) -> float:
        """The part that is answered of what applies, 0 to 1; 0 where nothing applies."""
        return self.answered / max(self.asked, 1)


def states(instrument: Instrument, answers: Answers) -> dict[str, State]:
    """The state of every question, in the order of the instrument. No answer is changed or dropped by it.

    A question applies when its parent does and its condition holds. While an answer that decides this is
    missing, in conflict or to be asked again, it is not known yet; when it does not apply, its answer is set
    aside and comes back as it was. What hangs under a question that is not applicable is set aside with it.
    """
    found: dict[str, State] = {}
    for question in instrument.questions.values():
        _settle(question, instrument, answers, found)
    return {name: found[name] for name in instrument.questions}


def state_of(
    instrument: Instrument, answers: Answers, question_id: str, found: dict[str, State] | None = None
) -> State:
    """The state of one question, looking only at what it rests on; KeyError when there is none such.

    `found` keeps what is worked out on the way, for whoever asks several things of the same answers.
    """
    return _settle(instrument.question(question_id), instrument, answers, {} if found is None else found)


def _settle(question: Question, instrument: Instrument, answers: Answers, found: dict[str, State]) -> State:
    """Work out one state after those it rests on; the reader has refused circles, so this ends."""
    if question.id not in found:
        applies = _parent_applies(question, instrument, answers, found)
        if applies is not False and question.when is not None:
            applies = _and(applies, _holds(question.when, instrument, answers, found))
        if applies is False:
            found[question.id] = State.SET_ASIDE
        else:
            found[question.id] = State.NOT_KNOWN_YET if applies is None else _stands(question, answers)
    return found[question.id]


def _and(left: bool | None, right: bool | None) -> bool | None:
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def _parent_applies(
    question: Question, instrument: Instrument, answers: Answers, found: dict[str, State]
) -> bool | None:
    if question.parent is None:
        return True
    parent = _settle(instrument.question(question.parent), instrument, answers, found)
    if parent is State.NOT_KNOWN_YET:
        return None
    return parent not in (State.SET_ASIDE, State.NOT_APPLICABLE)


_MATCHES_NOTHING = Answer(SET_ASIDE)


def holds(
    condition: Condition, instrument: Instrument, answers: Answers, found: dict[str, State] | None = None
) -> bool | None:
    """Whether a condition holds for one case; None while that is not known yet. `found` as in `state_of`.

    It is evaluated on what stands: a question set aside meets no test; one to be asked again is not known.
    """
    return _holds(condition, instrument, answers, {} if found is None else found)


def _holds(
    condition: Condition, instrument: Instrument, answers: Answers, found: dict[str, State]
) -> bool | None:
    standing: dict[str, Answer] = {}
    for name in questions_of(condition):
        state = _settle(instrument.question(name), instrument, answers, found)
        if state is State.SET_ASIDE:
            standing[name] = _MATCHES_NOTHING
        elif state.is_settled:
            standing[name] = answers[name]
    return evaluate(condition, standing)


def _stands(question: Question, answers: Answers) -> State:
    answer = answers.get(question.id)
    if answer is not None and answer.conflict:
        return State.CONFLICT
    if answer is None or answer.is_empty:
        return State.NOT_ANSWERED
    if answer.meaning is not None and answer.meaning != question.meaning:
        return State.ASK_AGAIN
    if not fits(question, answer.value):
        return State.ASK_AGAIN
    return State.NOT_APPLICABLE if answer.is_not_applicable else State.ANSWERED


def progress(instrument: Instrument, answers: Answers) -> Progress:
    """Count what applies: a question set aside is in no count."""
    found = list(states(instrument, answers).values())
    not_known_yet = found.count(State.NOT_KNOWN_YET)
    return Progress(
        answered=found.count(State.ANSWERED) + found.count(State.NOT_APPLICABLE),
        asked=len(found) - not_known_yet - found.count(State.SET_ASIDE),
        not_known_yet=not_known_yet,
    )


def lacks_need(instrument: Instrument, answers: Answers, question_id: str) -> bool:
    """True when a question is set aside only because the assessor found no need for the work it is about.

    That is: with the answers about needs taken away, nothing else would set it aside.
    """
    if state_of(instrument, answers, question_id) is not State.SET_ASIDE:
        return False
    questions = instrument.questions
    others = {
        name: answer
        for name, answer in answers.items()
        if name in questions and questions[name].part is not Part.NEED
    }
    return state_of(instrument, others, question_id) is not State.SET_ASIDE


def carry(instrument: Instrument, answers: Mapping[str, Held]) -> dict[str, Held]:
    """The answers, or what is recorded of them, as this version of the instrument reads them.

    Nothing is written.

    A question without an answer under its own id reads the first of its older ids that has one. The answer
    keeps the meaning it was given under, so that a changed meaning shows as "ask again".
    """
    carried: dict[str, Held] = {}
    for question in instrument.questions.values():
        name = next((name for name in (question.id, *question.was) if name in answers), None)
        if name is not None:
            carried[question.id] = answers[name]
    return carried
