"""The practice list, as it lies in the file: what is mended and refused, the sample and its allocation."""

from collections import Counter

import pytest

from model.allocation.allocate import DrawnCase, Exclusion, allocate
from model.instruments.programme import Sample
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood, understand
from model.sampling.draw import Draw, draw, next_reserve
from model.sampling.record import read_record, record_of, repeat, rule_of, size_by, written
from model.sampling.strata import Eligible, group_name
from storage.tables.reading import read_table, read_table_file
from storage.tables.table import Table
from storage.tables.writing import Sheet, write_csv, write_xlsx
from tests.resources.files import NORTH_WEST, listed, population, programme_file

STRATA = {
    "Female · Community sentence · High/Very high": (5, 1),
    "Female · Community sentence · Medium": (2, 1),
    "Female · Post-custody · High/Very high": (15, 3),
    "Female · Post-custody · Low": (1, 0),
    "Female · Post-custody · Medium": (6, 1),
    "Male · Community sentence · High/Very high": (67, 15),
    "Male · Community sentence · Low": (3, 1),
    "Male · Community sentence · Medium": (72, 16),
    "Male · Community sentence · blank": (2, 1),
    "Male · Post-custody · High/Very high": (220, 49),
    "Male · Post-custody · Low": (2, 1),
    "Male · Post-custody · Medium": (171, 38),
    "Male · Post-custody · blank": (2, 1),
    "Male · blank · Medium": (1, 0),
    "blank · Community sentence · Medium": (1, 0),
}
"""Eligible and drawn cases of each stratum, worked out apart from the program with exact fractions."""
PROGRAMME = programme_file()
COLUMNS = PROGRAMME.list("case_supervision").columns
FILE = NORTH_WEST / "case_supervision_list.csv"


@pytest.fixture(scope="module")
def table() -> Table:
    return read_table_file(FILE)


@pytest.fixture(scope="module")
def sample() -> Sample:
    return PROGRAMME.sample("case_supervision")


@pytest.fixture(scope="module")
def understood() -> Understood:
    return listed(FILE, PROGRAMME, "case_supervision")


@pytest.fixture(scope="module")
def eligible(understood: Understood, sample: Sample) -> tuple[Eligible, ...]:
    return population(understood, sample)


@pytest.fixture(scope="module")
def drawn(eligible: tuple[Eligible, ...], sample: Sample) -> Draw:
    return draw(eligible, size_by(rule_of(sample), len(eligible)), "2018")


def test_the_file_is_read_as_it_is(table: Table) -> None:
    assert table.source == "CSV, UTF-8, commas"
    assert (table.header[0], table.header_row, len(table.rows)) == ("Case reference", 1, 571)


def test_every_row_that_was_touched_is_told(understood: Understood) -> None:
    told = [
        (each.row, each.column, each.raw, each.value)
        for each in understood.remarks
        if each.kind is RemarkKind.MENDED
    ]
    [mended] = [each for each in told if each[1] == "Gender"]
    assert (mended[0], mended[2]) == (42, " male")
    assert (122, "LDU", "Manchester ", "Manchester") in told
    assert [each[2] for each in told if each[1] == "RoSH level"] == ["HIGH"]
    assert len(told) == 3
    [refused] = [each for each in understood.remarks if each.kind is RemarkKind.REFUSED]
    assert (refused.row, refused.raw) == (572, "X399658")
    assert refused.sentence == "Case “X399658” is already in row 302, with the same content."
    blank = Counter(each.column for each in understood.remarks if each.kind is RemarkKind.LEFT_BLANK)
    assert blank == {"RoSH level": 4, "Gender": 1, "Sentence type": 1}


def test_every_row_stands_somewhere(understood: Understood) -> None:
    assert len(understood.rows) == 570
    assert sum(understood.counts.values()) == 571
    assert understood.counts[RemarkKind.MENDED] == 3
    assert understood.counts[RemarkKind.REFUSED] == 1
    assert (understood.columns.unknown, understood.columns.not_found) == ((), ("age_group",))


def test_the_same_list_says_the_same_in_every_format(table: Table, understood: Understood) -> None:
    sheet = Sheet("Cases", table.header, table.rows)
    text = FILE.read_text("utf-8-sig").replace(",", ";").encode("utf-16")
    for data in (write_xlsx([sheet]), write_csv(sheet), text):
        again = read_table(data, "list")
        assert understand(again.header, again.rows, COLUMNS).rows == understood.rows


def test_128_of_570_are_drawn_over_all_strata(drawn: Draw) -> None:
    assert (drawn.size, len(drawn.reserves)) == (128, 442)
    assert {group_name(quota.group): (quota.eligible, quota.drawn) for quota in drawn.strata} == STRATA
    assert sum(cases for cases, _ in STRATA.values()) == 570
    assert sum(count for _, count in STRATA.values()) == 128


def test_anyone_can_repeat_the_draw_from_its_record(
    drawn: Draw, eligible: tuple[Eligible, ...], sample: Sample
) -> None:
    fields = [stratum.field for stratum in sample.strata]
    record = read_record(written(record_of(drawn, eligible, rule_of(sample), fields)))
    assert repeat(record, eligible) == ()
    assert repeat(record, eligible[::-1]) == ()
    assert repeat(record, eligible[1:]) != ()


def test_a_replaced_case_is_followed_by_a_reserve_of_its_stratum(drawn: Draw) -> None:
    for place in drawn.drawn:
        reserve = next_reserve(drawn, place.group, ())
        left = [each for each in drawn.reserves if each.group == place.group]
        assert reserve == (left[0] if left else None)


def test_eight_inspectors_get_sixteen_cases_each_and_every_officer_one_inspector(
    understood: Understood, drawn: Draw
) -> None:
    facts = {row.reference: row.values for row in understood.rows}
    units = {reference: values["ldu"] for reference, values in facts.items()}
    cases = [
        DrawnCase(place.reference, facts[place.reference]["officer"], units[place.reference])
        for place in drawn.drawn
    ]
    team = [f"Inspector {number}" for number in range(1, 9)]
    done = allocate(cases, team, [Exclusion("Inspector 1", unit="Cumbria")])
    assert {len(references) for references in done.cases.values()} == {16}
    assert done.split == ()
    assert "Cumbria" not in {units[reference] for reference in done.cases["Inspector 1"]}
    assert "Cumbria" in {units[place.reference] for place in drawn.drawn}
