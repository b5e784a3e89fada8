"""What of an instrument stays the same while a case is answered: where rows stand, and what rests on what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from model.answers import Answers
from model.instruments.instrument import Instrument, Section
from model.instruments.instrument_rules import rests_on
from model.instruments.routing import State, state_of


@dataclass(frozen=True, slots=True)
class Shape:
    """Worked out once when an assessment is opened, so that an answer costs only what it changes.

    `rows`: the place of each question in the outline; `sections`: its section, with the place of that
    section's title; `resting`: the questions whose state may change with its answer, itself among them.
    """

    rows: Mapping[str, int]
    sections: Mapping[str, tuple[int, Section]]
    resting: Mapping[str, tuple[str, ...]]


def shape_of(instrument: Instrument) -> Shape:
    """Return the shape of an instrument."""
    rows: dict[str, int] = {}
    sections: dict[str, tuple[int, Section]] = {}
    place = 0
    for view in instrument.views:
        place += 1
        for section in view.sections:
            title, place = place, place + 1
            for question in section.questions:
                sections[question.id] = (title, section)
                rows[question.id], place = place, place + 1
    return Shape(rows, sections, _resting(instrument))


def states_after(
    instrument: Instrument,
    answers: Answers,
    held: Mapping[str, State],
    changed: Collection[str],
    shape: Shape,
) -> Mapping[str, State]:
    """Return the state of every question after these answers changed; the others are not looked at.

    Says the same as `routing.states`, which a test shows over random answers.
    """
    affected = dict.fromkeys(name for question in changed for name in shape.resting.get(question, ()))
    return {**held, **{name: state_of(instrument, answers, name) for name in affected}}


def _resting(instrument: Instrument) -> dict[str, tuple[str, ...]]:
    directly: dict[str, list[str]] = {name: [] for name in instrument.questions}
    for question in instrument.questions.values():
        for name in rests_on(question):
            directly[name].append(question.id)
    found = {}
    for name in instrument.questions:
        reached = [name]
        for one in reached:
            reached += [other for other in directly[one] if other not in reached]
        found[name] = tuple(reached)
    return found
