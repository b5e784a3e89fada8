"""The instrument for victim work quotes exactly; relevance is the inspector's answer."""

import pytest

from model.answers import Answer
from model.instruments.instrument import Instrument, Part
from model.instruments.routing import State, states
from tests.resources.files import instrument_file
from tests.resources.wordings import WHERE_IT_APPLIES, follows, last_letters, length, of_part, quoted

KEY_QUESTIONS = {
    "3.2.1": "Does the initial contact with the victim/s encourage engagement with the victim contact "
    "scheme?",
    "3.2.2": "Is the personal contact with the victim/s timely and supportive, providing appropriate "
    "information about the criminal justice process?",
    "3.2.3": "Does pre-release contact with the victim/s allow them to make appropriate contributions to "
    "the conditions of release?",
    "3.2.4": "Is there good communication between offender management and victim liaison to support the "
    "safety of victim/s?",
}
"""Annex 2 of the North West report; its chapter 3 words three of them otherwise and leaves out 3.2.4."""

NEEDS = {"victim_personal": "3.2.2", "victim_release": "3.2.3", "victim_communication": "3.2.4"}
TAKEN_UP, WANTED = {"contact_taken_up": "yes"}, {"victim_personal_need": "yes"}


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return instrument_file("victim_work")


def test_key_questions_are_quoted_exactly(instrument: Instrument) -> None:
    """No report quotes a prompt of 3.2: summary report, annex F."""
    assert quoted(instrument, Part.KEY) == KEY_QUESTIONS
    assert quoted(instrument, Part.PROMPT) == {}
    assert last_letters(instrument) == {"3.2.1": "e", "3.2.2": "e", "3.2.3": "d", "3.2.4": "c"}


def test_a_case_asks_30_items(instrument: Instrument) -> None:
    assert length(instrument) == (19, 30, 40)


@pytest.mark.parametrize(("key", "code"), NEEDS.items(), ids=NEEDS.values())
def test_a_key_question_stands_behind_a_need_of_its_own(instrument: Instrument, key: str, code: str) -> None:
    assert instrument.question(key).code == code
    need = instrument.question(f"{key}_need")
    assert need.part is Part.NEED
    asked = [
        key,
        *(child.id for child in instrument.children(key) if child.when == instrument.question(key).when),
    ]
    for option in need.codes():
        expected = State.NOT_ANSWERED if option == "yes" else State.SET_ASIDE
        found = states(instrument, {need.id: Answer(option)})
        assert {found[name] for name in asked} == {expected}, option
    assert len(asked) >= 3


def test_only_the_first_key_question_is_asked_of_every_case(instrument: Instrument) -> None:
    assert {need.id.removesuffix("_need") for need in of_part(instrument, Part.NEED)} == set(NEEDS)
    assert [key.code for key in of_part(instrument, Part.KEY) if key.when is None] == ["3.2.1"]


@pytest.mark.parametrize("taken_up", ["yes", "no", "not_clear"])
@pytest.mark.parametrize("stage", ["not_considered", "considered", "released"])
def test_facts_of_contact_and_release_never_decide_what_is_relevant(
    instrument: Instrument, taken_up: str, stage: str
) -> None:
    """The published bases fit no fact: of 22 cases with 5 not taken up, 3.2.2 counts 20."""
    facts = {"contact_taken_up": Answer(taken_up), "release_stage": Answer(stage)}
    found = states(instrument, facts)
    for key in NEEDS:
        assert found[f"{key}_need"] is State.NOT_ANSWERED
        assert found[key] is State.NOT_KNOWN_YET


ROUTED = [
    ("victim_initial_follow_up", {}, "first_contact_result", "no_reply", "declined"),
    ("victim_initial_follow_up", {}, "first_contact_result", "no_reply", "not_made"),
    ("victim_personal_updates", WANTED, "contact_taken_up", "yes", "no"),
    ("victim_personal_updates", TAKEN_UP, "victim_personal_need", "yes", "not_reached"),
    ("victim_referred", {}, "victim_personal_need", "yes", "no"),
    ("victim_communication_mappa", {"victim_communication_need": "yes"}, "mappa", "level_2", "none"),
    (
        "victim_communication_mappa",
        {"mappa": "level_1"},
        "victim_communication_need",
        "yes",
        "no_event",
    ),
    ("victim_initial_why", {}, "victim_initial", "no", "yes"),
]


@pytest.mark.parametrize(("question", "given", "on", "asked", "aside"), ROUTED)
def test_a_question_is_asked_only_where_it_applies(
    instrument: Instrument, question: str, given: dict[str, str], on: str, asked: str, aside: str
) -> None:
    sheets = (given, {**given, on: asked}, {**given, on: aside})
    assert follows(instrument, question, *sheets) == WHERE_IT_APPLIES


def test_nothing_says_who_the_victim_is(instrument: Instrument) -> None:
    assert not [each.id for each in instrument.questions.values() if not each.kind.has_options]
