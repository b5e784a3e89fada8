"""An answer knows when nothing is said, and when it says that the question does not apply."""

import pytest

from model.answers import NOT_APPLICABLE, Answer, Value


@pytest.mark.parametrize("value", [None, (), "", "  \n"])
def test_nothing_said_is_empty(value: Value) -> None:
    assert Answer(value).is_empty


@pytest.mark.parametrize("value", ["yes", ("drugs",), 0, 0.0, "2018-10-08", NOT_APPLICABLE])
def test_whatever_is_said_is_not_empty(value: Value) -> None:
    assert not Answer(value).is_empty


def test_only_its_own_value_says_not_applicable() -> None:
    assert Answer(NOT_APPLICABLE, reason="No other agency.").is_not_applicable
    assert not Answer("no").is_not_applicable
    assert not Answer((NOT_APPLICABLE,)).is_not_applicable
