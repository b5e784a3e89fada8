"""Dates on paper read in words, and nothing that somebody wrote is changed into a guess."""

import pytest

from model.documents.dates import date_in_words, time_in_words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2018-10-08", "8 October 2018"),
        ("2018-01-31", "31 January 2018"),
        ("2018-10", "October 2018"),
        ("2018", "2018"),
        ("2018-13-01", "2018-13-01"),
        ("some time in May", "some time in May"),
        ("", ""),
    ],
)
def test_a_date_is_said_in_words_and_anything_else_stays_as_it_was_written(iso: str, words: str) -> None:
    assert date_in_words(iso) == words


def test_a_short_date_cuts_only_the_month() -> None:
    assert date_in_words("2018-09-08", short=True) == "8 Sep 2018"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2018-10-08T14:02:11Z", "8 October 2018, 14:02 UTC"),
        ("2018-10-08 09:30", "8 October 2018, 09:30"),
        ("2018-10-08", "8 October 2018"),
        ("after lunch", "after lunch"),
        ("", ""),
    ],
)
def test_a_time_names_its_zone_only_where_it_is_known(iso: str, words: str) -> None:
    assert time_in_words(iso) == words
