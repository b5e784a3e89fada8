"""Meetings and focus groups: what was heard, by standard, and for which key questions it is evidence."""

import pytest

from model.answers import Answer
from model.instruments.instrument import About, Instrument, Kind, Part, say
from model.instruments.routing import State, states
from tests.resources.files import instrument_file
from tests.resources.wordings import of_part, quoted

FIVE_QUESTIONS = {
    "P1": "How does the leadership of the organisation support and promote the delivery of a high-quality, "
    "personalised and responsive service for all service users?",
    "P2": "How are staff in the organisation empowered to deliver a high-quality, personalised and "
    "responsive service for all service users?",
    "P3": "Is there a comprehensive range of high-quality services in place, supporting a tailored and "
    "responsive service for all service users?",
    "P4": "Is timely and relevant information available, and are there appropriate facilities to support a "
    "high-quality, personalised and responsive approach for all service users?",
    "P5": "What are your priorities for further improvement, and why?",
}
"""Annex 1 of both provider reports."""

THEMES = ["said_leadership", "said_staff", "said_services", "said_information"]


@pytest.fixture(params=["meeting", "focus_group"], scope="module")
def instrument(request: pytest.FixtureRequest) -> Instrument:
    return instrument_file(str(request.param))


def test_the_first_fact_names_the_occasion(instrument: Instrument) -> None:
    first = next(iter(instrument.questions.values()))
    assert instrument.about is About.OCCASION
    assert first.id == "occasion"
    assert "no person's name" in say(first.guidance.look_for)


def test_there_are_only_facts(instrument: Instrument) -> None:
    assert {question.part for question in instrument.questions.values()} == {Part.FACT}


def test_every_theme_says_for_which_key_questions_it_is_evidence(instrument: Instrument) -> None:
    delivery = instrument_file("organisational_delivery")
    named = []
    for theme in THEMES:
        assert states(instrument, {})[theme] is State.NOT_ANSWERED
        evidence = instrument.question(theme.replace("said_", "evidence_"))
        assert evidence.kind is Kind.SEVERAL
        named += [code for code in evidence.codes() if code != "none"]
        for option in evidence.options:
            if option.code != "none":
                assert say(option.label).startswith(delivery.question(option.code).code)
    assert named == [key.id for key in of_part(delivery, Part.KEY)]


def test_the_five_questions_of_the_presentation_are_quoted_and_asked_there_only() -> None:
    meeting = instrument_file("meeting")
    assert quoted(meeting, Part.FACT) == FIVE_QUESTIONS
    five = [each.id for each in meeting.questions.values() if each.code in FIVE_QUESTIONS]
    for kind in meeting.question("meeting_kind").codes():
        found = states(meeting, {"meeting_kind": Answer(kind)})
        expected = State.NOT_ANSWERED if kind == "presentation" else State.SET_ASIDE
        assert {found[name] for name in five} == {expected}


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("courts", "said_courts"),
        ("victims", "said_victims"),
        ("unpaid_work", "said_unpaid_work"),
        ("through_the_gate", "said_through_the_gate"),
        ("partners", "said_partners"),
        ("sentencers", "said_sentencers"),
        ("visit", "seen"),
    ],
)
def test_each_kind_of_meeting_has_its_own_topic(kind: str, asked: str) -> None:
    meeting = instrument_file("meeting")
    [work] = [view for view in meeting.views if view.id == "work"]
    own = {question.id for question in work.sections[0].questions if question.when}
    found = states(meeting, {"meeting_kind": Answer(kind)})
    assert {name for name in own if found[name] is State.NOT_ANSWERED} == {asked}
