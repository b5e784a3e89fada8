"""A question as the controls that answer it need it, and as it is named beside another."""

from dataclasses import dataclass

from model.answers import NOT_APPLICABLE, Answer, Value
from model.documents.answer_words import answer_in_words
from model.instruments.instrument import Kind, Question, say
from model.instruments.routing import State
from ui.presenters.assessment.state import AssessmentState
from ui.presenters.case_words import QUESTION, Said, answered

NOT_APPLICABLE_KEY = "a"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be chosen, and its key on the keyboard."""

    code: str
    words: str
    key: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Another question named on this page: where it leads, its code, its words and where it stands."""

    id: str
    code: str
    short: str
    """The code as it is said beside its key question: "(b)"."""
    words: str
    said: Said


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer: enough to draw the controls that answer it."""

    id: str
    code: str
    text: str
    kind: Kind
    choices: tuple[Choice, ...]
    value: Value
    said: Said
    minimum: float | None
    maximum: float | None


def asked_of(state: AssessmentState, asked: Question) -> Asked:
    """Return a question of an assessment with its answer as it stands."""
    answer = state.sheet.answers.get(asked.id)
    return Asked(
        asked.id,
        asked.code,
        say(asked.text),
        asked.kind,
        _choices(asked),
        answer.value if answer else None,
        said_of(state, asked),
        asked.minimum,
        asked.maximum,
    )


def _choices(asked: Question) -> tuple[Choice, ...]:
    choices = tuple(Choice(option.code, say(option.label), option.key) for option in asked.options)
    if asked.allows_not_applicable:
        choices += (Choice(NOT_APPLICABLE, "Not applicable", NOT_APPLICABLE_KEY),)
    return choices


def said_of(state: AssessmentState, asked: Question) -> Said:
    """Say where a question stands: its answer, or why it has none."""
    held, answer = state.states[asked.id], state.sheet.answers.get(asked.id)
    if held is State.ANSWERED and answer is not None and asked.kind is not Kind.TEXT:
        return answered(asked, answer_in_words(asked, answer), answer.value)
    return QUESTION[held]


def beside(state: AssessmentState, asked: Question, above: Question | None = None) -> Beside:
    """Return a question as it is named beside another; `above` is the one that its code begins with."""
    short = asked.code.removeprefix(above.code) if above is not None else asked.code
    return Beside(asked.id, asked.code, short.strip() or asked.code, say(asked.text), said_of(state, asked))


def answer_words(asked: Question, value: Value) -> str:
    """Say a value that stands or stood in a question's field; one that was emptied is said so."""
    return answer_in_words(asked, Answer(value)) or "Emptied"
