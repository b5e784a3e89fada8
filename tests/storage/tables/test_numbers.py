"""Numbers of workbooks read as people write them, days only where the cell shows a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.tables.numbers import (
    SINCE_1900,
    SINCE_1904,
    day,
    plain_number,
    share,
    shows_a_day,
    shows_a_share,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("86", "86"),
        ("86.0", "86"),
        ("-3", "-3"),
        ("0.1", "0.1"),
        ("8.6999999999999993", "8.7"),
        ("1E3", "1000"),
        ("909231", "909231"),
        ("1E999", "1E999"),
        ("nan", "nan"),
        ("", ""),
        ("x", "x"),
    ],
)
def test_numbers_are_plain(text: str, plain: str) -> None:
    assert plain_number(text) == plain


@pytest.mark.parametrize(("text", "shown"), [("0.86", "86%"), ("0.07", "7%"), ("0.125", "12.5%"), ("x", "x")])
def test_shares_are_per_cent(text: str, shown: str) -> None:
    assert share(text) == shown


@pytest.mark.parametrize(
    ("text", "since", "shown"),
    [
        ("43191", SINCE_1900, "2018-04-01"),
        ("43191.5", SINCE_1900, "2018-04-01 12:00:00"),
        ("43190.999999999", SINCE_1900, "2018-04-01"),
        ("43191.000011574", SINCE_1900, "2018-04-01 00:00:01"),
        ("41729", SINCE_1904, "2018-04-01"),
        ("61", SINCE_1900, "1900-03-01"),
        ("60", SINCE_1900, "60"),
        ("0.5", SINCE_1900, "0.5"),
        ("-1", SINCE_1904, "-1"),
        ("1E9", SINCE_1900, "1000000000"),
        ("1E300", SINCE_1900, "1e+300"),
        ("x", SINCE_1900, "x"),
    ],
)
def test_days_are_counted_from_the_workbook_s_first_one(text: str, since: date, shown: str) -> None:
    assert day(text, since) == shown


@given(st.dates(date(1900, 3, 1)))
def test_every_day_is_found_again(when: date) -> None:
    assert day(str((when - SINCE_1900) // timedelta(days=1)), SINCE_1900) == when.isoformat()


@pytest.mark.parametrize(
    "code", ["dd/mm/yyyy", "[$-809]d mmmm yyyy;@", "yyyy", "mmm", 'd" of "mmm', "d/m/yy h:mm"]
)
def test_codes_of_days(code: str) -> None:
    assert shows_a_day(164, code)
    assert not shows_a_share(164, code)


@pytest.mark.parametrize(
    "code", ["", "General", "0.00", "@", '"days: "0', r"0\d", "[Red]0", "h:mm:ss", "[h]:mm", "_d0"]
)
def test_codes_of_other_things(code: str) -> None:
    assert not shows_a_day(164, code)


def test_built_in_formats_are_known_by_their_number() -> None:
    assert shows_a_day(14, "")
    assert shows_a_day(22, "")
    assert shows_a_share(9, "")
    assert shows_a_share(165, "0.0%")
    assert not shows_a_day(0, "") | shows_a_share(0, "") | shows_a_share(165, '0"%"')
