"""Going through the questions."""

from ui.presenters.assessment import doing, going
from ui.presenters.assessment.state import AssessmentState, show
from ui.session import Session


def answered(session: Session, assessment: str, **answers: str) -> AssessmentState:
    for question, value in answers.items():
        doing.answer(session, assessment, question, value)
    return show(session, assessment)


def test_the_first_question_is_the_first_gap(megan: Session, assessment: str) -> None:
    assert going.first(show(megan, assessment)) == "gender"
    assert going.first(answered(megan, assessment, gender="male")) == "age_group"


def test_next_and_before_leave_out_what_is_set_aside_and_what_stands_with_its_key_question(
    megan: Session, assessment: str
) -> None:
    state = answered(megan, assessment, plan_safety_need="no", assess_engage="no")
    assert going.after(state, "plan_safety_need") == "deliver_engage_start"
    assert going.before(state, "deliver_engage_start") == "plan_safety_need"
    assert going.after(state, "assess_engage") == "assess_desistance_factors"
    assert going.after(state, "assess_engage_why") == "assess_desistance_factors"


def test_there_is_an_end_and_a_beginning(megan: Session, assessment: str) -> None:
    state = show(megan, assessment)
    assert going.before(state, "gender") is None
    assert going.after(state, going.order(state)[-1]) is None


def test_the_next_gap_may_be_a_why_and_comes_round_from_the_end(megan: Session, assessment: str) -> None:
    state = answered(megan, assessment, assess_engage="no")
    assert going.next_gap(state, "assess_engage") == "assess_engage_why"
    assert going.next_gap(state, going.order(state)[-1]) == "gender"


def test_nothing_missing_is_none(megan: Session, assessment: str) -> None:
    state = show(megan, assessment)
    while (gap := going.next_gap(state, None)) is not None:
        asked = state.sheet.instrument.question(gap)
        code = asked.options[-1].code if asked.part == "need" else asked.options[0].code
        state = answered(megan, assessment, **{gap: (code,) if asked.kind == "several" else code})  # type: ignore[arg-type]
    assert state.progress.answered == state.progress.asked


def test_the_place_counts_what_is_asked(megan: Session, assessment: str) -> None:
    state = answered(megan, assessment, plan_safety_need="no")
    assert going.place(state, "gender")[0] == 1
    assert going.place(state, "plan_safety")[0] == 0
    assert going.place(show(megan, assessment), "gender")[1] < len(state.states)
