"""The instrument for victim work quotes exactly, guides everywhere; relevance is the inspector's answer."""

import pytest

from model.answers import Answer
from model.instruments.check import check
from model.instruments.instrument import Instrument, Kind, Line, Part, Standing, say
from model.instruments.routing import State, states
from tests.resources.wordings import (
    OFFICIAL,
    instrument_file,
    of_part,
    our_words,
    pieces,
    programme_file,
    unguided,
)

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
SHARED = {"gender", "age_group", "ethnic_group", "rosh_level", "mappa", "domestic_abuse"}
TAKEN_UP, WANTED = {"contact_taken_up": Answer("yes")}, {"victim_personal_need": Answer("yes")}


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return instrument_file("victim_work.toml")


def test_key_questions_are_quoted_exactly(instrument: Instrument) -> None:
    keys = of_part(instrument, Part.KEY)
    assert {key.code: say(key.text) for key in keys} == KEY_QUESTIONS
    assert {key.wording for key in keys} == {Standing.PUBLISHED}


def test_prompts_claim_no_more_than_is_known(instrument: Instrument) -> None:
    """No report quotes a prompt of 3.2: summary report, annex F."""
    prompts = of_part(instrument, Part.PROMPT)
    assert {(each.letter, each.wording) for each in prompts} == {(Standing.PROVISIONAL, Standing.OURS)}


def test_every_prompt_is_there_in_order_before_its_key_question(instrument: Instrument) -> None:
    order = list(instrument.questions)
    last = {"3.2.1": "e", "3.2.2": "e", "3.2.3": "d", "3.2.4": "c"}
    for key in of_part(instrument, Part.KEY):
        children = instrument.children(key.id)
        prompts = [child for child in children if child.part is Part.PROMPT]
        letters = [chr(letter) for letter in range(ord("a"), ord(last[key.code]) + 1)]
        assert [prompt.code for prompt in prompts] == [f"{key.code}({letter})" for letter in letters]
        [why] = [child for child in children if child.part is Part.WHY]
        assert order.index(prompts[-1].id) < order.index(key.id) < order.index(why.id)
        assert why.kind is Kind.SEVERAL


def test_a_fact_with_the_id_of_case_supervision_means_the_same(instrument: Instrument) -> None:
    elsewhere = instrument_file("case_supervision.toml")
    both = instrument.questions.keys() & elsewhere.questions.keys()
    assert both == SHARED
    assert instrument.family == elsewhere.family
    for name in both:
        here, there = instrument.question(name), elsewhere.question(name)
        assert (here.part, here.kind, here.text, here.options) == (
            there.part, there.kind, there.text, there.options
        )  # fmt: skip
        assert (here.meaning, here.proposes, here.allows_not_applicable) == (
            there.meaning, there.proposes, there.allows_not_applicable
        )  # fmt: skip


def test_every_question_is_guided_in_words_of_its_own(instrument: Instrument) -> None:
    assert list(unguided(instrument)) == []
    judged = of_part(instrument, Part.KEY) + of_part(instrument, Part.PROMPT)
    for piece in ("look_for", "sufficient", "slip"):
        words = [pieces(question.guidance)[piece] for question in judged]
        assert len(set(words)) == len(words)


def test_our_own_words_put_the_person_first(instrument: Instrument) -> None:
    assert [words for words in our_words(instrument) if OFFICIAL.search(words)] == []


def test_codes_and_keys_are_as_in_case_supervision(instrument: Instrument) -> None:
    codes = [question.code for question in instrument.questions.values()]
    assert len(set(codes)) == len(codes)
    keys = {option.key for question in instrument.questions.values() for option in question.options}
    assert keys <= set("ync123456789")
    assert all("2019" in question.source for question in instrument.questions.values())


def test_no_fault_is_found_and_a_case_asks_30_items(instrument: Instrument) -> None:
    report = check(instrument, programme_file())
    assert report.findings == ()
    assert (report.shortest.items, len(report.typical), report.longest.items) == (19, 30, 40)
    assert report.longest.items == report.items


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
    ("victim_communication_mappa", {"victim_communication_need": Answer("yes")}, "mappa", "level_2", "none"),
    (
        "victim_communication_mappa",
        {"mappa": Answer("level_1")},
        "victim_communication_need",
        "yes",
        "no_event",
    ),
    ("victim_initial_why", {}, "victim_initial", "no", "yes"),
]


@pytest.mark.parametrize(("question", "given", "on", "asked", "aside"), ROUTED)
def test_a_question_is_asked_only_where_it_applies(
    instrument: Instrument, question: str, given: dict[str, Answer], on: str, asked: str, aside: str
) -> None:
    assert states(instrument, given)[question] is State.NOT_KNOWN_YET
    assert states(instrument, {**given, on: Answer(asked)})[question] is State.NOT_ANSWERED
    assert states(instrument, {**given, on: Answer(aside)})[question] is State.SET_ASIDE


def test_the_facts_hold_no_judgement_and_nothing_about_who_the_victim_is(instrument: Instrument) -> None:
    facts = instrument.views[0]
    assert facts.id == "case_facts"
    questions = [question for section in facts.sections for question in section.questions]
    assert {question.part for question in questions} == {Part.FACT}
    assert {option.line for question in questions for option in question.options} == {Line.OUTSIDE}
    assert not [each.id for each in instrument.questions.values() if not each.kind.has_options]
