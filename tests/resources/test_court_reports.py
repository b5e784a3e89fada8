"""The instrument for court reports quotes exactly and asks what each case needed."""

import pytest

from model.answers import Answer
from model.instruments.instrument import Instrument, Line, Part
from model.instruments.routing import states
from tests.resources.files import instrument_file
from tests.resources.wordings import labels, last_letters, length, misrouted, of_part, quoted

KEY_QUESTIONS = {
    "3.1.1": "Is the pre-sentence information and advice provided to court sufficiently analytical and "
    "personalised to the service user, supporting the court's decision-making?",
    "3.1.2": "Is the allocation of the case prompt, accurate, and based on sufficient information?",
}
"""Annex 2 of the North West report; the headings of its chapter 3 word 3.1.1 otherwise."""


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return instrument_file("court_reports")


def test_key_questions_are_quoted_exactly_and_asked_of_every_case(instrument: Instrument) -> None:
    assert quoted(instrument, Part.KEY) == KEY_QUESTIONS
    assert {key.when for key in of_part(instrument, Part.KEY)} == {None}


def test_the_one_published_prompt_is_quoted_with_its_letter(instrument: Instrument) -> None:
    assert quoted(instrument, Part.PROMPT) == {
        "3.1.1(f)": "Does the advice consider the service user's diversity and personal circumstances?"
    }
    assert last_letters(instrument) == {"3.1.1": "i", "3.1.2": "d"}


def test_the_level_at_allocation_has_the_published_values(instrument: Instrument) -> None:
    """Table D2 of the summary report, where High and Very high are one row; the rest as in supervision."""
    assert labels(instrument, "rosh_at_allocation") == ["Low", "Medium", "High", "Very high"]


def test_a_case_asks_37_items(instrument: Instrument) -> None:
    assert length(instrument) == (35, 37, 40)


ROUTED = [
    ("requirements_imposed", "sentence_imposed", "community_order", "immediate_custody"),
    ("requirements_imposed", "sentence_imposed", "suspended_sentence_order", "immediate_custody"),
    ("abuse_reply", "abuse_enquiry", "yes", "no"),
    ("abuse_reply", "abuse_enquiry", "late", "not_needed"),
    ("children_reply", "children_enquiry", "yes", "not_needed"),
    ("advise_court_why", "advise_court", "no", "yes"),
    ("allocate_case_why", "allocate_case", "no", "yes"),
]


def test_a_question_is_asked_only_where_it_applies(instrument: Instrument) -> None:
    assert misrouted(instrument, ROUTED) == {}


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("abuse_enquiry", ["not_needed"]),
        ("children_enquiry", ["not_needed"]),
        ("stalking_enquiry", ["not_needed"]),
        ("rosh_analysis", ["not_required"]),
        ("abuse_reply", []),
    ],
)
def test_what_was_needed_in_some_cases_only_is_the_inspectors_judgement(
    instrument: Instrument, question: str, left_out: list[str]
) -> None:
    """Enquiries are reported "of relevant cases": North West report, 3.1."""
    asked = instrument.question(question)
    assert list(asked.codes(Line.OUTSIDE)) == left_out
    assert "no" in asked.codes(Line.BELOW)
    concerns = {"domestic_abuse": Answer("no"), "child_safeguarding": Answer("no")}
    assert states(instrument, concerns)[question] is states(instrument, {})[question]
