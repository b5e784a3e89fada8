"""Moving an assessment on."""

from pathlib import Path

import pytest

from model.refusal import Refusal
from tests.apart import ABOUT_CASE, MEETING
from tests.fieldwork import OWEN, allot, as_, begin
from ui.actions.occasions import start_occasion
from ui.presenters.assessment import doing, going, moves
from ui.presenters.assessment.state import AssessmentState, show, take
from ui.reading import inspections
from ui.session import Session


def answer_what_is_needed(session: Session, assessment: str) -> AssessmentState:
    """Answer every fact, need and key question Yes, and nothing else."""
    for asked in show(session, assessment).sheet.instrument.questions.values():
        if asked.part in ("need", "key") or asked.id in ("sentence_type", "enforcement_needed"):
            code = "no" if asked.part == "need" else asked.options[0].code
            doing.answer(session, assessment, asked.id, code)
    return show(session, assessment)


def test_the_next_move_comes_first(megan: Session, assessment: str) -> None:
    state = show(megan, assessment)
    assert [move.words for move in moves.offered(state)] == ["Start reading", "Cannot be inspected …"]
    state = take(state, moves.move(megan, assessment, "reading"))
    assert moves.offered(state)[0].words == "Ready for interview"
    state = take(state, moves.move(megan, assessment, "ready"))
    assert [move.words for move in moves.offered(state)][:2] == ["Judged", "Back to reading"]
    assert moves.has_forward(state)


def test_a_closed_assessment_only_opens_again_and_says_why(megan: Session, assessment: str) -> None:
    state = take(
        show(megan, assessment),
        moves.move(megan, assessment, "cannot_inspect", "The record is with the court"),
    )
    assert not moves.has_forward(state)
    assert [(move.words, move.reason) for move in moves.offered(state)] == [("Reopen …", True)]
    with pytest.raises(Refusal, match="reason"):
        moves.move(megan, assessment, "reopened")
    state = take(state, moves.move(megan, assessment, "reopened", "The court sent it back"))
    assert (state.sheet.assessment.state, state.sheet.assessment.state_reason) == (
        "reopened",
        "The court sent it back",
    )


def test_what_is_missing_leads_to_its_question(megan: Session, assessment: str) -> None:
    doing.answer(megan, assessment, "assess_engage", "no")
    found = moves.completing(show(megan, assessment))
    assert not found.is_clear
    lead = next(lead for lead in found.missing if lead.question == "assess_engage_why")
    assert (lead.code, lead.what) == ("2.1.1 why", "Say why it is not sufficient")
    needs = [lead.question for lead in found.missing if lead.what == "Say whether there was a need"]
    assert needs == ["plan_safety_need", "deliver_safety_need", "review_safety_need"]


def test_warnings_want_replies_and_keep_them(megan: Session, assessment: str) -> None:
    doing.answer(megan, assessment, "assess_engage_diversity", "no")
    state = answer_what_is_needed(megan, assessment)
    found = moves.completing(state)
    assert found.is_clear
    assert [lead.what for lead in found.warnings] == ["The judgement goes against all its prompts"]
    assert "assess_engage_motivation" in [lead.question for lead in found.unanswered]
    with pytest.raises(Refusal, match="no reply"):
        moves.move(megan, assessment, "complete")
    replies = {lead.name: "Seen, and it stands" for lead in (*found.warnings, *found.unanswered)}
    state = take(state, moves.move(megan, assessment, "complete", "", replies))
    assert state.sheet.assessment.state == "complete"
    assert moves.completing(state).replies[found.warnings[0].name] == "Seen, and it stands"


def test_inherited_answers_stand_in_the_way_until_confirmed(megan: Session, assessment: str) -> None:
    answer_what_is_needed(as_(megan, OWEN), assessment)
    state = show(megan, assessment)
    found = moves.completing(state)
    assert found.missing == ()
    assert not found.is_clear
    assert found.inherited[0].what == "Answered by Owen Hart"
    news = moves.confirm(megan, assessment, *(lead.question for lead in found.inherited))
    assert moves.completing(take(state, news)).inherited == ()


def test_moving_on_needs_no_other_question(megan: Session, assessment: str) -> None:
    state = take(show(megan, assessment), moves.move(megan, assessment, "reading"))
    assert going.first(state) == "gender"
    assert state.sheet.assessment.state == "reading"


def test_items_of_an_interview_are_begun_and_completed_without_a_record_to_read(tmp_path: Path) -> None:
    session = begin(tmp_path, ABOUT_CASE)
    state = show(session, allot(session, 1, ABOUT_CASE))
    assert moves.offered(state)[0].words == "Begin"
    state = take(state, doing.answer(session, state.sheet.assessment.id, "agencies", "yes"))
    assert [move.words for move in moves.offered(state)] == ["Complete …", "Does not take place …"]
    assert moves.has_forward(state)
    session.store.close()


def test_a_meeting_that_was_started_is_completed_next(tmp_path: Path) -> None:
    session = begin(tmp_path, MEETING)
    (instrument,) = (one.fingerprint for one in inspections.instruments(session))
    state = show(session, start_occasion(session, instrument, "Court team", "2018-10-09"))
    assert moves.offered(state)[0].words == "Complete …"
    assert state.sheet.words == "Court team"
    session.store.close()
