"""The case supervision instrument is complete, quotes exactly, guides everywhere and is short enough."""

import csv
import re
from collections import defaultdict

import pytest

from model.answers import Answer
from model.instruments.check import check
from model.instruments.instrument import Guidance, Instrument, Kind, Part, Question, Standing, say
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme
from model.instruments.routing import State, states
from resources import path

FOLDER = path("programmes", "probation_services_2018")

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
    return read_instrument((FOLDER / "case_supervision.toml").read_text("utf-8"), "case_supervision.toml")


@pytest.fixture(scope="module")
def programme() -> Programme:
    return read_programme((FOLDER / "programme.toml").read_text("utf-8"), "programme.toml")


def of_part(instrument: Instrument, part: Part) -> list[Question]:
    return [question for question in instrument.questions.values() if question.part is part]


def pieces(guidance: Guidance) -> dict[str, str]:
    names = ("look_for", "where", "sufficient", "not_applicable", "slip")
    return {name: words for name in names if (words := say(getattr(guidance, name)))}


def test_key_questions_are_quoted_exactly(instrument: Instrument) -> None:
    keys = of_part(instrument, Part.KEY)
    assert {key.code: say(key.text) for key in keys} == KEY_QUESTIONS
    assert {key.wording for key in keys} == {Standing.PUBLISHED}


def test_a_prompt_says_published_only_where_the_report_quotes_it(instrument: Instrument) -> None:
    prompts = of_part(instrument, Part.PROMPT)
    published = [each for each in prompts if each.wording is Standing.PUBLISHED]
    assert {each.code: say(each.text) for each in published} == PUBLISHED_PROMPTS
    assert {each.code for each in prompts if each.letter is Standing.PUBLISHED} == set(PUBLISHED_PROMPTS)


def test_every_prompt_is_there_in_order_under_its_key_question(instrument: Instrument) -> None:
    expected = {
        code: [f"{code}({chr(letter)})" for letter in range(ord("a"), ord(last) + 1)]
        for code, last in LAST_LETTERS.items()
    }
    found = defaultdict(list)
    for prompt in of_part(instrument, Part.PROMPT):
        found[instrument.question(str(prompt.parent)).code].append(prompt.code)
    assert found == expected


def test_prompts_inform_their_key_question_and_why_follows_it(instrument: Instrument) -> None:
    order = list(instrument.questions)
    for key in of_part(instrument, Part.KEY):
        children = instrument.children(key.id)
        [why] = [child for child in children if child.part is Part.WHY]
        prompts = [order.index(child.id) for child in children if child.part is Part.PROMPT]
        assert max(prompts) < order.index(key.id) < order.index(why.id)
        assert why.kind is Kind.SEVERAL


def test_the_eight_needs_carry_their_published_labels(instrument: Instrument) -> None:
    factors = of_part(instrument, Part.FACTOR)
    assert [say(factor.text).split(": ")[0] for factor in factors] == FACTORS
    for factor in factors:
        [service] = instrument.children(factor.id)
        assert service.part is Part.SERVICE
        assert say(service.text).startswith(say(factor.text).split(": ")[0])


@pytest.mark.parametrize(("question", "labels"), PROFILE.items(), ids=PROFILE)
def test_profile_facts_have_the_published_values(
    instrument: Instrument, question: str, labels: list[str]
) -> None:
    assert [say(option.label) for option in instrument.question(question).options] == labels


def test_every_question_is_guided(instrument: Instrument) -> None:
    for question in instrument.questions.values():
        given = set(pieces(question.guidance))
        if question.part in (Part.KEY, Part.NEED):
            assert len(given) == 5, question.id
        elif question.part in (Part.PROMPT, Part.FACTOR, Part.SERVICE):
            assert given >= {"look_for", "where", "sufficient", "slip"}, question.id
        elif question.part is Part.WHY:
            assert given >= {"look_for", "slip"}, question.id
        else:
            assert given >= {"look_for", "where"}, question.id
        if question.allows_not_applicable:
            assert "not_applicable" in given, question.id


def test_no_two_prompts_or_key_questions_share_their_guidance(instrument: Instrument) -> None:
    judged = of_part(instrument, Part.KEY) + of_part(instrument, Part.PROMPT)
    words = [say(question.guidance.look_for) for question in judged]
    assert len(set(words)) == len(words)


def test_our_own_words_put_the_person_first(instrument: Instrument) -> None:
    unwanted = re.compile(
        r"(?<!Integrated )\b(offenders?|criminals|inmates?|addicts?|abusers?|service users?)\b",
        re.IGNORECASE,
    )
    for question in instrument.questions.values():
        ours = list(pieces(question.guidance).values())
        ours += [say(option.label) for option in question.options]
        if question.wording is Standing.OURS:
            ours.append(say(question.text))
        for words in ours:
            assert not unwanted.search(words), (question.id, words)


