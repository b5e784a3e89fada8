"""An assessment is complete when every key question is judged and each No explained; it moves accordingly."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import NOT_APPLICABLE, Answer
from model.assessments import (
    Completeness,
    Point,
    Stage,
    What,
    check_move,
    completeness,
    moves,
    needs_reason,
)
from model.instruments.instrument import Part
from model.refusal import Refusal
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, sheet, swapped

HELD = instrument()
NOTHING_MISSING = Completeness((), ())
JUDGED = sheet(engage="yes", safety_need="yes", safety="yes")
EVERYTHING = {
    **JUDGED,
    **sheet(sentence="licence", features=("drugs",), score=40, begun="2018-04-09", engage_involved="yes"),
    **sheet(engage_release="yes", safety_risk="yes", factor_drugs="yes", service_drugs="yes", remark="None."),
}


def of(answers: dict[str, Answer], evidence: dict[str, int] | None = None, alerts: int = 0) -> Completeness:
    return completeness(HELD, answers, evidence or {}, alerts)


@pytest.mark.parametrize(("now", "to"), list(itertools.product(Stage, Stage)))
def test_only_the_moves_that_are_listed_can_be_made(now: Stage, to: Stage) -> None:
    if to in moves(now):
        check_move(now, to, "A reason.", NOTHING_MISSING)
    else:
        with pytest.raises(Refusal, match="cannot become"):
            check_move(now, to, "A reason.", NOTHING_MISSING)


def test_the_ways_through() -> None:
    assert moves(Stage.NOT_STARTED) == (Stage.READING, Stage.CANNOT_INSPECT)
    assert moves(Stage.COMPLETE) == (Stage.REOPENED,)
    assert moves(Stage.CANNOT_INSPECT) == (Stage.REOPENED,)
    assert Stage.COMPLETE in moves(Stage.REOPENED)
    reached = [Stage.NOT_STARTED]
    for stage in reached:
        reached.extend(each for each in moves(stage) if each not in reached)
    assert set(reached) == set(Stage)


def test_reopening_and_giving_up_need_a_reason() -> None:
    assert [stage for stage in Stage if needs_reason(stage)] == [Stage.REOPENED, Stage.CANNOT_INSPECT]
    for reason in (None, "  "):
        with pytest.raises(Refusal, match="No reason is given"):
            check_move(Stage.COMPLETE, Stage.REOPENED, reason, NOTHING_MISSING)
    check_move(Stage.READING, Stage.JUDGED, None, NOTHING_MISSING)


def test_what_is_missing_stops_completing_and_nothing_else() -> None:
    one = Completeness((Point(What.UNANSWERED, "engage"),), ())
    with pytest.raises(Refusal, match="One thing is still missing"):
        check_move(Stage.JUDGED, Stage.COMPLETE, None, one)
    with pytest.raises(Refusal, match="2 things are still missing"):
        check_move(Stage.JUDGED, Stage.COMPLETE, None, Completeness(one.missing * 2, ()))
    check_move(Stage.READING, Stage.JUDGED, None, one)
    check_move(Stage.JUDGED, Stage.COMPLETE, None, Completeness((), one.missing))


def test_answers_may_be_changed_while_it_is_open() -> None:
    assert [stage for stage in Stage if not stage.is_open] == [Stage.COMPLETE, Stage.CANNOT_INSPECT]


def test_an_empty_sheet_lacks_every_key_question_and_need() -> None:
    assert of({}).missing == (Point(What.UNANSWERED, "engage"), Point(What.RELEVANCE, "safety_need"))


def test_with_every_key_question_judged_it_is_complete_and_warns_of_the_rest() -> None:
    found = of(JUDGED)
    assert found.is_complete
    assert {point.what for point in found.warnings} == {What.UNANSWERED}
    assert "sentence" in [point.question for point in found.warnings]
    assert of(EVERYTHING) == NOTHING_MISSING


def test_no_need_is_enough_and_a_need_asks_for_the_judgement() -> None:
    assert of(sheet(engage="yes", safety_need="no")).is_complete
    assert of(sheet(engage="yes", safety_need="yes")).missing == (Point(What.UNANSWERED, "safety"),)


def test_a_no_needs_its_why_and_asks_for_evidence() -> None:
    said_no = {**EVERYTHING, **sheet(engage="no", engage_involved="no", engage_release="no")}
    assert of(said_no).missing == (Point(What.WHY, "engage_why"),)
    explained = {**said_no, **sheet(engage_why=("late",))}
    assert of(explained) == Completeness((), (Point(What.NO_EVIDENCE, "engage"),))
    for noted in ("engage", "engage_involved", "engage_why"):
        assert of(explained, {noted: 1}) == NOTHING_MISSING
    assert of(explained, {"safety": 1, "engage": 0}).warnings == (Point(What.NO_EVIDENCE, "engage"),)


def test_a_no_is_warned_of_only_where_the_question_expects_evidence() -> None:
    said_no = {
        **EVERYTHING,
        **sheet(engage="no", engage_involved="no", engage_release="no", engage_why=("late",)),
    }
    evidence = {key: replace(one, evidence=False) for key, one in HELD.questions.items()}
    views = tuple(
        replace(
            view,
            sections=tuple(
                replace(part, questions=tuple(evidence[q.id] for q in part.questions))
                for part in view.sections
            ),
        )
        for view in HELD.views
    )
    assert completeness(replace(HELD, views=views), said_no, {}, 0) == NOTHING_MISSING


def test_a_judgement_against_all_its_prompts_is_a_warning() -> None:
    against = {**EVERYTHING, **sheet(engage_involved="no", engage_release="no")}
    assert of(against).warnings == (Point(What.AGAINST_ALL_PROMPTS, "engage"),)
    assert of({**against, **sheet(engage_release="yes")}).warnings == ()
    not_applicable = {**against, "engage_involved": Answer(NOT_APPLICABLE, reason="Alone.")}
    assert of({**not_applicable, **sheet(engage_release="yes")}).warnings == ()


def test_an_open_alert_is_a_warning_about_the_case() -> None:
    assert of(EVERYTHING, alerts=2) == Completeness((), (Point(What.ALERT_OPEN, None),))


def test_a_conflict_and_another_meaning_are_missing_where_they_are_needed() -> None:
    torn = {**EVERYTHING, "engage": Answer("yes", conflict=True), "safety": Answer("yes", meaning=9)}
    assert of(torn).missing == (Point(What.CONFLICT, "engage"), Point(What.ASK_AGAIN, "safety"))
    torn = {**EVERYTHING, "sentence": Answer("licence", conflict=True)}
    assert of(torn) == Completeness((), (Point(What.CONFLICT, "sentence"),))


def test_not_applicable_without_a_reason_is_named() -> None:
    bare = {**EVERYTHING, "features": Answer(NOT_APPLICABLE)}
    assert of(bare).warnings == (Point(What.REASON, "features"),)
    assert of({**EVERYTHING, "features": Answer(NOT_APPLICABLE, reason="No record.")}) == NOTHING_MISSING


def test_an_open_fact_that_decides_about_a_key_question_is_missing() -> None:
    need = 'when = { question = "safety_need", is = ["yes"] }'
    held = instrument(swapped(INSTRUMENT_TEXT, need, 'when = { question = "sentence", is = ["licence"] }'))
    answers = {name: each for name, each in EVERYTHING.items() if name != "sentence"}
    found = completeness(held, answers, {}, 0)
    assert found.missing == (Point(What.DECIDES, "sentence"),)
    assert found.warnings == ()


@given(
    st.dictionaries(
        st.sampled_from(list(HELD.questions)),
        st.builds(Answer, st.sampled_from(["yes", "no", "licence", ("late",), None]), conflict=st.booleans()),
    )
)
def test_complete_means_that_no_key_question_is_open(answers: dict[str, Answer]) -> None:
    found = of(answers)
    for question in HELD.questions.values():
        if found.is_complete and question.part is Part.KEY:
            given_no_need = question.id == "safety" and answers["safety_need"].value == "no"
            assert given_no_need or answers[question.id].value in ("yes", "no")
    points = [*found.missing, *found.warnings]
    assert len(points) == len(set(points))
