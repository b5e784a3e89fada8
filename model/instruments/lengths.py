"""How many items a case can be asked: the shortest, the longest and the typical way through an instrument."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from model.answers import Answer, Answers, Value
from model.instruments.instrument import Instrument, Kind, Line, Part, Question
from model.instruments.instrument_rules import rests_on
from model.instruments.reach import Choices, choices
from model.instruments.routing import State, state_of, states

MOST_TRIED = 4_000
"""Steps of trying for one part of an instrument, before a bound must do."""


@dataclass(frozen=True, slots=True)
class Length:
    """How many items a case is asked, and the answers that lead there.

    Where `exact` is false there were too many combinations: `items` is then a bound that no case passes, and
    `answers` is empty.
    """

    items: int
    exact: bool
    answers: Mapping[str, Value]


def lengths(instrument: Instrument) -> tuple[Length, Length]:
    """The shortest and the longest way through an instrument, in items asked.

    Answers are tried part by part, since parts that no condition joins do not touch each other. Where a part
    has too many, its bounds are what is asked, and what may be asked, before anything is answered.
    """
    deciding = choices(instrument)
    shortest, longest = Length(0, True, {}), Length(0, True, {})
    for part in _parts(instrument, instrument.questions, {}):
        trial = _Trial(instrument, deciding)
        low, high = trial.extremes(part, {})
        if trial.tried > MOST_TRIED:
            low, high = _bounds(instrument, part)
        shortest, longest = _together(shortest, low), _together(longest, high)
    return shortest, longest


def _together(left: Length, right: Length) -> Length:
    exact = left.exact and right.exact
    answers = {**left.answers, **right.answers} if exact else {}
    return Length(left.items + right.items, exact, answers)


def _bounds(instrument: Instrument, part: Iterable[str]) -> tuple[Length, Length]:
    found = [state_of(instrument, {}, name) for name in part]
    surely = sum(state.is_asked for state in found)
    perhaps = sum(state is not State.SET_ASIDE for state in found)
    return Length(surely, False, {}), Length(perhaps, False, {})


def _parts(instrument: Instrument, names: Iterable[str], fixed: Answers) -> Iterator[tuple[str, ...]]:
    """Questions that decide about each other, directly or through others; what is fixed joins nothing."""
    held = list(names)
    joined: dict[str, set[str]] = {name: set() for name in held}
    for name in held:
        for other in rests_on(instrument.question(name)):
            if other in joined and other not in fixed:
                joined[name].add(other)
                joined[other].add(name)
    seen: set[str] = set()
    for name in held:
        if name not in seen:
            reached = [name]
            seen.add(name)
            for step in reached:
                fresh = joined[step] - seen
                seen |= fresh
                reached.extend(sorted(fresh))
            yield tuple(each for each in held if each in set(reached))


class _Trial:
    """Trying answers part by part, counting how many were tried."""

    def __init__(self, instrument: Instrument, deciding: Choices) -> None:
        self.instrument = instrument
        self.deciding = deciding
        self.tried = 0

    def extremes(self, part: tuple[str, ...], fixed: dict[str, Answer]) -> tuple[Length, Length]:
        """The fewest and the most items of a part that can be asked with these answers fixed."""
        self.tried += 1
        name = self._first(part, fixed)
        if name is None or self.tried > MOST_TRIED:
            asked = sum(state_of(self.instrument, fixed, each).is_asked for each in part)
            return Length(asked, True, {}), Length(asked, True, {})
        lows, highs = [], []
        for value in self.deciding[name]:
            low, high = Length(0, True, {name: value}), Length(0, True, {name: value})
            answers = {**fixed, name: Answer(value)}
            for piece in _parts(self.instrument, part, answers):
                fewest, most = self.extremes(piece, answers)
                low, high = _together(low, fewest), _together(high, most)
            lows.append(low)
            highs.append(high)
        return min(lows, key=_items), max(highs, key=_items)

    def _first(self, part: tuple[str, ...], fixed: Answers) -> str | None:
        """The deciding question to fix next: nothing open above it, and as much as possible resting on it."""
        open_here = [name for name in part if name in self.deciding and name not in fixed]
        weights = {
            name: sum(name in rests_on(self.instrument.question(other)) for other in part)
            for name in open_here
            if not self._open_above(name, fixed)
        }
        return max(weights, key=lambda name: weights[name], default=None)

    def _open_above(self, name: str, fixed: Answers) -> bool:
        reached = list(rests_on(self.instrument.question(name)))
        for other in reached:
            if other in self.deciding and other not in fixed:
                return True
            reached.extend(each for each in rests_on(self.instrument.question(other)) if each not in reached)
        return False


def _items(length: Length) -> int:
    return length.items


def typical(instrument: Instrument) -> tuple[str, ...]:
    """The questions asked in a typical case, in order.

    Each question is answered as its `typical` says. Without one, a judgement stands above the line, a choice
    is the first option, and every second factor is linked to offending, beginning with the first.
    """
    factors = [question.id for question in instrument.questions.values() if question.part is Part.FACTOR]
    answers = {
        question.id: Answer(_typical_answer(question, factors))
        for question in instrument.questions.values()
        if question.options
    }
    return tuple(name for name, state in states(instrument, answers).items() if state.is_asked)


def _typical_answer(question: Question, factors: list[str]) -> Value:
    code = question.typical
    if code is None:
        first = question.codes(Line.ABOVE) or question.codes()
        code = first[0]
        if question.id in factors and factors.index(question.id) % 2:
            code = next((each for each in question.codes() if each != code), code)
    return (code,) if question.kind is Kind.SEVERAL else code
