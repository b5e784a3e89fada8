"""Facts verified once: what another assessment of the same case answers, read here and never written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from model.answers import Answer, Answers
from model.cases import Assessment, Case, Purpose, answer_in
from model.double_work import of_record
from model.instruments.fitting import fits
from model.instruments.instrument import Instrument, Part, Question
from model.instruments.routing import state_of
from model.journal.entry import comparable
from model.journal.fields import Current


@dataclass(frozen=True, slots=True)
class Made:
    """An assessment with its instrument, and what is recorded in it by question id."""

    assessment: Assessment
    instrument: Instrument
    recorded: Mapping[str, Current]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An answer that stands in another assessment of the case: which one, and what is recorded there."""

    assessment: str
    instrument: Instrument
    held: Current

    @property
    def answer(self) -> Answer:
        """The answer as it stands there."""
        return answer_in(self.held)


def verified_elsewhere(here: Made, others: Iterable[Made], case: Case) -> dict[str, Elsewhere]:
    """Return by question id the facts of `here` that other assessments of the case have verified.

    These are facts of one id and one meaning in instruments of one family, answered there, asked there, and
    fit to be an answer here (DESIGN section 5: answers carry over by reading, not writing). Assessments are
    mixed only within one purpose: of firsts the one of record gives its facts, and none while double work is
    undecided; of others only those of the same holder. Where two of them say different things, none counts.
    What `here` answers itself makes no difference to what is returned.
    """
    found: dict[str, Elsewhere] = {}
    differ: set[str] = set()
    for other in _beside(here, others, case):
        for question in _shared(here.instrument, other.instrument):
            held = _recorded(other, question.id)
            if held is None or not _stands(question, held, other, here):
                continue
            verified = Elsewhere(other.assessment.id, other.instrument, held)
            before = found.setdefault(question.id, verified)
            if comparable(before.held.value) != comparable(held.value):
                differ.add(question.id)
            elif (held.time, other.assessment.id) < (before.held.time, before.assessment):
                found[question.id] = verified
    return {name: verified for name, verified in found.items() if name not in differ}


def read_with(instrument: Instrument, answers: Answers, elsewhere: Mapping[str, Elsewhere]) -> Answers:
    """Return an assessment's answers, and the facts verified elsewhere that it has not answered itself."""
    if not elsewhere:
        return answers
    missing = {n: each.answer for n, each in elsewhere.items() if not is_own(instrument, answers, n)}
    return {**answers, **missing}


def is_own(instrument: Instrument, answers: Answers, name: str) -> bool:
    """Whether a question is answered under its own id or an older one; a conflict is an answer too."""
    names = (name, *instrument.question(name).was)
    return any(each.conflict or not each.is_empty for each in map(answers.get, names) if each is not None)


def _beside(here: Made, others: Iterable[Made], case: Case) -> Iterator[Made]:
    """The other assessments that give facts to this one, in order of id."""
    purpose, mine = here.assessment.purpose, here.assessment
    by_instrument: dict[str, list[Made]] = {}
    for other in sorted(others, key=lambda one: one.assessment.id):
        same = (other.assessment.case, other.assessment.purpose) == (mine.case, purpose)
        if mine.case and same and other.instrument.id != here.instrument.id:
            by_instrument.setdefault(other.instrument.id, []).append(other)
    for instrument, made in by_instrument.items():
        counting = of_record(case, instrument, [one.assessment for one in made])
        for other in made:
            counts = other.assessment == counting
            if purpose is not Purpose.FIRST:
                counts = other.assessment.holder == mine.holder
            if counts and other.instrument.family == here.instrument.family:
                yield other


def _shared(here: Instrument, there: Instrument) -> Iterator[Question]:
    """The facts that both instruments ask under one id and in one meaning."""
    for question in here.questions.values():
        asked = there.questions.get(question.id) if question.part is Part.FACT else None
        if asked is not None and (asked.part, asked.meaning) == (question.part, question.meaning):
            yield question


def _stands(question: Question, held: Current, other: Made, here: Made) -> bool:
    """Whether what is recorded there is an answer: asked there, in this meaning, and fit to be one here."""
    if held.conflict or held.meaning not in (None, question.meaning):
        return False
    if answer_in(held).is_empty or not fits(question, held.value):
        return False
    return state_of(other.instrument, _together(other, here), question.id).is_settled


def _together(other: Made, here: Made) -> dict[str, Answer]:
    """What the other assessment answers, and the facts that it reads from this one."""
    own = _answers(other, other.instrument.questions)
    facts = _answers(here, (question.id for question in _shared(here.instrument, other.instrument)))
    return {**facts, **{name: each for name, each in own.items() if each.conflict or not each.is_empty}}


def _answers(made: Made, names: Iterable[str]) -> dict[str, Answer]:
    found = ((name, _recorded(made, name)) for name in names)
    return {name: answer_in(held) for name, held in found if held is not None}


def _recorded(made: Made, name: str) -> Current | None:
    """What is recorded under the id of a question, or under the first of its older ids that has something."""
    names = (name, *made.instrument.question(name).was)
    return next((made.recorded[each] for each in names if each in made.recorded), None)
