"""Answering a question, saying that it does not apply, or emptying the answer; and an answer being typed."""

from collections.abc import Mapping

from model.answers import NOT_APPLICABLE, Answer
from model.cases import ANSWER, CLOSED
from model.instruments.fitting import fits
from model.instruments.instrument import Instrument, Kind, Question
from model.journal.change import Change
from model.journal.entry import FieldKey, Value
from model.refusal import Refusal
from storage import drafts, projection, streams
from storage.drafts import Draft
from ui.reading import inspections
from ui.session import Changes, Session


def answer(
    session: Session, assessment: str, question: str, value: Value, reason: str | None = None
) -> Changes:
    """Record the answer to one question of an assessment; None empties it.

    "not_applicable" needs a reason. The first answer of an assessment begins its reading, in the
    same act. Refusal: the value does not fit the question, or the assessment is complete.
    """
    instrument = _instrument_of(session, assessment)
    changes = [_change(instrument, assessment, question, Answer(value, reason))]
    changes += _beginning(session, assessment)
    if instrument.question(question).kind is not Kind.TEXT:
        return session.record(*changes)
    with session.store.at_once():
        drafts.drop(session.store.db, changes[0].key)
        return session.record(*changes)


def answer_several(session: Session, assessment: str, given: Mapping[str, Answer]) -> Changes:
    """Record the answers to several questions, by id, in one act: a form that was filled in elsewhere.

    The same holds for each as for one answer; a Refusal leaves nothing recorded.
    """
    instrument = _instrument_of(session, assessment)
    changes = [_change(instrument, assessment, question, said) for question, said in given.items()]
    begun = _beginning(session, assessment)
    with session.store.at_once():
        for change in changes:
            drafts.drop(session.store.db, change.key)
        return session.record(*changes, *begun)


def _change(instrument: Instrument, assessment: str, question: str, said: Answer) -> Change:
    asked = instrument.questions.get(question)
    if asked is None:
        raise _unfit("This question is not in the instrument of this assessment.")
    _check(asked, said.value, said.reason)
    key = FieldKey("assessment", assessment, ANSWER + question)
    return Change(key, said.value, said.reason, asked.meaning, instrument.fingerprint)


def _beginning(session: Session, assessment: str) -> list[Change]:
    """What the first answer records beside itself; refused when the assessment is closed."""
    state = _read(session, assessment, "state")
    if state in CLOSED:
        raise Refusal(
            "This assessment is closed, so its answers cannot be changed.",
            "Nothing was changed.",
            "Reopen it first and say why; its answers are all still there.",
        )
    if state in ("", "not_started"):
        return [Change(FieldKey("assessment", assessment, "state"), "reading")]
    return []


def type_on(session: Session, assessment: str, question: str, text: str) -> str:
    """Make an answer in words durable while it is typed, without making it an entry. Returns the time (UTC).

    Erased: the office has erased this answer. UnfitText: it holds characters that nobody can see.
    """
    now, key = session.now(), FieldKey("assessment", assessment, ANSWER + question)
    streams.refuse_erased(session.store.db, session.inspection, key)
    streams.refuse_unfit(text)
    drafts.keep(session.store.db, session.inspection, Draft(key, text, {}, session.author, now))
    return now


def put_away(session: Session, draft: Draft) -> Changes:
    """Make an answer in words that was being typed an entry, where it is not recorded already.

    It stays a draft while the assessment is closed: it was typed before that, and counts when it is reopened.
    So it does when the version of the instrument that stands now asks the question no longer.
    """
    assessment, question = draft.key.id, draft.key.field.removeprefix(ANSWER)
    if _read(session, assessment, "state") in CLOSED:
        return Changes((), session.now())
    asked = _asked_now(_instrument_of(session, assessment), question)
    if asked is None:
        return Changes((), session.now())
    if asked != question:
        return _under_its_id_now(session, draft, asked)
    held = projection.read_field(session.store.db, session.inspection, draft.key)
    if held is not None and held.value == draft.text.strip():
        drafts.drop(session.store.db, draft.key)
        return Changes((), session.now())
    return answer(session, assessment, question, draft.text.strip())


def _asked_now(instrument: Instrument, question: str) -> str | None:
    """The id that a question has in this version; None where it has none."""
    asked = (one.id for one in instrument.questions.values() if question in (one.id, *one.was))
    return next(asked, None)


def _under_its_id_now(session: Session, draft: Draft, question: str) -> Changes:
    with session.store.at_once():
        drafts.drop(session.store.db, draft.key)
        return answer(session, draft.key.id, question, draft.text.strip())


def _instrument_of(session: Session, assessment: str) -> Instrument:
    """The version by which an open assessment is read: the one that stands."""
    begun = inspections.instrument(session, _read(session, assessment, "instrument"))
    return inspections.standing_versions(session).get(begun.id, begun)


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
