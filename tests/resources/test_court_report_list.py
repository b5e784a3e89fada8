"""The practice list of court reports is understood whole, and gives the published sample of 120."""

import pytest

from model.instruments.instrument import say
from model.instruments.programme import Programme
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood, understand
from model.sampling.draw import draw
from model.sampling.record import rule_of, size_by
from model.sampling.strata import group_name
from tests.resources.files import NORTH_WEST, instrument_file, listed, population, programme_file

STRATA = {
    "Oral · CRC": (260, 71),
    "Oral · NPS": (48, 13),
    "Short delivery · CRC": (94, 26),
    "Short delivery · NPS": (20, 5),
    "Standard delivery · CRC": (16, 4),
    "Standard delivery · NPS": (2, 1),
}
"""Eligible and drawn cases of each stratum, worked out apart from the program with exact fractions."""

ASKED_FOR_IN_2018 = [
    "Case reference number",
    "Family name",
    "First name(s)",
    "Date of birth",
    "Gender",
    "Race or ethnicity",
    "Report type",
    "Date of sentence",
    "Sentence type",
    "Agency allocated",
    "Police national computer number",
    "Sentencing court",
]
"""The columns of the long list for court reports that providers were asked for."""


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file()


@pytest.fixture(scope="module")
def understood(programme: Programme) -> Understood:
    return listed(NORTH_WEST / "court_report_list.csv", programme, "court_reports")


def test_every_row_is_taken_in_as_it_stands(understood: Understood) -> None:
    assert sum(understood.counts.values()) == len(understood.rows) == 440
    assert understood.counts[RemarkKind.UNDERSTOOD] == 440
    assert understood.remarks == ()
    assert understood.columns.unknown == ()
    assert set(understood.columns.not_found) == {"police_number", "age_group", "sentence_date"}


def test_blank_cells_are_no_reason_to_refuse_a_row(understood: Understood) -> None:
    blank = {
        field: sum(not row.values[field] for row in understood.rows)
        for field in ("ethnic_group", "rosh_at_allocation", "domestic_abuse", "child_safeguarding")
    }
    assert blank == {
        "ethnic_group": 12, "rosh_at_allocation": 3, "domestic_abuse": 1, "child_safeguarding": 3
    }  # fmt: skip


def test_the_headings_that_providers_were_asked_for_are_understood(programme: Programme) -> None:
    row = ["X000001", "Field", "Ash", "01/02/1990", "M", "White British", "Oral PSR", "15/08/2018"]
    row += ["SSO", "NPS", "18/12345A", "Invented Crown Court"]
    found = understand(ASKED_FOR_IN_2018, [row], programme.list("court_reports").columns)
    assert found.columns.unknown == ()
    assert found.refused == ()
    [case] = found.rows
    assert [case.values[field] for field in ("report_type", "sentence", "allocated_to", "sentence_date")] == [
        "oral", "suspended_sentence_order", "nps", "2018-08-15"
    ]  # fmt: skip


def test_the_columns_of_the_list_are_proposed() -> None:
    proposed = {question.proposes for question in instrument_file("court_reports").questions.values()}
    assert proposed > {"report_type", "sentence", "allocated_to", "rosh_at_allocation", "domestic_abuse"}


def test_120_of_440_are_drawn_over_report_type_and_allocation(
    programme: Programme, understood: Understood
) -> None:
    """North West report, annex 1 and 3.1: 120 cases, 16 per cent of them to the NPS: 19 and 101."""
    sample = programme.sample("court_reports")
    assert [say(stratum.title) for stratum in sample.strata] == ["Report type", "Allocation"]
    size = size_by(rule_of(sample), len(understood.rows))
    assert size == 120
    drawn = draw(population(understood, sample), size, "2018")
    assert {group_name(quota.group): (quota.eligible, quota.drawn) for quota in drawn.strata} == STRATA
    assert sum(count for name, (_, count) in STRATA.items() if name.endswith("NPS")) == 19