def test_options_are_chosen_with_y_n_c_and_digits_only(instrument: Instrument) -> None:
    keys = {option.key for question in instrument.questions.values() for option in question.options}
    assert keys <= set("ync123456789")


def test_codes_are_unique_and_every_source_is_named(instrument: Instrument) -> None:
    codes = [question.code for question in instrument.questions.values()]
    assert len(set(codes)) == len(codes)
    assert all("2019" in question.source or "guide" in question.source or "2025" in question.source
               for question in instrument.questions.values())  # fmt: skip


def test_no_fault_is_found_and_the_length_is_as_promised(
    instrument: Instrument, programme: Programme
) -> None:
    report = check(instrument, programme)
    assert report.findings == ()
    assert (report.shortest.items, len(report.typical), report.longest.items) == (69, 90, 110)
    assert report.longest.items == report.items


CONCERNS = {
    "domestic_abuse": "Domestic abuse perpetrator - current concerns",
    "child_safeguarding": "Child safeguarding/protection - current concerns",
}


def test_with_a_reason_for_each_no_the_practice_cases_ask_about_ninety_items(instrument: Instrument) -> None:
    """Judgements as in the published results; facts of the first cases of the list, four needs each."""
    of_code = {question.code: question for question in instrument.questions.values()}
    sheets: dict[str, dict[str, Answer]] = defaultdict(dict)
    practice = path("practice", "north_west_2018")
    with (practice / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["sample"] == "case_supervision":
                sheet, code = sheets[row["position"]], row["question"]
                relevant = row["answer"] != "Not applicable"
                if f"{code} need" in of_code:
                    sheet[of_code[f"{code} need"].id] = Answer("yes" if relevant else "no")
                if relevant:
                    sheet[of_code[code].id] = Answer(row["answer"].lower())
    assert len(sheets) == 128
    with (practice / "case_supervision_list.csv").open(encoding="utf-8-sig", newline="") as file:
        for sheet, row in zip(sheets.values(), csv.DictReader(file), strict=False):
            after_custody = row["Sentence type"] in ("Licence", "Post-sentence supervision")
            sheet["sentence_type"] = Answer("licence" if after_custody else "community_order")
            for fact, heading in CONCERNS.items():
                sheet[fact] = Answer({"Yes": "yes", "No": "no"}.get(row[heading], "not_clear"))
            sheet["enforcement_needed"] = Answer("no")
    factors = of_part(instrument, Part.FACTOR)
    asked = []
    for sheet in sheets.values():
        sheet |= {factor.id: Answer("yes" if at < 4 else "no") for at, factor in enumerate(factors)}
        asked.append(sum(state.is_asked for state in states(instrument, sheet).values()))
    assert 88 <= sum(asked) / len(asked) <= 92


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


@pytest.mark.parametrize(("question", "on", "asked", "aside"), ROUTED)
def test_a_question_is_asked_only_where_it_applies(
    instrument: Instrument, question: str, on: str, asked: str, aside: str
) -> None:
    assert states(instrument, {})[question] is State.NOT_KNOWN_YET
    assert states(instrument, {on: Answer(asked)})[question] is State.NOT_ANSWERED
    assert states(instrument, {on: Answer(aside)})[question] is State.SET_ASIDE


def test_plans_for_abuse_and_children_are_asked_where_there_is_need_and_concern(
    instrument: Instrument,
) -> None:
    need = {"plan_safety_need": Answer("yes")}
    for question, concern in (
        ("plan_domestic_abuse", "domestic_abuse"),
        ("plan_child_safeguarding", "child_safeguarding"),
    ):
        assert states(instrument, {**need, concern: Answer("yes")})[question] is State.NOT_ANSWERED
        assert states(instrument, {**need, concern: Answer("not_clear")})[question] is State.SET_ASIDE
        assert states(instrument, {"plan_safety_need": Answer("no")})[question] is State.SET_ASIDE


def test_only_three_key_questions_have_a_need_and_each_has_its_own(instrument: Instrument) -> None:
    needs = {question.id for question in of_part(instrument, Part.NEED)}
    assert needs == {"plan_safety_need", "deliver_safety_need", "review_safety_need"}
    always = [key.code for key in of_part(instrument, Part.KEY) if key.when is None]
    assert sorted(set(KEY_QUESTIONS) - set(always)) == ["2.2.3", "2.3.3", "2.4.3"]


def test_what_the_officer_may_see_first_holds_no_judgement(instrument: Instrument) -> None:
    facts = instrument.views[0]
    assert facts.id == "case_facts"
    questions = [question for section in facts.sections for question in section.questions]
    assert {question.part for question in questions} == {Part.FACT}
    assert Kind.JUDGEMENT not in {question.kind for question in questions}
