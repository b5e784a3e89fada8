"""Officers: what is proposed from a list, and who stands for whom once they were joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.journal.entry import Value
from model.journal.fields import Current
from model.officers import (
    Listed,
    Match,
    Proposal,
    fold,
    officer_from,
    officer_id,
    one_of,
    propose,
    proposed_holder,
)

HERE = "1" * 32


def listed(*said: str, unit: str = "Cumbria") -> list[Listed]:
    return [Listed(f"c{number}", name, unit) for number, name in enumerate(said)]


def groups(found: tuple[Proposal, ...]) -> list[set[str]]:
    return [set(one.cases) for one in found]


def test_capitals_spaces_marks_and_order_make_no_difference() -> None:
    (one,) = propose(listed("Zoë Thompson", "THOMPSON, Zoe", " zoe  thompson "), {}, HERE)
    assert one.cases == ("c0", "c1", "c2")
    assert one.match is Match.SEVERAL_SPELLINGS
    assert (one.name, one.unit, one.officer) == ("Zoë Thompson", "Cumbria", "")


def test_one_spelling_is_said_to_be_one() -> None:
    (one,) = propose(listed("Zoë Thompson", "Zoë Thompson"), {}, HERE)
    assert (one.match, one.spellings) == (Match.ONE_SPELLING, ("Zoë Thompson",))


def test_initials_come_to_the_only_full_name_that_they_fit() -> None:
    (one,) = propose(listed("Zoë Thompson", "Z. Thompson"), {}, HERE)
    assert set(one.cases) == {"c0", "c1"}
    assert one.name == "Zoë Thompson"


def test_initials_that_fit_two_people_stay_apart_and_say_so() -> None:
    found = propose(listed("Zoë Thompson", "Zack Thompson", "Z Thompson"), {}, HERE)
    assert len(found) == 3
    short = next(one for one in found if one.name == "Z Thompson")
    assert set(short.alike) == {one.id for one in found if one is not short}


def test_the_same_name_in_another_unit_is_only_pointed_out() -> None:
    cases = [*listed("Mark Dixon"), Listed("c9", "Mark Dixon", "Bury and Rochdale")]
    first, second = propose(cases, {}, HERE)
    assert first.alike == (second.id,)
    assert first.id != second.id


def test_a_new_case_of_a_confirmed_officer_is_proposed_as_theirs() -> None:
    (one,) = propose([Listed("c9", "DIXON, Mark", "Cumbria")], {"o1": listed("Mark Dixon")}, HERE)
    assert one.officer == "o1"


def test_a_name_that_two_confirmed_officers_have_is_proposed_as_neither() -> None:
    confirmed = {"o1": listed("Mark Dixon"), "o2": listed("Mark Dixon")}
    (one,) = propose([Listed("c9", "Mark Dixon", "Cumbria")], confirmed, HERE)
    assert (one.officer, one.alike) == ("", ("o1", "o2"))


def test_a_case_without_an_officer_is_not_proposed() -> None:
    assert propose(listed("", "  "), {}, HERE) == ()


def test_two_people_who_confirm_the_same_proposal_name_the_same_officer() -> None:
    lead = propose(listed("Zoë Thompson", "Z Thompson"), {}, HERE)
    office = propose(listed("Z Thompson", "Zoë Thompson", "ZOE THOMPSON"), {}, HERE)
    assert lead[0].id == office[0].id == officer_id(HERE, "thompson, zoe", "CUMBRIA")
    assert lead[0].id != officer_id("2" * 32, "Zoë Thompson", "Cumbria")


@given(
    st.lists(
        st.builds(
            Listed,
            st.uuids().map(str),
            st.sampled_from(["A Hall", "Ann Hall", "HALL, Ann", "Alan Hall", "Mark Dixon", "M Dixon", ""]),
            st.sampled_from(["Cumbria", "cumbria ", "Bury"]),
        ),
        unique_by=lambda one: one.case,
    ),
    st.randoms(),
)
def test_every_case_with_an_officer_stands_in_one_proposal_whatever_the_order(cases, random) -> None:  # type: ignore[no-untyped-def]
    found = propose(cases, {}, HERE)
    held = [case for one in found for case in one.cases]
    assert sorted(held) == sorted(one.case for one in cases if one.name)
    assert len({one.id for one in found}) == len(found)
    again = list(cases)
    random.shuffle(again)
    assert {frozenset(group) for group in groups(found)} == {
        frozenset(group) for group in groups(propose(again, {}, HERE))
    }


@pytest.mark.parametrize(
    ("said", "parts"),
    [("O'Neill, Siân", ("sian", "oneill")), ("Anne-Marie  SMITH", ("annemarie", "smith")), ("", ())],
)
def test_names_are_compared_by_their_plain_letters(said: str, parts: tuple[str, ...]) -> None:
    assert fold(said) == parts


def test_joined_officers_are_one_and_so_is_a_ring() -> None:
    assert one_of({"a": "b", "b": "c", "c": ""}) == {"a": "c", "b": "c", "c": "c"}
    assert one_of({"a": "b", "b": "a", "x": "a"}) == {"a": "a", "b": "a", "x": "a"}
    assert one_of({"a": "elsewhere"}) == {"a": "elsewhere"}


def test_the_interview_is_proposed_to_whoever_holds_most() -> None:
    assert proposed_holder(["ann", "ben", "ben"]) == "ben"
    assert proposed_holder(["ann", "ben"]) == "ann"
    assert proposed_holder(["", ""]) == ""


def test_an_officer_is_read_from_their_fields() -> None:
    def held(value: Value) -> Current:
        return Current(value, False, "office", "2018-10-08T10:00:00Z")

    fields = {"name": held("Zoë Thompson"), "unit": held("Cumbria"), "record.talk": held("a1")}
    officer = officer_from("o1", fields)
    assert (officer.name, officer.unit, officer.same_as) == ("Zoë Thompson", "Cumbria", "")
    assert officer.records == {"talk": "a1"}
