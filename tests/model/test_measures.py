"""Every rate answers out of what, without whom and why; unknown is in no base; half up, once, from counts."""

import math
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
    count,
    fed_by,
    percentage,
    possible,
    tally,
    tally_of,
)
from tests.model.instruments.small import (
    INSTRUMENT_TEXT,
    PROGRAMME_TEXT,
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


def test_a_question_feeds_every_measure_that_rests_on_it() -> None:
    feeds = fed_by(PROGRAMME, HELD)
    assert set(feeds) == {"engage", "safety", "safety_need"}
    assert feeds["safety_need"] == (SAFETY,)
    twice = swapped(PROGRAMME_TEXT, 'question = "safety"', 'question = "engage"')
    assert [measure.id for measure in fed_by(programme(twice), HELD)["engage"]] == ["m_engage", "m_safety"]
    elsewhere = swapped(PROGRAMME_TEXT, 'question = "safety"', 'question = "in_court"')
    assert set(fed_by(programme(elsewhere), HELD)) == {"engage"}


@given(sheets.filter(bool), st.data())
def test_one_changed_answer_counts_like_counting_anew(
    held: dict[str, dict[str, Answer]], data: st.DataObject
) -> None:
    before = count(PROGRAMME, HELD, held.items())
    label = data.draw(st.sampled_from(sorted(held)))
    question = data.draw(st.sampled_from(["engage", "safety", "safety_need", "sentence"]))
    changed = {**held[label], question: Answer(data.draw(st.sampled_from([None, "yes", "no", "licence"])))}
    after = before.recount(label, changed, question)
    assert after.tallies == count(PROGRAMME, HELD, {**held, label: changed}.items()).tallies
    assert before.tallies == count(PROGRAMME, HELD, held.items()).tallies


def test_an_answer_that_feeds_nothing_touches_no_tally() -> None:
    before = count(PROGRAMME, HELD, [("1", sheet(engage="yes"))])
    after = before.recount("1", sheet(engage="yes", sentence="licence"), "sentence")
    assert all(after.tallies[name] is before.tallies[name] for name in before.tallies)
    with pytest.raises(KeyError):
        before.recount("2", sheet(engage="no"), "engage")
