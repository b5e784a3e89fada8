"""One cell: stray spaces and case mended, dates as offices write them, nothing ever guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.programme import Column, ColumnKind
from model.lists.cells import Reading, read_cell, tidy, tidy_reference
from model.lists.remarks import RemarkKind

UNDERSTOOD, MENDED, LEFT_BLANK = RemarkKind.UNDERSTOOD, RemarkKind.MENDED, RemarkKind.LEFT_BLANK


def column(field: str, kind: ColumnKind, required: bool = False, **values: tuple[str, ...]) -> Column:
    return Column(field, {"en": field}, (field,), kind, values, required, personal=False)


REFERENCE = column("reference", ColumnKind.TEXT, required=True)
OFFICE = column("ldu", ColumnKind.TEXT)
ROSH = column("rosh_level", ColumnKind.CHOICE, True, high=("High",), very_high=("Very high", "V. high"))
BORN = column("date_of_birth", ColumnKind.DATE)
OGRS = column("ogrs", ColumnKind.NUMBER)
KINDS = (REFERENCE, OFFICE, ROSH, BORN, OGRS)


def read(column: Column, raw: str) -> tuple[str, RemarkKind]:
    reading = read_cell(column, raw, missed=column.required)
    assert (reading.kind is UNDERSTOOD) == (reading.sentence == "")
    return reading.value, reading.kind


@pytest.mark.parametrize(
    ("raw", "value", "kind"),
    [
        ("High", "high", UNDERSTOOD),
        ("very_high", "very_high", UNDERSTOOD),
        ("HIGH", "high", MENDED),
        (" Very  high ", "very_high", MENDED),
        ("v. HIGH", "very_high", MENDED),
        ("Enormous", "", LEFT_BLANK),
        ("n/a", "", LEFT_BLANK),
        ("", "", LEFT_BLANK),
        ("   ", "", LEFT_BLANK),
    ],
)
def test_a_choice_is_one_of_its_known_values_or_blank(raw: str, value: str, kind: RemarkKind) -> None:
    assert read(ROSH, raw) == (value, kind)


def test_an_unknown_value_is_named_with_the_known_ones() -> None:
    assert read_cell(ROSH, "Enormous").sentence == (
        "“Enormous” is none of the known values (“high”, “very_high”); it was left blank."
    )


def test_a_blank_is_plain_unless_it_is_missed() -> None:
    assert read_cell(OFFICE, " ") == Reading("")
    assert read_cell(OFFICE, " ", missed=True) == Reading("", LEFT_BLANK, "The list says nothing here.")


@pytest.mark.parametrize(
    ("raw", "value", "kind"),
    [
        ("06/04/1994", "1994-04-06", UNDERSTOOD),
        ("6/4/1994", "1994-04-06", UNDERSTOOD),
        ("06-04-1994", "1994-04-06", UNDERSTOOD),
        ("06.04.1994", "1994-04-06", UNDERSTOOD),
        ("1994-04-06", "1994-04-06", UNDERSTOOD),
        ("6 April 1994", "1994-04-06", UNDERSTOOD),
        ("06-Apr-1994", "1994-04-06", UNDERSTOOD),
        ("2 Sept 2018", "2018-09-02", UNDERSTOOD),
        ("1994-04-06 00:00:00", "1994-04-06", UNDERSTOOD),
        ("1994-04-06T10:30:00Z", "1994-04-06", UNDERSTOOD),
        (" 06/04/1994", "1994-04-06", MENDED),
        ("34430", "1994-04-06", MENDED),
        ("34430.5", "1994-04-06", MENDED),
        ("29/02/2016", "2016-02-29", UNDERSTOOD),
        ("29/02/2018", "", LEFT_BLANK),
        ("04/13/2018", "", LEFT_BLANK),
        ("06/04/94", "", LEFT_BLANK),
        ("1994", "", LEFT_BLANK),
        ("04/1994", "", LEFT_BLANK),
        ("06/04/0994", "", LEFT_BLANK),
        ("6 Foo 1994", "", LEFT_BLANK),
        ("٠٦/٠٤/١٩٩٤", "", LEFT_BLANK),
        ("not known", "", LEFT_BLANK),
        ("", "", UNDERSTOOD),
    ],
)
def test_dates_are_read_day_first_and_never_guessed(raw: str, value: str, kind: RemarkKind) -> None:
    assert read(BORN, raw) == (value, kind)


def test_a_year_of_two_figures_says_why_it_was_left_blank() -> None:
    assert "which century" in read_cell(BORN, "06/04/94").sentence
    assert "06/04/1994" in read_cell(BORN, "34430").sentence


@pytest.mark.parametrize(
    ("raw", "value", "kind"),
    [
        ("86", "86", UNDERSTOOD),
        ("0", "0", UNDERSTOOD),
        ("12.5", "12.5", UNDERSTOOD),
        ("-3", "-3", UNDERSTOOD),
        ("86%", "86", MENDED),
        ("86.0", "86", MENDED),
        ("007", "7", MENDED),
        ("1,234.50", "1234.5", MENDED),
        ("-0", "0", MENDED),
        ("1,23", "", LEFT_BLANK),
        ("1e5", "", LEFT_BLANK),
        ("٣", "", LEFT_BLANK),
        ("high", "", LEFT_BLANK),
        ("9" * 400, "", LEFT_BLANK),
    ],
)
def test_numbers_lose_their_trimmings_only(raw: str, value: str, kind: RemarkKind) -> None:
    assert read(OGRS, raw) == (value, kind)


@pytest.mark.parametrize(
    ("raw", "value", "kind"),
    [
        ("Manchester", "Manchester", UNDERSTOOD),
        ("Manchester ", "Manchester", MENDED),
        ("Bury\u00a0 and\nOldham", "Bury and Oldham", MENDED),
        ("\ufeffZoe\u0308", "Zoë", MENDED),
        ("=1+1 <b>", "=1+1 <b>", UNDERSTOOD),
    ],
)
def test_text_is_tidied_and_otherwise_left_as_it_is(raw: str, value: str, kind: RemarkKind) -> None:
    assert read(OFFICE, raw) == (value, kind)


def test_references_are_one_however_they_are_typed() -> None:
    assert read(REFERENCE, "X399658") == ("X399658", UNDERSTOOD)
    for raw in (" X399658", "x399658", "X39 9658", "X\u200b39\u200d9658"):
        assert read(REFERENCE, raw) == ("X399658", MENDED)


@given(st.sampled_from(KINDS), st.text(max_size=30))
def test_reading_a_value_again_changes_nothing(any_column: Column, raw: str) -> None:
    value = read_cell(any_column, raw).value
    again = read_cell(any_column, value)
    assert again.value == value
    assert again.kind is UNDERSTOOD or not value


@given(st.dates(min_value=date(1914, 1, 1), max_value=date(2099, 12, 31)))
def test_every_way_of_writing_a_day_gives_that_day(day: date) -> None:
    written = (f"{day:%d/%m/%Y}", day.isoformat(), f"{day:%d %B %Y}", str((day - date(1899, 12, 30)).days))
    assert {read_cell(BORN, text).value for text in written} == {day.isoformat()}


@given(st.text(max_size=40))
def test_tidying_is_done_at_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy_reference(tidy_reference(text)) == tidy_reference(text)
