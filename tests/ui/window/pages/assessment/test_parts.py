"""How the parts share the width, and that nothing in them is clipped at any size of text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.fieldwork import MEGAN, OWEN, as_, disagree
from ui.actions.answer import answer
from ui.session import Session
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.theme import Appearance, Choice, Look

Press = Callable[..., None]
KEY = Qt.Key


def test_guidance_is_hidden_and_shown(page: AssessmentPage, press: Press, assessment: str) -> None:
    page.open(assessment)
    assert page.parts.side_area.isVisible()
    press(KEY.Key_G)
    assert not page.parts.side_area.isVisible()
    press(KEY.Key_J, KEY.Key_G)
    assert page.parts.side_area.isVisible()


def test_above_150_per_cent_guidance_unfolds_below_the_answers(
    page: AssessmentPage, press: Press, appearance: Appearance, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    for scale, beside in ((100, True), (150, True), (175, False), (200, False)):
        page.resize(1300, 700)
        appearance.set(Look(Choice.LIGHT, scale))
        QApplication.processEvents()
        assert page.parts.side_area.isVisible() is beside
    assert not page.parts.side.isVisible()
    press(KEY.Key_G)
    assert page.parts.side.isVisible()
    assert page.pane.isAncestorOf(page.parts.side)
    press(KEY.Key_J)
    assert not page.parts.side.isVisible()
    appearance.set(Look(Choice.LIGHT, 100))
    QApplication.processEvents()
    assert page.parts.side_area.widget() is page.parts.side


def test_a_narrow_page_folds_the_outline_which_one_key_brings(
    page: AssessmentPage, press: Press, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    page.resize(820, 600)
    assert not page.parts.outline.isVisible()
    press(KEY.Key_L)
    assert page.parts.outline.isVisible()
    press(KEY.Key_Down, KEY.Key_Return)
    assert page.question == "assess_engage"
    assert not page.parts.outline.isVisible()
    press(KEY.Key_L, KEY.Key_L)
    assert page.parts.asks()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize(
    "question",
    ["assess_engage", "plan_safety", "rosh_level", "assess_safety_victims", "features", "sentence_type"],
)
def test_nothing_is_clipped_nameless_or_overlapping(
    page: AssessmentPage,
    megan: Session,
    assessment: str,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    question: str,
    scale: int,
) -> None:
    answer(megan, assessment, "assess_engage", "no")
    answer(megan, assessment, "plan_safety_need", "no")
    disagree(
        megan, assessment, "rosh_level", (MEGAN, "medium", None), (OWEN, "high", "RoSH summary of 3 July")
    )
    answer(megan, assessment, "assess_safety_victims", "not_applicable", "No victim can be named " * 5)
    page.open(assessment, question=question)
    page.writes.begin("note")
    appearance.set(Look(Choice.LIGHT, scale))  # after drawing: what is shown already grows too
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    assert faults(page) == []


@pytest.mark.parametrize("scale", [100, 200])
def test_completing_is_not_clipped(
    page: AssessmentPage,
    megan: Session,
    assessment: str,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
) -> None:
    answer(megan, assessment, "assess_engage", "no")
    answer(as_(megan, OWEN), assessment, "assess_safety", "yes")
    page.open(assessment)
    page.parts.strip.press("Complete …")
    appearance.set(Look(Choice.DARK, scale))
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    assert faults(page) == []
