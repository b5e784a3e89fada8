"""Minimum numbers: each group gets its own, the total stays, and nothing moves where nothing lacks."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.programme import Stratum
from model.refusal import Refusal
from model.sampling.draw import draw
from model.sampling.minimum import Group, Minimum, minimums_of, raised
from model.sampling.record import read_record, record_of, repeat, written
from model.sampling.strata import Eligible, quotas

COUNTS = st.dictionaries(
    st.tuples(st.sampled_from(["CRC", "NPS"]), st.sampled_from("fm"), st.sampled_from(["x", "y", "z", ""])),
    st.integers(1, 60),
    min_size=1,
)
WOMEN = Minimum(1, "f", 8)


def held(drawn: dict[Group, int], minimum: Minimum) -> int:
    return sum(count for group, count in drawn.items() if minimum.covers(group))


def shares(counts: dict[Group, int], size: int, *minimums: Minimum) -> dict[Group, int]:
    return {quota.group: quota.drawn for quota in quotas(Counter(counts).elements(), size, minimums)}


def test_they_come_from_the_programme_in_its_order() -> None:
    strata = (
        Stratum("organisation", {"en": "Organisation"}, {}, {"NPS": 16, "CRC": 31}),
        Stratum("office", {"en": "Office"}, {}),
        Stratum("gender", {"en": "Gender"}, {}, {"female": 8}),
    )
    assert minimums_of(strata) == (Minimum(0, "NPS", 16), Minimum(0, "CRC", 31), Minimum(2, "female", 8))


def test_a_group_is_raised_by_largest_remainder_at_the_cost_of_the_smallest() -> None:
    """Of ten: 6.2, 2.9 and 0.9 become 6, 3 and 1; the second z comes from where the share is passed most."""
    counts: dict[Group, int] = {("CRC", "f", "x"): 62, ("CRC", "f", "y"): 29, ("CRC", "f", "z"): 9}
    assert list(shares(counts, 10).values()) == [6, 3, 1]
    assert list(shares(counts, 10, Minimum(2, "z", 2)).values()) == [6, 2, 2]
    assert list(shares(counts, 10, Minimum(2, "z", 3)).values()) == [5, 2, 3]


def test_of_equal_remainders_the_first_name_gets_and_the_last_gives() -> None:
    eligible: dict[Group, int] = {("a", "f"): 5, ("b", "f"): 5, ("c", "m"): 5, ("d", "m"): 5}
    drawn = dict.fromkeys(eligible, 1)
    assert raised(drawn, eligible, [Minimum(1, "f", 3)]) == {**drawn, ("a", "f"): 2, ("d", "m"): 0}


def test_a_minimum_never_takes_from_a_group_that_has_just_its_own() -> None:
    counts: dict[Group, int] = {
        ("CRC", "m", "x"): 60,
        ("CRC", "f", "x"): 6,
        ("NPS", "m", "x"): 30,
        ("NPS", "f", "x"): 4,
    }
    sizes = Minimum(0, "CRC", 31), Minimum(0, "NPS", 16)
    drawn = shares(counts, 47, *sizes, WOMEN)
    assert [held(drawn, each) for each in (*sizes, WOMEN)] == [31, 16, 8]


def test_minimums_that_cannot_stand_together_are_refused_in_words() -> None:
    with pytest.raises(Refusal, match=r"minimum of 6 for “NPS” cannot be met .* with 10 cases"):
        shares({("CRC", "m", "x"): 50, ("NPS", "m", "x"): 50}, 10, Minimum(0, "CRC", 5), Minimum(0, "NPS", 6))


@given(COUNTS, st.data())
def test_one_way_of_dividing_always_gets_its_minimums_and_the_total_stays(
    counts: dict[Group, int], data: st.DataObject
) -> None:
    size = data.draw(st.integers(0, sum(counts.values())))
    left = size
    minimums = []
    for value in ("x", "y", ""):
        number = data.draw(st.integers(0, left))
        left -= number
        minimums.append(Minimum(2, value, number))
    drawn = shares(counts, size, *minimums)
    assert sum(drawn.values()) == size
    assert all(0 <= drawn[group] <= counts[group] for group in counts)
    for minimum in minimums:
        assert held(drawn, minimum) >= min(minimum.at_least, held(counts, minimum))
    assert drawn == shares(counts, size, *minimums)


@given(COUNTS, st.data())
def test_several_ways_of_dividing_get_theirs_or_are_refused(
    counts: dict[Group, int], data: st.DataObject
) -> None:
    size = data.draw(st.integers(0, sum(counts.values())))
    minimums = [
        Minimum(0, "CRC", data.draw(st.integers(0, size))),
        Minimum(1, "f", data.draw(st.integers(0, size))),
        Minimum(2, "", data.draw(st.integers(0, size))),
    ]
    try:
        drawn = shares(counts, size, *minimums)
    except Refusal:
        wanted = [min(each.at_least, held(counts, each)) for each in minimums]
        assert any(
            held(shares(counts, size), each) < least for each, least in zip(minimums, wanted, strict=True)
        )
        return
    assert sum(drawn.values()) == size
    assert all(0 <= drawn[group] <= counts[group] for group in counts)
    assert all(held(drawn, each) >= min(each.at_least, held(counts, each)) for each in minimums)


@given(COUNTS, st.data())
def test_what_nobody_lacks_changes_nothing(counts: dict[Group, int], data: st.DataObject) -> None:
    size = data.draw(st.integers(0, sum(counts.values())))
    plain = shares(counts, size)
    met = [
        Minimum(place, value, held(plain, Minimum(place, value, 0)))
        for place, value in [(0, "NPS"), (1, "f")]
    ]
    assert shares(counts, size, *met) == plain


@given(COUNTS, st.integers(1, 8))
def test_a_draw_with_minimums_is_repeated_from_its_record(counts: dict[Group, int], women: int) -> None:
    population = tuple(Eligible(f"K{n}", group) for n, group in enumerate(Counter(counts).elements()))
    size = max(1, len(population) // 3)
    minimums = (Minimum(1, "f", min(women, size)),)
    done = draw(population, size, "2017", minimums)
    record = record_of(done, population, size, ("organisation", "gender", "office"), minimums)
    assert read_record(written(record)) == record
    assert repeat(record, population[::-1]) == ()
    assert sum(place.group[1] == "f" for place in done.drawn) == sum(
        quota.drawn for quota in record.strata if quota.group[1] == "f"
    )
