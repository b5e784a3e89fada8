"""Numbers and days of workbooks read as people write them."""

import math
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.tables.values import moment, plain_number, share, shows_a_share


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        (86, "86"),
        (86.0, "86"),
        (-3.0, "-3"),
        (0.1, "0.1"),
        (8.6999999999999993, "8.7"),
        (1e3, "1000"),
        (1234567890123456.0, "1234567890123456"),
        (1e300, "1e+300"),
        (math.inf, "inf"),
        (math.nan, "nan"),
    ],
)
def test_numbers_are_plain(number: float, plain: str) -> None:
    assert plain_number(number) == plain


@given(st.floats(allow_nan=False))
def test_no_number_changes(number: float) -> None:
    assert float(plain_number(number)) == number


@pytest.mark.parametrize(
    ("number", "shown"), [(0.86, "86%"), (0.07, "7%"), (0.125, "12.5%"), (1, "100%"), (0.0, "0%")]
)
def test_shares_are_per_cent(number: float, shown: str) -> None:
    assert share(number) == shown


@pytest.mark.parametrize(
    ("code", "shows"),
    [("0%", True), ("0.0%;[Red]-0.0%", True), ('0"%"', False), (r"0\%", False), ("", False)],
)
def test_codes_of_shares(code: str, shows: bool) -> None:
    assert shows_a_share(code) is shows


def test_days_have_a_time_unless_it_is_midnight() -> None:
    assert moment(datetime(2018, 4, 1)) == "2018-04-01"  # noqa: DTZ001
    assert moment(datetime(2018, 4, 1, 14, 2, 11, 3)) == "2018-04-01 14:02:11"  # noqa: DTZ001
