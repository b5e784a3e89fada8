"""Every rate answers out of what, without whom and why; unknown is in no base; half up, once, from counts."""

import math
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import NOT_APPLICABLE, Answer
from model.instruments.instrument import Line
from model.measures import (
    Contribution,
    Tally,
    Why,
    contribution,
    percentage,
    possible,
    tally,
    tally_of,
)
from tests.model.instruments.small import (
    INSTRUMENT_TEXT,
    instrument,
    programme,
    sheet,
    swapped,
)

HELD, PROGRAMME = instrument(), programme()
ENGAGE, SAFETY = PROGRAMME.measure("m_engage"), PROGRAMME.measure("m_safety")

answers = st.fixed_dictionaries(
    {},
    optional={
        name: st.builds(
            Answer,
            st.sampled_from([None, "yes", "no", "gone", "not_applicable"]),
            conflict=st.booleans(),
            meaning=st.sampled_from([None, 1, 2]),
        )
        for name in ("engage", "safety_need", "safety", "sentence")
    },
)
sheets = st.dictionaries(st.text("abc", min_size=1, max_size=3), answers, max_size=8)


def test_a_rate_with_everything_outside_it_named() -> None:
    held = tally(
        SAFETY,
        HELD,
        [
            ("1", sheet(safety_need="yes", safety="yes")),
            ("2", sheet(safety_need="yes", safety="no")),
            ("3", sheet(safety_need="no", safety="no")),
            ("4", {}),
            ("5", sheet(safety_need="yes")),
            ("6", {**sheet(safety_need="yes"), "safety": Answer("yes", conflict=True)}),
            ("7", {**sheet(safety_need="yes"), "safety": Answer("yes", meaning=7)}),
            ("8", {"safety_need": Answer("yes", conflict=True), "safety": Answer("yes")}),
            ("9", sheet(safety_need="no")),
        ],
    )
    assert (held.above, held.below, held.base, held.cases, held.percentage) == (1, 1, 2, 9, 50)
    assert held.outside == {
        Why.NO_NEED: ("3", "9"),
        Why.NOT_ANSWERED: ("5",),
        Why.NOT_KNOWN_YET: ("4", "8"),
        Why.CONFLICT: ("6",),
        Why.ASK_AGAIN: ("7",),
    }
    assert held.unsettled == 5


def test_not_applicable_and_answers_outside_and_set_aside_are_told_apart() -> None:
    yes = 'yes = { label.en = "Yes", key = "y", line = "above" }'
    unclear = yes + '\nunclear = { label.en = "Not clear", key = "c", line = "outside" }'
    need = 'when = { question = "safety_need", is = ["yes"] }'
    text = swapped(INSTRUMENT_TEXT, yes, unclear)
    text = swapped(text, need, 'not_applicable = true\nwhen = { question = "sentence", is = ["licence"] }')
    held = instrument(text)
    licence = sheet(sentence="licence")
    assert contribution(SAFETY, held, {**licence, **sheet(safety="unclear")}).why is Why.ANSWERED_OUTSIDE
    assert contribution(SAFETY, held, {**licence, **sheet(safety=NOT_APPLICABLE)}).why is Why.NOT_APPLICABLE
    assert contribution(SAFETY, held, sheet(sentence="community", safety="no")).why is Why.SET_ASIDE


def test_an_answer_not_clear_from_records_counts_where_its_line_says() -> None:
    no = 'no = { label.en = "No", key = "n", line = "below" }'
    held = instrument(
        swapped(INSTRUMENT_TEXT, no, no + '\nunclear = { label.en = "?", key = "c", line = "below" }')
    )
    assert contribution(ENGAGE, held, sheet(engage="unclear")) == Contribution(Line.BELOW)


def test_a_case_counts_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        tally(ENGAGE, HELD, [("1", sheet(engage="yes")), ("1", sheet(engage="no"))])


@given(sheets)
def test_every_case_is_above_below_or_outside(held: dict[str, dict[str, Answer]]) -> None:
    for measure in PROGRAMME.measures:
        counted = tally(measure, HELD, held.items())
        outside = [label for labels in counted.outside.values() for label in labels]
        assert counted.above + counted.below + len(outside) == counted.cases == len(held)
        assert len(set(outside)) == len(outside)


@given(sheets)
def test_what_is_not_known_is_in_no_base(held: dict[str, dict[str, Answer]]) -> None:
    for each in held.values():
        need, safety = each.get("safety_need", Answer(None)), each.get("safety", Answer(None))
        counted = contribution(SAFETY, HELD, each).line is not Line.OUTSIDE
        plain = not need.conflict and not safety.conflict
        current = need.meaning in (None, 1) and safety.meaning in (None, 1)
        assert counted is (plain and current and need.value == "yes" and safety.value in ("yes", "no"))


