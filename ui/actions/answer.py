"""Answering a question, saying that it does not apply, or emptying the answer."""

from model.answers import NOT_APPLICABLE
from model.cases import ANSWER
from model.instruments.fitting import fits
from model.instruments.instrument import Instrument, Question
from model.journal.change import Change
from model.journal.entry import FieldKey, Value
from model.refusal import Refusal
from storage import projection
from ui.reading import inspections
from ui.session import Changes, Session

CLOSED = frozenset({"complete", "cannot_inspect"})


def answer(
    session: Session, assessment: str, question: str, value: Value, reason: str | None = None
) -> Changes:
    """Record the answer to one question of an assessment; None empties it.

    "not_applicable" needs a reason. The first answer of an assessment begins its reading, in the
    same act. Refusal: the value does not fit the question, or the assessment is complete.
    """
    instrument = _instrument_of(session, assessment)
    asked = instrument.questions.get(question)
    if asked is None:
        raise _unfit("This question is not in the instrument of this assessment.")
    _check(asked, value, reason)
    state = _read(session, assessment, "state")
    if state in CLOSED:
        raise Refusal(
            "This assessment is closed, so its answers cannot be changed.",
            "Nothing was changed.",
            "Reopen it first and say why; its answers are all still there.",
        )
    changes = [
        Change(
            FieldKey("assessment", assessment, ANSWER + question),
            value,
            reason,
            asked.meaning,
            instrument.fingerprint,
        )
    ]
    if state in ("", "not_started"):
        changes.append(Change(FieldKey("assessment", assessment, "state"), "reading"))
    return session.record(*changes)


def _instrument_of(session: Session, assessment: str) -> Instrument:
    return inspections.instrument(session, _read(session, assessment, "instrument"))


def _read(session: Session, assessment: str, field: str) -> str:
    held = projection.read_field(
        session.store.db, session.inspection, FieldKey("assessment", assessment, field)
    )
    return held.value if held is not None and isinstance(held.value, str) else ""


def _check(question: Question, value: Value, reason: str | None) -> None:
    if value is None:
        return
    if value == NOT_APPLICABLE:
        if not question.allows_not_applicable:
            raise _unfit("This question applies to every case in which it is asked.")
        if not (reason or "").strip():
            raise _unfit("Saying that a question does not apply needs a reason.")
        return
    if not fits(question, value):
        raise _unfit(f"“{value}” is not an answer to this question.")


def _unfit(happened: str) -> Refusal:
    return Refusal(happened, "Nothing was changed.", "Choose one of the answers shown, or read the guidance.")
