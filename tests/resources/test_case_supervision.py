"""The case supervision instrument is complete, quotes exactly, asks what applies and is short enough."""

import pytest

from model.answers import Answer
from model.instruments.instrument import Instrument, Part, say
from model.instruments.routing import State, states
from tests.resources.files import NORTH_WEST, instrument_file, judged, rows
from tests.resources.wordings import (
    WHERE_IT_APPLIES,
    follows,
    labels,
    last_letters,
    length,
    misrouted,
    of_part,
    quoted,
)

KEY_QUESTIONS = {
    "2.1.1": "Does assessment focus sufficiently on engaging the service user?",
    "2.1.2": "Does assessment focus sufficiently on the factors linked to offending and desistance?",
    "2.1.3": "Does assessment focus sufficiently on keeping other people safe?",
    "2.2.1": "Does planning focus sufficiently on engaging the service user?",
    "2.2.2": "Does planning focus sufficiently on reducing reoffending and supporting the service "
    "user's desistance?",
    "2.2.3": "Does planning focus sufficiently on keeping other people safe?",
    "2.3.1": "Is the sentence/post-custody period implemented effectively with a focus on engaging "
    "the service user?",
    "2.3.2": "Does the implementation and delivery of services effectively support the service "
    "user's desistance?",
    "2.3.3": "Does the implementation and delivery of services effectively support the safety of "
    "other people?",
    "2.4.1": "Does reviewing focus sufficiently on supporting the service user's compliance and engagement?",
    "2.4.2": "Does reviewing focus sufficiently on supporting the service user's desistance?",
    "2.4.3": "Does reviewing focus sufficiently on keeping other people safe?",
}
"""The wordings on which annex 2 of both provider reports and annex F of the summary report agree."""

PUBLISHED_PROMPTS = {
    "2.1.1(b)": "Does assessment analyse the service user's diversity and personal circumstances, and "
    "consider the impact these have on their ability to comply and engage with service "
    "delivery?",
    "2.1.3(c)": "Does assessment draw sufficiently on available sources of information, including "
    "past behaviour and convictions, and involve other agencies where appropriate?",
    "2.2.1(b)": "Does planning take sufficient account of the service user's diversity and personal "
    "circumstances which may affect engagement and compliance?",
    "2.2.3(c)": "Does planning make appropriate links to the work of other agencies involved with the "
    "service user and any multi-agency plans?",
    "2.3.1(c)": "Are sufficient efforts made to enable the service user to complete the sentence, "
    "including flexibility to take appropriate account of their personal circumstances?",
    "2.3.2(c)": "Is the involvement of other organisations in the delivery of services sufficiently "
    "well-coordinated?",
    "2.3.3(c)": "Is the involvement of other agencies in managing and minimising the risk of harm "
    "sufficiently well-coordinated?",
    "2.4.2(c)": "Is reviewing informed by the necessary input from other agencies working with the "
    "service user?",
    "2.4.3(b)": "Is reviewing informed by the necessary input from other agencies involved in "
    "managing the service user's risk of harm?",
}
"""The prompts of case supervision that annex F of the summary report quotes with their letter."""

LAST_LETTERS = {
    "2.1.1": "c", "2.1.2": "c", "2.1.3": "c", "2.2.1": "e", "2.2.2": "c", "2.2.3": "d",
    "2.3.1": "g", "2.3.2": "f", "2.3.3": "e", "2.4.1": "c", "2.4.2": "d", "2.4.3": "d",
}  # fmt: skip

FACTORS = [
    "Accommodation",
    "Education, training & employment",
    "Family & relationships",
    "Lifestyle, including friends & associates",
    "Alcohol misuse",
    "Drug misuse",
    "Thinking & behaviour",
    "Attitudes to offending",
]
"""Table D1 of the summary report."""

PROFILE = {
    "gender": ["Male", "Female", "Other"],
    "age_group": ["18-20", "21-24", "25-29", "30-39", "40-49", "50+"],
    "ethnic_group": ["White", "Black", "Asian", "Mixed", "Other"],
    "ogrs_band": ["Low", "Medium", "High/Very high"],
    "rosh_level": ["Low", "Medium", "High", "Very high"],
    "domestic_abuse": ["Yes", "No", "Not clear from records"],
    "child_safeguarding": ["Yes", "No", "Not clear from records"],
}
"""Table D1 of the summary report; Other gender is ours, and High and Very high are one row there."""


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return instrument_file("case_supervision")


def test_wordings_are_quoted_exactly(instrument: Instrument) -> None:
    assert quoted(instrument, Part.KEY) == KEY_QUESTIONS
    assert quoted(instrument, Part.PROMPT) == PUBLISHED_PROMPTS


