"""The page of one case, by keyboard, with what the store says afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.fieldwork import Clock, allot, begin
from ui.actions.answer import answer
from ui.actions.write import write
from ui.presenters.assessment import moves
from ui.reading import cases
from ui.session import Session
from ui.window.pages.case.page import CasePage
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.buttons import Button

KEY = Qt.Key


@pytest.fixture
def megan(tmp_path: Path) -> Iterator[Session]:
    session = begin(tmp_path, clock=Clock())
    yield session
    session.store.close()


@pytest.fixture
def assessment(megan: Session) -> str:
    return allot(megan, 1)


@pytest.fixture
def page(qtbot: Any, make_desk: Callable[..., Any], megan: Session, assessment: str) -> CasePage:
    made = CasePage(make_desk(megan))
    qtbot.addWidget(made)
    made.resize(1198, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.open(assessment)
    made.setFocus()
    return made


@pytest.fixture
def press(qtbot: Any, page: CasePage) -> Callable[..., None]:
    def pressed(*keys: Any) -> None:
        for key in keys:
            if isinstance(key, str):
                qtbot.keyClicks(QApplication.focusWidget() or page, key)
            else:
                qtbot.keyClick(QApplication.focusWidget() or page, key)

    return pressed


def button(page: QWidget, words: str) -> Button:
    QApplication.processEvents()
    return next(one for one in page.findChildren(Button) if one.text() == words and one.isVisible())


def test_an_editor_opened_by_key_is_in_sight_however_far_down_it_stands(
    page: CasePage, press: Callable[..., None], appearance: Appearance, qtbot: Any
) -> None:
    appearance.set(Look(Choice.LIGHT, 200))
    press(KEY.Key_R)
    text = page.alerts.editor.text
    assert text.hasFocus()
    qtbot.waitUntil(lambda: text.visibleRegion().boundingRect().height() == text.height())


def test_keys_lead_to_the_assessment_and_its_paper(
    page: CasePage, press: Callable[..., None], assessment: str, said: Any
) -> None:
    press(KEY.Key_O, KEY.Key_B)
    assert said.named("navigate") == [
        ("assessment", {"assessment": assessment}),
        ("papers", {"assessment": assessment}),
    ]
    assert said.named("place")[-1].case == "4001"


def test_a_fact_leads_to_its_question(page: CasePage, assessment: str, said: Any) -> None:
    next(one for one in page.facts.findChildren(Button) if one.text() == "F10").click()
    assert said.named("navigate") == [("assessment", {"assessment": assessment, "question": "rosh_level"})]


def test_a_chronology_is_written_changed_removed_and_brought_back(
    page: CasePage, press: Callable[..., None], megan: Session, assessment: str
) -> None:
    press(
        KEY.Key_D,
        "Released on licence",
        KEY.Key_Tab,
        "9 Apr 18",
        KEY.Key_Return,
        "Contact log",
        KEY.Key_Escape,
    )
    (line,) = cases.sheet(megan, assessment).of("line")
    assert (line.text, line.date, line.source) == ("Released on licence", "2018-04-09", "Contact log")
    button(page.lines, "Change").click()
    press(KEY.Key_End, "; first appointment kept", KEY.Key_Escape)
    (line,) = cases.sheet(megan, assessment).of("line")
    assert line.text == "Released on licence; first appointment kept"
    button(page.lines, "Remove").click()
    assert cases.sheet(megan, assessment).of("line") == ()
    page.setFocus()
    press(KEY.Key_U)
    assert len(cases.sheet(megan, assessment).of("line")) == 1
    assert page.lines.list.isVisible()


def test_a_point_is_added(
    page: CasePage, press: Callable[..., None], megan: Session, assessment: str
) -> None:
    press(KEY.Key_P, "Who decided that?", KEY.Key_Escape)
    (point,) = cases.sheet(megan, assessment).of("point")
    assert (point.text, point.question) == ("Who decided that?", "")


def test_an_alert_is_raised_and_closed_with_what_came_of_it(
    page: CasePage, press: Callable[..., None], megan: Session, assessment: str
) -> None:
    press(
        KEY.Key_R, "He has her new address", KEY.Key_Tab, "Jane Holt", KEY.Key_Return, "today", KEY.Key_Escape
    )
    (alert,) = cases.sheet(megan, assessment).of("alert")
    assert (alert.state, alert.told, alert.date) == ("open", "Jane Holt", "2018-10-08")
    button(page.alerts, "Close …").click()
    press(KEY.Key_Return)
    assert page.alerts.closing.isVisible()
    press("She was moved", KEY.Key_Return)
    (alert,) = cases.sheet(megan, assessment).of("alert")
    assert alert.state == "closed"
    assert not page.alerts.closing.isVisible()
    button(page.alerts, "Open it again").click()
    (alert,) = cases.sheet(megan, assessment).of("alert")
    assert alert.state == "open"


def test_the_time_of_the_interview_is_set_and_taken_back(
    page: CasePage, press: Callable[..., None], megan: Session, assessment: str, said: Any
) -> None:
    press(KEY.Key_I, "9 Oct", KEY.Key_Tab, "half past", KEY.Key_Return)
    assert cases.sheet(megan, assessment).assessment.interview == ""
    page.interview.clock.selectAll()
    page.interview.clock.setFocus()
    press("10.30", KEY.Key_Return)
    assert cases.sheet(megan, assessment).assessment.interview == "2018-10-09T10:30"
    assert said.named("saved")
    for field in (page.interview.day, page.interview.clock):
        field.clear()
    page.interview.set_button.click()
    assert cases.sheet(megan, assessment).assessment.interview == ""


def test_a_closed_case_takes_alerts_and_nothing_else(
    page: CasePage, press: Callable[..., None], megan: Session, assessment: str
) -> None:
    moves.move(megan, assessment, "cannot_inspect", "The record is with the court")
    page.open(assessment)
    assert page.because.isVisible()
    assert not page.lines.add.isVisible()
    press(KEY.Key_D)
    assert not page.lines.editor.is_open()
    press(KEY.Key_R, "He has her new address")
    page.leave()
    assert len(cases.sheet(megan, assessment).of("alert")) == 1


def test_leaving_hands_over_what_is_being_written(
    page: CasePage, press: Callable[..., None], megan: Session, assessment: str
) -> None:
    press(KEY.Key_D, "Half a sen")
    page.leave()
    (line,) = cases.sheet(megan, assessment).of("line")
    assert line.text == "Half a sen"


def test_other_cases_of_the_officer_lead_there(
    page: CasePage, megan: Session, assessment: str, said: Any
) -> None:
    other = allot(megan, 2)
    page.open(assessment)
    button(page.others, "4002  Not started").click()
    assert said.named("navigate") == [("case", {"assessment": other})]


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("full", [False, True])
def test_nothing_is_clipped_nameless_or_overlapping(
    page: CasePage,
    megan: Session,
    assessment: str,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
    choice: Choice,
    full: bool,
) -> None:
    if full:
        for number in range(2, 6):
            allot(megan, number)
        answer(megan, assessment, "rosh_level", "very_high")
        for id, kind in (("1", "line"), ("2", "point"), ("3", "alert")):
            words, day = "A long account of what happened. " * 8, "2018-05-28"
            write(megan, kind, id * 32, words, assessment=assessment, date=day)
    page.open(assessment)
    appearance.set(Look(choice, scale))  # after drawing: what is shown already grows too
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    if full:
        for part in (page.lines, page.points, page.alerts):
            part.wanted.emit(part.kind, "")
        assert all(isinstance(line, QLineEdit) for line in page.lines.editor.lines.values())
    assert faults(page) == []
