"""Figures add up the numbers as they were typed; nobody without a number counts as nought."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import Answer
from model.instruments.measure import MeasureKind
from model.measures.counted import Why
from model.measures.figure import figure_of, number, numbers, one_decimal
from tests.model.instruments.small import instrument, programme, sheet

HELD = instrument()
SCORE = replace(programme().measure("m_engage"), kind=MeasureKind.FIGURE, question="score")


def test_numbers_are_added_and_everybody_else_is_named() -> None:
    held = [("1", sheet(score=10)), ("2", sheet(score=0)), ("3", {}), ("4", sheet(score=0.1))]
    figure = figure_of(SCORE, numbers(SCORE, HELD, [*held, ("5", {"score": Answer(3, conflict=True)})]))
    assert (figure.total, figure.count, figure.mean) == (Fraction(101, 10), 3, Fraction(101, 30))
    assert figure.outside == {Why.NOT_ANSWERED: ("3",), Why.CONFLICT: ("5",)}


def test_without_a_number_there_is_no_mean() -> None:
    assert figure_of(SCORE, numbers(SCORE, HELD, [("1", {})])).mean is None
    assert number(SCORE, HELD, sheet(score=200)).why is Why.ASK_AGAIN


def test_a_sheet_counts_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        numbers(SCORE, HELD, [("1", {}), ("1", {})])


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=20))
def test_the_sum_is_exact_for_numbers_as_typed(typed: list[object]) -> None:
    held = [(str(place), sheet(score=float(str(value)))) for place, value in enumerate(typed)]
    assert figure_of(SCORE, numbers(SCORE, HELD, held)).total == sum(Fraction(str(value)) for value in typed)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(0), "0"),
        (Fraction(36), "36"),
        (Fraction(363, 10), "36.3"),
        (Fraction(1, 20), "0.1"),
        (Fraction(49, 1000), "0"),
        (Fraction(3995, 100), "40"),
        (Fraction(-5, 4), "−1.2"),
    ],
)
def test_a_figure_is_printed_with_one_decimal(value: Fraction, words: str) -> None:
    assert one_decimal(value) == words
