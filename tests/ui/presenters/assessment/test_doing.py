"""What can be done, and what comes back from it."""

import pytest

from model.refusal import Refusal
from tests.fieldwork import LEAD, Clock, as_
from ui.actions.write import put_drafts_away
from ui.presenters.assessment import doing
from ui.presenters.assessment.state import question_of, show, take
from ui.session import Session


def test_an_answer_comes_back_with_its_time_and_the_state_it_began(megan: Session, assessment: str) -> None:
    news = doing.answer(megan, assessment, "gender", "male")
    assert news.time == "2018-10-08T09:30:00Z"
    assert {key.field for key in news.fields} == {"answer.gender", "state"}


def test_history_is_newest_first_with_who_when_and_why(megan: Session, assessment: str, clock: Clock) -> None:
    doing.answer(megan, assessment, "assess_safety_victims", "yes")
    clock.advance(minutes=5)
    doing.answer(megan, assessment, "assess_safety_victims", "not_applicable", "None can be named")
    clock.advance(minutes=5)
    doing.answer(as_(megan, LEAD), assessment, "assess_safety_victims", None)
    told = [
        (past.words, past.who, past.when, past.reason, past.stands)
        for past in doing.history(megan, assessment, "assess_safety_victims")
    ]
    assert told == [
        ("Emptied", "Ffion Lewis", "09:40", "", True),
        ("Not applicable", "you", "09:35", "None can be named", False),
        ("Yes", "you", "09:30", "", False),
    ]


def test_undo_names_the_question_it_was_about(megan: Session, assessment: str) -> None:
    doing.answer(megan, assessment, "gender", "male")
    doing.answer(megan, assessment, "gender", "female")
    assert doing.undo(megan, assessment).question == "gender"
    assert show(megan, assessment).sheet.answers["gender"].value == "male"
    assert doing.history(megan, assessment, "gender")[0].took_back


def test_undoing_a_note_takes_it_out_of_sight_and_knows_its_question(megan: Session, assessment: str) -> None:
    beside = {"assessment": assessment, "question": "assess_safety"}
    state = take(show(megan, assessment), doing.write(megan, "note", "a" * 32, "A note", beside))
    news = doing.undo(megan, assessment)
    assert question_of(state, news) == "assess_safety"
    state = take(state, news)
    assert state.sheet.written == show(megan, assessment).sheet.written == ()
    assert next(row for row in state.outline if row.id == "assess_safety").notes == 0


def test_nothing_left_to_undo_is_said(megan: Session, assessment: str) -> None:
    with pytest.raises(Refusal, match="nothing of yours"):
        doing.undo(megan, assessment)


def test_half_a_note_is_kept_and_becomes_a_note(megan: Session, assessment: str) -> None:
    beside = {"assessment": assessment, "question": "assess_safety", "source": "OASys"}
    assert doing.keep_typing(megan, "note", "a" * 32, "The partner was", beside) == megan.now()
    assert show(megan, assessment).sheet.of("note") == ()
    put_drafts_away(megan)
    (note,) = show(megan, assessment).sheet.of("note", "assess_safety")
    assert (note.text, note.source) == ("The partner was", "OASys")