@given(
    st.dictionaries(st.integers(0, 50).map(str), st.sampled_from([Line.ABOVE, Line.BELOW])),
    st.sampled_from(Why),
)
def test_a_case_outside_never_moves_the_percentage(lines: dict[str, Line], why: Why) -> None:
    held = {label: Contribution(line) for label, line in lines.items()}
    more = {**held, "new": Contribution(Line.OUTSIDE, why)}
    assert tally_of(ENGAGE, more).percentage == tally_of(ENGAGE, held).percentage
    assert tally_of(ENGAGE, more).outside == {why: ("new",)}


@given(st.integers(0, 400), st.integers(1, 400))
def test_percentages_round_half_up_from_the_counts(above: int, below: int) -> None:
    base = above + below
    assert percentage(above, base) == math.floor(Fraction(100 * above, base) + Fraction(1, 2))


@pytest.mark.parametrize(
    ("above", "base", "whole"),
    [(87, 120, 73), (78, 98, 80), (63, 98, 64), (1, 200, 1), (1, 201, 0), (0, 7, 0), (7, 7, 100)],
)
def test_the_traps_of_rounding(above: int, base: int, whole: int) -> None:
    assert percentage(above, base) == whole


def test_without_a_base_there_is_no_percentage() -> None:
    assert percentage(0, 0) is None
    held = tally(ENGAGE, HELD, [("1", {})])
    assert (held.base, held.percentage) == (0, None)
    assert tally(ENGAGE, HELD, []).cases == 0


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 30), st.data())
def test_the_possible_range_holds_whatever_arrives(
    above: int, below: int, n: int, data: st.DataObject
) -> None:
    held = Tally("m", above, above + below, {})
    between = possible(held, n)
    arriving = data.draw(st.integers(0, n))
    yes = data.draw(st.integers(0, arriving))
    then = percentage(above + yes, above + below + arriving)
    if then is not None and between.lowest is not None and between.highest is not None:
        assert between.lowest <= then <= between.highest
    assert percentage(above, above + below + n) == between.lowest
    assert percentage(above + n, above + below + n) == between.highest


def test_what_is_unsettled_may_still_count() -> None:
    held = Tally("m", 5, 10, {Why.CONFLICT: ("1", "2"), Why.NO_NEED: ("3",)})
    assert (possible(held, 0).lowest, possible(held, 0).highest) == (42, 58)
    assert (possible(held, 8).lowest, possible(held, 8).highest) == (25, 75)
    assert possible(Tally("m", 0, 0, {}), 0).lowest is None


def test_a_measure_may_draw_its_own_line() -> None:
    licence = replace(ENGAGE, question="sentence", above=("licence",), outside=("not_clear",))
    lines = [
        contribution(licence, HELD, sheet(sentence=each)).line for each in HELD.question("sentence").codes()
    ]
    assert lines == [Line.BELOW, Line.ABOVE, Line.OUTSIDE]
    turned = replace(ENGAGE, above=("no",))
    assert contribution(turned, HELD, sheet(engage="no")).line is Line.ABOVE
    assert contribution(turned, HELD, sheet(engage="yes")).line is Line.BELOW


@pytest.mark.parametrize(
    ("chosen", "line"),
    [
        (("drugs",), Line.ABOVE),
        (("drugs", "alcohol"), Line.ABOVE),
        (("alcohol",), Line.BELOW),
        (("debt", "alcohol"), Line.BELOW),
        (("debt",), Line.OUTSIDE),
    ],
)
def test_one_chosen_option_above_the_line_is_enough(chosen: tuple[str, ...], line: Line) -> None:
    more = 'alcohol = { label.en = "Alcohol", key = "2" }\ndebt = { label.en = "Debt", key = "3" }'
    held = instrument(swapped(INSTRUMENT_TEXT, 'alcohol = { label.en = "Alcohol", key = "2" }', more))
    drugs = replace(ENGAGE, question="features", above=("drugs",), outside=("debt",))
    assert contribution(drugs, held, sheet(features=chosen)).line is line


def test_the_lines_of_the_options_hold_where_several_may_be_chosen() -> None:
    lined = swapped(
        INSTRUMENT_TEXT, 'label.en = "Drugs", key = "1"', 'label.en = "Drugs", key = "1", line = "above"'
    )
    lined = swapped(
        lined, 'label.en = "Alcohol", key = "2"', 'label.en = "Alcohol", key = "2", line = "below"'
    )
    features = replace(ENGAGE, question="features")
    assert contribution(features, instrument(lined), sheet(features=("drugs", "alcohol"))).line is Line.ABOVE
    assert contribution(features, instrument(lined), sheet(features=("alcohol",))).line is Line.BELOW
