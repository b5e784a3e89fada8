"""The programme of 2013: in the order of the process, scored by outcome, quoting only what is printed."""

import re
from collections.abc import Mapping

import pytest

from model.answers import Answer
from model.instruments.instrument import About, Instrument, Kind, Part, Standing, say
from model.instruments.measure import MeasureKind, Order
from model.instruments.programme import Programme, RatingRule
from model.instruments.routing import State, states
from model.measures import count
from model.sampling.size import sample_size
from tests.resources.files import OF_2013, instruments_of, programme_file
from tests.resources.wordings import WHERE_IT_APPLIES, follows, length, of_part, pieces

SECTIONS = {
    "0 Case details": ["0"],
    "1 Assessment and planning": ["A: 1.1", "B: 3.1", "B: 3.1", "B: 4.1", "B: 5.1", "C: 2.1"],
    "2 Delivery and review": ["D: 2.2", "D: 3.2", "D: 4.2", "D: 5.2"],
    "3 Outcomes": ["E: 2.3", "E: 3.3", "E: 4.3", "E: 5.3"],
    "4 Victim work, leadership and management": ["F: 5.5", "G: 1.4, 2.4, 3.4, 4.4 and 5.4"],
}
"""The tool of October 2013: views 0 to 4, sections 0 and A to G; 5.1 to 5.3 stand where their evidence is."""

CRITERIA = {
    "1.1": "Assessment and planning to inform sentencing",
    "2.1": "Assessment and planning to deliver the sentence",
    "2.2": "Delivery and review of the sentence plan and maximising offender engagement",
    "2.3": "Initial outcomes are achieved",
    "3.1": "Assessment to reduce the likelihood of reoffending",
    "3.2": "Delivery of interventions to reduce the likelihood of reoffending",
    "3.3": "Likelihood of reoffending is reduced",
    "4.1": "Assessment and planning to minimise risk of harm to others",
    "4.2": "Delivery of interventions to minimise risk of harm to others",
    "4.3": "Risk of harm to others is minimised",
    "5.1": "Assessment and planning to minimise risk of harm to victims",
    "5.2": "Delivery of interventions to minimise risk of harm to victims",
    "5.3": "Risk of harm to victims is minimised",
    "5.5": "Victim contact and restorative justice",
}
"""Appendix 6 of the report, but for leadership and management, which no case is judged on."""

OUTCOMES = {
    "1": "Assisting sentencing",
    "2": "Delivering the sentence of the court",
    "3": "Reducing the likelihood of reoffending",
    "4": "Protecting the public by minimising the risk of harm to others",
    "5": "Delivering effective work for victims",
}

PUBLISHED = {
    "plan_compliance": "Sentence planning paid sufficient attention to factors which may promote compliance",
    "complied_unprompted": "The individual complied with the requirements of the sentence, without the need "
    "for the offender manager to take action to promote compliance",
    "compliance_promoted": "Action taken to promote compliance",
    "overall_progress": "Overall progress made in relation to factors identified as making the individual "
    "more likely to reoffend",
    "rmp_initial": "Sufficient initial plan in place to manage risk of harm",
    "reasonable_action": "All reasonable action was taken to keep to a minimum the offender's risk of harm "
    "to others",
}
"""Titles of charts of the report, the only words of items that it prints."""

LINES = {
    "plan_review": {"sufficient": "above", "not_sufficient": "below", "not_done": "below"},
    "lor_assessment": {"sufficient": "above", "not_sufficient": "below", "not_done": "below"},
    "rmp_initial": {"sufficient": "above", "not_sufficient": "below", "no_plan": "below"},
    "rosh_screening": {
        "sufficient": "above",
        "not_sufficient": "below",
        "late": "below",
        "not_done": "below",
    },
    "rosh_classification": {
        "correct": "above", "too_low": "below", "too_high": "below", "none_recorded": "below",
    },
    "overall_progress": {"good": "above", "some": "above", "insufficient": "below", "deterioration": "below"},
    "objectives_achieved": {"fully": "above", "partially": "above", "not_achieved": "below"},
    "enforcement": {"used": "above", "should_have_been": "below", "not_needed": "outside"},
    "oversight": {"effective": "above", "not_effective": "below", "none": "below"},
}  # fmt: skip

VICTIMS = {
    "victims_planned", "victims_objectives", "victim_priority", "victim_concerns", "victim_risk_managed",
    "children_safe",
}  # fmt: skip
"""The questions that count for victims and for the protection of the public."""

FACTORS = [
    "Thinking and behaviour", "Alcohol misuse", "Lifestyle and associates", "Emotional well-being",
    "Difficulties handling relationships", "Drug misuse", "Attitudes to offending", "Accommodation",
    "Education, training and employment",
]  # fmt: skip
"""The table of the report, in its order."""


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file(OF_2013)


@pytest.fixture(scope="module")
def instruments() -> Mapping[str, Instrument]:
    return instruments_of(OF_2013)


@pytest.fixture(scope="module")
def case(instruments: Mapping[str, Instrument]) -> Instrument:
    return instruments["case_assessment"]


