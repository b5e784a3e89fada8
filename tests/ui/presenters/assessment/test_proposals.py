"""What the provider's list proposes."""

import pytest

from model.instruments.instrument import Kind, Option, Part, Question
from ui.presenters.assessment.proposals import Proposal, proposal

LEVELS = (Option("low", {"en": "Low"}, "1"), Option("very_high", {"en": "Very high"}, "2"))


def fact(kind: Kind = Kind.CHOICE, proposes: str | None = "rosh_level") -> Question:
    return Question("rosh", "F1", Part.FACT, kind, {"en": "Level"}, LEVELS, proposes=proposes)


@pytest.mark.parametrize("said", ["very_high", "Very high", "VERY HIGH ", "very-high"])
def test_an_option_is_known_by_code_or_label(said: str) -> None:
    assert proposal(fact(), {"rosh_level": said}) == Proposal("Very high", "very_high")


def test_what_is_no_option_is_said_and_not_offered() -> None:
    assert proposal(fact(), {"rosh_level": "Medium"}) == Proposal("Medium", None)
    assert proposal(fact(), {"rosh_level": " "}) == Proposal("nothing", None)


def test_no_column_no_proposal() -> None:
    assert proposal(fact(), {}) is None
    assert proposal(fact(proposes=None), {"rosh_level": "Low"}) is None


def test_names_and_references_are_never_shown() -> None:
    assert proposal(fact(proposes="surname"), {"surname": "Wood"}) is None


def test_numbers_dates_and_words_are_taken_as_they_are() -> None:
    assert proposal(fact(Kind.NUMBER), {"rosh_level": "86"}) == Proposal("86", 86)
    assert proposal(fact(Kind.NUMBER), {"rosh_level": "high"}) == Proposal("high", None)
    assert proposal(fact(Kind.DATE), {"rosh_level": "2018-04-09"}) == Proposal("9 Apr 2018", "2018-04-09")
