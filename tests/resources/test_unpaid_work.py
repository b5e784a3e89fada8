"""Unpaid work and Through the Gate quote exactly, and every key question counts every case."""

import pytest

from model.instruments.instrument import Instrument, Part
from tests.resources.files import instrument_file
from tests.resources.wordings import WHERE_IT_APPLIES, follows, last_letters, length, of_part, quoted

KEY_QUESTIONS = {
    "unpaid_work": {
        "4.1.1": "Does assessment focus on the key issues relevant to unpaid work?",
        "4.1.2": "Do arrangements for unpaid work focus sufficiently on supporting the service user's "
        "engagement and compliance with the sentence?",
        "4.1.3": "Do arrangements for unpaid work maximise the opportunity for the service user's personal "
        "development?",
        "4.1.4": "Is the sentence of the court implemented appropriately?",
    },
    "through_the_gate": {
        "4.2.1": "Does resettlement planning focus sufficiently on the service user's resettlement needs and "
        "on factors linked to offending and desistance?",
        "4.2.2": "Does resettlement activity focus sufficiently on supporting the service user's "
        "resettlement?",
        "4.2.3": "Is there effective coordination of resettlement activity?",
    },
}
"""Annex 2 of the Warwickshire and West Mercia report, and annex F of the summary report."""

PUBLISHED_PROMPTS = {
    "unpaid_work": {
        "4.1.1(b)": "Does assessment consider the service user's diversity and personal circumstances, and "
        "the impact these have on their ability to comply and engage with unpaid work?",
        "4.1.2(a)": "Is the allocated work suitable, taking appropriate account of the service user's "
        "diversity and personal circumstances?",
    },
    "through_the_gate": {
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
LENGTHS = {"unpaid_work": (36, 36, 41), "through_the_gate": (34, 34, 37)}


@pytest.fixture(params=KEY_QUESTIONS, scope="module")
def instrument(request: pytest.FixtureRequest) -> Instrument:
    return instrument_file(str(request.param))


def test_key_questions_are_quoted_exactly_and_asked_of_every_case(instrument: Instrument) -> None:
    assert quoted(instrument, Part.KEY) == KEY_QUESTIONS[instrument.id]
    keys = of_part(instrument, Part.KEY)
    assert [key.code for key in keys if key.when is not None or key.allows_not_applicable] == []
    assert of_part(instrument, Part.NEED) == []


def test_a_prompt_says_published_only_where_the_report_quotes_it(instrument: Instrument) -> None:
    assert quoted(instrument, Part.PROMPT) == PUBLISHED_PROMPTS[instrument.id]
    assert last_letters(instrument) == {code: LAST_LETTERS[code] for code in KEY_QUESTIONS[instrument.id]}


def test_a_case_is_short(instrument: Instrument) -> None:
    assert length(instrument) == LENGTHS[instrument.id]


def test_enforcement_is_judged_where_it_was_needed() -> None:
    sheets = ({"unpaid_enforcement_needed": answer} for answer in ("yes", "no"))
    unpaid = instrument_file("unpaid_work")
    assert follows(unpaid, "unpaid_sentence_enforced", {}, *sheets) == WHERE_IT_APPLIES
