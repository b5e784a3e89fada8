"""A field in which people recorded different things: every side, and what else could be decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from model.answers import NOT_APPLICABLE
from model.cases import ANSWER, Assessment
from model.instruments.fitting import fits
from model.instruments.instrument import Kind, Question, say
from model.journal.entry import Entry, FieldKey, Value, comparable
from model.refusal import Refusal
from ui.actions import decide
from ui.actions.decide import Conflict
from ui.presenters.case_words import Said, answered, moment, part_in_words, who
from ui.presenters.days import read_day
from ui.presenters.decisions.field_words import Known, field_in_words, kind_in_words
from ui.reading import cases, fields, inspections, officers
from ui.session import Changes, Session

ANOTHER = "another"
"""The code of "another answer", beside the sides, which are counted from 0."""


class Other(StrEnum):
    """How another answer than those recorded is given."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Side:
    """What some people recorded, alike: its words, and who recorded it, when and why."""

    code: str
    words: str
    said: Said
    recorded: tuple[str, ...]
    """One line for each person: "Ann Archer, 8 Oct, 11:46. Reason: …"."""
    value: Value


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One field in conflict. `number` is the Casebook number, "" where it is about no case."""

    key: FieldKey
    number: str
    about: str
    """What the field is: the question's code, or words such as "Holder"."""
    part: str
    wording: str
    sides: tuple[Side, ...]
    other: Other
    options: tuple[tuple[str, str], ...]
    """For Other.ONE and Other.SEVERAL: code and words of what else can be chosen."""
    assessment: str
    name: str = ""
    """What it is about where that is no case, as in "Officer Zoë Thompson"."""


def views(session: Session) -> tuple[ConflictView, ...]:
    """Return every field in conflict, by Casebook number and then by what it is about."""
    found = decide.conflicts(session)
    if not found:
        return ()
    made = {id: held for id, (held, _) in cases.assessments(session).items()}
    named = {id: officer.name for id, officer in officers.recorded(session).items()}
    known = Known(made, cases.cases(session), inspections.names(session), _today(session), named)
    looked = _Look(session, known)
    return tuple(
        sorted((looked.view(one) for one in found), key=lambda view: (view.number, view.about, view.key))
    )


def of_answer(session: Session, assessment: str, question: str) -> ConflictView | None:
    """Return the conflict in the answer to one question; None where there is none (any more)."""
    key = FieldKey("assessment", assessment, ANSWER + question)
    return next((view for view in views(session) if view.key == key), None)


def settle(session: Session, view: ConflictView, chosen: str, other: Value, reason: str) -> Changes:
    """Decide a conflict: `chosen` is the code of a side, or ANOTHER with `other`.

    `other` is what was chosen or typed. Refusal: nothing is chosen, what was typed is no such value, no
    reason is given, somebody else decides it, or the conflict is settled already.
    """
    return decide.decide_conflict(session, view.key, _value(session, view, chosen, other), reason)


def _value(session: Session, view: ConflictView, chosen: str, other: Value) -> Value:
    side = next((side for side in view.sides if side.code == chosen), None)
    if side is not None:
        return side.value
    if chosen != ANOTHER or view.other is Other.NONE:
        raise _nothing("Nothing is chosen yet.", "Choose a side, or give another answer.")
    value = _read(view, other, _today(session))
    question = _question(session, view)
    if value is None or (question is not None and not fits(question, value)):
        raise _nothing(
            "The other answer is not one that this question takes.", "Give it again, or choose a side."
        )
    return value


def _read(view: ConflictView, other: Value, today: date) -> Value:
    """What was chosen or typed, as it is recorded; None where it is no such value."""
    if view.other is Other.SEVERAL:
        return other if isinstance(other, tuple) and other else None
    typed = other.strip() if isinstance(other, str) else ""
    if view.other is Other.DATE:
        return read_day(typed, today) or None
    if view.other is Other.NUMBER:
        return _number(typed)
    return typed or None


def _number(typed: str) -> Value:
    try:
        return int(typed)
    except ValueError:
        pass
    try:
        return float(typed)
    except ValueError:
        return None