def asked_by(programme: Programme, mean: str) -> list[str]:
    """The questions that a mean rests on, through other means too, as often as they stand there."""
    measure = programme.measure(mean)
    if measure.kind is MeasureKind.MEAN:
        return [question for part in measure.of for question in asked_by(programme, part)]
    return [measure.question]


def test_it_has_four_instruments_and_no_bands(
    programme: Programme, instruments: Mapping[str, Instrument]
) -> None:
    assert {name: each.about for name, each in instruments.items()} == {
        "case_assessment": About.CASE,
        "practitioner_interview": About.OFFICER,
        "victim_questionnaire": About.OCCASION,
        "sentencer_interview": About.OCCASION,
    }
    assert (programme.bands, programme.overall) == ((), None)


def test_a_case_asks_172_items(case: Instrument) -> None:
    assert length(case) == (117, 172, 216)


def test_views_follow_the_process_and_the_tool(case: Instrument) -> None:
    found = {say(view.title): [say(section.title) for section in view.sections] for view in case.views}
    assert list(found) == list(SECTIONS)
    for view, starts in SECTIONS.items():
        assert len(found[view]) == len(starts)
        for title, start in zip(found[view], starts, strict=True):
            assert title.startswith((f"{start} ", f"{start}:")), title


def test_every_code_begins_with_the_criterion_of_its_section(case: Instrument) -> None:
    for view in case.views[1:]:
        for section in view.sections:
            for question in section.questions:
                criterion = question.code.split("-")[0]
                assert criterion in say(section.title), question.code


def test_only_what_the_report_prints_is_called_published(instruments: Mapping[str, Instrument]) -> None:
    published = {
        question.id: say(question.text)
        for each in instruments.values()
        for question in each.questions.values()
        if question.wording is Standing.PUBLISHED
    }
    assert published == PUBLISHED
    for each in instruments.values():
        for question in each.questions.values():
            restated = "restated from the report's findings" in question.source
            assert restated is (question.id not in PUBLISHED), question.id


def test_guidance_tells_nobody_what_was_found_in_one_area(instruments: Mapping[str, Instrument]) -> None:
    """Findings belong to the comments of the file: beside a judgement they would lead it."""
    found = re.compile(
        r"\bthe report('s)? (counts|prints|only|gives|says)|per cent|%|-third|-quarter|Northumbria"
    )
    for each in instruments.values():
        for question in each.questions.values():
            for words in pieces(question.guidance).values():
                assert not found.search(words), (question.id, words)


@pytest.mark.parametrize(("question", "lines"), LINES.items(), ids=LINES)
def test_what_stands_above_the_line(case: Instrument, question: str, lines: dict[str, str]) -> None:
    assert {option.code: option.line.value for option in case.question(question).options} == lines


def test_every_judgement_is_scored_and_nothing_else(programme: Programme, case: Instrument) -> None:
    scored = {name for code in CRITERIA for name in asked_by(programme, f"c{code.replace('.', '_')}")}
    assert scored == {question.id for question in of_part(case, Part.KEY)}
    for question in of_part(case, Part.KEY):
        assert question.kind is Kind.JUDGEMENT, question.id


def test_each_criterion_is_a_mean_over_its_own_questions(programme: Programme, case: Instrument) -> None:
    for code, title in CRITERIA.items():
        measure = programme.measure(f"c{code.replace('.', '_')}")
        assert (say(measure.title), measure.code) == (title, code)
        questions = asked_by(programme, measure.id)
        assert len(set(questions)) == len(questions)
        own = {name for name in questions if case.question(name).code.startswith(code)}
        assert set(questions) - own == ({"children_safe"} if code == "5.3" else set())


def test_outcomes_are_scored_by_the_mean_over_questions_and_have_the_other_beside(
    programme: Programme,
) -> None:
    assert {each.code: say(each.title) for each in programme.standards} == OUTCOMES
    for standard in programme.standards:
        assert standard.rating is RatingRule.SCORE
        assert standard.measures == (f"o{standard.code}_questions",)
        by_questions, by_criteria = (
            programme.measure(f"o{standard.code}_{way}") for way in ("questions", "criteria")
        )
        assert say(by_questions.method).startswith("Mean over questions: ")
        assert say(by_criteria.method).startswith("Mean over criteria: ")
        assert all(programme.measure(part).kind is MeasureKind.PROPORTION for part in by_questions.of)
        assert all(programme.measure(part).kind is MeasureKind.MEAN for part in by_criteria.of)
        questions = asked_by(programme, by_questions.id)
        assert len(set(questions)) == len(questions)
        assert sorted(asked_by(programme, by_criteria.id)) == sorted(questions)


def test_questions_about_victims_count_in_two_outcomes_and_once_in_each(programme: Programme) -> None:
    fourth, fifth = (asked_by(programme, f"o{outcome}_questions") for outcome in "45")
    assert set(fourth) & set(fifth) == VICTIMS
    assert fourth.count("children_safe") == fifth.count("children_safe") == 1
    assert not {name for name in fourth if name.startswith("victim_contact") or name == "victim_offer"}