def test_every_prompt_is_there_and_every_key_question_asks_why(instrument: Instrument) -> None:
    assert last_letters(instrument) == LAST_LETTERS
    assert [why.parent for why in of_part(instrument, Part.WHY)] == [
        key.id for key in of_part(instrument, Part.KEY)
    ]


def test_the_eight_needs_carry_their_published_labels(instrument: Instrument) -> None:
    factors = of_part(instrument, Part.FACTOR)
    assert [say(factor.text).split(": ")[0] for factor in factors] == FACTORS
    for factor in factors:
        [service] = instrument.children(factor.id)
        assert service.part is Part.SERVICE
        assert say(service.text).startswith(say(factor.text).split(": ")[0])


def test_profile_facts_have_the_published_values(instrument: Instrument) -> None:
    assert {name: labels(instrument, name) for name in PROFILE} == PROFILE


def test_a_case_is_as_long_as_promised(instrument: Instrument) -> None:
    assert length(instrument) == (69, 90, 110)


CONCERNS = {
    "domestic_abuse": "Domestic abuse perpetrator - current concerns",
    "child_safeguarding": "Child safeguarding/protection - current concerns",
}


def test_with_a_reason_for_each_no_the_practice_cases_ask_about_ninety_items(instrument: Instrument) -> None:
    """Judgements as in the published results; facts of the first cases of the list, four needs each."""
    sheets = judged("case_supervision", instrument)
    assert len(sheets) == 128
    for sheet, row in zip(sheets.values(), rows(NORTH_WEST / "case_supervision_list.csv"), strict=False):
        after_custody = row["Sentence type"] in ("Licence", "Post-sentence supervision")
        sheet["sentence_type"] = Answer("licence" if after_custody else "community_order")
        for fact, heading in CONCERNS.items():
            sheet[fact] = Answer({"Yes": "yes", "No": "no"}.get(row[heading], "not_clear"))
        sheet["enforcement_needed"] = Answer("no")
    factors = of_part(instrument, Part.FACTOR)
    items = []
    for sheet in sheets.values():
        sheet |= {factor.id: Answer("yes" if at < 4 else "no") for at, factor in enumerate(factors)}
        items.append(sum(state.is_asked for state in states(instrument, sheet).values()))
    assert 88 <= sum(items) / len(items) <= 92


ROUTED = [
    ("deliver_engage_before_release", "sentence_type", "licence", "community_order"),
    (
        "deliver_engage_before_release",
        "sentence_type",
        "post_sentence_supervision",
        "suspended_sentence_order",
    ),
    ("deliver_engage_enforcement", "enforcement_needed", "yes", "no"),
    ("deliver_engage_again", "enforcement_needed", "recall", "no"),
    ("plan_safety", "plan_safety_need", "yes", "no"),
    ("plan_safety_contingency", "plan_safety_need", "yes", "no_other"),
    ("deliver_safety", "deliver_safety_need", "yes", "no"),
    ("deliver_safety_home_visits", "deliver_safety_need", "yes", "no"),
    ("review_safety", "review_safety_need", "yes", "no_change"),
    ("review_safety_written", "review_safety_need", "yes", "no"),
    ("service_alcohol", "factor_alcohol", "yes", "no"),
    ("assess_safety_why", "assess_safety", "no", "yes"),
]


def test_a_question_is_asked_only_where_it_applies(instrument: Instrument) -> None:
    assert misrouted(instrument, ROUTED) == {}


def test_plans_for_abuse_and_children_are_asked_where_there_is_need_and_concern(
    instrument: Instrument,
) -> None:
    for concern in CONCERNS:
        sheets = (
            {"plan_safety_need": "yes", concern: "yes"},
            {"plan_safety_need": "yes", concern: "not_clear"},
        )
        assert follows(instrument, f"plan_{concern}", {}, *sheets) == WHERE_IT_APPLIES
        assert follows(instrument, f"plan_{concern}", {"plan_safety_need": "no"}) == [State.SET_ASIDE]


def test_only_three_key_questions_have_a_need_and_each_has_its_own(instrument: Instrument) -> None:
    needs = {question.id for question in of_part(instrument, Part.NEED)}
    assert needs == {"plan_safety_need", "deliver_safety_need", "review_safety_need"}
    always = [key.code for key in of_part(instrument, Part.KEY) if key.when is None]
    assert sorted(set(KEY_QUESTIONS) - set(always)) == ["2.2.3", "2.3.3", "2.4.3"]
