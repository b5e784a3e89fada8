"""What is held in memory stays what the store says, and only what changed is another value."""

from pathlib import Path

import pytest

from model.instruments.routing import State
from model.refusal import Refusal
from tests.fieldwork import LEAD, MEGAN, OWEN, Clock, allot, as_, disagree
from tests.several import SUPERVISION, VICTIMS, holder_of, in_the_field, made_for, shared
from ui.actions.answer import answer
from ui.actions.schedule import schedule_interview
from ui.presenters.assessment import doing, moves
from ui.presenters.assessment import question as asking
from ui.presenters.assessment.state import AssessmentState, inherited, page_of, recorded, show, take
from ui.session import Session


def same(one: AssessmentState, other: AssessmentState) -> bool:
    """Whether two states say the same, whatever order their writing was read in."""
    return (
        one.sheet.answers == other.sheet.answers
        and one.sheet.recorded == other.sheet.recorded
        and one.sheet.assessment == other.sheet.assessment
        and one.sheet.confirmed == other.sheet.confirmed
        and one.sheet.replies == other.sheet.replies
        and sorted(one.sheet.written, key=lambda piece: piece.id)
        == sorted(other.sheet.written, key=lambda piece: piece.id)
        and (one.states, one.progress, one.outline) == (other.states, other.progress, other.outline)
        and one.sides == other.sides
    )


def test_after_every_kind_of_doing_memory_says_what_the_store_says(
    megan: Session, assessment: str, clock: Clock
) -> None:
    state = show(megan, assessment)
    note = {"assessment": assessment, "question": "assess_engage", "source": "OASys", "date": "2018-04-12"}
    news = [
        doing.answer(megan, assessment, "gender", "male"),
        doing.answer(megan, assessment, "plan_safety_need", "no"),
        doing.answer(megan, assessment, "assess_engage", "no"),
        doing.answer(megan, assessment, "assess_engage_why", ("diversity",)),
        doing.answer(megan, assessment, "plan_safety_need", "yes"),
        doing.answer(megan, assessment, "gender", None),
        doing.write(megan, "note", "a" * 32, "He was nineteen.", note),
        doing.write(megan, "point", "b" * 32, "Ask about the shifts", {"assessment": assessment}),
        doing.remove(megan, assessment, "point", "b" * 32),
        doing.undo(megan, assessment),
        moves.move(megan, assessment, "ready"),
        recorded(megan, assessment, schedule_interview(megan, assessment, "2018-10-09T10:30")),
    ]
    for one in news:
        state = take(state, one)
        clock.advance(minutes=1)
    assert same(state, show(megan, assessment))


def test_each_piece_of_news_leads_to_what_the_store_says_at_that_moment(
    megan: Session, assessment: str
) -> None:
    state = show(megan, assessment)
    for question, value in (
        ("plan_safety_need", "no"),
        ("domestic_abuse", "yes"),
        ("plan_safety_need", "yes"),
    ):
        state = take(state, doing.answer(megan, assessment, question, value))
        assert same(state, show(megan, assessment))


def test_an_answer_makes_new_rows_only_where_something_changed(megan: Session, assessment: str) -> None:
    before = show(megan, assessment)
    after = take(before, doing.answer(megan, assessment, "assess_engage_diversity", "no"))
    changed = [new.id for new, old in zip(after.outline, before.outline, strict=True) if new is not old]
    assert changed == ["s2_1_1", "assess_engage_diversity"]


def test_routing_changes_rows_of_questions_far_away(megan: Session, assessment: str) -> None:
    before = show(megan, assessment)
    after = take(before, doing.answer(megan, assessment, "enforcement_needed", "no"))
    changed = {new.id for new, old in zip(after.outline, before.outline, strict=True) if new is not old}
    assert {"enforcement_needed", "deliver_engage_enforcement", "deliver_engage_again"} <= changed
    assert after.states["deliver_engage_again"] is State.SET_ASIDE


