"""One question as it stands in the middle of the page: wording, answers, and all that was said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from model.instruments.conditions import questions_of
from model.instruments.instrument import Kind, Part, Question, Standing, say
from model.instruments.routing import State
from model.instruments.translations import LANGUAGE_NAMES
from model.journal.entry import comparable
from model.verified import Elsewhere
from ui.actions.assess import stage_of
from ui.presenters.assessment.asked import Asked, Beside, answer_words, asked_of, beside, said_of
from ui.presenters.assessment.disputes import Side, differ, may_settle, sides_of
from ui.presenters.assessment.going import place
from ui.presenters.assessment.proposals import Proposal, proposal
from ui.presenters.assessment.state import AssessmentState, is_inherited
from ui.presenters.case_words import (
    condition_in_words,
    moment,
    part_in_words,
    standing_in_words,
    who,
)
from ui.presenters.pieces import PieceView, piece_view


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Everything in the middle of the page."""

    asked: Asked
    about: str
    """Its code, what it is for, whose wording it is, and which question of how many."""
    spoken: str
    """The question as screen readers say it."""
    open: bool
    """False where it cannot be answered now: set aside, in conflict, or the assessment is closed."""
    why_not: str
    """Why it cannot be answered, or why it may turn out not to apply; otherwise empty."""
    deciding: tuple[Beside, ...]
    """The questions whose answers decide whether this one applies."""
    reason: str
    by: str
    """ "Answered by you, 14:02", or in which other assessment it was verified, or nothing."""
    clears: bool
    """True where there is an answer of this assessment that can be emptied."""
    inherited: str
    """Who gave this judgement before the case was handed over, while it still is to be confirmed."""
    sides: tuple[Side, ...]
    """Different answers that stand side by side, to this question or to one on its page."""
    disputed: str
    """The question that they answer; "" where nothing is in conflict."""
    settles: bool
    """True where I may decide between them."""
    proposal: Proposal | None
    takes: bool
    """True when the proposal can be taken over: it is an answer, and it is not given yet."""
    reasons: tuple[str, ...]
    """Why it may not apply, to choose from; empty where the question applies to every case."""
    above: Beside | None
    under: tuple[Beside, ...]
    """Its prompts, or the services for a need."""
    whys: tuple[Asked, ...]
    notes: tuple[PieceView, ...]
    points: tuple[PieceView, ...]
    writable: bool
    """False where the assessment is closed: nothing may be written then."""
    today: date
    evidence: bool
    guidance: tuple[tuple[str, str], ...]
    guidance_wording: str

    @property
    def is_disputed(self) -> bool:
        """Whether answers to the question itself differ; it takes no answer then, only a decision."""
        return self.disputed == self.asked.id


def question(state: AssessmentState, id: str) -> QuestionView:
    """Return how a question stands now. KeyError for a question that the instrument does not have."""
    instrument, sheet = state.sheet.instrument, state.sheet
    asked, held = instrument.question(id), state.states[id]
    answer = sheet.answers.get(id)
    offered = proposal(asked, sheet.listed)
    given = answer is not None and not answer.is_empty
    parent = instrument.question(asked.parent) if asked.parent else None
    whys = [child for child in instrument.children(id) if child.part is Part.WHY]
    disputed = next((one.id for one in (asked, *whys) if state.states[one.id] is State.CONFLICT), "")
    settles = may_settle(state, disputed)
    return QuestionView(
        asked_of(state, asked),
        " · ".join(part for part in _above(state, asked) if part),
        _spoken(state, asked),
        _is_open(state, held),
        differ(state, disputed, settles) or _why_not(state, asked, held),
        _deciding(state, asked, held),
        (answer.reason or "") if answer and given else "",
        _by(state, id) if given and not (answer and answer.conflict) else "",
        given and sheet.verified_in(id) is None,
        inherited_from(state, id),
        sides_of(state, disputed),
        disputed,
        settles,
        offered,
        offered is not None
        and offered.value is not None
        and _is_open(state, held)
        and (answer is None or answer.value != offered.value),
        reasons(asked),
        beside(state, parent) if parent else None,
        tuple(beside(state, child, asked) for child in instrument.children(id) if child.part is not Part.WHY),
        tuple(
            asked_of(state, child)
            for child in whys
            if child.id != disputed and state.states[child.id].is_asked
        ),
        _pieces(state, "note", id),
        _pieces(state, "point", id),
        stage_of(sheet.assessment).is_open,
        state.today,
        asked.evidence,
        _guidance(asked),
        "; ".join(_of_guidance(state, asked)),
    )


def inherited_from(state: AssessmentState, id: str) -> str:
    """Return who gave a judgement that came to me and is not confirmed yet; "" where there is none."""
    if not is_inherited(state, id) or state.sheet.assessment.holder != state.me:
        return ""
    return who(state.sheet.recorded[id].author, state.me, state.names)


