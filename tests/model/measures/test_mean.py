"""Means are of exact shares, rounded once, half up; what no case counts in is left out and named."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.measure import Measure, MeasureKind
from model.instruments.programme import Programme
from model.measures.counted import Why
from model.measures.mean import (
    in_order,
    leaves,
    mean_of,
    means,
    possible_means,
    share_of,
    whole_percent,
)
from model.measures.proportion import Tally
from tests.model.instruments.small import PROGRAMME_TEXT, programme

RATE = '[[measure]]\nid = "{0}"\ncode = "{0}"\nkind = "proportion"\nquestion = "engage"\nbase.en = "all"\n'
MEAN = '[[measure]]\nid = "{0}"\ncode = "{0}"\nkind = "mean"\nof = {1}\nmethod.en = "Mean."\n'
shares = st.fractions(0, 1, max_denominator=150)


def of(*parts: str) -> Measure:
    return Measure("m", "M", MeasureKind.MEAN, "", {}, of=parts)


def written(**means: list[str]) -> Programme:
    """A programme with these means, and a rate of every other name in them."""
    rates = {part for parts in means.values() for part in parts} - means.keys()
    text = "".join(MEAN.format(name, str(parts).replace("'", '"')) for name, parts in means.items())
    return programme(PROGRAMME_TEXT + text + "".join(RATE.format(name) for name in sorted(rates)))


def tally(name: str, above: int, base: int) -> Tally:
    return Tally(name, above, base, {})


def test_the_two_scoring_methods_of_2013() -> None:
    """Ten questions at 90 % and two at 50 %: over questions 83.3, over criteria 70."""
    first, second = [f"a{number}" for number in range(10)], ["b0", "b1"]
    rules = written(over_questions=[*first, *second], over_criteria=["x1", "x2"], x1=first, x2=second)
    counted = {name: tally(name, 9, 10) for name in first} | {name: tally(name, 1, 2) for name in second}
    found = means(rules, counted)
    assert found["over_questions"].share == Fraction(5, 6)
    assert (found["over_questions"].percentage, found["over_criteria"].percentage) == (83, 70)
    assert (found["x1"].percentage, found["x2"].percentage) == (90, 50)


@given(shares, st.integers(1, 12))
def test_the_mean_of_equal_parts_is_the_part(share: Fraction, parts: int) -> None:
    names = [f"p{number}" for number in range(parts)]
    assert mean_of(of(*names), dict.fromkeys(names, share)).share == share


@given(st.lists(st.none() | shares, min_size=1, max_size=12))
def test_a_mean_lies_between_its_parts_and_names_those_left_out(held: list[Fraction | None]) -> None:
    named = {f"p{number}": share for number, share in enumerate(held)}
    found = mean_of(of(*named), named)
    counted = [share for share in held if share is not None]
    assert found.parts == tuple(name for name, share in named.items() if share is not None)
    assert found.without_base == tuple(name for name, share in named.items() if share is None)
    if counted:
        assert found.share is not None
        assert min(counted) <= found.share <= max(counted)
        assert found.share == sum(counted, Fraction()) / len(counted)
    else:
        assert (found.share, found.percentage) == (None, None)


@given(shares)
def test_a_share_is_rounded_half_up(share: Fraction) -> None:
    assert whole_percent(share) == math.floor(100 * share + Fraction(1, 2))


def test_it_is_rounded_once_from_exact_shares() -> None:
    """Shares of 0.665 and 0.664 print as 67 and 66; their mean prints as 66, though 66.5 would be 67."""
    assert mean_of(of("a", "b"), {"a": Fraction(665, 1000), "b": Fraction(664, 1000)}).percentage == 66


def test_a_part_that_was_never_counted_is_an_error() -> None:
    with pytest.raises(KeyError):
        mean_of(of("a"), {})
    assert means(written(top=["a", "b"]), {"a": tally("a", 1, 2)}) == {}


def test_a_share_needs_a_base() -> None:
    assert share_of(tally("a", 0, 0)) is None
    assert share_of(tally("a", 2, 3)) == Fraction(2, 3)


def test_means_come_after_what_they_rest_on_and_know_their_leaves() -> None:
    rules = written(top=["middle", "c"], middle=["low", "a"], low=["a", "b"])
    assert [measure.id for measure in in_order(rules)] == ["low", "middle", "top"]
    assert {measure.id for measure in leaves(rules, rules.measure("top"))} == {"a", "b", "c"}
    assert [measure.id for measure in leaves(rules, rules.measure("a"))] == ["a"]


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 4), min_size=1, max_size=5), st.data())
def test_the_possible_range_holds_whatever_arrives(
    held: list[tuple[int, int, int, int]], data: st.DataObject
) -> None:
    names = [f"p{number}" for number in range(len(held))]
    rules = written(top=names)
    now, then, outstanding = {}, {}, {}
    for name, (above, below, arriving, unsettled) in zip(names, held, strict=True):
        waiting = {Why.CONFLICT: tuple(map(str, range(unsettled)))} if unsettled else {}
        now[name] = Tally(name, above, above + below, waiting)
        outstanding[name] = arriving
        counted = data.draw(st.integers(0, arriving + unsettled))
        yes = data.draw(st.integers(0, counted))
        then[name] = tally(name, above + yes, above + below + counted)
    span = possible_means(rules, now, outstanding)["top"]
    reached = means(rules, then)["top"].percentage
    if reached is not None:
        assert span.lowest is not None
        assert span.highest is not None
        assert span.lowest <= reached <= span.highest
