"""Answers to one question that differ: the sides, who may decide between them, and what is said of it."""

from dataclasses import dataclass

from model.authority import may_decide
from model.cases import ANSWER
from model.journal.entry import FieldKey
from ui.presenters.assessment.asked import answer_words
from ui.presenters.assessment.state import AssessmentState
from ui.presenters.case_words import moment, who


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: what was recorded, by whom, when, and with which reason."""

    words: str
    who: str
    when: str
    reason: str


def may_settle(state: AssessmentState, disputed: str) -> bool:
    """Return whether I may decide between the answers to a question; False where `disputed` is ""."""
    if not disputed:
        return False
    key = FieldKey("assessment", state.sheet.assessment.id, ANSWER + disputed)
    return may_decide(state.role, key, holds=state.sheet.assessment.holder == state.me)


def differ(state: AssessmentState, disputed: str, settles: bool) -> str:
    """Say that answers differ, and who decides; "" where none do."""
    if not disputed:
        return ""
    if settles:
        return "Different answers stand side by side. Decide which holds, and say why."
    holder = state.names.get(state.sheet.assessment.holder, "Whoever holds this assessment")
    return f"Different answers stand side by side. {holder}, the lead inspector or the office decides."


def sides_of(state: AssessmentState, disputed: str) -> tuple[Side, ...]:
    """Return the sides of a dispute; none where `disputed` is ""."""
    if not disputed:
        return ()
    asked = state.sheet.instrument.question(disputed)
    return tuple(
        Side(
            answer_words(asked, side.value),
            who(side.author, state.me, state.names),
            moment(side.time, state.today),
            side.reason or "",
        )
        for side in state.sides.get(disputed, ())
    )
