"""Moving an assessment on: which moves are offered, and what completing it still needs or warns of."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.assessments import Point, Stage, What, moves, needs_reason
from model.instruments.instrument import About, Part, say
from ui.actions import assess
from ui.presenters.assessment.state import AssessmentState, Recorded, inherited, recorded
from ui.reading.cases import Sheet
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Move:
    """One move: where it leads, the words on its button, and what it asks for first."""

    to: str
    words: str
    reason: bool
    lists: bool
    """True for completing: what is missing is listed before it is done."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One line of a list that leads to a question ("" where it is about the whole case)."""

    name: str
    question: str
    code: str
    words: str
    what: str


@dataclass(frozen=True, slots=True)
class Completing:
    """What stands between an assessment and complete."""

    missing: tuple[Lead, ...]
    inherited: tuple[Lead, ...]
    """Answers of a colleague who held the case before, to be confirmed one by one."""
    warnings: tuple[Lead, ...]
    """Each asks for a reply of its own."""
    unanswered: tuple[Lead, ...]
    """Warnings of one kind, for which one reply may stand: questions that nothing rests on, left open."""
    replies: Mapping[str, str]
    """What was replied before, by name of warning."""

    @property
    def is_clear(self) -> bool:
        """True when nothing stops it: at most replies are asked for."""
        return not self.missing and not self.inherited


_FORWARD = {
    Stage.NOT_STARTED: Stage.READING,
    Stage.READING: Stage.READY,
    Stage.READY: Stage.JUDGED,
    Stage.JUDGED: Stage.COMPLETE,
    Stage.REOPENED: Stage.COMPLETE,
}
_FORWARD_APART = {**_FORWARD, Stage.READING: Stage.COMPLETE}
"""What is only asked and written down has no record to read, and nobody to hear afterwards."""
_LEFT_OUT_APART = frozenset({Stage.READY, Stage.JUDGED})
_WORDS_APART = {Stage.READING: "Begin", Stage.CANNOT_INSPECT: "Does not take place …"}
_WORDS = {
    Stage.READING: "Start reading",
    Stage.READY: "Ready for interview",
    Stage.JUDGED: "Judged",
    Stage.COMPLETE: "Complete …",
    Stage.REOPENED: "Reopen …",
    Stage.CANNOT_INSPECT: "Cannot be inspected …",
}
_WHATS = {
    What.RELEVANCE: "Say whether there was a need",
    What.UNANSWERED: "Not answered",
    What.WHY: "Say why it is not sufficient",
    What.REASON: "Say why it does not apply",
    What.CONFLICT: "Two different answers: decide which holds",
    What.ASK_AGAIN: "Answer it again: its meaning has changed",
    What.DECIDES: "Answer it: it decides what else is asked",
    What.AGAINST_ALL_PROMPTS: "The judgement goes against all its prompts",
    What.NO_EVIDENCE: "A No without an evidence note",
    What.ALERT_OPEN: "An alert is still open",
}


def offered(state: AssessmentState) -> tuple[Move, ...]:
    """Return the moves that can be made from here, the next in the order of work first (`has_forward`)."""
    now = assess.stage_of(state.sheet.assessment)
    apart = _only_asks(state.sheet)
    forward = (_FORWARD_APART if apart else _FORWARD).get(now)
    found = sorted(moves(now), key=lambda to: to is not forward)
    return tuple(
        Move(to.value, _words(now, to, apart=apart), needs_reason(to), to is Stage.COMPLETE)
        for to in found
        if not apart or to not in _LEFT_OUT_APART
    )


def _only_asks(sheet: Sheet) -> bool:
    """Whether it is asked and written down, without a record to read and anything to judge."""
    judges = any(question.part is Part.KEY for question in sheet.instrument.questions.values())
    return sheet.assessment.about is not About.CASE or not judges


def has_forward(state: AssessmentState) -> bool:
    """Return whether the first move offered is the next in the order of work."""
    return assess.stage_of(state.sheet.assessment) in _FORWARD


def completing(state: AssessmentState) -> Completing:
    """Return what completing this assessment needs, asks to confirm, and warns of."""
    found = assess.what_is_open(state.sheet)
    unanswered = [point for point in found.warnings if point.what is What.UNANSWERED]
    return Completing(
        tuple(_lead(state, point) for point in found.missing),
        tuple(
            _named(state, f"inherited.{question}", question, f"Answered by {_author(state, question)}")
            for question in inherited(state)
        ),
        tuple(_lead(state, point) for point in found.warnings if point not in unanswered),
        tuple(_lead(state, point) for point in unanswered),
        state.sheet.replies,
    )


def move(
    session: Session, assessment: str, to: str, reason: str = "", replies: Mapping[str, str] | None = None
) -> Recorded:
    """Bring an assessment to another state.

    Refusal: the move cannot be made from here, or needs what is not there yet.
    """
    return recorded(session, assessment, assess.move(session, assessment, Stage(to), reason, replies))


def confirm(session: Session, assessment: str, *questions: str) -> Recorded:
    """Confirm inherited answers as one's own."""
    changes = assess.confirm_inherited(session, assessment, *questions)
    return recorded(session, assessment, changes, questions[0] if len(questions) == 1 else "")


def _words(now: Stage, to: Stage, *, apart: bool) -> str:
    if apart and to in _WORDS_APART:
        return _WORDS_APART[to]
    back = to is Stage.READING and now is not Stage.NOT_STARTED
    back = back or (to is Stage.READY and now is Stage.JUDGED)
    return f"Back to {'reading' if to is Stage.READING else 'the interview'}" if back else _WORDS[to]


def _lead(state: AssessmentState, point: Point) -> Lead:
    name = assess.warning_name(point)
    if point.question is None:
        return Lead(name, "", "", "", _WHATS[point.what])
    return _named(state, name, point.question, _WHATS[point.what])


def _named(state: AssessmentState, name: str, question: str, what: str) -> Lead:
    asked = state.sheet.instrument.question(question)
    return Lead(name, question, asked.code, say(asked.text), what)


def _author(state: AssessmentState, question: str) -> str:
    return state.names.get(state.sheet.recorded[question].author, "a colleague")
