"""Allocation: as even as can be, officers whole where they can be, no conflict of interest overlooked."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.allocation.allocate import Allocation, DrawnCase, Exclusion, HeldCase, allocate
from model.refusal import Refusal

PEOPLE = ("Asha", "Bryn", "Cleo", "Dai")


def cases_of(**officers: int) -> list[DrawnCase]:
    return [
        DrawnCase(f"{officer}{number}", officer, "Leeds")
        for officer, count in officers.items()
        for number in range(count)
    ]


def loads(done: Allocation) -> list[int]:
    return sorted(len(references) for references in done.cases.values())


def inspector_of(done: Allocation) -> dict[str, str]:
    return {reference: person for person, references in done.cases.items() for reference in references}


@st.composite
def some_cases(draw: st.DrawFn, most: int = 40) -> list[DrawnCase]:
    officers = draw(st.lists(st.sampled_from(["", "a", "b", "c", "d", "e"]), max_size=most))
    return [
        DrawnCase(f"K{number:02}", officer, draw(st.sampled_from(["Leeds", "York"])))
        for number, officer in enumerate(officers)
    ]


EXCLUSIONS = st.lists(
    st.builds(Exclusion, st.sampled_from(PEOPLE), st.just("a"), st.sampled_from(["", "York"]))
    | st.builds(Exclusion, st.sampled_from(PEOPLE), st.sampled_from(["", "b"]), st.just("Leeds")),
    max_size=5,
)
TEAMS = st.integers(1, 4).map(lambda count: PEOPLE[:count])


def is_even(done: Allocation) -> bool:
    """Whether no inspector has two cases of the sample more than another."""
    return max(done.loads.values()) - min(done.loads.values()) <= 1


def test_officers_that_fit_stay_whole() -> None:
    done = allocate(cases_of(u=5, v=4, w=3, x=3, y=2, z=1), PEOPLE[:2])
    assert loads(done) == [9, 9]
    assert done.split == ()
    assert is_even(done)


def test_an_officer_is_split_only_as_far_as_evenness_needs() -> None:
    done = allocate(cases_of(u=6, v=2), PEOPLE[:2])
    assert loads(done) == [4, 4]
    assert done.split == ("u",)


def test_an_officer_with_more_than_anyone_can_take_meets_as_few_as_possible() -> None:
    done = allocate(cases_of(u=9, v=1, w=1, x=1), PEOPLE[:3])
    assert loads(done) == [4, 4, 4]
    people = {person for reference, person in inspector_of(done).items() if reference.startswith("u")}
    assert len(people) == 3
    assert done.split == ("u",)


def test_cases_without_an_officer_belong_to_nobody() -> None:
    done = allocate([DrawnCase(f"K{number}", "", "") for number in range(7)], PEOPLE[:3])
    assert loads(done) == [2, 2, 3]
    assert done.split == ()


def test_conflicts_of_interest_come_before_evenness() -> None:
    cases = [*cases_of(u=4), DrawnCase("K1", "v", "York")]
    done = allocate(cases, PEOPLE[:2], [Exclusion("Bryn", unit="Leeds")])
    assert done.cases == {"Asha": ("u0", "u1", "u2", "u3"), "Bryn": ("K1",)}
    assert not is_even(done)


def test_an_exclusion_of_an_officer_in_a_unit_leaves_the_rest() -> None:
    exclusion = Exclusion("Asha", officer="u", unit="York")
    assert exclusion.bars("Asha", DrawnCase("K1", "u", "York"))
    assert not exclusion.bars("Asha", DrawnCase("K1", "u", "Leeds"))
    assert not exclusion.bars("Asha", DrawnCase("K1", "v", "York"))
    assert not exclusion.bars("Bryn", DrawnCase("K1", "u", "York"))


def test_evenness_is_reached_through_a_third_inspector() -> None:
    """Asha may not hand to Cleo, but Bryn may: u only goes to Asha and Bryn, v only to Bryn and Cleo."""
    exclusions = [Exclusion(person, officer="u") for person in ("Cleo",)] + [Exclusion("Asha", officer="v")]
    done = allocate(cases_of(u=8, v=4), PEOPLE[:3], exclusions)
    assert loads(done) == [4, 4, 4]


def test_a_case_that_nobody_may_take_is_refused_by_name() -> None:
    everybody = [Exclusion(person, officer="u") for person in PEOPLE]
    with pytest.raises(Refusal) as caught:
        allocate(cases_of(t=2, u=1), PEOPLE, everybody)
    assert caught.value.happened == (
        "Nobody in the team may take case u0 of u in Leeds: all have a conflict of interest."
    )
    assert caught.value.kept == "Nothing was allocated."


def test_a_team_of_nobody_is_refused() -> None:
    with pytest.raises(Refusal, match="no inspector"):
        allocate(cases_of(u=1), ())


def test_a_case_twice_is_refused() -> None:
    with pytest.raises(Refusal, match="u0 is to be allocated twice"):
        allocate(cases_of(u=1) * 2, PEOPLE)


def test_an_exclusion_from_nothing_in_particular_is_an_error() -> None:
    with pytest.raises(ValueError, match="Asha"):
        Exclusion("Asha")


def test_no_cases_are_allocated_to_everybody_evenly() -> None:
    done = allocate([], PEOPLE)
    assert loads(done) == [0, 0, 0, 0]
    assert is_even(done)


@given(some_cases(), TEAMS)
def test_loads_differ_by_one_at_most_and_every_case_has_one_inspector(
    cases: list[DrawnCase], people: tuple[str, ...]
) -> None:
    done = allocate(cases, people)
    assert sorted(inspector_of(done)) == sorted(case.reference for case in cases)
    assert sum(loads(done)) == len(cases)
    assert tuple(done.cases) == people
    assert is_even(done)


@given(some_cases(), TEAMS)
def test_few_officers_are_split(cases: list[DrawnCase], people: tuple[str, ...]) -> None:
    """Filling one inspector after the other splits at most one officer for each border between two."""
    assert (
        _meetings(cases, inspector_of(allocate(cases, people)))
        <= len({case.officer or case.reference for case in cases}) + len(people) - 1
    )


@given(some_cases(), TEAMS, EXCLUSIONS, st.randoms(use_true_random=False))
def test_the_order_in_which_things_come_does_not_matter(
    cases: list[DrawnCase], people: tuple[str, ...], exclusions: list[Exclusion], chance: Random
) -> None:
    def outcome(cases: list[DrawnCase], people: list[str], exclusions: list[Exclusion]) -> Allocation | str:
        try:
            return allocate(cases, people, exclusions)
        except Refusal as refusal:
            return str(refusal)

    in_order = outcome(cases, list(people), exclusions)
    shuffled = outcome(
        chance.sample(cases, len(cases)),
        chance.sample(people, len(people)),
        chance.sample(exclusions, len(exclusions)),
    )
    assert shuffled == in_order


@settings(deadline=None)
@given(some_cases(most=7), st.integers(1, 3).map(lambda count: PEOPLE[:count]), EXCLUSIONS)
def test_no_allocation_that_respects_the_exclusions_is_more_even(
    cases: list[DrawnCase], people: tuple[str, ...], exclusions: list[Exclusion]
) -> None:
    """Against all allocations there are: evenness is the best possible, splits the best but for one."""
    possible = [
        [person for person in people if not any(each.bars(person, case) for each in exclusions)]
        for case in cases
    ]
    assume(all(possible))
    done = inspector_of(allocate(cases, people, exclusions))
    references = [case.reference for case in cases]
    best = min(
        _rank(cases, dict(zip(references, chosen, strict=True))) for chosen in itertools.product(*possible)
    )
    mine = _rank(cases, done)
    assert mine[0] == best[0]
    assert mine[1] <= best[1] + 1
    assert all(done[case.reference] in allowed for case, allowed in zip(cases, possible, strict=True))


def test_a_case_of_another_sample_goes_to_whoever_holds_it() -> None:
    cases = [DrawnCase(f"u{number}", "u", "Leeds", "Bryn") for number in range(4)] + cases_of(v=4)
    done = allocate(cases, PEOPLE[:2])
    assert done.cases == {"Asha": ("v0", "v1", "v2", "v3"), "Bryn": ("u0", "u1", "u2", "u3")}
    outside = allocate([DrawnCase("K1", "v", "Leeds", "Dai"), *cases_of(w=2)], PEOPLE[:2])
    assert outside.cases == {"Asha": ("w1",), "Bryn": ("w0",), "Dai": ("K1",)}


def test_a_holder_who_must_not_take_it_is_refused_by_case() -> None:
    cases = [DrawnCase("K1", "v", "York", "Bryn")]
    with pytest.raises(Refusal, match="Case K1 of v in York is with somebody already"):
        allocate(cases, PEOPLE, [Exclusion("Bryn", officer="v")])


def test_a_case_that_follows_goes_to_whoever_has_fewest_of_the_sample() -> None:
    before = [HeldCase(person, "", True) for person in ("Asha", "Asha", "Bryn", "Cleo", "Cleo")]
    done = allocate(cases_of(u=1), PEOPLE[:3], held=before)
    assert done.cases == {"Asha": (), "Bryn": ("u0",), "Cleo": ()}
    assert done.loads == {"Asha": 2, "Bryn": 2, "Cleo": 2}
    assert done.split == ()


def test_an_officer_stays_with_whoever_meets_them_for_another_sample() -> None:
    before = [HeldCase("Bryn", "u", False), HeldCase("Cleo", "v", False)]
    done = allocate(cases_of(u=2, v=2, w=2), PEOPLE[:3], held=before)
    assert done.cases == {"Asha": ("w0", "w1"), "Bryn": ("u0", "u1"), "Cleo": ("v0", "v1")}
    assert done.split == ()
    many = allocate(cases_of(u=3, v=1, w=1, x=1), PEOPLE[:2], held=[HeldCase("Bryn", "u", False)])
    assert many.cases["Bryn"] == ("u0", "u1", "u2")
    moved = allocate(cases_of(u=4), PEOPLE[:2], held=[HeldCase("Bryn", "u", False)])
    assert (is_even(moved), moved.split) == (True, ("u",))


def test_of_equal_loads_the_case_goes_to_whoever_has_fewest_of_other_samples() -> None:
    before = [HeldCase(person, "", False) for person in ("Asha", "Asha", "Bryn", "Cleo", "Cleo")]
    done = allocate([DrawnCase("K1", "", "")], PEOPLE[:3], held=before)
    assert done.cases == {"Asha": (), "Bryn": ("K1",), "Cleo": ()}
    assert done.loads == {"Asha": 0, "Bryn": 1, "Cleo": 0}


HELD = st.lists(
    st.builds(
        HeldCase,
        st.sampled_from(PEOPLE),
        st.sampled_from(["", "a", "b", "c"]),
        st.sampled_from([True, False]),
    ),
    max_size=8,
)


@st.composite
def some_shared_cases(draw: st.DrawFn, most: int = 40) -> list[DrawnCase]:
    cases = draw(some_cases(most))
    holders = draw(st.lists(st.sampled_from(["", "", "", *PEOPLE]), min_size=len(cases), max_size=len(cases)))
    return [replace(case, holder=holder) for case, holder in zip(cases, holders, strict=True)]


@given(some_shared_cases(), TEAMS, HELD, st.randoms(use_true_random=False))
def test_every_case_goes_to_one_person_and_to_its_holder_where_it_has_one(
    cases: list[DrawnCase], people: tuple[str, ...], held: list[HeldCase], chance: Random
) -> None:
    done = allocate(cases, people, held=held)
    given_to = [reference for references in done.cases.values() for reference in references]
    assert sorted(given_to) == sorted(case.reference for case in cases)
    taker = inspector_of(done)
    assert all(taker[case.reference] == case.holder for case in cases if case.holder)
    assert all(taker[case.reference] in people for case in cases if not case.holder)
    before = [one.inspector for one in held if one.counts]
    for person, references in done.cases.items():
        assert done.loads[person] == len(references) + before.count(person)
    assert allocate(cases[::-1], people, held=chance.sample(held, len(held))) == done


@given(some_shared_cases(), TEAMS, HELD)
def test_loads_differ_by_one_as_far_as_what_is_held_already_allows(
    cases: list[DrawnCase], people: tuple[str, ...], held: list[HeldCase]
) -> None:
    """Whoever got a case that was free to go has at most one more than anybody who could have had it."""
    done = allocate(cases, people, held=held)
    taker = inspector_of(done)
    for case in cases:
        if not case.holder:
            assert all(done.loads[taker[case.reference]] <= done.loads[other] + 1 for other in people)


@settings(deadline=None)
@given(some_shared_cases(most=6), st.integers(1, 3).map(lambda count: PEOPLE[:count]), EXCLUSIONS, HELD)
def test_no_allocation_that_keeps_shared_cases_together_is_more_even(
    cases: list[DrawnCase], people: tuple[str, ...], exclusions: list[Exclusion], held: list[HeldCase]
) -> None:
    possible = [
        [
            person
            for person in ([case.holder] if case.holder else people)
            if not any(each.bars(person, case) for each in exclusions)
        ]
        for case in cases
    ]
    assume(all(possible))
    done = allocate(cases, people, exclusions, held)
    before = [one.inspector for one in held if one.counts and one.inspector in done.cases]
    best = min(
        sum((before + list(chosen)).count(person) ** 2 for person in done.cases)
        for chosen in itertools.product(*possible)
    )
    assert sum(load**2 for load in done.loads.values()) == best


def _rank(cases: Sequence[DrawnCase], taker: dict[str, str]) -> tuple[int, int]:
    held = list(taker.values())
    return sum(held.count(person) ** 2 for person in set(held)), _meetings(cases, taker)


def _meetings(cases: Sequence[DrawnCase], taker: dict[str, str]) -> int:
    """How many pairs of officer and inspector there are."""
    return len({(case.officer or case.reference, taker[case.reference]) for case in cases})
