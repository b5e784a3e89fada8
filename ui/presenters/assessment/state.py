"""One assessment as it is held in memory while it is worked on, and how it takes in what is recorded."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from model.assessments import Stage
from model.authority import STEERING
from model.cases import ANSWER, answer_in, assessment_from
from model.evidence import KINDS, Written
from model.instruments.instrument import Instrument, Part
from model.instruments.routing import Progress, State, carry, states
from model.instruments.spoken import ENGLISH, guides_without, lacks, spoken
from model.journal.entry import FieldKey
from model.journal.fields import Current
from model.people import Role
from model.verified import Elsewhere, read_with
from ui.presenters.assessment.outline import OutlineRow, Standing, outline, outline_after
from ui.presenters.assessment.shape import Shape, shape_of, states_after
from ui.reading import cases, fields, inspections
from ui.reading.cases import Sheet
from ui.reading.fields import Past
from ui.reading.own import role
from ui.session import Changes, Session


@dataclass(frozen=True, slots=True)
class AssessmentState:
    """One assessment in memory: everything its page draws comes from here, without the store."""

    sheet: Sheet
    """Its answers are those that this version of the instrument reads (`routing.carry`)."""
    fields: Mapping[str, Current]
    """What is recorded of the assessment itself, its answers left out."""
    states: Mapping[str, State]
    progress: Progress
    sides: Mapping[str, tuple[Past, ...]]
    """By question in conflict: what stands side by side."""
    outline: tuple[OutlineRow, ...]
    shape: Shape
    names: Mapping[str, str]
    steering: frozenset[str]
    """Lead and office: what they answered needs no confirming after a hand-over."""
    me: str
    role: Role | None
    """What I am in this inspection."""
    today: date
    inspection: str
    lacking: str = ""
    """The language that was asked for, where some of the sheet stands in English: "" where nothing does."""
    in_english: frozenset[str] = frozenset()
    """The questions that do, by id."""
    guided_in_english: frozenset[str] = frozenset()
    """The questions of whose guidance any does, by id."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an action changed, read back from the store: all that the page needs to be up to date."""

    assessment: str
    time: str
    fields: Mapping[FieldKey, Current | None]
    written: tuple[Written, ...]
    sides: Mapping[str, tuple[Past, ...]]
    question: str = ""
    """The question that the action was about, where it was about one."""
    elsewhere: Mapping[str, Elsewhere] | None = None
    """The facts verified elsewhere as they stand now, where another assessment was changed."""
    afresh: "AssessmentState | None" = None
    """Everything read anew after reopening, because a newer version of the instrument may stand by now."""


def show(session: Session, assessment: str) -> AssessmentState:
    """Read one assessment whole. Refusal: this store does not hold it, or not its instrument."""
    sheet = cases.sheet(session, assessment)
    language = session.language
    asked = sheet.instrument.questions.values() if language != ENGLISH else ()
    in_english = frozenset(each.id for each in asked if lacks(each, language))
    guided = frozenset(each.id for each in asked if guides_without(each, language))
    sheet = replace(
        sheet,
        instrument=spoken(sheet.instrument, language),
        answers=carry(sheet.instrument, sheet.answers),
    )
    found = fields.fields_of(session, "assessment", assessment)
    disputed = [question for question, answer in sheet.answers.items() if answer.conflict]
    held = states(sheet.instrument, sheet.answers)
    people = inspections.people(session)
    return AssessmentState(
        sheet,
        {name: field for name, field in found.items() if not name.startswith(ANSWER)},
        held,
        count(held),
        {question: fields.sides(session, _key(assessment, question)) for question in disputed},
        outline(sheet.instrument, _standing(sheet, held)),
        shape_of(sheet.instrument),
        {person.id: person.name for person in people},
        frozenset(person.id for person in people if person.role in STEERING),
        session.author,
        role(session),
        session.clock().astimezone().date(),
        inspections.inspection(session).name,
        language if in_english or guided else "",
        in_english,
        guided,
    )


def recorded(session: Session, assessment: str, changes: Changes, question: str = "") -> Recorded:
    """Read back what an action touched, and nothing else."""
    found = fields.current(session, (key for key in changes.fields if key.kind == "assessment"))
    disputed = [
        key for key, field in found.items() if field and field.conflict and key.field.startswith(ANSWER)
    ]
    beside = any(key.id != assessment and key.field.startswith(ANSWER) for key in found)
    subjects = dict.fromkeys((key.kind, key.id) for key in changes.fields if key.kind in KINDS)
    return Recorded(
        assessment,
        changes.time,
        found,
        fields.pieces(session, subjects),
        {key.field.removeprefix(ANSWER): fields.sides(session, key) for key in disputed},
        question,
        cases.sheet(session, assessment).elsewhere if beside else None,
        show(session, assessment) if _is_reopened(found, assessment) else None,
    )


