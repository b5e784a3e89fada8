"""When a question applies: conditions on answers, with three values (true, false, not known yet)."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.answers import Answer, Answers


@dataclass(frozen=True, slots=True)
class Is:
    """The answer to `question` is one of `values` (where several may be chosen: at least one of them)."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any_:  # noqa: N801  (Any is taken by typing)
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = Is | All | Any_ | Not


def evaluate(condition: Condition, answers: Answers) -> bool | None:
    """Whether the condition holds; None while the answers that are there leave it open.

    Strong Kleene logic (DESIGN section 5): an answer that is missing, emptied or in conflict is not known
    yet; the whole is only unknown where what is unknown could still decide it.
    """
    if isinstance(condition, Is):
        return _chosen(answers.get(condition.question), condition.values)
    if isinstance(condition, Not):
        result = evaluate(condition.part, answers)
        return None if result is None else not result
    deciding = isinstance(condition, Any_)
    unknown = False
    for part in condition.parts:
        result = evaluate(part, answers)
        if result is deciding:
            return deciding
        unknown = unknown or result is None
    return None if unknown else not deciding


def _chosen(answer: Answer | None, values: tuple[str, ...]) -> bool | None:
    if answer is None or answer.conflict or answer.is_empty:
        return None
    if isinstance(answer.value, tuple):
        return any(code in values for code in answer.value)
    return answer.value in values


def each_test(condition: Condition) -> Iterator[Is]:
    """Every single test in the condition, in the order of writing."""
    if isinstance(condition, Is):
        yield condition
    elif isinstance(condition, Not):
        yield from each_test(condition.part)
    else:
        for part in condition.parts:
            yield from each_test(part)


def questions_of(condition: Condition | None) -> tuple[str, ...]:
    """The ids of the questions whose answers the condition looks at, each once, in the order of writing."""
    if condition is None:
        return ()
    if isinstance(condition, Is):
        return (condition.question,)
    return tuple(dict.fromkeys(test.question for test in each_test(condition)))