def _question(session: Session, view: ConflictView) -> Question | None:
    if view.key.kind != "assessment" or not view.key.field.startswith(ANSWER):
        return None
    sheet = cases.sheet(session, view.key.id)
    return sheet.instrument.questions.get(view.key.field.removeprefix(ANSWER))


@dataclass(frozen=True, slots=True)
class _Look:
    """What is needed to say conflicts in words, read once for all of them."""

    session: Session
    known: Known

    def view(self, conflict: Conflict) -> ConflictView:
        key = conflict.key
        assessment = self._assessment(key)
        question = self._question(key, assessment)
        about = question.code if question else field_in_words(key)
        part = part_in_words(question) if question else kind_in_words(key)
        other, options = _other(question, key, conflict.sides)
        return ConflictView(
            key,
            self._number(key, assessment),
            about,
            part,
            say(question.text) if question else "",
            self._sides(conflict.sides, question, key),
            other,
            options,
            assessment.id if assessment else "",
            self._name(key, assessment),
        )

    def _assessment(self, key: FieldKey) -> Assessment | None:
        if key.kind == "assessment":
            return self.known.made.get(key.id)
        if key.kind in ("note", "line", "point", "alert"):
            about = fields.fields_of(self.session, key.kind, key.id).get("assessment")
            return self.known.made.get(str(about.value)) if about else None
        return None

    def _number(self, key: FieldKey, assessment: Assessment | None) -> str:
        case = self.known.held.get(assessment.case if assessment else key.id)
        return case.number if case else ""

    def _name(self, key: FieldKey, assessment: Assessment | None) -> str:
        if key.kind == "officer":
            return f"Officer {self.known.officers.get(key.id, '')}".strip()
        if assessment is None or assessment.case:
            return ""
        words = cases.sheet(self.session, assessment.id).words
        return words[:1].upper() + words[1:]

    def _question(self, key: FieldKey, assessment: Assessment | None) -> Question | None:
        if assessment is None or key.kind != "assessment" or not key.field.startswith(ANSWER):
            return None
        instrument = inspections.instrument(self.session, assessment.instrument)
        return instrument.questions.get(key.field.removeprefix(ANSWER))

    def _sides(self, entries: Iterable[Entry], question: Question | None, key: FieldKey) -> tuple[Side, ...]:
        alike: dict[tuple[str, int | None], list[Entry]] = {}
        for entry in entries:
            body = entry.recorded
            alike.setdefault((comparable(body.value), body.meaning), []).append(entry)
        return tuple(self._side(str(at), same, question, key) for at, same in enumerate(alike.values()))

    def _side(self, code: str, same: list[Entry], question: Question | None, key: FieldKey) -> Side:
        value = same[0].recorded.value
        words = self.known.value(value, question, key)
        said = answered(question, words, value) if question and value is not None else Said(words)
        return Side(code, words, said, tuple(self._recorded(entry) for entry in same), value)

    def _recorded(self, entry: Entry) -> str:
        body, known = entry.recorded, self.known
        person = who(body.author, self.session.author, known.names)
        words = f"{person[:1].upper()}{person[1:]}, {moment(body.time, known.today)}"
        return f"{words}. Reason: {body.reason}" if body.reason else words


def _other(
    question: Question | None, key: FieldKey, entries: Iterable[Entry]
) -> tuple[Other, tuple[tuple[str, str], ...]]:
    """How another answer can be given, and what there is to choose from."""
    if question is None:
        return (Other.TEXT if key.field in ("text", "source", "told") else Other.NONE), ()
    options = tuple((option.code, say(option.label)) for option in question.options)
    if question.allows_not_applicable:
        options += ((NOT_APPLICABLE, "Not applicable"),)
    if question.kind is Kind.SEVERAL:
        return Other.SEVERAL, options
    if question.kind.has_options:
        taken = {entry.recorded.value for entry in entries}
        left = tuple(option for option in options if option[0] not in taken)
        return (Other.ONE, left) if left else (Other.NONE, ())
    return Other(question.kind.value), ()


def _nothing(happened: str, then: str) -> Refusal:
    return Refusal(happened, "Nothing was changed.", then)


def _today(session: Session) -> date:
    return session.clock().astimezone().date()
