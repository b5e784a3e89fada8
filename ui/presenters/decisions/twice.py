"""What was assessed twice: both assessments, where they differ, and which of them counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from model.answers import Answer, Answers
from model.cases import ANSWER, RECORD, Assessment
from model.documents.answer_words import answer_in_words
from model.double_work import DoubleWork
from model.instruments.instrument import About, Instrument, Part, Question, say
from model.instruments.routing import progress
from model.journal.entry import FieldKey
from ui.actions import decide
from ui.presenters.case_words import ASSESSMENT, Said, moment, who
from ui.reading import cases, fields, inspections
from ui.session import Session

NO_ANSWER = "–"


@dataclass(frozen=True, slots=True)
class MadeView:
    """One of the assessments."""

    id: str
    holder: str
    said: Said
    progress: str
    worked: str
    """When its answers were recorded."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that the assessments answer differently; `answers` stand in the order of the assessments."""

    code: str
    words: str
    is_key: bool
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TwiceView:
    """One subject assessed twice with one instrument. `chosen` is "" until somebody has decided."""

    subject: str
    instrument: str
    number: str
    """The Casebook number of a case; "" where it is none."""
    name: str
    """What it is, as in "case 4101" or "officer Zoë Thompson"."""
    title: str
    made: tuple[MadeView, ...]
    differences: tuple[Difference, ...]
    agreeing: int
    """How many questions they answer alike."""
    chosen: str
    decided: str
    """Who decided, when and why, in one line."""


def views(session: Session) -> tuple[TwiceView, ...]:
    """Return everything that was assessed twice, decided or not: cases first, by Casebook number."""
    works = decide.work_done_twice(session)
    if not works:
        return ()
    answers = {id: given for id, (_, given) in cases.assessments(session).items()}
    names = inspections.names(session)
    return tuple(_view(session, work, answers, names) for work in works)


def choose(session: Session, view: TwiceView, assessment: str, reason: str) -> str:
    """Record which assessment counts, and return when (UTC). Refusal: none is chosen, or no reason given."""
    return decide.choose_record(session, view.subject, view.instrument, assessment, reason).time


def _view(
    session: Session, work: DoubleWork, answers: Mapping[str, Answers], names: Mapping[str, str]
) -> TwiceView:
    today = session.clock().astimezone().date()
    instrument = inspections.instrument(session, work.assessments[0].instrument)
    given = [answers[one.id] for one in work.assessments]
    differences = tuple(_differences(instrument, given))
    asked = {name for one in given for name, answer in one.items() if not answer.is_empty}
    return TwiceView(
        work.subject.id,
        work.instrument,
        work.subject.name if work.subject.about is About.CASE else "",
        work.subject.words,
        say(instrument.title),
        tuple(_made(session, one, answers[one.id], names, today) for one in work.assessments),
        differences,
        len(asked) - len(differences),
        work.chosen,
        _decided(session, work, names, today) if work.chosen else "",
    )


def _made(
    session: Session, one: Assessment, given: Answers, names: Mapping[str, str], today: date
) -> MadeView:
    far = progress(inspections.instrument(session, one.instrument), given)
    return MadeView(
        one.id,
        names.get(one.holder, "Somebody not on the list of people"),
        ASSESSMENT[one.state] if one.state in ASSESSMENT else Said(one.state),
        f"{far.words} answered",
        _worked(session, one, today),
    )


def _worked(session: Session, one: Assessment, today: date) -> str:
    recorded = fields.fields_of(session, "assessment", one.id)
    times = sorted(field.time for name, field in recorded.items() if name.startswith(ANSWER))
    if not times:
        return ""
    first, last = moment(times[0], today), moment(times[-1], today)
    return f"Answered {first}" if first == last else f"Answered {first} to {last}"


def _differences(instrument: Instrument, given: list[Answers]) -> Iterable[Difference]:
    for question in instrument.questions.values():
        answers = tuple(_words(question, one.get(question.id)) for one in given)
        if len(set(answers)) > 1:
            yield Difference(question.code, say(question.text), question.part is Part.KEY, answers)


def _words(question: Question, answer: Answer | None) -> str:
    if answer is not None and answer.conflict:
        return "In conflict"
    return answer_in_words(question, answer) or NO_ANSWER


def _decided(session: Session, work: DoubleWork, names: Mapping[str, str], today: date) -> str:
    key = FieldKey(work.subject.about.value, work.subject.id, RECORD + work.instrument)
    held = fields.current(session, [key])[key]
    if held is None:
        return ""
    words = f"Decided by {who(held.author, session.author, names)}, {moment(held.time, today)}"
    return f"{words}. Reason: {held.reason}" if held.reason else words
