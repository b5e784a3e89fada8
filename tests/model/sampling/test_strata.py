"""Strata: cases fall into them as the programme says, and each gets its share to the nearest case."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.programme import Stratum
from model.sampling.minimum import Group
from model.sampling.strata import Eligible, Quota, eligible_cases, group_name, quotas

STRATA = (
    Stratum("gender", {"en": "Gender"}, {}),
    Stratum("rosh", {"en": "Risk"}, {"high": "high and very high", "very high": "high and very high"}),
)
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y", "z"])), st.integers(1, 300), min_size=1
)


def test_values_are_grouped_and_blanks_stand_for_themselves() -> None:
    lines = [
        {"reference": "A1", "gender": "male", "rosh": "very high"},
        {"reference": "A2", "gender": "", "rosh": "low"},
        {"reference": "A3", "gender": "male"},
    ]
    assert eligible_cases(lines, STRATA) == (
        Eligible("A1", ("male", "high and very high")),
        Eligible("A2", ("", "low")),
        Eligible("A3", ("male", "")),
    )


def test_without_strata_all_cases_are_one() -> None:
    assert eligible_cases([{"reference": "A1"}], ()) == (Eligible("A1", ()),)
    assert group_name(()) == "all cases"


def test_a_blank_is_named() -> None:
    assert group_name(("male", "")) == "male · blank"


def test_the_largest_remainders_get_what_is_left() -> None:
    groups = [("a",)] * 53 + [("b",)] * 24 + [("c",)] * 23
    assert quotas(groups, 10) == (Quota(("a",), 53, 5), Quota(("b",), 24, 3), Quota(("c",), 23, 2))


def test_of_equal_remainders_the_first_name_gets_it() -> None:
    groups = [("b",), ("c",), ("a",), ("",)]
    assert [quota.drawn for quota in quotas(groups, 2)] == [1, 1, 0, 0]


def test_nothing_of_nothing() -> None:
    assert quotas([], 0) == ()


@pytest.mark.parametrize("size", [-1, 2])
def test_more_than_there_are_is_an_error(size: int) -> None:
    with pytest.raises(ValueError, match=str(size)):
        quotas([("a",)], size)


@given(COUNTS, st.data())
def test_shares_add_up_and_are_within_one_case_of_exact(
    counts: dict[Group, int], data: st.DataObject
) -> None:
    total = sum(counts.values())
    size = data.draw(st.integers(0, total))
    table = quotas(Counter(counts).elements(), size)
    assert sum(quota.drawn for quota in table) == size
    assert {quota.group: quota.eligible for quota in table} == counts
    for quota in table:
        assert 0 <= quota.drawn <= quota.eligible
        assert abs(quota.drawn - Fraction(size * quota.eligible, total)) < 1


@given(COUNTS, st.data())
def test_the_larger_stratum_never_gets_less(counts: dict[Group, int], data: st.DataObject) -> None:
    table = quotas(Counter(counts).elements(), data.draw(st.integers(0, sum(counts.values()))))
    for one in table:
        for other in table:
            if one.eligible > other.eligible:
                assert one.drawn >= other.drawn
