"""The practice list for victim work is understood whole; ten of its cases stand in the other list too."""

import pytest

from model.instruments.programme import Programme
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood
from model.sampling.draw import draw
from model.sampling.record import rule_of, size_by
from model.sampling.strata import Eligible, group_name
from tests.resources.files import NORTH_WEST, listed, population, programme_file


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file()


@pytest.fixture(scope="module")
def understood(programme: Programme) -> Understood:
    return listed(NORTH_WEST / "victim_list.csv", programme, "victim_work")


@pytest.fixture(scope="module")
def eligible(programme: Programme, understood: Understood) -> tuple[Eligible, ...]:
    return population(understood, programme.sample("victim_work"))


def test_every_row_is_taken_in_as_it_stands(understood: Understood) -> None:
    assert len(understood.rows) == 22
    assert understood.counts[RemarkKind.UNDERSTOOD] == 22
    assert understood.remarks == ()
    assert understood.columns.unknown == ()
    assert understood.columns.not_found == ("surname", "forename", "date_of_birth")


def test_17_of_22_took_contact_up(understood: Understood) -> None:
    taken_up = [row.values["contact_taken_up"] for row in understood.rows]
    assert (taken_up.count("yes"), taken_up.count("no")) == (17, 5)


def test_the_liaison_officer_is_not_taken_for_the_responsible_officer(
    programme: Programme, understood: Understood
) -> None:
    """A case in both samples keeps its responsible officer, who is interviewed; the other is not."""
    assert programme.list("victim_work").column("officer") is None
    assert all(row.values["victim_liaison_officer"] for row in understood.rows)


def test_ten_cases_stand_in_the_case_supervision_list_too(
    programme: Programme, understood: Understood
) -> None:
    others = listed(NORTH_WEST / "case_supervision_list.csv", programme, "case_supervision")
    references = {row.reference for row in others.rows}
    assert sum(row.reference in references for row in understood.rows) == 10


def test_the_rule_draws_20_of_22_in_proportion(programme: Programme, eligible: tuple[Eligible, ...]) -> None:
    """North West report, annex 1: 20 cases, taken up and not taken up in proportion."""
    size = size_by(rule_of(programme.sample("victim_work")), len(eligible))
    assert size == 20
    drawn = draw(eligible, size, "2018")
    assert {group_name(each.group): (each.eligible, each.drawn) for each in drawn.strata} == {
        "Taken up": (17, 15),
        "Not taken up": (5, 5),
    }


def test_an_office_can_draw_all_22(eligible: tuple[Eligible, ...]) -> None:
    """The published 82 per cent cannot come from 20 cases; the practice inspection takes every one."""
    drawn = draw(eligible, 22, "2018")
    assert (len(drawn.drawn), drawn.reserves) == (22, ())
