"""What is given is answered as it is given, and what is left open fits it."""

from dataclasses import replace
from typing import Any

from model.answers import Answer
from model.assessments import What, completeness
from model.instruments.instrument import Kind, Line, Part
from model.instruments.routing import State, states
from ui.actions.practise_answers import as_given, fitting, judged, line_of, other_side
from ui.reading import cases

GIVEN = {"2.1.2": "No", "2.2.3": "Not applicable", "plan_engage": "no"}


def test_everything_that_applies_is_answered_and_fits(practice: Any) -> None:
    sheet = cases.sheet(practice.ann, practice.assessments[0])
    chosen = fitting(sheet, GIVEN)
    answers = {**sheet.answers, **chosen}
    found = states(sheet.instrument, answers)
    assert {state for state in found.values() if state.is_gap} == set()
    assert completeness(sheet.instrument, answers, {}, 0).missing == ()
    warned = {point.what for point in completeness(sheet.instrument, answers, {}, 0).warnings}
    assert What.AGAINST_ALL_PROMPTS not in warned
    below = {
        question.code
        for question in sheet.instrument.questions.values()
        if question.part is Part.KEY
        and question.id in answers
        and line_of(question, answers[question.id]) is Line.BELOW
    }
    assert below == {"2.1.2", "2.2.1"}
    assert found["plan_safety"] is State.SET_ASIDE


def test_the_same_case_is_always_answered_alike_and_in_the_order_of_work(practice: Any) -> None:
    sheet = cases.sheet(practice.ann, practice.assessments[0])
    assert fitting(sheet, GIVEN) == fitting(sheet, GIVEN)
    order = list(sheet.instrument.questions)
    places = [order.index(name) for name in fitting(sheet, GIVEN, most=10)]
    assert places == sorted(places)
    assert len(places) == 10
    begun = replace(sheet, answers=fitting(sheet, GIVEN, most=10))
    assert {**begun.answers, **fitting(begun, GIVEN)} == fitting(sheet, GIVEN)


def test_as_given_reads_words_by_their_kind_and_nothing_more(practice: Any) -> None:
    instrument = cases.sheet(practice.ann, practice.assessments[0]).instrument
    several = next(each for each in instrument.questions.values() if each.kind is Kind.SEVERAL)
    codes = several.codes()[:2]
    row = {"position": "1", several.id: ";".join(codes), "assess_engage": "No", "gender": ""}
    assert as_given(instrument, row) == {several.id: Answer(codes), "assess_engage": Answer("no")}
    optional = next(each for each in instrument.questions.values() if each.allows_not_applicable)
    found = as_given(instrument, {optional.id: "not_applicable"})[optional.id]
    assert found.is_not_applicable
    assert found.reason


def test_the_other_side_of_a_judgement(practice: Any) -> None:
    question = cases.sheet(practice.ann, practice.assessments[0]).instrument.question("plan_engage")
    assert other_side(question, judged(question, {})) == "no"
    assert other_side(question, judged(question, GIVEN)) == "yes"
