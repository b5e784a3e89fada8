"""Going from question to question, in memory: next, before, the next gap, and where to begin."""

from model.instruments.instrument import Part
from model.instruments.routing import State
from ui.presenters.assessment.state import AssessmentState, page_of


def first(state: AssessmentState) -> str:
    """Return the question to open an assessment at: the first gap, or the first question of all."""
    return next_gap(state, None) or order(state)[0]


def order(state: AssessmentState) -> tuple[str, ...]:
    """Return the questions that have a page of their own, in the order of work."""
    return tuple(id for id, asked in state.sheet.instrument.questions.items() if asked.part is not Part.WHY)


def after(state: AssessmentState, id: str) -> str | None:
    """Return the question after this one that is not set aside; None at the end."""
    return _step(state, id, 1)


def before(state: AssessmentState, id: str) -> str | None:
    """Return the question before this one that is not set aside; None at the beginning."""
    return _step(state, id, -1)


def next_gap(state: AssessmentState, id: str | None) -> str | None:
    """Return the next question that applies and is not answered, after `id` and then from the start.

    None when nothing is missing. It may be a "why not sufficient", shown with its key question (`page_of`).
    """
    names = list(state.states)
    start = names.index(id) + 1 if id is not None else 0
    return next((name for name in (*names[start:], *names[:start]) if state.states[name].is_gap), None)


def place(state: AssessmentState, id: str) -> tuple[int, int]:
    """Return which question of how many this is, those set aside left out; a set-aside one is number 0."""
    asked = [name for name in order(state) if state.states[name] is not State.SET_ASIDE]
    return (asked.index(id) + 1 if id in asked else 0), len(asked)


def _step(state: AssessmentState, id: str, by: int) -> str | None:
    names = order(state)
    at = names.index(page_of(state.sheet.instrument, id)) + by
    while 0 <= at < len(names):
        if state.states[names[at]] is not State.SET_ASIDE:
            return names[at]
        at += by
    return None
