"""Conditions keep the laws of three-valued logic, and knowing more never turns a known result round."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import Answer
from model.instruments.conditions import All, Any_, Condition, Is, Not, each_test, evaluate, questions_of

NAMES = ("a", "b", "c")
CODES = ("yes", "no", "other")

leaves = st.builds(
    Is, st.sampled_from(NAMES), st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(tuple)
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Any_, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
answer = st.one_of(
    st.none(),
    st.builds(Answer, st.none() | st.sampled_from(CODES)),
    st.builds(Answer, st.lists(st.sampled_from(CODES), unique=True).map(tuple)),
    st.builds(Answer, st.sampled_from(CODES), conflict=st.just(True)),
)
sheets = st.dictionaries(st.sampled_from(NAMES), answer.filter(lambda each: each is not None))


@given(conditions, sheets)
def test_not_turns_round_what_is_known_and_twice_is_nothing(
    condition: Condition, answers: dict[str, Answer]
) -> None:
    plain = evaluate(condition, answers)
    assert evaluate(Not(condition), answers) is (None if plain is None else not plain)
    assert evaluate(Not(Not(condition)), answers) is plain


@given(st.lists(conditions, min_size=1, max_size=3), sheets)
def test_all_and_any_mirror_each_other(parts: list[Condition], answers: dict[str, Answer]) -> None:
    turned = tuple(Not(part) for part in parts)
    assert evaluate(Not(All(tuple(parts))), answers) is evaluate(Any_(turned), answers)
    assert evaluate(Not(Any_(tuple(parts))), answers) is evaluate(All(turned), answers)


@given(st.permutations(NAMES), sheets)
def test_the_order_of_parts_never_matters(order: list[str], answers: dict[str, Answer]) -> None:
    for kind in (All, Any_):
        expected = evaluate(kind(tuple(Is(name, ("yes",)) for name in NAMES)), answers)
        assert evaluate(kind(tuple(Is(name, ("yes",)) for name in order)), answers) is expected


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_the_table_of_three_values(
    left: bool | None, right: bool | None, both: bool | None, either: bool | None
) -> None:
    value = {True: Answer("yes"), False: Answer("no"), None: Answer(None)}
    answers = {"a": value[left], "b": value[right]}
    for parts in itertools.permutations((Is("a", ("yes",)), Is("b", ("yes",)))):
        assert evaluate(All(parts), answers) is both
        assert evaluate(Any_(parts), answers) is either


@given(conditions, sheets, st.sampled_from(NAMES), st.sampled_from(CODES))
def test_knowing_more_never_turns_a_known_result_round(
    condition: Condition, answers: dict[str, Answer], name: str, code: str
) -> None:
    known = evaluate(condition, answers)
    held = answers.get(name, Answer(None))
    if known is not None and (held.is_empty or held.conflict):
        assert evaluate(condition, {**answers, name: Answer(code)}) is known


@given(conditions, sheets)
def test_only_the_questions_named_decide(condition: Condition, answers: dict[str, Answer]) -> None:
    named = questions_of(condition)
    kept = {name: held for name, held in answers.items() if name in named}
    assert evaluate(condition, kept) is evaluate(condition, answers)


def test_of_several_choices_one_is_enough() -> None:
    condition = Is("features", ("drugs", "alcohol"))
    assert evaluate(condition, {"features": Answer(("debt", "drugs"))}) is True
    assert evaluate(condition, {"features": Answer(("debt",))}) is False
    assert evaluate(condition, {"features": Answer(())}) is None


def test_tests_and_questions_come_in_the_order_of_writing() -> None:
    first, second, third = Is("b", ("yes",)), Is("a", ("no",)), Is("b", ("no",))
    condition = All((first, Not(Any_((second, third)))))
    assert list(each_test(condition)) == [first, second, third]
    assert questions_of(condition) == ("b", "a")
    assert questions_of(None) == ()
