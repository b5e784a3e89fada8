"""One question as it is shown."""

from model.answers import NOT_APPLICABLE
from tests.fieldwork import LEAD, MEGAN, OWEN, Clock, allot, as_, disagree
from ui.presenters.assessment import doing, moves
from ui.presenters.assessment.question import QuestionView, question
from ui.presenters.assessment.state import show
from ui.session import Session


def view(session: Session, assessment: str, id: str) -> QuestionView:
    return question(show(session, assessment), id)


def test_a_key_question_shows_its_prompts_and_under_a_no_its_whys(megan: Session, assessment: str) -> None:
    doing.answer(megan, assessment, "assess_engage_diversity", "no")
    doing.answer(megan, assessment, "assess_engage", "yes")
    shown = view(megan, assessment, "assess_engage")
    assert [(one.short, one.said.word) for one in shown.under] == [
        ("(a)", "Not answered"),
        ("(b)", "No"),
        ("(c)", "Not answered"),
    ]
    assert shown.whys == ()
    doing.answer(megan, assessment, "assess_engage", "no")
    (why,) = view(megan, assessment, "assess_engage").whys
    assert (why.id, why.choices[0].key) == ("assess_engage_why", "1")


def test_a_prompt_names_the_key_question_it_informs(megan: Session, assessment: str) -> None:
    shown = view(megan, assessment, "assess_engage_diversity")
    assert shown.above is not None
    assert shown.above.id == "assess_engage"
    assert shown.about == "2.1.1(b) · Prompt · published wording · 16 of 98"


def test_uncertain_letters_and_wordings_are_said(megan: Session, assessment: str) -> None:
    assert (
        "provisional wording, letter not published"
        in view(megan, assessment, "assess_engage_motivation").about
    )
    assert "our wording" in view(megan, assessment, "rosh_level").about


def test_who_answered_and_when(megan: Session, assessment: str, clock: Clock) -> None:
    doing.answer(megan, assessment, "gender", "male")
    assert view(megan, assessment, "gender").by == "Answered by you, 09:30"
    doing.answer(as_(megan, LEAD), assessment, "gender", "female")
    clock.advance(days=1)
    assert view(megan, assessment, "gender").by == "Answered by Ffion Lewis, yesterday 09:30"
    doing.answer(megan, assessment, "gender", None)
    assert view(megan, assessment, "gender").by == ""


def test_what_the_list_says_is_proposed_and_never_answered(megan: Session, assessment: str) -> None:
    shown = view(megan, assessment, "rosh_level")
    assert shown.proposal is not None
    assert (shown.proposal.words, shown.takes, shown.asked.value) == ("Medium", True, None)
    doing.answer(megan, assessment, "rosh_level", "medium")
    assert not view(megan, assessment, "rosh_level").takes


def test_set_aside_says_which_answer_set_it_aside_and_keeps_what_was_answered(
    megan: Session, assessment: str
) -> None:
    doing.answer(megan, assessment, "plan_safety_need", "yes")
    doing.answer(megan, assessment, "plan_safety", "yes")
    doing.answer(megan, assessment, "plan_safety_need", "no")
    shown = view(megan, assessment, "plan_safety")
    assert not shown.open
    assert shown.asked.value == "yes"
    assert "2.2.3 need is “Yes”" in shown.why_not
    assert [(one.id, one.said.word) for one in shown.deciding] == [
        ("plan_safety_need", "No: no risk of harm to others")
    ]


def test_not_known_yet_leads_to_what_decides_and_may_be_answered(megan: Session, assessment: str) -> None:
    shown = view(megan, assessment, "deliver_engage_enforcement")
    assert shown.open
    assert shown.why_not.startswith("Not known yet")
    assert [one.code for one in shown.deciding] == ["F8"]


def test_a_conflict_is_shown_side_by_side_and_not_answered(megan: Session, assessment: str) -> None:
    disagree(megan, assessment, "rosh_level", (MEGAN, "medium", None), (OWEN, "high", "RoSH summary of July"))
    shown = view(megan, assessment, "rosh_level")
    sides = {(side.words, side.who, side.when, side.reason) for side in shown.sides}
    assert sides == {("Medium", "you", "09:30", ""), ("High", "Owen Hart", "09:30", "RoSH summary of July")}
    assert not shown.open
    assert shown.by == ""
    assert (shown.disputed, shown.is_disputed) == ("rosh_level", True)


