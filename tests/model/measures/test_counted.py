"""Who is among those counted: three values, and what is settled stays settled."""

from dataclasses import replace

import pytest

from model.answers import NOT_APPLICABLE, Answer
from model.instruments.conditions import Is
from model.measures.counted import Why, by_reason, why_outside
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, programme, sheet, swapped

HELD = instrument()
LICENCE = replace(programme().measure("m_safety"), among=Is("sentence", ("licence",)))
SAFE = sheet(safety_need="yes", safety="yes")


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({**SAFE, "sentence": Answer("licence")}, None),
        ({**SAFE, "sentence": Answer("community")}, Why.NOT_AMONG),
        ({**SAFE, "sentence": Answer("licence", conflict=True)}, Why.NOT_KNOWN_YET),
        (SAFE, Why.NOT_KNOWN_YET),
        (sheet(safety_need="no"), Why.NO_NEED),
        (sheet(safety_need="no", sentence="community"), Why.NOT_AMONG),
        (sheet(safety_need="yes"), Why.NOT_KNOWN_YET),
        (sheet(safety_need="yes", sentence="licence"), Why.NOT_ANSWERED),
        ({}, Why.NOT_KNOWN_YET),
    ],
)
def test_a_case_waits_only_while_it_may_still_count(answers: dict[str, Answer], why: Why | None) -> None:
    assert why_outside(LICENCE, HELD, answers) is why


def test_a_group_by_a_question_set_aside_is_met_by_nobody_there() -> None:
    grouped = replace(programme().measure("m_engage"), among=Is("safety", ("yes",)))
    assert why_outside(grouped, HELD, sheet(engage="yes", safety_need="no", safety="yes")) is Why.NOT_AMONG
    assert why_outside(grouped, HELD, {**SAFE, **sheet(engage="yes")}) is None


def test_not_applicable_is_settled_whatever_the_group() -> None:
    safety = 'id = "safety"\ncode'
    held = instrument(swapped(INSTRUMENT_TEXT, safety, f"not_applicable = true\n{safety}"))
    assert why_outside(LICENCE, held, sheet(safety_need="yes", safety=NOT_APPLICABLE)) is Why.NOT_APPLICABLE


def test_those_outside_are_told_by_reason() -> None:
    found = by_reason([("1", Why.CONFLICT), ("2", None), ("3", Why.NO_NEED), ("4", Why.CONFLICT)])
    assert list(found.items()) == [(Why.NO_NEED, ("3",)), (Why.CONFLICT, ("1", "4"))]


def test_what_may_still_count_is_told_from_what_never_will() -> None:
    unsettled = {Why.NOT_ANSWERED, Why.NOT_KNOWN_YET, Why.CONFLICT, Why.ASK_AGAIN, Why.OTHER_VERSION}
    assert {why for why in Why if why.is_unsettled} == unsettled
