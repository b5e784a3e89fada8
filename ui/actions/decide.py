"""Deciding: between two answers, between two assessments of one subject, about a fork."""

from dataclasses import dataclass

from model.authority import may_decide
from model.cases import RECORD
from model.double_work import DoubleWork, double_work
from model.evidence import KINDS
from model.journal.change import Change
from model.journal.entry import Entry, FieldKey, Value
from model.refusal import Refusal
from storage import arrivals, projection, streams
from ui.reading import own, subjects
from ui.session import Changes, Session


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which people recorded different things, with every side: who, when, what and why."""

    key: FieldKey
    sides: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """What was kept aside: the stream, why, by which bundle it came, how many entries."""

    stream: str
    why: str
    bundle: str
    entries: int


def conflicts(session: Session) -> tuple[Conflict, ...]:
    """Return every field in conflict that this store holds."""
    db = session.store.db
    found = []
    for key in projection.read_conflicts(db, session.inspection):
        state = streams.state_of(db, session.inspection, key)
        if state is not None and state.conflict:
            found.append(Conflict(key, state.heads))
    return tuple(found)


def decide_conflict(session: Session, key: FieldKey, value: Value, reason: str) -> Changes:
    """Record what holds in a field in conflict; the decision replaces every side.

    Refusal: no reason is given, this person does not decide it, or there is no conflict any more.
    """
    _need(reason, "A decision needs a reason.")
    if not may_decide(own.role(session), key, holds=_holds(session, key)):
        raise Refusal(
            "Somebody else decides this.",
            "Nothing was changed.",
            "Whoever holds the assessment can, or the lead inspector, or the office.",
        )
    state = streams.state_of(session.store.db, session.inspection, key)
    if state is None or not state.conflict:
        raise Refusal(
            "There is no conflict here any more.", "Nothing was changed.", "Look at the list again."
        )
    side = next((head.recorded for head in state.heads if head.recorded.value == value), None)
    meaning = side.meaning if side else state.last.recorded.meaning
    instrument = side.instrument if side else state.last.recorded.instrument
    return session.record(Change(key, value, reason.strip(), meaning, instrument))


def work_done_twice(session: Session) -> tuple[DoubleWork, ...]:
    """Return every case, officer or inspection that was assessed twice as a first, decided or not."""
    made = [assessment for assessment, _ in subjects.assessments(session).values()]
    return double_work(subjects.subjects(session), made, subjects.family(session))


def choose_record(session: Session, subject: str, instrument: str, assessment: str, reason: str) -> Changes:
    """Record which assessment of a subject counts, by instrument id; the other is kept whole.

    Refusal: no reason, or the assessment is of another subject.
    """
    _need(reason, "Choosing the assessment that counts needs a reason.")
    found = subjects.subjects(session).get(subject)
    made, _ = subjects.assessments(session).get(assessment, (None, None))
    if found is None or made is None or made.subject != subject:
        raise Refusal(
            "This assessment is of something else.", "Nothing was changed.", "Choose one of those listed."
        )
    return session.record(
        Change(FieldKey(found.about.value, subject, RECORD + instrument), assessment, reason=reason.strip())
    )


def kept_aside(session: Session) -> tuple[Aside, ...]:
    """Return the forks and the entries that their sender could not vouch for."""
    return tuple(Aside(*row) for row in arrivals.set_aside(session.store.db, session.inspection))


def take_in_fork(session: Session, stream: str) -> int:
    """Take a branch that was set aside into the journal as a new stream; return how many entries it had."""
    return arrivals.take_in_fork(
        session.store.db, session.inspection, stream, stream[:16] + session.random(8).hex()
    )


def _holds(session: Session, key: FieldKey) -> bool:
    """Whether this person holds the assessment that a field belongs to, and nobody disputes it."""
    db, assessment = session.store.db, key.id
    if key.kind in KINDS:
        about = projection.read_field(db, session.inspection, FieldKey(key.kind, key.id, "assessment"))
        assessment = str(about.value) if about else ""
    elif key.kind != "assessment":
        return False
    held = projection.read_field(db, session.inspection, FieldKey("assessment", assessment, "holder"))
    return held is not None and not held.conflict and held.value == session.author


def _need(reason: str, happened: str) -> None:
    if not reason.strip():
        raise Refusal(happened, "Nothing was changed.", "Say why in a few words.")
