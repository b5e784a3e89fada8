"""Answering on a real store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.answers import NOT_APPLICABLE, Answer
from model.assessments import Stage
from model.instruments.instrument import Part
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.refusal import Refusal
from storage import drafts
from tests.fieldwork import IN_WORDS, allot, begin
from ui.actions.answer import answer, answer_several, type_on
from ui.actions.assess import move
from ui.actions.undo import undo
from ui.actions.write import put_drafts_away
from ui.reading import cases
from ui.session import Session

KEY = "answer.{}"


def question(practice: Any, **wanted: Any) -> Any:
    instrument = cases.sheet(practice.ann, practice.assessments[0]).instrument
    return next(
        asked
        for asked in instrument.questions.values()
        if all(getattr(asked, name) == value for name, value in wanted.items())
    )


def test_the_first_answer_begins_the_reading_in_the_same_act(practice: Any) -> None:
    key = question(practice, part=Part.KEY)
    changes = answer(practice.ann, practice.assessments[0], key.id, "yes")
    assert {touched.field for touched in changes.fields} == {f"answer.{key.id}", "state"}
    sheet = cases.sheet(practice.ann, practice.assessments[0])
    assert sheet.answers[key.id].value == "yes"
    assert sheet.recorded[key.id].instrument == sheet.instrument.fingerprint
    assert sheet.assessment.state == "reading"
    assert len(answer(practice.ann, practice.assessments[0], key.id, "no").fields) == 1


def test_an_emptied_answer_is_recorded_as_empty(practice: Any) -> None:
    key = question(practice, part=Part.KEY)
    answer(practice.ann, practice.assessments[0], key.id, "yes")
    answer(practice.ann, practice.assessments[0], key.id, None)
    assert cases.sheet(practice.ann, practice.assessments[0]).answers[key.id].is_empty


@pytest.mark.parametrize("value", ["maybe", 1, ("yes",), "", True])
def test_what_is_no_answer_to_the_question_is_refused(practice: Any, value: Any) -> None:
    key = question(practice, part=Part.KEY)
    with pytest.raises(Refusal, match="not an answer"):
        answer(practice.ann, practice.assessments[0], key.id, value)
    assert key.id not in cases.sheet(practice.ann, practice.assessments[0]).answers


def test_not_applicable_needs_a_reason_and_a_question_that_allows_it(practice: Any) -> None:
    allowing = question(practice, part=Part.PROMPT, allows_not_applicable=True)
    with pytest.raises(Refusal, match="needs a reason"):
        answer(practice.ann, practice.assessments[0], allowing.id, NOT_APPLICABLE, "  ")
    answer(practice.ann, practice.assessments[0], allowing.id, NOT_APPLICABLE, "No partner involved")
    held = cases.sheet(practice.ann, practice.assessments[0]).answers[allowing.id]
    assert (held.is_not_applicable, held.reason) == (True, "No partner involved")
    key = question(practice, part=Part.KEY, allows_not_applicable=False)
    with pytest.raises(Refusal, match="applies to every case"):
        answer(practice.ann, practice.assessments[0], key.id, NOT_APPLICABLE, "no need")


def test_several_choices_are_kept_together_and_numbers_stay_in_range(practice: Any) -> None:
    why = question(practice, part=Part.WHY)
    codes = tuple(option.code for option in why.options[:2])
    answer(practice.ann, practice.assessments[0], why.id, codes)
    assert cases.sheet(practice.ann, practice.assessments[0]).answers[why.id].value == codes
    with pytest.raises(Refusal, match="not an answer"):
        answer(practice.ann, practice.assessments[0], why.id, (*codes, "no_such_code"))


def test_a_closed_assessment_keeps_its_answers(practice: Any) -> None:
    key = question(practice, part=Part.KEY)
    practice.ann.record(Change(FieldKey("assessment", practice.assessments[0], "state"), "complete"))
    with pytest.raises(Refusal, match="closed"):
        answer(practice.ann, practice.assessments[0], key.id, "yes")


def test_a_question_of_another_instrument_is_refused(practice: Any) -> None:
    with pytest.raises(Refusal, match="not in the instrument"):
        answer(practice.ann, practice.assessments[0], "no_such_question", "yes")


@pytest.fixture
def interviewed(tmp_path: Path) -> Iterator[tuple[Session, str]]:
    """An inspector with an assessment in which a question is answered in words."""
    session = begin(tmp_path, IN_WORDS)
    yield session, allot(session, 1, IN_WORDS)
    session.store.close()


def said(interviewed: tuple[Session, str]) -> tuple[Any, list[str]]:
    """What is recorded as the answer, and the drafts."""
    session, mine = interviewed
    held = cases.sheet(session, mine).answers.get("pattern")
    return held.value if held else None, [
        draft.text for draft in drafts.kept(session.store.db, session.inspection)
    ]


def test_an_answer_being_typed_is_durable_at_once_and_recorded_when_put_away(
    interviewed: tuple[Session, str],
) -> None:
    session, mine = interviewed
    type_on(session, mine, "pattern", "Thirty ho")
    assert said(interviewed) == (None, ["Thirty ho"])
    put_drafts_away(session)
    assert said(interviewed) == ("Thirty ho", [])


def test_what_is_answered_takes_the_draft_with_it(interviewed: tuple[Session, str]) -> None:
    session, mine = interviewed
    type_on(session, mine, "pattern", "Thirty ho")
    answer(session, mine, "pattern", "Thirty hours")
    assert said(interviewed) == ("Thirty hours", [])
    type_on(session, mine, "pattern", "Thirty hours")
    assert put_drafts_away(session).fields == ()
    assert said(interviewed) == ("Thirty hours", [])


def test_a_draft_waits_while_the_assessment_is_closed(interviewed: tuple[Session, str]) -> None:
    session, mine = interviewed
    answer(session, mine, "caseload", 40)
    type_on(session, mine, "pattern", "Thirty ho")
    move(session, mine, Stage.CANNOT_INSPECT, "The officer has left")
    put_drafts_away(session)
    assert said(interviewed) == (None, ["Thirty ho"])
    move(session, mine, Stage.REOPENED, "The officer is back")
    put_drafts_away(session)
    assert said(interviewed) == ("Thirty ho", [])


def test_no_draft_holds_what_could_never_be_recorded(interviewed: tuple[Session, str]) -> None:
    session, mine = interviewed
    with pytest.raises(Refusal, match="hidden characters"):
        type_on(session, mine, "pattern", "over\u202eride")
    assert said(interviewed) == (None, [])


def test_several_answers_are_one_act(practice: Any) -> None:
    mine = practice.assessments[0]
    changes = answer_several(practice.ann, mine, {"gender": Answer("male"), "assess_engage": Answer("no")})
    sheet = cases.sheet(practice.ann, mine)
    assert {name: held.value for name, held in sheet.answers.items()} == {
        "gender": "male",
        "assess_engage": "no",
    }
    assert sheet.assessment.state == "reading"
    assert len(changes.fields) == 3
    undo(practice.ann)
    assert all(held.is_empty for held in cases.sheet(practice.ann, mine).answers.values())


def test_of_several_answers_one_that_does_not_fit_leaves_none(practice: Any) -> None:
    mine = practice.assessments[0]
    with pytest.raises(Refusal, match="perhaps"):
        answer_several(practice.ann, mine, {"gender": Answer("male"), "assess_engage": Answer("perhaps")})
    assert cases.sheet(practice.ann, mine).answers == {}
