"""The draw depends on the seed and the references alone, fills every quota and leaves reserves in order."""

import hashlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.refusal import Refusal
from model.sampling.draw import Draw, draw, lot, next_reserve
from model.sampling.strata import Eligible, quotas

POPULATIONS = st.dictionaries(
    st.text("ABCŵ019", min_size=1, max_size=6),
    st.tuples(st.sampled_from(["female", "male", ""]), st.sampled_from(["low", "high"])),
    min_size=1,
    max_size=60,
).map(lambda cases: tuple(Eligible(*case) for case in cases.items()))
SEEDS = st.text("abc 019|", min_size=1, max_size=12).filter(lambda seed: seed == " ".join(seed.split()))
TEN = tuple(Eligible(f"A{number}", ("male" if number < 7 else "female",)) for number in range(10))


def in_order(done: Draw) -> list[str]:
    return [place.reference for place in (*done.drawn, *done.reserves)]


def test_a_lot_can_be_worked_out_with_any_tool() -> None:
    """As printed by: printf '%s' '2018|J909231' | sha256sum."""
    assert lot("2018", "J909231") == "e29606c65a061d70e23b476871847a902b6709c89b8c6e2e844ddec723d974a3"


def test_a_draw_of_ten_worked_out_apart() -> None:
    """The order by a formula written here anew; of equal remainders (3.5 and 1.5) the first name wins."""
    ordered = sorted(TEN, key=lambda case: hashlib.sha256(f"s|{case.reference}".encode()).digest())
    women = [case.reference for case in ordered if case.group == ("female",)][:2]
    men = [case.reference for case in ordered if case.group == ("male",)][:3]
    done = draw(TEN, 5, "s")
    expected = [case.reference for case in ordered if case.reference in women + men]
    assert [place.reference for place in done.drawn] == expected
    assert [(quota.group, quota.drawn) for quota in done.strata] == [(("female",), 2), (("male",), 3)]
    assert [place.position for place in done.drawn + done.reserves] == list(range(1, 11))


@given(POPULATIONS, SEEDS, st.data())
def test_every_case_has_one_place_and_every_quota_is_filled(
    population: tuple[Eligible, ...], seed: str, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(population)))
    done = draw(population, size, seed)
    assert done.size == size
    assert sorted(in_order(done)) == sorted(case.reference for case in population)
    groups = {case.reference: case.group for case in population}
    assert all(groups[place.reference] == place.group for place in done.drawn + done.reserves)
    assert done.strata == quotas(groups.values(), size)
    for quota in done.strata:
        assert sum(place.group == quota.group for place in done.drawn) == quota.drawn
        lots = [
            lot(seed, place.reference) for place in done.drawn + done.reserves if place.group == quota.group
        ]
        assert lots == sorted(lots)


@given(POPULATIONS, SEEDS, st.randoms(use_true_random=False), st.data())
def test_the_same_seed_draws_the_same_whatever_the_order_of_the_list(
    population: tuple[Eligible, ...], seed: str, chance: Random, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(population)))
    shuffled = list(population)
    chance.shuffle(shuffled)
    assert draw(shuffled, size, seed) == draw(population, size, seed)


def test_another_seed_draws_others_and_every_case_has_its_chance() -> None:
    drawn = [frozenset(place.reference for place in draw(TEN, 5, str(seed)).drawn) for seed in range(400)]
    assert len(set(drawn)) > 50
    men = [sum(f"A{number}" in each for each in drawn) for number in range(7)]
    women = [sum(f"A{number}" in each for each in drawn) for number in range(7, 10)]
    assert all(130 < times < 215 for times in men)  # 3 of 7: 171 expected
    assert all(225 < times < 310 for times in women)  # 2 of 3: 267 expected


def test_reserves_are_taken_in_order_from_the_same_stratum() -> None:
    done = draw(TEN, 5, "s")
    men = [place for place in done.reserves if place.group == ("male",)]
    assert len(men) == 4
    used: set[str] = set()
    for expected in men:
        assert next_reserve(done, ("male",), used) == expected
        used.add(expected.reference)
    assert next_reserve(done, ("male",), used) is None
    assert next_reserve(done, ("nobody",), ()) is None


@pytest.mark.parametrize("size", [0, -1, 11])
def test_a_size_the_list_cannot_give_is_refused(size: int) -> None:
    with pytest.raises(Refusal, match="cannot be drawn from a list of 10"):
        draw(TEN, size, "s")


@pytest.mark.parametrize("seed", ["", " s", "a\nb", "a\u202eb", "a  b"])
def test_a_seed_that_cannot_be_read_out_is_refused(seed: str) -> None:
    with pytest.raises(Refusal, match="seed"):
        draw(TEN, 5, seed)


def test_a_case_twice_in_the_list_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match="Case A3 is in the list of eligible cases twice"):
        draw((*TEN, Eligible("A3", ("male",))), 5, "s")
