"""Moving an assessment on, from the strip to the store."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.presenters.assessment import moves
from ui.reading import cases
from ui.session import Session
from ui.window.pages.assessment.page import AssessmentPage

Press = Callable[..., None]
KEY = Qt.Key


def stored(session: Session, assessment: str, question: str) -> object:
    held = cases.sheet(session, assessment).answers.get(question)
    return held.value if held else None


def test_completing_lists_what_is_missing_and_leads_there(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    moves.move(megan, assessment, "reading")
    page.open(assessment, question="gender")
    move = next(one for one in moves.offered(page.state) if one.lists)  # type: ignore[arg-type]
    page.parts.strip.press(move.words)
    assert page.parts.stack.currentWidget() is page.parts.completing_area
    press(KEY.Key_Return)
    assert page.question == "assess_engage"
    assert page.parts.asks()
    page.parts.strip.press(move.words)
    press(KEY.Key_Escape)
    assert page.parts.asks()


def test_while_something_else_stands_in_its_place_the_answers_keys_rest(
    page: AssessmentPage, press: Press, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="gender")
    page.parts.strip.press("Cannot be inspected …")
    press(KEY.Key_Tab)
    press(KEY.Key_1)
    assert stored(megan, assessment, "gender") is None


def test_a_case_that_cannot_be_inspected_and_its_way_back(
    page: AssessmentPage, press: Press, qtbot: Any, megan: Session, assessment: str, said: Any
) -> None:
    page.open(assessment, question="gender")
    page.parts.strip.press("Cannot be inspected …")
    press(KEY.Key_Return)
    assert cases.sheet(megan, assessment).assessment.state == "not_started"
    qtbot.keyClicks(QApplication.focusWidget(), "The record is with the court")
    press(KEY.Key_Return)
    held = cases.sheet(megan, assessment).assessment
    assert (held.state, held.state_reason) == ("cannot_inspect", "The record is with the court")
    assert said.named("announce")[-1] == "Now: Cannot be inspected."
    press(KEY.Key_1)
    assert stored(megan, assessment, "gender") is None
    assert page.parts.strip.offered() == ("Reopen …",)
