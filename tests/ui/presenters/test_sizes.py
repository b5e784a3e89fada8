"""Counts, sizes and times in words."""

from datetime import UTC, datetime
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from ui.presenters.sizes import counted, days_since, how_long_ago, size, when, where

NOW = datetime(2018, 10, 11, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1204, "1,204 entries")]
)
def test_how_many(number: int, said: str) -> None:
    assert counted(number, "entry", "entries") == said


def test_plurals_are_made_with_an_s() -> None:
    assert counted(2, "case") == "2 cases"


@pytest.mark.parametrize(
    ("octets", "said"),
    [(0, "1 kB"), (34_400, "34 kB"), (999_999, "1000 kB"), (1_000_000, "1.0 MB"), (12_340_000, "12.3 MB")],
)
def test_how_large(octets: int, said: str) -> None:
    assert size(octets) == said


def test_days_are_counted_by_midnights_here() -> None:
    local = NOW.astimezone()
    late = local.replace(hour=23, minute=59).astimezone(UTC)
    early = local.replace(hour=0, minute=1).astimezone(UTC)
    assert days_since(f"{early:%Y-%m-%dT%H:%M:%SZ}", late) == 0
    assert days_since(f"{late:%Y-%m-%dT%H:%M:%SZ}", early) == 0
    assert days_since("2018-10-08T12:00:00Z", NOW) == 3


def test_when_it_was() -> None:
    at = NOW.astimezone().strftime("%H:%M")
    assert how_long_ago("2018-10-11T18:30:00Z", NOW) == f"today, {at}"
    assert how_long_ago("2018-10-10T18:30:00Z", NOW) == f"yesterday, {at}"
    assert how_long_ago("2018-10-08T18:30:00Z", NOW) == f"3 days ago (Monday, 8 October, {at})"
    assert when("2017-10-08T18:30:00Z", NOW) == f"Sunday, 8 October 2017, {at}"


def test_a_path_can_be_broken_after_each_folder_without_a_sign_that_is_seen() -> None:
    assert where(PureWindowsPath("E:\\stick\\bundles")) == "E:\\\u200bstick\\\u200bbundles"
    assert where(PurePosixPath("/stick/a")) == "/\u200bstick/\u200ba"
