"""A conflict on the assessment page: both sides with who, when and why, and a decision by whoever may."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.fieldwork import LEAD, MEGAN, OWEN, as_, disagree
from ui.reading import cases
from ui.session import Session
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.shortcuts import Shortcut

Press = Callable[..., None]
KEY = Qt.Key
QUESTION = "rosh_level"


@pytest.fixture(autouse=True)
def disputed(megan: Session, assessment: str) -> None:
    disagree(megan, assessment, QUESTION, (MEGAN, "medium", None), (OWEN, "high", "RoSH summary of July"))


def words(page: AssessmentPage) -> str:
    return page.pane.notices._why.text()


def test_the_holder_decides_by_key_and_with_a_reason(
    page: AssessmentPage, press: Press, megan: Session, assessment: str, qtbot: Any, said: Any
) -> None:
    page.open(assessment, question=QUESTION)
    deciding = page.pane.deciding
    assert "Decide which holds" in words(page)
    hints = {button.text(): button.accessibleDescription() for button in deciding.sides.buttons.values()}
    assert "Owen Hart" in hints["High"]
    assert "Reason: RoSH summary of July" in hints["High"]
    assert hints["Medium"].startswith("You, ")
    assert not page.pane.answering.isVisible()
    assert Shortcut.SIDE in page.in_place()
    high = list(hints).index("High")
    press([KEY.Key_1, KEY.Key_2][high])
    deciding.reasoned.button.click()
    assert "needs a reason" in deciding.reasoned.row.problem()
    qtbot.keyClicks(deciding.reasoned.reason, "The summary of July says so, 2 pages")
    deciding.reasoned.button.click()
    held = cases.sheet(megan, assessment)
    assert (held.answers[QUESTION].value, held.answers[QUESTION].conflict) == ("high", False)
    assert held.recorded[QUESTION].reason == "The summary of July says so, 2 pages"
    assert deciding.isHidden()
    assert page.pane.answering.isVisible()
    assert page.parts.question_area.hasFocus()
    assert said.named("announce")[-1] == "Decided."
    press(KEY.Key_1)
    assert cases.sheet(megan, assessment).answers[QUESTION].value == "low"


def test_a_decision_that_is_undone_is_open_again(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    page.open(assessment, question=QUESTION)
    press(KEY.Key_1)
    page.pane.deciding.reasoned.reason.setPlainText("Read again")
    page.pane.deciding.reasoned.button.click()
    press(KEY.Key_U)
    assert cases.sheet(megan, assessment).answers[QUESTION].conflict
    assert page.pane.deciding.isVisible()
    assert page.pane.deciding.reasoned.reason.text() == ""


def test_no_other_key_decides(page: AssessmentPage, press: Press, megan: Session, assessment: str) -> None:
    page.open(assessment, question=QUESTION)
    press(KEY.Key_1, KEY.Key_4, KEY.Key_T, KEY.Key_Delete, KEY.Key_J, KEY.Key_K)
    assert cases.sheet(megan, assessment).answers[QUESTION].conflict


def test_what_was_begun_stays_while_a_note_is_written(
    page: AssessmentPage, press: Press, megan: Session, assessment: str, qtbot: Any
) -> None:
    page.open(assessment, question=QUESTION)
    page.pane.deciding.reasoned.reason.setPlainText("The summary")
    page.writes.begin("note")
    qtbot.keyClicks(QApplication.focusWidget(), "Seen in July")
    press(KEY.Key_Escape)
    assert cases.sheet(megan, assessment).of("note")
    assert page.pane.deciding.reasoned.reason.text() == "The summary"


def test_another_inspector_sees_both_sides_and_who_decides(
    make_desk: Callable[..., Any], qtbot: Any, megan: Session, assessment: str
) -> None:
    page = AssessmentPage(make_desk(as_(megan, OWEN)))
    qtbot.addWidget(page)
    page.show()
    page.open(assessment, question=QUESTION)
    assert "Megan Price, the lead inspector or the office decides" in words(page)
    assert page.pane.notices._conflict.isVisible()
    assert page.pane.deciding.isHidden()
    assert Shortcut.SIDE not in page.in_place()


def test_the_reasons_of_a_no_are_decided_under_their_own_heading(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_N)
    assert page.pane.view is not None
    why = page.pane.view.whys[0]
    first, second = why.choices[0].code, why.choices[1].code
    disagree(megan, assessment, why.id, (MEGAN, (first,), None), (LEAD, (second,), None))
    page.open(assessment, question="assess_engage")
    assert page.pane.answering.isVisible()
    assert page.pane.deciding.isVisible()
    assert page.pane._disputed.text().endswith(why.text)
    page.pane.deciding.sides.press("0")
    page.pane.deciding.reasoned.reason.setPlainText("Read again")
    page.pane.deciding.reasoned.button.click()
    assert not cases.sheet(megan, assessment).answers[why.id].conflict
    assert page.pane.view.whys
