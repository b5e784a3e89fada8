"""The practice list for victim work is understood whole; ten of its cases stand in the other list too."""

import pytest

from model.instruments.programme import Programme
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood, understand
from model.sampling.draw import draw
from model.sampling.record import rule_of, size_by
from model.sampling.strata import Eligible, eligible_cases, group_name
from storage.tables.reading import read_table_file
from tests.resources.wordings import PRACTICE, instrument_file, programme_file


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file()


def read(programme: Programme, file: str, sample: str) -> Understood:
    table = read_table_file(PRACTICE / file)
    strata = [stratum.field for stratum in programme.sample(sample).strata]
    columns = programme.list(sample).columns
    return understand(table.header, table.rows, columns, header_row=table.header_row, missed=strata)


@pytest.fixture(scope="module")
def understood(programme: Programme) -> Understood:
    return read(programme, "victim_list.csv", "victim_work")


@pytest.fixture(scope="module")
def population(programme: Programme, understood: Understood) -> tuple[Eligible, ...]:
    return eligible_cases([row.values for row in understood.rows], programme.sample("victim_work").strata)


def test_every_row_is_taken_in_as_it_stands(understood: Understood) -> None:
    assert len(understood.rows) == 22
    assert understood.counts[RemarkKind.UNDERSTOOD] == 22
    assert understood.remarks == ()
    assert understood.columns.unknown == ()
    assert understood.columns.not_found == ("surname", "forename", "date_of_birth")


def test_take_up_is_what_the_fact_proposes(programme: Programme, understood: Understood) -> None:
    fact = instrument_file("victim_work.toml").question("contact_taken_up")
    column = programme.list("victim_work").column(fact.proposes or "")
    assert column is not None
    assert set(column.values) <= set(fact.codes())
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
    others = read(programme, "case_supervision_list.csv", "case_supervision")
    references = {row.reference for row in others.rows}
    assert sum(row.reference in references for row in understood.rows) == 10


def test_the_rule_draws_20_of_22_in_proportion(
    programme: Programme, population: tuple[Eligible, ...]
) -> None:
    """North West report, annex 1: 20 cases, taken up and not taken up in proportion."""
    size = size_by(rule_of(programme.sample("victim_work")), len(population))
    assert size == 20
    drawn = draw(population, size, "2018")
    assert {group_name(each.group): (each.eligible, each.drawn) for each in drawn.strata} == {
        "Taken up": (17, 15),
        "Not taken up": (5, 5),
    }


def test_an_office_can_draw_all_22(population: tuple[Eligible, ...]) -> None:
    """The published 82 per cent cannot come from 20 cases; the practice inspection takes every one."""
    drawn = draw(population, 22, "2018")
    assert (len(drawn.drawn), drawn.reserves) == (22, ())
