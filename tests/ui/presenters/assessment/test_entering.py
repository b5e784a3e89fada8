"""What is chosen and typed becomes an answer, or is said to be none."""

from datetime import date

import pytest

from model.answers import NOT_APPLICABLE, Value
from model.instruments.instrument import Kind
from ui.presenters.assessment.asked import Asked
from ui.presenters.assessment.entering import chosen, read_entry, written_entry
from ui.presenters.case_words import Said

TODAY = date(2018, 10, 8)


def asked(kind: Kind, value: Value = None, low: float | None = None, high: float | None = None) -> Asked:
    return Asked("q", "Q", "A question", kind, (), value, Said(""), low, high)


@pytest.mark.parametrize(
    ("before", "now", "meant"),
    [
        (None, ("a",), ("a",)),
        (("a",), ("a", "none"), ("none",)),
        (("none",), ("a", "none"), ("a",)),
        (("a",), (), None),
        (("a",), ("a", NOT_APPLICABLE), NOT_APPLICABLE),
    ],
)
def test_none_of_these_stands_alone(before: Value, now: tuple[str, ...], meant: Value) -> None:
    assert chosen(asked(Kind.SEVERAL, before), now) == meant


def test_a_single_choice_is_itself() -> None:
    assert chosen(asked(Kind.CHOICE), "a") == "a"


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("1,200", 1200), ("12.5", 12.5), (" 86% ", 86), ("", None)]
)
def test_numbers_as_people_type_them(text: str, value: Value) -> None:
    assert read_entry(asked(Kind.NUMBER), text, TODAY) == (value, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("many", "no number"),
        ("-1", "from 0 to 400"),
        ("401", "from 0 to 400"),
        ("nan", "no number"),
        ("inf", "no number"),
    ],
)
def test_what_is_no_number_or_out_of_range_is_said(text: str, problem: str) -> None:
    value, said = read_entry(asked(Kind.NUMBER, None, 0, 400), text, TODAY)
    assert value is None
    assert problem in said


def test_open_ranges_are_said() -> None:
    assert "at least 1" in read_entry(asked(Kind.NUMBER, None, 1, None), "0", TODAY)[1]
    assert "at most 5" in read_entry(asked(Kind.NUMBER, None, None, 5), "6", TODAY)[1]


def test_dates_are_read_and_written_as_people_do() -> None:
    assert read_entry(asked(Kind.DATE), "3/7/18", TODAY) == ("2018-07-03", "")
    assert "no date" in read_entry(asked(Kind.DATE), "31/2/18", TODAY)[1]
    assert written_entry(asked(Kind.DATE, "2018-07-03")) == "3 Jul 2018"
    assert written_entry(asked(Kind.NUMBER, 12.0)) == "12"
    assert written_entry(asked(Kind.NUMBER)) == ""
