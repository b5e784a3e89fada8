"""Who counts in a measure, and who is outside its base and why."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from model.answers import Answers
from model.instruments.instrument import Instrument
from model.instruments.measure import Measure
from model.instruments.routing import State, holds, lacks_need, state_of

Sheets = Iterable[tuple[str, Answers]]
"""What is counted: the label of each sheet, which stands there once, and its answers.

Of an instrument about cases these are the assessments of record, by Casebook number; of any other instrument
the assessments themselves (officers, meetings, questionnaires), by what names them on paper.
"""


class Why(StrEnum):
    """Why a case is outside the base of a measure."""

    NO_NEED = "no need"
    NOT_APPLICABLE = "not applicable"
    SET_ASIDE = "set aside"
    ANSWERED_OUTSIDE = "answered outside the base"
    NOT_AMONG = "not in this group"
    NOT_ANSWERED = "not yet answered"
    NOT_KNOWN_YET = "not known yet"
    CONFLICT = "conflict"
    ASK_AGAIN = "ask again"
    OTHER_VERSION = "not asked in the version in which it was closed"

    @property
    def is_unsettled(self) -> bool:
        """True when the case may still come to count."""
        return self in _UNSETTLED


IN_ORDER = tuple(Why)
"""Reasons in the order in which they are told."""
_UNSETTLED = frozenset({Why.NOT_ANSWERED, Why.NOT_KNOWN_YET, Why.CONFLICT, Why.ASK_AGAIN, Why.OTHER_VERSION})

_WHY_OF_STATE = {
    State.NOT_APPLICABLE: Why.NOT_APPLICABLE,
    State.NOT_ANSWERED: Why.NOT_ANSWERED,
    State.NOT_KNOWN_YET: Why.NOT_KNOWN_YET,
    State.CONFLICT: Why.CONFLICT,
    State.ASK_AGAIN: Why.ASK_AGAIN,
}


def why_outside(
    measure: Measure, instrument: Instrument, answers: Answers, found: dict[str, State] | None = None
) -> Why | None:
    """Why one sheet is outside the base of a measure; None when its answer counts, whatever it says.

    A sheet outside the group that the measure is among is settled. While that is not known it waits, unless
    its own answer settles already that it can never count. `found` as in `routing.state_of`.
    """
    held = True if measure.among is None else holds(measure.among, instrument, answers, found)
    if held is False:
        return Why.NOT_AMONG
    own = _why_by_question(measure.question, instrument, answers, found)
    waits = held is None and (own is None or own.is_unsettled)
    return Why.NOT_KNOWN_YET if waits else own


def _why_by_question(
    question: str, instrument: Instrument, answers: Answers, found: dict[str, State] | None
) -> Why | None:
    state = state_of(instrument, answers, question, found)
    if state is State.SET_ASIDE:
        return Why.NO_NEED if lacks_need(instrument, answers, question) else Why.SET_ASIDE
    return None if state is State.ANSWERED else _WHY_OF_STATE[state]


def by_reason(whys: Iterable[tuple[str, Why | None]]) -> Mapping[Why, tuple[str, ...]]:
    """The labels of those outside, by reason in the order of the reasons."""
    found: dict[Why, list[str]] = {}
    for label, why in whys:
        if why is not None:
            found.setdefault(why, []).append(label)
    return {why: tuple(found[why]) for why in IN_ORDER if why in found}
