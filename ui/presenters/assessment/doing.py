"""What can be done on the assessment page; each gives back what was recorded, for `state.take`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from model.answers import Value
from model.cases import ANSWER
from model.journal.entry import FieldKey
from ui.actions import answer as answering
from ui.actions import undo as undoing
from ui.actions import write as writing
from ui.presenters.assessment.asked import answer_words
from ui.presenters.assessment.state import Recorded, recorded
from ui.presenters.case_words import moment, who
from ui.presenters.decisions import conflicts
from ui.presenters.decisions.conflicts import ConflictView
from ui.reading import cases, fields, inspections
from ui.session import Session


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """One line of a question's history."""

    words: str
    who: str
    when: str
    reason: str
    stands: bool
    took_back: bool


def answer(
    session: Session, assessment: str, question: str, value: Value, reason: str | None = None
) -> Recorded:
    """Record an answer (None clears it).

    Refusal: it does not fit, a reason is missing, or the assessment is closed.
    """
    return recorded(
        session, assessment, answering.answer(session, assessment, question, value, reason), question
    )


def keep_answer(session: Session, assessment: str, question: str, text: str) -> str:
    """Make half an answer in words durable; returns when (UTC)."""
    return answering.type_on(session, assessment, question, text)


def settle(session: Session, view: ConflictView, chosen: str, other: Value, reason: str) -> Recorded:
    """Decide which of different answers holds, as on the page of decisions. Refusal as there."""
    changes = conflicts.settle(session, view, chosen, other, reason)
    return recorded(session, view.key.id, changes, view.key.field.removeprefix(ANSWER))


def undo(session: Session, assessment: str) -> Recorded:
    """Take back the last thing this person recorded.

    Refusal: nothing is left to undo, or somebody has changed it since.
    """
    changes = undoing.undo(session)
    news = recorded(session, assessment, changes)
    asked = [key.field.removeprefix(ANSWER) for key in changes.fields if key.field.startswith(ANSWER)]
    return replace(news, question=asked[0] if asked else "")


def keep_typing(session: Session, kind: str, id: str, text: str, beside: Mapping[str, str]) -> str:
    """Make half a note durable; returns when (UTC)."""
    return writing.type_on(session, kind, id, text, beside)


def write(session: Session, kind: str, id: str, text: str, beside: Mapping[str, str]) -> Recorded:
    """Record a note, point, line or alert. Refusal: there is no text in it."""
    changes = writing.write(session, kind, id, text, **beside)
    return recorded(session, beside["assessment"], changes, beside.get("question", ""))


def remove(session: Session, assessment: str, kind: str, id: str) -> Recorded:
    """Take a note, point, line or alert out of sight; undo brings it back."""
    return recorded(session, assessment, writing.remove(session, kind, id))


def history(session: Session, assessment: str, question: str) -> tuple[PastAnswer, ...]:
    """Return everything ever answered to a question: who, when, what and why, the newest first."""
    asked = cases.sheet(session, assessment).instrument.question(question)
    names, today = inspections.names(session), session.clock().astimezone().date()
    return tuple(
        PastAnswer(
            answer_words(asked, past.value),
            who(past.author, session.author, names),
            moment(past.time, today),
            past.reason or "",
            past.stands,
            past.took_back,
        )
        for past in fields.history(session, FieldKey("assessment", assessment, ANSWER + question))
    )
