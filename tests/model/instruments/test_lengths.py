"""The shortest and longest way are what trying everything finds, or are said to be bounds."""

import itertools

import pytest
from hypothesis import given

from model.answers import Answer, Value
from model.instruments import lengths as module
from model.instruments.instrument import Instrument
from model.instruments.lengths import lengths, typical
from model.instruments.routing import states
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped
from tests.model.instruments.woven import ANSWERS, woven


def asked(held: Instrument, answers: dict[str, Value]) -> int:
    found = states(held, {name: Answer(value) for name, value in answers.items()})
    return sum(state.is_asked for state in found.values())


@given(woven())
def test_both_ends_agree_with_trying_everything(held: Instrument) -> None:
    names = list(held.questions)
    everything = [
        asked(held, dict(zip(names, values, strict=True)))
        for values in itertools.product(ANSWERS, repeat=len(names))
    ]
    shortest, longest = lengths(held)
    assert (shortest.items, longest.items) == (min(everything), max(everything))
    assert shortest.exact
    assert longest.exact


@given(woven())
def test_the_answers_given_lead_there(held: Instrument) -> None:
    for way in lengths(held):
        assert asked(held, dict(way.answers)) == way.items


@given(woven())
def test_a_bound_is_passed_by_no_case_and_says_that_it_is_one(held: Instrument) -> None:
    exact_shortest, exact_longest = lengths(held)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "MOST_TRIED", 1)
        shortest, longest = lengths(held)
    assert shortest.items <= exact_shortest.items
    assert longest.items >= exact_longest.items
    if not longest.exact:
        assert longest.answers == {}


def test_the_small_instrument() -> None:
    held = instrument()
    shortest, longest = lengths(held)
    assert len(held.questions) == 15
    assert (shortest.items, longest.items) == (9, 15)
    assert longest.answers["sentence"] == "licence"
    assert longest.answers["engage"] == "no"


def test_a_typical_case_follows_what_the_file_calls_typical() -> None:
    held = instrument()
    assert "engage_release" not in typical(held)
    assert {"safety", "service_drugs"} <= set(typical(held))
    assert not {"engage_why", "safety_why"} & set(typical(held))
    sentence = 'text.en = "Sentence"'
    licence = instrument(swapped(INSTRUMENT_TEXT, sentence, sentence + '\ntypical = "licence"'))
    assert set(typical(licence)) - set(typical(held)) == {"engage_release"}
