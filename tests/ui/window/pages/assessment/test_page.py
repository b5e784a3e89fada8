"""Answering on the page, by keyboard, with what the store says afterwards."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.fieldwork import LEAD, OWEN, allot, as_
from ui.actions.answer import answer
from ui.presenters.assessment import moves
from ui.reading import cases
from ui.session import Session
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.shortcuts import ASSESSMENT, BOTH, Shortcut

Press = Callable[..., None]
KEY = Qt.Key


def stored(session: Session, assessment: str, question: str) -> object:
    held = cases.sheet(session, assessment).answers.get(question)
    return held.value if held else None


def test_it_opens_at_the_first_gap_or_where_it_is_told(
    page: AssessmentPage, assessment: str, said: Any
) -> None:
    page.open(assessment)
    assert page.question == "gender"
    page.open(assessment, question="assess_engage")
    assert page.question == "assess_engage"
    assert said.named("place")[-1].case == "4001"


def test_a_key_answers_and_the_page_stays(
    page: AssessmentPage, press: Press, megan: Session, assessment: str, said: Any
) -> None:
    page.open(assessment, question="assess_engage_diversity")
    press(KEY.Key_Y)
    assert stored(megan, assessment, "assess_engage_diversity") == "yes"
    assert page.question == "assess_engage_diversity"
    assert said.named("saved") == ["2018-10-08T09:30:00Z"]
    view = page.pane.view
    assert view is not None
    assert view.asked.value == "yes"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().endswith(". Yes")
    press(KEY.Key_Return)
    assert page.question == "assess_engage_involvement"
    press(KEY.Key_K)
    assert page.question == "assess_engage_diversity"


def test_under_a_no_the_digits_say_why(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    assert page.pane.whys.isHidden()
    press(KEY.Key_N, KEY.Key_1, KEY.Key_3)
    assert stored(megan, assessment, "assess_engage") == "no"
    assert stored(megan, assessment, "assess_engage_why") == ("diversity", "maturity")
    press(KEY.Key_1)
    assert stored(megan, assessment, "assess_engage_why") == ("maturity",)
    press(KEY.Key_Y)
    assert page.pane.whys.isHidden()
    press(KEY.Key_1)
    assert stored(megan, assessment, "assess_engage_why") == ("maturity",)


def test_not_applicable_asks_for_a_reason_and_one_key_gives_it(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_safety_victims")
    press(KEY.Key_A)
    assert stored(megan, assessment, "assess_safety_victims") is None
    press(KEY.Key_2)
    held = cases.sheet(megan, assessment).answers["assess_safety_victims"]
    assert (held.value, held.reason) == ("not_applicable", "Nothing in this case called for it")
    assert page.parts.question_area.hasFocus()
    press(KEY.Key_Y)
    assert stored(megan, assessment, "assess_safety_victims") == "yes"


def test_a_reason_can_be_typed_or_left(
    page: AssessmentPage, press: Press, qtbot: Any, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_safety_victims")
    press(KEY.Key_A, KEY.Key_Escape)
    assert page.pane.reasons.isHidden()
    assert stored(megan, assessment, "assess_safety_victims") is None
    press(KEY.Key_A)
    reasons = page.pane.reasons
    reasons.typed.setFocus()
    press(KEY.Key_Return)
    assert not reasons.isHidden()
    qtbot.keyClicks(reasons.typed, "Nobody lives near")
    press(KEY.Key_Return)
    assert cases.sheet(megan, assessment).answers["assess_safety_victims"].reason == "Nobody lives near"


def test_what_applies_to_every_case_cannot_be_not_applicable(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_A)
    assert page.pane.reasons.isHidden()
    assert stored(megan, assessment, "assess_engage") is None


def test_clear_and_undo(page: AssessmentPage, press: Press, megan: Session, assessment: str) -> None:
    page.open(assessment, question="gender")
    press(KEY.Key_1, KEY.Key_Delete)
    assert stored(megan, assessment, "gender") is None
    press(KEY.Key_Delete)
    press(KEY.Key_J, KEY.Key_U)
    assert page.question == "gender"
    assert stored(megan, assessment, "gender") == "male"


def test_nothing_to_undo_is_refused_in_words(
    page: AssessmentPage, press: Press, assessment: str, said: Any
) -> None:
    page.open(assessment)
    press(KEY.Key_U)
    assert "nothing of yours" in said.named("refuse")[0].happened


def test_next_gap_leads_to_a_why_with_its_key_question(
    page: AssessmentPage, press: Press, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_N, KEY.Key_F)
    assert page.question == "assess_engage"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.pane.whys.isAncestorOf(focus)
    press(KEY.Key_2, KEY.Key_F)
    assert page.question == "assess_desistance_factors"


def test_the_ends_are_said(page: AssessmentPage, press: Press, assessment: str, said: Any) -> None:
    page.open(assessment, question="gender")
    press(KEY.Key_K)
    page.go("review_safety_need")
    press(KEY.Key_1, KEY.Key_J)
    assert said.named("announce") == ["This is the first question.", "This is the last question."]


def test_the_list_is_taken_over_with_one_key(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="rosh_level")
    assert stored(megan, assessment, "rosh_level") is None
    press(KEY.Key_T)
    assert stored(megan, assessment, "rosh_level") == "medium"


def test_what_is_set_aside_takes_no_key(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    answer(megan, assessment, "plan_safety_need", "no")
    page.open(assessment, question="plan_safety")
    press(KEY.Key_Y, KEY.Key_N)
    assert stored(megan, assessment, "plan_safety") is None


def test_an_inherited_answer_is_confirmed_as_ones_own(
    page: AssessmentPage, megan: Session, assessment: str, qtbot: Any
) -> None:
    answer(as_(megan, OWEN), assessment, "assess_engage", "yes")
    page.open(assessment, question="assess_engage")
    page.pane.notices.confirm.emit()
    assert cases.sheet(megan, assessment).confirmed == {"assess_engage"}
    view = page.pane.view
    assert view is not None
    assert view.inherited == ""


def test_a_refused_answer_is_drawn_as_it_stands(
    page: AssessmentPage, press: Press, megan: Session, assessment: str, said: Any
) -> None:
    page.open(assessment, question="gender")
    moves.move(megan, assessment, "cannot_inspect", "The record is with the court")
    press(KEY.Key_1)
    assert "closed" in said.named("refuse")[0].happened
    view = page.pane.view
    assert view is not None
    assert view.asked.value is None


def test_history_is_shown_and_kept_up(page: AssessmentPage, press: Press, assessment: str) -> None:
    page.open(assessment, question="gender")
    press(KEY.Key_1, KEY.Key_H)
    assert page.parts.side.accessibleName() == "History of F1"
    before = len(page.parts.side.children())
    press(KEY.Key_2)
    assert len(page.parts.side.children()) > before
    press(KEY.Key_H)
    assert page.parts.side.accessibleName() == "Guidance"
    press(KEY.Key_H, KEY.Key_J)
    assert page.parts.side.accessibleName() == "Guidance"


def test_the_outline_opens_what_is_chosen(page: AssessmentPage, press: Press, assessment: str) -> None:
    page.open(assessment, question="gender")
    press(KEY.Key_L)
    assert page.parts.outline.hasFocus()
    press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert page.question == "ethnic_group"
    press(KEY.Key_1)
    assert page.pane.view is not None
    assert page.pane.view.asked.value == "white"


def test_what_somebody_else_holds_is_read_with_their_name(page: AssessmentPage, megan: Session) -> None:
    assessment = allot(megan, 2, holder=OWEN)
    answer(as_(megan, LEAD), assessment, "gender", "male")
    page.open(assessment, question="gender")
    view = page.pane.view
    assert view is not None
    assert view.by == "Answered by Ffion Lewis, 09:30"


def test_opening_another_case_shows_that_one(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    other = allot(megan, 2)
    page.open(assessment, question="gender")
    press(KEY.Key_1)
    page.open(other, question="gender")
    press(KEY.Key_2)
    assert (stored(megan, assessment, "gender"), stored(megan, other, "gender")) == ("male", "female")


def test_tab_goes_through_the_page_as_it_is_read(page: AssessmentPage, press: Press, assessment: str) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_N)
    names = []
    for _ in range(8):
        press(KEY.Key_Tab)
        focus = QApplication.focusWidget()
        names.append(focus.accessibleName() if focus is not None else "")
    assert [name.split(":")[0] for name in names[:3]] == [
        "Go to 2.1.1(a)",
        "Go to 2.1.1(b)",
        "Go to 2.1.1(c)",
    ]
    assert names[3] in ("Yes", "No")
    assert "Clear" in names[4:6]
    assert names.index("Clear") < names.index("History")
    assert names[names.index("History") + 1].startswith("Diversity or personal circumstances")


def test_every_shortcut_of_the_page_and_every_answer_is_in_the_keyboard_map(
    page: AssessmentPage, assessment: str
) -> None:
    page.open(assessment, question="assess_safety_victims")
    bound = {one.shortcut for one in page.bound}
    page_keys = {one for one in Shortcut if one.where in (ASSESSMENT, BOTH)}
    assert page_keys - bound - {*page.in_place()} == {Shortcut.NOT_APPLICABLE}
    assert ("A", "Not applicable") in page.hints()
    assert ("Y", "Yes") in page.hints()
