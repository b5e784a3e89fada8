"""The instrument for court reports quotes exactly, guides everywhere and asks what each case needed."""

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
    "3.1.1": "Is the pre-sentence information and advice provided to court sufficiently analytical and "
    "personalised to the service user, supporting the court's decision-making?",
    "3.1.2": "Is the allocation of the case prompt, accurate, and based on sufficient information?",
}
"""Annex 2 of the North West report; the headings of its chapter 3 word 3.1.1 otherwise."""

PROFILE = {
    "gender": ["Male", "Female", "Other"],
    "age_group": ["18-20", "21-24", "25-29", "30-39", "40-49", "50+"],
    "ethnic_group": ["White", "Black", "Asian", "Mixed", "Other"],
    "ogrs_band": ["Low", "Medium", "High/Very high"],
    "rosh_at_allocation": ["Low", "Medium", "High", "Very high"],
    "domestic_abuse": ["Yes", "No", "Not clear from records"],
    "child_safeguarding": ["Yes", "No", "Not clear from records"],
}
"""Table D2 of the summary report; Other gender is ours, and High and Very high are one row there."""

SHARED = {"gender", "age_group", "ethnic_group", "ogrs_band", "domestic_abuse", "child_safeguarding"}


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return instrument_file("court_reports.toml")


def test_key_questions_are_quoted_exactly(instrument: Instrument) -> None:
    keys = of_part(instrument, Part.KEY)
    assert {key.code: say(key.text) for key in keys} == KEY_QUESTIONS
    assert {key.wording for key in keys} == {Standing.PUBLISHED}
    assert [key.when for key in keys] == [None, None]


def test_the_one_published_prompt_is_quoted_with_its_letter(instrument: Instrument) -> None:
    prompts = of_part(instrument, Part.PROMPT)
    [published] = [each for each in prompts if each.letter is Standing.PUBLISHED]
    assert (published.code, published.wording) == ("3.1.1(f)", Standing.PUBLISHED)
    assert say(published.text) == (
        "Does the advice consider the service user's diversity and personal circumstances?"
    )
    others = [each for each in prompts if each is not published]
    assert {(each.letter, each.wording) for each in others} == {(Standing.PROVISIONAL, Standing.OURS)}


def test_every_prompt_is_there_in_order_before_its_key_question(instrument: Instrument) -> None:
    order = list(instrument.questions)
    for key, last in (("advise_court", "i"), ("allocate_case", "d")):
        children = instrument.children(key)
        prompts = [child for child in children if child.part is Part.PROMPT]
        code = instrument.question(key).code
        letters = [chr(letter) for letter in range(ord("a"), ord(last) + 1)]
        assert [prompt.code for prompt in prompts] == [f"{code}({letter})" for letter in letters]
        [why] = [child for child in children if child.part is Part.WHY]
        assert order.index(prompts[-1].id) < order.index(key) < order.index(why.id)
        assert why.kind is Kind.SEVERAL


@pytest.mark.parametrize(("question", "labels"), PROFILE.items(), ids=PROFILE)
def test_profile_facts_have_the_published_values(
    instrument: Instrument, question: str, labels: list[str]
) -> None:
    assert [say(option.label) for option in instrument.question(question).options] == labels


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


def test_no_fault_is_found_and_a_case_asks_37_items(instrument: Instrument) -> None:
    report = check(instrument, programme_file())
    assert report.findings == ()
    assert (report.shortest.items, len(report.typical), report.longest.items) == (35, 37, 40)
    assert report.longest.items == report.items


ROUTED = [
    ("requirements_imposed", "sentence_imposed", "community_order", "immediate_custody"),
    ("requirements_imposed", "sentence_imposed", "suspended_sentence_order", "immediate_custody"),
    ("abuse_reply", "abuse_enquiry", "yes", "no"),
    ("abuse_reply", "abuse_enquiry", "late", "not_needed"),
    ("children_reply", "children_enquiry", "yes", "not_needed"),
    ("advise_court_why", "advise_court", "no", "yes"),
    ("allocate_case_why", "allocate_case", "no", "yes"),
]


@pytest.mark.parametrize(("question", "on", "asked", "aside"), ROUTED)
def test_a_question_is_asked_only_where_it_applies(
    instrument: Instrument, question: str, on: str, asked: str, aside: str
) -> None:
    assert states(instrument, {})[question] is State.NOT_KNOWN_YET
    assert states(instrument, {on: Answer(asked)})[question] is State.NOT_ANSWERED
    assert states(instrument, {on: Answer(aside)})[question] is State.SET_ASIDE


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


def test_the_facts_hold_no_judgement(instrument: Instrument) -> None:
    facts = instrument.views[0]
    assert facts.id == "case_facts"
    questions = [question for section in facts.sections for question in section.questions]
    assert {question.part for question in questions} == {Part.FACT}
    assert {option.line for question in questions for option in question.options} == {Line.OUTSIDE}
