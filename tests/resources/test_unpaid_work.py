"""Unpaid work and Through the Gate quote exactly, guide everywhere, and share their facts with the others."""

import pytest

from model.answers import Answer
from model.instruments.check import check
from model.instruments.instrument import Instrument, Kind, Line, Part, Standing, say
from model.instruments.routing import State, states
from tests.resources.wordings import OFFICIAL, instrument_file, of_part, our_words, pieces, unguided

KEY_QUESTIONS = {
    "unpaid_work.toml": {
        "4.1.1": "Does assessment focus on the key issues relevant to unpaid work?",
        "4.1.2": "Do arrangements for unpaid work focus sufficiently on supporting the service user's "
        "engagement and compliance with the sentence?",
        "4.1.3": "Do arrangements for unpaid work maximise the opportunity for the service user's personal "
        "development?",
        "4.1.4": "Is the sentence of the court implemented appropriately?",
    },
    "through_the_gate.toml": {
        "4.2.1": "Does resettlement planning focus sufficiently on the service user's resettlement needs and "
        "on factors linked to offending and desistance?",
        "4.2.2": "Does resettlement activity focus sufficiently on supporting the service user's "
        "resettlement?",
        "4.2.3": "Is there effective coordination of resettlement activity?",
    },
}
"""Annex 2 of the Warwickshire and West Mercia report, and annex F of the summary report."""

PUBLISHED_PROMPTS = {
    "unpaid_work.toml": {
        "4.1.1(b)": "Does assessment consider the service user's diversity and personal circumstances, and "
        "the impact these have on their ability to comply and engage with unpaid work?",
        "4.1.2(a)": "Is the allocated work suitable, taking appropriate account of the service user's "
        "diversity and personal circumstances?",
    },
    "through_the_gate.toml": {
        "4.2.1(e)": "Does the [Through the Gate] plan take sufficient account of the service user's "
        "diversity and personal circumstances?",
        "4.2.2(c)": "Does resettlement activity take sufficient account of the service user's diversity and "
        "personal circumstances?",
        "4.2.3(a)": "Is there effective coordination of resettlement activity with other services being "
        "delivered in the prison?",
        "4.2.3(c)": "Do resettlement services support effective handover to local services in the community?",
    },
}
"""Annex F of the summary report quotes these with their letter, and no others of 4.1 and 4.2."""

LAST_LETTERS = {
    "4.1.1": "d", "4.1.2": "d", "4.1.3": "c", "4.1.4": "d", "4.2.1": "g", "4.2.2": "e", "4.2.3": "c",
}  # fmt: skip

SHARED = {"gender", "age_group", "ethnic_group", "disability", "officer_grade", "rosh_level",
          "domestic_abuse", "child_safeguarding"}  # fmt: skip
ONLY_ONE_SHARES = {"unpaid_work.toml": set(), "through_the_gate.toml": {"mappa"}}


@pytest.fixture(params=KEY_QUESTIONS, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def instrument(name: str) -> Instrument:
    return instrument_file(name)


def test_key_questions_are_quoted_exactly_and_asked_of_every_case(name: str, instrument: Instrument) -> None:
    keys = of_part(instrument, Part.KEY)
    assert {key.code: say(key.text) for key in keys} == KEY_QUESTIONS[name]
    assert {key.wording for key in keys} == {Standing.PUBLISHED}
    assert [key.code for key in keys if key.when is not None or key.allows_not_applicable] == []
    assert of_part(instrument, Part.NEED) == []


def test_a_prompt_says_published_only_where_the_report_quotes_it(name: str, instrument: Instrument) -> None:
    prompts = of_part(instrument, Part.PROMPT)
    published = [each for each in prompts if each.wording is Standing.PUBLISHED]
    assert {each.code: say(each.text) for each in published} == PUBLISHED_PROMPTS[name]
    assert {each.code for each in prompts if each.letter is Standing.PUBLISHED} == set(
        PUBLISHED_PROMPTS[name]
    )
    assert {each.wording for each in prompts} == {Standing.PUBLISHED, Standing.OURS}


def test_every_prompt_is_there_in_order_before_its_key_question(instrument: Instrument) -> None:
    order = list(instrument.questions)
    for key in of_part(instrument, Part.KEY):
        children = instrument.children(key.id)
        prompts = [child for child in children if child.part is Part.PROMPT]
        letters = [chr(letter) for letter in range(ord("a"), ord(LAST_LETTERS[key.code]) + 1)]
        assert [prompt.code for prompt in prompts] == [f"{key.code}({letter})" for letter in letters]
        [why] = [child for child in children if child.part is Part.WHY]
        assert order.index(prompts[-1].id) < order.index(key.id) < order.index(why.id)
        assert why.kind is Kind.SEVERAL


def test_a_fact_with_the_id_of_case_supervision_means_the_same(name: str, instrument: Instrument) -> None:
    elsewhere = instrument_file("case_supervision.toml")
    both = instrument.questions.keys() & elsewhere.questions.keys()
    assert both == SHARED | ONLY_ONE_SHARES[name]
    assert instrument.family == elsewhere.family
    for shared in both:
        here, there = instrument.question(shared), elsewhere.question(shared)
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


def test_no_fault_is_found_and_a_case_is_short(name: str, instrument: Instrument) -> None:
    report = check(instrument, None)
    assert report.findings == ()
    asked = (report.shortest.items, len(report.typical), report.longest.items)
    assert asked == {"unpaid_work.toml": (36, 36, 41), "through_the_gate.toml": (34, 34, 37)}[name]
    assert report.longest.items == report.items


def test_the_facts_hold_no_judgement(instrument: Instrument) -> None:
    facts = of_part(instrument, Part.FACT)
    assert instrument.views[0].id == "case_facts"
    assert Kind.JUDGEMENT not in {fact.kind for fact in facts}
    assert {option.line for fact in facts for option in fact.options} == {Line.OUTSIDE}


def test_enforcement_is_judged_where_it_was_needed() -> None:
    unpaid = instrument_file("unpaid_work.toml")
    for answer, expected in (("yes", State.NOT_ANSWERED), ("no", State.SET_ASIDE)):
        found = states(unpaid, {"unpaid_enforcement_needed": Answer(answer)})
        assert found["unpaid_sentence_enforced"] is expected
    assert states(unpaid, {})["unpaid_sentence_enforced"] is State.NOT_KNOWN_YET