def test_the_matrix_has_the_gaps_of_the_report(programme: Programme) -> None:
    [matrix] = [table for table in programme.tables if table.id == "criteria"]
    cells = [[programme.measure(name).code if name else "" for name in row.measures] for row in matrix.rows]
    assert cells == [
        ["1.1", "", "", "", ""],
        ["2.1", "2.2", "2.3", "", ""],
        ["3.1", "3.2", "3.3", "", ""],
        ["4.1", "4.2", "4.3", "", ""],
        ["5.1", "5.2", "5.3", "", "5.5"],
    ]


def test_each_factor_has_sufficiency_of_interventions_and_of_progress(
    programme: Programme, case: Instrument
) -> None:
    factors = of_part(case, Part.FACTOR)
    assert [say(factor.text).split(":")[0] for factor in factors] == FACTORS
    [table] = [table for table in programme.tables if table.id == "factors"]
    assert [say(row.title) for row in table.rows] == FACTORS
    assert table.order is Order.LARGEST_FIRST
    for factor, row in zip(factors, table.rows, strict=True):
        services = case.children(factor.id)
        assert [service.part for service in services] == [Part.SERVICE, Part.SERVICE]
        counted = [programme.measure(name).question for name in row.measures]
        assert counted == [factor.id, *(service.id for service in services)]
        for service in services:
            assert states(case, {factor.id: Answer("no")})[service.id] is State.SET_ASIDE


def tallied(
    programme: Programme, case: Instrument, measure: str, *answers: Mapping[str, Answer]
) -> tuple[int, int]:
    sheets = {str(number): each for number, each in enumerate(answers)}
    tally = count(programme, case, sheets.items()).tallies[measure]
    return tally.above, tally.base


def test_not_done_stays_in_the_base_and_not_applicable_leaves_it(
    programme: Programme, case: Instrument
) -> None:
    done = [{"plan_review": Answer(code)} for code in ("sufficient", "not_sufficient", "not_done")]
    left = {"plan_review": Answer("not_applicable", reason="No review was due.")}
    assert tallied(programme, case, "m_plan_review", *done, left, {}) == (1, 3)


def test_what_a_case_needed_is_the_assessors_own_answer(programme: Programme, case: Instrument) -> None:
    """The level on record decides nothing (lines 572, 588 and 590: one rule in words, two counts)."""
    low = {"rosh_level": Answer("low"), "home_visit_need": Answer("yes"), "home_visit_initial": Answer("no")}
    high = {"rosh_level": Answer("high"), "home_visit_need": Answer("no"), "oversight_need": Answer("yes")}
    assert tallied(programme, case, "m_home_visit_initial", low, high) == (0, 1)
    assert tallied(programme, case, "n_oversight", low, high) == (1, 1)
    proposed = {question.id for question in case.questions.values() if question.proposes}
    for question in of_part(case, Part.KEY):
        asked = case.question(question.id).when
        assert asked is None or not proposed & {getattr(asked, "question", "")}, question.id
    assert len(of_part(case, Part.NEED)) == 12


ROUTED = [
    ("report_clear", {"report_prepared": "yes", "report_type": "typed"}, {"report_prepared": "no"}),
    ("plan_motivation", {"plan_completed": "not_sufficient"}, {"plan_completed": "no_plan"}),
    ("lor_timely", {"lor_required": "yes", "lor_assessment": "sufficient"}, {"lor_required": "no"}),
    ("rmp_clear", {"rmp_required": "yes", "rmp_initial": "sufficient"}, {"rmp_required": "no"}),
    ("rmp_review", {"rmp_required": "yes"}, {"rmp_required": "no"}),
    ("enforcement_prompt", {"enforcement": "used"}, {"enforcement": "should_have_been"}),
    (
        "victim_quality",
        {"victim_contact_need": "yes", "victim_take_up": "yes"},
        {"victim_contact_need": "no"},
    ),
    ("restorative_outcome", {"restorative": "taken_up"}, {"restorative": "declined"}),
    (
        "risk_change_why",
        {"risk_change_need": "yes", "risk_change_response": "no"},
        {"risk_change_need": "no"},
    ),
]


@pytest.mark.parametrize(("question", "asked", "aside"), ROUTED, ids=[one[0] for one in ROUTED])
def test_a_question_is_asked_only_where_it_applies(
    case: Instrument, question: str, asked: dict[str, str], aside: dict[str, str]
) -> None:
    assert follows(case, question, {}, asked, aside) == WHERE_IT_APPLIES


def test_the_sample_has_between_50_and_90_cases_by_the_size_of_the_area(programme: Programme) -> None:
    [sample] = programme.samples
    assert sample.confidence is not None
    assert sample.margin is not None
    sizes = [sample_size(eligible, sample.confidence, sample.margin) for eligible in range(110, 20_000, 10)]
    assert (min(sizes), max(sizes)) == (50, 90)
    assert sample.strata == ()


def test_every_measure_says_its_base_in_words(programme: Programme) -> None:
    for measure in programme.measures:
        if measure.kind is MeasureKind.PROPORTION:
            assert say(measure.base).endswith("."), measure.id
        else:
            assert say(measure.title), measure.id
            assert "rounded once" in say(measure.method).casefold(), measure.id
