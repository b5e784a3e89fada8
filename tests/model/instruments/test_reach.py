"""A question is called unreachable exactly when no answers let it be asked."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import Answer
from model.instruments import reach
from model.instruments.conditions import All, Any_, Condition, Is, Not
from model.instruments.instrument import Instrument
from model.instruments.reach import can_be_asked, can_hold, choices
from model.instruments.routing import state_of
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped
from tests.model.instruments.woven import ANSWERS, woven

RELEASE = 'when = { question = "sentence", is = ["licence"] }'


def test_every_question_of_the_small_instrument_can_be_asked() -> None:
    held = instrument()
    assert all(can_be_asked(held, question) for question in held.questions.values())


def test_only_answers_that_make_a_difference_are_tried() -> None:
    assert choices(instrument()) == {
        "sentence": ("community", "licence"),
        "engage": ("yes", "no"),
        "safety_need": ("yes", "no"),
        "safety": ("yes", "no"),
        "factor_drugs": ("yes", "no"),
    }


def test_of_several_choices_combinations_are_tried() -> None:
    drugs, alcohol = (f'{{ question = "features", is = ["{code}"] }}' for code in ("drugs", "alcohol"))
    asked = f"when = {{ all = [{drugs}, {alcohol}] }}"
    held = instrument(swapped(INSTRUMENT_TEXT, RELEASE, asked))
    assert choices(held)["features"] == (("drugs",), ("alcohol",), ("drugs", "alcohol"), "not_applicable")
    assert can_be_asked(held, held.question("engage_release"))


LICENCE, COMMUNITY = Is("sentence", ("licence",)), Is("sentence", ("community",))


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (All((LICENCE, COMMUNITY)), False),
        (All((LICENCE, Not(LICENCE))), False),
        (Not(Is("sentence", ("community", "licence", "not_clear"))), False),
        (Any_((LICENCE, Not(LICENCE))), True),
        (All((LICENCE, Is("engage", ("no",)))), True),
        (Not(Any_((LICENCE, COMMUNITY))), True),
        (Is("features", ("not_applicable",)), True),
    ],
)
def test_a_condition_that_contradicts_itself_is_found(condition: Condition, holds: bool) -> None:
    assert can_hold(instrument(), condition) is holds


def test_what_rests_on_something_never_asked_is_never_asked() -> None:
    never = (
        'when = { all = [{ question = "engage", is = ["yes"] }, { question = "engage_why", is = ["late"] }] }'
    )
    held = instrument(swapped(INSTRUMENT_TEXT, RELEASE, never))
    question = held.question("engage_release")
    assert question.when is not None
    assert can_hold(held, question.when)
    assert not can_be_asked(held, question)


def test_with_too_many_answers_to_try_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "MOST_TRIED", 1)
    assert can_hold(instrument(), All((LICENCE, COMMUNITY)))


@given(woven())
def test_it_agrees_with_trying_everything(held: Instrument) -> None:
    names = list(held.questions)
    everything = [
        {name: Answer(value) for name, value in zip(names, values, strict=True)}
        for values in itertools.product(ANSWERS, repeat=len(names))
    ]
    for question in held.questions.values():
        expected = any(state_of(held, answers, question.id).is_asked for answers in everything)
        assert can_be_asked(held, question) is expected


@given(st.lists(st.sampled_from(["community", "licence", "not_clear"]), min_size=1, unique=True).map(tuple))
def test_any_single_test_can_hold(values: tuple[str, ...]) -> None:
    assert can_hold(instrument(), Is("sentence", values))