def reasons(asked: Question) -> tuple[str, ...]:
    """Return the reasons for "not applicable" that one key chooses, the question's own first."""
    if not asked.allows_not_applicable:
        return ()
    own = say(asked.guidance.not_applicable).split(". ")[0].strip().rstrip(".")
    usual = _FACT_REASONS if asked.part is Part.FACT and asked.kind is not Kind.JUDGEMENT else _USUAL_REASONS
    return ((own, *usual) if own else usual)[:4]


_FACT_REASONS = (
    "The record does not say, and the officer does not know",
    "The person preferred not to say",
)
_USUAL_REASONS = (
    "Nothing in this case called for it",
    "It was not yet due in the period inspected",
    "It was not within this provider’s power",
)
_OF_GUIDANCE = {
    Standing.PROVISIONAL: "Provisional guidance",
    Standing.OURS: "Our guidance, not the inspectorate’s",
    Standing.OFFICE: "The office’s guidance",
}


def _pieces(state: AssessmentState, kind: str, id: str) -> tuple[PieceView, ...]:
    return tuple(piece_view(piece, state.today, state.me, state.names) for piece in state.sheet.of(kind, id))


def _above(state: AssessmentState, asked: Question) -> Iterator[str]:
    """What stands above the wording: code, part, whose words, in which language they are missing, place."""
    yield asked.code
    yield part_in_words(asked, state.sheet.instrument.about)
    yield standing_in_words(asked)
    if asked.id in state.in_english:
        yield f"not in {LANGUAGE_NAMES[state.lacking]}"
    yield _place(state, asked.id)


def _is_open(state: AssessmentState, held: State) -> bool:
    return held not in (State.SET_ASIDE, State.CONFLICT) and stage_of(state.sheet.assessment).is_open


def _why_not(state: AssessmentState, asked: Question, held: State) -> str:
    closed = not stage_of(state.sheet.assessment).is_open
    if held is State.SET_ASIDE:
        return f"Set aside: {_rests_on(state, asked)} What was answered is kept, and comes back with it."
    if held is State.NOT_KNOWN_YET:
        return f"Not known yet whether this applies: {_rests_on(state, asked)}"
    if held is State.ASK_AGAIN:
        return "The meaning of this question has changed since it was answered. Please answer it again."
    return "This assessment is closed. Reopen it, with a reason, to change an answer." if closed else ""


def _rests_on(state: AssessmentState, asked: Question) -> str:
    instrument = state.sheet.instrument
    if asked.when is not None:
        return f"it is asked only where {condition_in_words(asked.when, instrument)}."
    above = instrument.question(asked.parent) if asked.parent else None
    return f"it belongs to {above.code}, which decides whether it is asked." if above else ""


def _deciding(state: AssessmentState, asked: Question, held: State) -> tuple[Beside, ...]:
    if held not in (State.SET_ASIDE, State.NOT_KNOWN_YET):
        return ()
    names = questions_of(asked.when) or ((asked.parent,) if asked.parent else ())
    return tuple(beside(state, state.sheet.instrument.question(name)) for name in names)


def _by(state: AssessmentState, id: str) -> str:
    field, verified = state.sheet.recorded.get(id), state.sheet.elsewhere.get(id)
    if verified is not None and state.sheet.verified_in(id) is not None:
        return f"Verified in {_there(state, verified)}"
    if field is None:
        return ""
    words = f"Answered by {who(field.author, state.me, state.names)}, {moment(field.time, state.today)}"
    if verified is None or comparable(verified.held.value) == comparable(field.value):
        return words
    other = answer_words(state.sheet.instrument.question(id), verified.answer.value)
    return f"{words}. “{other}” was answered in {_there(state, verified)}"


def _there(state: AssessmentState, verified: Elsewhere) -> str:
    """Say which other assessment has an answer, from whom and since when."""
    held = verified.held
    by = f"by {who(held.author, state.me, state.names)}, {moment(held.time, state.today)}"
    return f"{say(verified.instrument.title)} {by}"


def _place(state: AssessmentState, id: str) -> str:
    at, of = place(state, id)
    return f"{at} of {of}" if at else "set aside"


def _spoken(state: AssessmentState, asked: Question) -> str:
    part = part_in_words(asked, state.sheet.instrument.about)
    said = (asked.code, part, say(asked.text), said_of(state, asked).word)
    return ". ".join(part.rstrip(".") for part in said)


def _of_guidance(state: AssessmentState, asked: Question) -> Iterator[str]:
    """Whose guidance it is, where it is not the published one, and in which language it is missing."""
    if asked.guidance_standing is not Standing.PUBLISHED:
        yield _OF_GUIDANCE[asked.guidance_standing]
    if asked.id in state.guided_in_english:
        yield f"not in {LANGUAGE_NAMES[state.lacking]}"


def _guidance(asked: Question) -> tuple[tuple[str, str], ...]:
    guidance = asked.guidance
    parts = (
        ("What to look for", guidance.look_for),
        ("Where in the record", guidance.where),
        ("What sufficient means", guidance.sufficient),
        ("When it does not apply", guidance.not_applicable),
        ("A common slip", guidance.slip),
    )
    return tuple((heading, say(text)) for heading, text in parts if say(text))
