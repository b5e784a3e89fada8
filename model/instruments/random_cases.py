"""Random cases through an instrument before it is issued: what is asked how often, and what never happens."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from model.answers import NOT_APPLICABLE, Answer, Value
from model.instruments.conditions import questions_of
from model.instruments.instrument import Instrument, Kind, Question, say
from model.instruments.measure import Measure, MeasureKind
from model.instruments.programme import Programme
from model.instruments.routing import State, states
from model.measures import contribution

CASES = 1_000
_NOT_APPLICABLE_SHARE = 0.1
_EVERY = 20
"""Every so many cases an answer is put into conflict, and as often one is given under another meaning."""
_FIRST_DAY = date(2000, 1, 1)
Tell = Callable[[int, int], object]


def nobody(_done: int, _all: int) -> None:
    """Nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What so many random cases went through.

    `asked` counts the cases in which each question was asked; `fewest`, `most` and `mean` are items asked.
    `always_asked` have a condition, or hang under a question that has one, and were set aside in no case.
    `unseen` are states in which no question ever stood. `waiting` counts the cases in which a question still
    was not known when nothing was left to answer: it waits for an answer that nobody is asked for. `leaning`
    counts those in which it was asked though all that its condition looks at was set aside.
    `uncounted` are the codes of proportions in whose base no case was.
    """

    cases: int
    seed: int
    asked: Mapping[str, int]
    fewest: int
    most: int
    mean: float
    always_asked: tuple[str, ...]
    unseen: tuple[State, ...]
    waiting: Mapping[str, int]
    leaning: Mapping[str, int]
    uncounted: tuple[str, ...] = ()

    @property
    def never_asked(self) -> tuple[str, ...]:
        """The questions that no case was asked."""
        return tuple(name for name, count in self.asked.items() if not count)

    @property
    def faults(self) -> int:
        """How many questions are never asked, wait for ever or lean on what is set aside; and empty bases."""
        return len(self.never_asked) + len(self.waiting) + len(self.leaning) + len(self.uncounted)


def run(
    instrument: Instrument,
    seed: int = 1,
    cases: int = CASES,
    tell: Tell = nobody,
    programme: Programme | None = None,
) -> Trial:
    """Answer so many cases at random until nothing is left to answer; the same seed gives the same cases.

    With the programme the bases of its proportions are looked at too. `tell` is called every twenty cases,
    with how many are done and how many there are.
    """
    random = Random(seed)  # noqa: S311 - invented cases, no secret
    asked: Counter[str] = Counter()
    aside: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    leaning: Counter[str] = Counter()
    seen: set[State] = set()
    lengths: list[int] = []
    uncounted = _proportions(instrument, programme)
    for number in range(cases):
        if number % _EVERY == 0:
            tell(number, cases)
        answers, found = _answered(instrument, random, seen)
        asked.update(name for name, state in found.items() if state.is_asked)
        aside.update(name for name, state in found.items() if state is State.SET_ASIDE)
        waiting.update(name for name, state in found.items() if state is State.NOT_KNOWN_YET)
        uncounted = [one for one in uncounted if contribution(one, instrument, answers).why is not None]
        leaning.update(_leaning(instrument, found))
        lengths.append(sum(state.is_asked for state in found.values()))
        if number % (_EVERY // 2) == 0:
            _disturb(instrument, answers, random, in_conflict=number % _EVERY == 0)
            seen.update(states(instrument, answers).values())
    routed = [name for name, question in instrument.questions.items() if _is_routed(question, instrument)]
    return Trial(
        cases=cases,
        seed=seed,
        asked={name: asked[name] for name in instrument.questions},
        fewest=min(lengths, default=0),
        most=max(lengths, default=0),
        mean=sum(lengths) / len(lengths) if lengths else 0.0,
        always_asked=tuple(name for name in routed if asked[name] and not aside[name]),
        unseen=tuple(state for state in State if state not in seen),
        waiting={name: waiting[name] for name in instrument.questions if waiting[name]},
        leaning={name: leaning[name] for name in instrument.questions if leaning[name]},
        uncounted=tuple(measure.code for measure in uncounted),
    )


def told(trial: Trial, instrument: Instrument) -> tuple[str, ...]:
    """Return the trial in words, a line for each thing to know; questions that all cases share in one."""
    asked = f"{trial.fewest} to {trial.most} items asked, {trial.mean:.1f} on average"
    if trial.fewest == trial.most:
        asked = f"{trial.most} items asked, always"
    lines = [f"{trial.cases:,} random cases (seed {trial.seed}): {asked}."]
    some = {name: count for name, count in trial.asked.items() if count != trial.cases}
    lines.append(f"  asked in every case: {len(trial.asked) - len(some)} of {len(trial.asked)} questions")
    lines += [f"  {_name(name, instrument)}: asked in {count:,} cases" for name, count in some.items()]
    lines += [f"  never asked: {_name(name, instrument)}" for name in trial.never_asked]
    lines += [f"  never set aside: {_name(name, instrument)}" for name in trial.always_asked]
    lines += [f"  base of {code} empty in every random case" for code in trial.uncounted]
    if trial.unseen:
        lines.append(f"  states never seen: {', '.join(state.value for state in trial.unseen)}")
    lines += [
        f"  contradiction: {_name(name, instrument)} waits for an answer that nobody is asked for "
        f"({count:,} cases)"
        for name, count in trial.waiting.items()
    ]
    lines += [
        f"  contradiction: {_name(name, instrument)} is asked because of what is itself set aside "
        f"({count:,} cases)"
        for name, count in trial.leaning.items()
    ]
    if not trial.waiting and not trial.leaning:
        lines.append("  no contradictions")
    return tuple(lines)


def _name(name: str, instrument: Instrument) -> str:
    question = instrument.question(name)
    return f"{question.code} {name}" if question.code else say(question.text)


def _answered(
    instrument: Instrument, random: Random, seen: set[State]
) -> tuple[dict[str, Answer], dict[str, State]]:
    answers: dict[str, Answer] = {}
    found = states(instrument, answers)
    while gaps := [name for name, state in found.items() if state.is_gap]:
        seen.update(found.values())
        for name in gaps:
            answers[name] = Answer(_value(instrument.question(name), random))
        found = states(instrument, answers)
    seen.update(found.values())
    return answers, found


def _leaning(instrument: Instrument, found: Mapping[str, State]) -> Iterator[str]:
    """The questions that are asked though everything that their condition looks at is set aside."""
    for name, state in found.items():
        looked_at = questions_of(instrument.question(name).when)
        if looked_at and state.is_asked and all(found[one] is State.SET_ASIDE for one in looked_at):
            yield name


def _value(question: Question, random: Random) -> Value:
    if question.allows_not_applicable and random.random() < _NOT_APPLICABLE_SHARE:
        return NOT_APPLICABLE
    if question.options:
        codes = question.codes()
        first = codes[int(random.random() * len(codes))]
        if question.kind is not Kind.SEVERAL:
            return first
        return tuple(code for code in codes if code == first or random.random() < 0.3)
    if question.kind is Kind.NUMBER:
        low = question.minimum if question.minimum is not None else min(0.0, question.maximum or 0.0)
        high = question.maximum if question.maximum is not None else low + 100
        return low + random.random() * (high - low)
    if question.kind is Kind.DATE:
        return (_FIRST_DAY + timedelta(days=int(random.random() * 10_000))).isoformat()
    return "Invented words."


def _disturb(
    instrument: Instrument, answers: dict[str, Answer], random: Random, *, in_conflict: bool
) -> None:
    """Put one answer into conflict, or let it be given under an older meaning of its question."""
    names = list(answers)
    if names:
        name = names[int(random.random() * len(names))]
        value = answers[name].value
        meaning = instrument.question(name).meaning
        answers[name] = Answer(value, conflict=True) if in_conflict else Answer(value, meaning=meaning + 1)


def _proportions(instrument: Instrument, programme: Programme | None) -> list[Measure]:
    """The proportions that this instrument feeds; a mean of them is empty when they all are."""
    measures = () if programme is None else programme.measures
    return [
        measure
        for measure in measures
        if measure.kind is MeasureKind.PROPORTION and measure.question in instrument.questions
    ]


def _is_routed(question: Question, instrument: Instrument) -> bool:
    if question.when is not None:
        return True
    if question.parent is None:
        return False
    parent = instrument.question(question.parent)
    return parent.allows_not_applicable or _is_routed(parent, instrument)