def test_what_another_assessment_records_is_left_out(megan: Session, assessment: str) -> None:
    other = allot(megan, 2)
    state = show(megan, assessment)
    news = doing.answer(megan, other, "gender", "female")
    assert take(state, news).sheet.answers == {}


def test_a_conflict_comes_with_both_its_sides(megan: Session, assessment: str) -> None:
    disagree(megan, assessment, "rosh_level", (MEGAN, "medium", None), (OWEN, "high", "RoSH summary"))
    state = show(megan, assessment)
    assert state.states["rosh_level"] is State.CONFLICT
    assert {(side.author, side.value) for side in state.sides["rosh_level"]} == {
        (MEGAN, "medium"),
        (OWEN, "high"),
    }
    decided = take(state, doing.answer(as_(megan, LEAD), assessment, "rosh_level", "high"))
    assert decided.sides == {}
    assert decided.states["rosh_level"] is State.ANSWERED


def test_answers_of_the_holder_before_are_inherited_until_confirmed_or_answered(
    megan: Session, assessment: str
) -> None:
    owen, lead = as_(megan, OWEN), as_(megan, LEAD)
    for question in ("assess_engage", "assess_desistance", "gender"):
        doing.answer(owen, assessment, question, "male" if question == "gender" else "yes")
    doing.answer(lead, assessment, "assess_safety", "yes")
    state = show(megan, assessment)
    assert inherited(state) == ("gender", "assess_engage", "assess_desistance")
    state = take(state, moves.confirm(megan, assessment, "gender"))
    state = take(state, doing.answer(megan, assessment, "assess_engage", "no"))
    assert inherited(state) == ("assess_desistance",)
    assert inherited(state) == inherited(show(megan, assessment))


def test_an_assessment_that_is_not_here_is_refused(megan: Session, assessment: str) -> None:
    with pytest.raises(Refusal, match="not in your store"):
        show(megan, "f" * 32)


def test_why_not_sufficient_stands_on_the_page_of_its_key_question(megan: Session, assessment: str) -> None:
    instrument = show(megan, assessment).sheet.instrument
    assert page_of(instrument, "assess_engage_why") == "assess_engage"
    assert page_of(instrument, "assess_engage_diversity") == "assess_engage_diversity"


def test_a_fact_verified_in_another_assessment_is_answered_here_and_says_where(tmp_path: Path) -> None:
    office = in_the_field(tmp_path)
    case = shared(office, SUPERVISION, VICTIMS)
    made, session = made_for(office, case), holder_of(office, case)
    before = show(session, made[VICTIMS])
    assert (before.progress.answered, before.progress.asked) == (0, 3)
    answer(session, made[SUPERVISION], "gender", "female")
    state = show(session, made[VICTIMS])
    assert (state.progress.answered, state.states["gender"]) == (1, State.ANSWERED)
    view = asking.question(state, "gender")
    assert view.proposal is not None
    assert (view.asked.value, view.clears) == ("female", False)
    assert view.takes == (view.proposal.value != "female")
    assert view.by.startswith("Verified in Supervision by you, ")
    state = take(state, recorded(session, made[VICTIMS], answer(session, made[VICTIMS], "gender", "male")))
    view = asking.question(state, "gender")
    assert (view.asked.value, view.clears) == ("male", True)
    assert "“Female” was answered in Supervision by you" in view.by
    assert same(state, show(session, made[VICTIMS]))
    state = take(state, recorded(session, made[VICTIMS], answer(session, made[VICTIMS], "gender", None)))
    assert asking.question(state, "gender").asked.value == "female"
    assert same(state, show(session, made[VICTIMS]))
    state = take(state, recorded(session, made[VICTIMS], answer(session, made[SUPERVISION], "gender", None)))
    assert asking.question(state, "gender").asked.value is None
    assert (state.progress.answered, state.states["gender"]) == (0, State.NOT_ANSWERED)
    office.close()