def take(state: AssessmentState, news: Recorded) -> AssessmentState:
    """Return the state with what was just recorded in it; only what changed is worked out anew.

    What belongs to another assessment is left out.
    """
    if news.afresh is not None:
        return news.afresh
    mine = state.sheet.assessment.id
    found = {key.field: field for key, field in news.fields.items() if key.id == mine and field is not None}
    answers = {name.removeprefix(ANSWER): field for name, field in found.items() if name.startswith(ANSWER)}
    own = {name: field for name, field in found.items() if not name.startswith(ANSWER)}
    known = {piece.id: piece.question for piece in state.sheet.written}
    pieces = [piece for piece in news.written if piece.assessment == mine or piece.id in known]
    sheet = _with_answers(state.sheet, answers)
    changed = set(answers)
    if news.elsewhere is not None:
        changed |= {*state.sheet.elsewhere, *news.elsewhere}
        sheet = _with_elsewhere(sheet, news.elsewhere)
    if own:
        sheet = _with_fields(sheet, {**state.fields, **own})
    if pieces:
        sheet = replace(sheet, written=_with_pieces(sheet.written, pieces, mine))
    held = states_after(sheet.instrument, sheet.answers, state.states, changed, state.shape)
    touched = {*changed, *(piece.question for piece in pieces)}
    touched |= {known[piece.id] for piece in pieces if piece.id in known}
    touched |= {
        name
        for question in changed
        for name in state.shape.resting.get(question, ())
        if held[name] is not state.states[name]
    }
    return replace(
        state,
        sheet=sheet,
        fields={**state.fields, **own},
        states=held,
        progress=count(held) if changed else state.progress,
        sides={**{q: sides for q, sides in state.sides.items() if q not in answers}, **news.sides},
        outline=outline_after(state.outline, sheet.instrument, _standing(sheet, held), touched, state.shape),
    )


def _is_reopened(found: Mapping[FieldKey, Current | None], assessment: str) -> bool:
    held = found.get(FieldKey("assessment", assessment, "state"))
    return held is not None and held.value == Stage.REOPENED.value


def count(held: Mapping[str, State]) -> Progress:
    """Count what applies, from states that are worked out already."""
    found = Counter(held.values())
    return Progress(
        sum(number for state, number in found.items() if state.is_settled),
        sum(number for state, number in found.items() if state.is_asked),
        found[State.NOT_KNOWN_YET],
    )


def question_of(state: AssessmentState, news: Recorded) -> str:
    """Return the question that the news are about, as `state` knew it before them; "" where there is none."""
    if news.question:
        return news.question
    known = {piece.id: piece.question for piece in state.sheet.written}
    return next((known.get(piece.id, piece.question) for piece in news.written), "")


def inherited(state: AssessmentState) -> tuple[str, ...]:
    """Return the questions whose answers came with a hand-over and are not confirmed yet, in order."""
    return tuple(question for question in state.states if is_inherited(state, question))


def is_inherited(state: AssessmentState, question: str) -> bool:
    """Return whether an answer came with a hand-over and is not confirmed yet."""
    sheet = state.sheet
    held = sheet.recorded.get(question)
    return (
        held is not None
        and held.author != sheet.assessment.holder
        and held.author not in state.steering
        and not held.conflict
        and question not in sheet.confirmed
    )


def page_of(instrument: Instrument, question: str) -> str:
    """Return the question on whose page this one is shown: the key question for its "why not sufficient"."""
    asked = instrument.question(question)
    return asked.parent if asked.part is Part.WHY and asked.parent is not None else question


def _with_answers(sheet: Sheet, fresh: Mapping[str, Current]) -> Sheet:
    if not fresh:
        return sheet
    given = {name: answer_in(field) for name, field in fresh.items()}
    read = {name: each for name, each in sheet.elsewhere.items() if name in given}
    answers = {**sheet.answers, **read_with(sheet.instrument, given, read)}
    return replace(sheet, answers=answers, recorded={**sheet.recorded, **fresh})


def _with_elsewhere(sheet: Sheet, elsewhere: Mapping[str, Elsewhere]) -> Sheet:
    """Take in what other assessments of the case say now; this is rare, so everything is read anew."""
    own = carry(sheet.instrument, {name: answer_in(field) for name, field in sheet.recorded.items()})
    return replace(sheet, elsewhere=elsewhere, answers=read_with(sheet.instrument, own, elsewhere))


def _with_fields(sheet: Sheet, own: Mapping[str, Current]) -> Sheet:
    assessment = assessment_from(sheet.assessment.id, own)
    return replace(
        sheet,
        assessment=replace(
            assessment,
            held_before=sheet.assessment.held_before,
            instrument=sheet.assessment.instrument,
        ),
        confirmed=cases.confirmed_by(assessment.holder, own),
        replies=cases.replies_in(own),
    )


def _with_pieces(held: Iterable[Written], fresh: Iterable[Written], mine: str) -> tuple[Written, ...]:
    """What was written anew by an undo that left nothing of it belongs to no assessment any more."""
    by_id = {piece.id: piece for piece in held} | {piece.id: piece for piece in fresh}
    found = (piece for piece in by_id.values() if piece.assessment == mine)
    return tuple(sorted(found, key=lambda piece: (piece.date, piece.time, piece.id)))


def _standing(sheet: Sheet, held: Mapping[str, State]) -> Standing:
    notes: dict[str, int] = {}
    points: dict[str, int] = {}
    for piece in sheet.written:
        counts = {"note": notes, "point": points}.get(piece.kind)
        if counts is not None and not piece.removed:
            counts[piece.question] = counts.get(piece.question, 0) + 1
    return Standing(sheet.answers, held, notes, points)


def _key(assessment: str, question: str) -> FieldKey:
    return FieldKey("assessment", assessment, ANSWER + question)
