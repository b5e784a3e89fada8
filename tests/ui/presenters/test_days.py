"""Days and times as people type them."""

from datetime import date

import pytest

from ui.presenters.days import read_clock, read_day, read_moment

TODAY = date(2018, 10, 8)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8/10/2018", "2018-10-08"),
        ("8.10.18", "2018-10-08"),
        (" 08-10-2018 ", "2018-10-08"),
        ("8 Oct 2018", "2018-10-08"),
        ("8 october", "2018-10-08"),
        ("8oct18", None),
        ("2018-10-08", "2018-10-08"),
        ("today", "2018-10-08"),
        ("Yesterday", "2018-10-07"),
        ("tomorrow", "2018-10-09"),
        ("9/10", "2017-10-09"),
        ("3/7", "2018-07-03"),
        ("3/7/64", "1964-07-03"),
        ("", ""),
        ("31/2/2018", None),
        ("13/13/2018", None),
        ("2018-02-31", None),
        ("last week", None),
        ("Oct 2018", None),
        ("29 Feb", None),
        ("8 xyz 2018", None),
    ],
)
def test_a_day(typed: str, day: str | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Oct 2018", "2018-10"),
        ("10/2018", "2018-10"),
        ("2018-10", "2018-10"),
        ("13/2018", None),
        ("x 2018", None),
    ],
)
def test_a_month_where_it_will_do(typed: str, day: str | None) -> None:
    assert read_day(typed, TODAY, month_will_do=True) == day


def test_without_a_year_a_chronology_looks_back_and_an_appointment_ahead() -> None:
    assert read_day("9 Oct", TODAY) == "2017-10-09"
    assert read_day("9 Oct", TODAY, ahead=True) == "2018-10-09"
    assert read_day("7 Oct", TODAY, ahead=True) == "2019-10-07"


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("10", "10:00"),
        ("10.30", "10:30"),
        ("9:05", "09:05"),
        ("2pm", "14:00"),
        ("12 am", "00:00"),
        ("2.15 PM", "14:15"),
        ("", ""),
        ("24", None),
        ("10:60", None),
        ("13pm", None),
        ("noon", None),
    ],
)
def test_a_time(typed: str, time: str | None) -> None:
    assert read_clock(typed) == time


def test_a_day_with_its_time() -> None:
    assert read_moment("9 Oct", "10.30", TODAY) == "2018-10-09T10:30"
    assert read_moment("", "", TODAY) == ""
    assert read_moment("9 Oct", "", TODAY) is None
    assert read_moment("", "10", TODAY) is None
    assert read_moment("9 Oct", "late", TODAY) is None
