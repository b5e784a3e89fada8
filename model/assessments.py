"""Where an assessment stands, which moves it may make, and what it still needs to be complete."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.answers import Answers
from model.instruments.instrument import Instrument, Line, Part, Question
from model.instruments.instrument_rules import rests_on
from model.instruments.routing import State, states
from model.refusal import Refusal


class Stage(StrEnum):
    """The states of an assessment (DESIGN section 4)."""

    NOT_STARTED = "not_started"
    READING = "reading"
    READY = "ready"  # for the interview
    JUDGED = "judged"
    COMPLETE = "complete"
    REOPENED = "reopened"
    CANNOT_INSPECT = "cannot_inspect"

    @property
    def is_open(self) -> bool:
        """True while answers may be changed."""
        return self not in (Stage.COMPLETE, Stage.CANNOT_INSPECT)


_MOVES: Mapping[Stage, tuple[Stage, ...]] = {
    Stage.NOT_STARTED: (Stage.READING, Stage.CANNOT_INSPECT),
    Stage.READING: (Stage.READY, Stage.JUDGED, Stage.COMPLETE, Stage.CANNOT_INSPECT),
    Stage.READY: (Stage.READING, Stage.JUDGED, Stage.COMPLETE, Stage.CANNOT_INSPECT),
    Stage.JUDGED: (Stage.READING, Stage.READY, Stage.COMPLETE, Stage.CANNOT_INSPECT),
    Stage.COMPLETE: (Stage.REOPENED,),
    Stage.REOPENED: (Stage.READY, Stage.JUDGED, Stage.COMPLETE, Stage.CANNOT_INSPECT),
    Stage.CANNOT_INSPECT: (Stage.REOPENED,),
}

_WITH_REASON = (Stage.REOPENED, Stage.CANNOT_INSPECT)


class What(StrEnum):
    """What is still to be done about a question, or to be looked at again."""

    RELEVANCE = "say whether there was a need"
    UNANSWERED = "not yet answered"
    WHY = "say why it is not sufficient"
    REASON = "say why it does not apply"
    CONFLICT = "decide between two answers"
    ASK_AGAIN = "answer it again: it has come to mean something else"
    DECIDES = "answer it: it decides what else is asked"
    AGAINST_ALL_PROMPTS = "the judgement goes against all its prompts"
    NO_EVIDENCE = "a No without evidence"
    ALERT_OPEN = "an alert is open"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing, and the question it is about; `question` is None where it is about the whole case."""

    what: What
    question: str | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """What stands between an assessment and complete: `missing` stops it, `warnings` ask for a reply."""

    missing: tuple[Point, ...]
    warnings: tuple[Point, ...]

    @property
    def is_complete(self) -> bool:
        """True when nothing is missing; warnings may still ask for a reply."""
        return not self.missing


def moves(now: Stage) -> tuple[Stage, ...]:
    """The states that an assessment may go to from here."""
    return _MOVES[now]


def needs_reason(to: Stage) -> bool:
    """True for the moves that a person gives a reason for: reopening, and that it cannot be inspected."""
    return to in _WITH_REASON


def check_move(now: Stage, to: Stage, reason: str | None, completeness: Completeness) -> None:
    """Refusal when the move is not one that can be made, lacks its reason, or completes too early."""
    if to not in _MOVES[now]:
        after = " or ".join(_words(stage) for stage in _MOVES[now])
        happened = f"An assessment that is {_words(now)} cannot become {_words(to)}."
        raise Refusal(happened, _KEPT, f"From here it can be {after}.")
    if needs_reason(to) and not (reason or "").strip():
        raise Refusal(
            f"No reason is given why it is {_words(to)}.", _KEPT, "Write the reason in a few words."
        )
    if to is Stage.COMPLETE and not completeness.is_complete:
        count = len(completeness.missing)
        things = "One thing is" if count == 1 else f"{count} things are"
        happened = f"{things} still missing from this assessment."
        raise Refusal(happened, _KEPT, "Go through the list of what is missing.")


_KEPT = "Every answer is as it was."


def completeness(
    instrument: Instrument, answers: Answers, evidence: Mapping[str, int], alerts_open: int
) -> Completeness:
    """What is missing and what to warn of (DESIGN section 4). `evidence` counts notes by question id.

    Needed are every key question with its relevance and, for each No, why. Warnings: a key question against
    all its prompts, a No that expects evidence without a note on it or on what hangs under it, an open alert,
    and every other question that applies and is not answered.
    """
    found = states(instrument, answers)
    missing: list[Point] = []
    warnings: list[Point] = []
    for question in instrument.questions.values():
        state = found[question.id]
        what = _open(question, state, answers)
        if what is not None:
            points = missing if question.part in _NEEDED else warnings
            points.append(Point(what, question.id))
        if state is State.NOT_KNOWN_YET and question.part in _NEEDED:
            missing.extend(_deciding(question, instrument, found))
        if question.part is Part.KEY:
            cautions = _cautions(question, instrument, found, answers, evidence)
            warnings.extend(Point(caution, question.id) for caution in cautions)
    if alerts_open:
        warnings.append(Point(What.ALERT_OPEN, None))
    needed = tuple(dict.fromkeys(missing))
    named = {point.question for point in needed}
    kept = tuple(
        point for point in warnings if point.what is not What.UNANSWERED or point.question not in named
    )
    return Completeness(needed, kept)


_NEEDED = (Part.NEED, Part.KEY, Part.WHY)
_OPEN_IN_STATE = {State.CONFLICT: What.CONFLICT, State.ASK_AGAIN: What.ASK_AGAIN}
_UNANSWERED_PART = {Part.NEED: What.RELEVANCE, Part.WHY: What.WHY}


def _open(question: Question, state: State, answers: Answers) -> What | None:
    if state is State.NOT_APPLICABLE:
        return None if (answers[question.id].reason or "").strip() else What.REASON
    if state is State.NOT_ANSWERED:
        return _UNANSWERED_PART.get(question.part, What.UNANSWERED)
    return _OPEN_IN_STATE.get(state)


def _deciding(question: Question, instrument: Instrument, found: Mapping[str, State]) -> Iterator[Point]:
    """The open questions that leave it unknown whether this one applies, if not needed themselves."""
    reached = [question.id]
    for name in reached:
        reached.extend(other for other in rests_on(instrument.question(name)) if other not in reached)
        if found[name].is_gap and instrument.question(name).part not in _NEEDED:
            yield Point(What.DECIDES, name)


def _cautions(
    key: Question,
    instrument: Instrument,
    found: Mapping[str, State],
    answers: Answers,
    evidence: Mapping[str, int],
) -> list[What]:
    line = _line(key, found, answers)
    if line is None:
        return []
    under = instrument.children(key.id)
    prompts = {_line(child, found, answers) for child in under if child.part is Part.PROMPT} - {None}
    cautions = []
    if prompts and line not in prompts:
        cautions.append(What.AGAINST_ALL_PROMPTS)
    if key.evidence and line is Line.BELOW and not any(evidence.get(each.id) for each in (key, *under)):
        cautions.append(What.NO_EVIDENCE)
    return cautions


def _line(question: Question, found: Mapping[str, State], answers: Answers) -> Line | None:
    """Above or below the line; None for a question that is not answered or answered outside it."""
    if found[question.id] is not State.ANSWERED:
        return None
    option = question.option(str(answers[question.id].value))
    return None if option is None or option.line is Line.OUTSIDE else option.line


def _words(stage: Stage) -> str:
    if stage is Stage.READY:
        return "ready for interview"
    return "one that cannot be inspected" if stage is Stage.CANNOT_INSPECT else stage.replace("_", " ")
