"""Which answers make a difference to what is asked, and whether any let a question be asked."""

import itertools
from collections.abc import Iterator, Mapping

from model.answers import NOT_APPLICABLE, Answer, Answers, Value
from model.instruments.conditions import Condition, Is, each_test, evaluate, questions_of
from model.instruments.instrument import Instrument, Kind, Question
from model.instruments.instrument_rules import rests_on
from model.instruments.routing import state_of

MOST_TRIED = 20_000
"""Combinations of answers that are tried before the question is given up as too large."""

Choices = Mapping[str, tuple[Value, ...]]
"""By id of a question that decides what is asked, one answer of each sort that makes a difference."""


def choices(instrument: Instrument) -> Choices:
    """The questions that decide what is asked, each with one answer of every sort that matters."""
    tests: dict[str, list[Is]] = {}
    for question in instrument.questions.values():
        for test in each_test(question.when) if question.when is not None else ():
            tests.setdefault(test.question, []).append(test)
    found: dict[str, tuple[Value, ...]] = {}
    for question in instrument.questions.values():
        values = tuple(_sorts(question, tests.get(question.id, []), bool(instrument.children(question.id))))
        if question.id in tests or len(values) > 1:
            found[question.id] = values
    return found


def _sorts(question: Question, tests: list[Is], is_parent: bool) -> Iterator[Value]:
    """One answer for each way of meeting and not meeting the tests on a question."""
    if tests or is_parent:
        one_of_each: dict[tuple[bool, ...], str] = {}
        for code in question.codes():
            one_of_each.setdefault(tuple(code in test.values for test in tests), code)
        if question.kind is Kind.SEVERAL:
            codes = list(one_of_each.values())
            for many in range(1, len(codes) + 1):
                yield from itertools.combinations(codes, many)
        else:
            yield from one_of_each.values()
        if question.allows_not_applicable:
            yield NOT_APPLICABLE


def can_be_asked(instrument: Instrument, question: Question) -> bool:
    """False when no answers at all let the question be asked. True too where there are too many to try."""
    reached = [question.id]
    for name in reached:
        reached.extend(other for other in rests_on(instrument.question(name)) if other not in reached)
    deciding = {name: values for name, values in choices(instrument).items() if name in reached[1:]}
    return any(
        answers is None or state_of(instrument, answers, question.id).is_asked for answers in _tried(deciding)
    )


def can_hold(instrument: Instrument, condition: Condition) -> bool:
    """False when the condition contradicts itself. True too where there are too many answers to try."""
    named = questions_of(condition)
    tests = list(each_test(condition))
    options = {
        name: tuple(
            _sorts(
                instrument.question(name), [test for test in tests if test.question == name], is_parent=False
            )
        )
        for name in named
    }
    return any(answers is None or evaluate(condition, answers) for answers in _tried(options))


def _tried(options: Choices) -> Iterator[Answers | None]:
    """Every combination of answers; a single None where there are too many."""
    many = 1
    for values in options.values():
        many *= len(values)
    if many > MOST_TRIED:
        yield None
        return
    for combination in itertools.product(*options.values()):
        yield {name: Answer(value) for name, value in zip(options, combination, strict=True)}