def test_a_conflict_is_decided_here_by_whoever_may_and_others_are_told_who_does(
    megan: Session, assessment: str
) -> None:
    disagree(megan, assessment, "rosh_level", (MEGAN, "medium", None), (OWEN, "high", "RoSH summary of July"))
    for person, settles in ((MEGAN, True), (LEAD, True), (OWEN, False)):
        shown = view(as_(megan, person), assessment, "rosh_level")
        assert shown.settles is settles
        assert len(shown.sides) == 2
        words = "Decide which holds" if settles else "Megan Price, the lead inspector or the office decides"
        assert words in shown.why_not


def test_a_conflict_in_the_reasons_of_a_no_is_decided_with_its_key_question(
    megan: Session, assessment: str
) -> None:
    doing.answer(megan, assessment, "assess_engage", "no")
    why = view(megan, assessment, "assess_engage").whys[0]
    codes = [choice.code for choice in why.choices]
    disagree(megan, assessment, why.id, (MEGAN, (codes[0],), None), (LEAD, (codes[1],), None))
    shown = view(megan, assessment, "assess_engage")
    assert (shown.disputed, shown.is_disputed, shown.settles, shown.open) == (why.id, False, True, True)
    assert {side.words for side in shown.sides} == {why.choices[0].words, why.choices[1].words}
    assert shown.whys == ()


def test_not_applicable_offers_the_questions_own_reason_first(megan: Session, assessment: str) -> None:
    shown = view(megan, assessment, "assess_safety_victims")
    assert shown.reasons[0] == "Nothing points to any actual or potential victim, after somebody looked"
    assert shown.asked.choices[-1].code == NOT_APPLICABLE
    doing.answer(megan, assessment, "assess_safety_victims", NOT_APPLICABLE, shown.reasons[0])
    assert view(megan, assessment, "assess_safety_victims").reason == shown.reasons[0]
    key = view(megan, assessment, "assess_engage")
    assert key.reasons == ()
    assert NOT_APPLICABLE not in [choice.code for choice in key.asked.choices]


def test_an_inherited_answer_names_its_author_to_the_holder_only(megan: Session, assessment: str) -> None:
    doing.answer(as_(megan, OWEN), assessment, "assess_engage", "yes")
    assert view(megan, assessment, "assess_engage").inherited == "Owen Hart"
    assert view(as_(megan, LEAD), assessment, "assess_engage").inherited == ""
    moves.confirm(megan, assessment, "assess_engage")
    assert view(megan, assessment, "assess_engage").inherited == ""


def test_a_closed_assessment_is_read_only(megan: Session) -> None:
    assessment = allot(megan, 9)
    moves.move(megan, assessment, "cannot_inspect", "The record is with the court")
    shown = view(megan, assessment, "gender")
    assert (shown.open, shown.writable) == (False, False)
    assert "Reopen it" in shown.why_not


def test_notes_and_points_of_this_question_only(megan: Session, assessment: str) -> None:
    for at, asked in enumerate(("assess_engage", "assess_safety")):
        beside = {"assessment": assessment, "question": asked, "source": "Contact log", "date": "2018-05-03"}
        doing.write(megan, "note", f"{at:032x}", f"About {asked}", beside)
    (note,) = view(megan, assessment, "assess_safety").notes
    assert (note.text, note.about) == ("About assess_safety", "Contact log · 3 May 2018 · you, 09:30")
    assert view(megan, assessment, "assess_safety").points == ()
    assert view(megan, assessment, "assess_safety").evidence
    assert not view(megan, assessment, "gender").evidence


def test_guidance_comes_in_its_five_parts_with_whose_it_is(megan: Session, assessment: str) -> None:
    shown = view(megan, assessment, "assess_engage")
    assert [heading for heading, _ in shown.guidance] == [
        "What to look for",
        "Where in the record",
        "What sufficient means",
        "When it does not apply",
        "A common slip",
    ]
    assert shown.guidance_wording == "Our guidance, not the inspectorate’s"
