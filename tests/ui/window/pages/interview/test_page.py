"""The interview view on the screen: it can lie open before the officer, and leads to what is asked."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.office import Office
from tests.several import SUPERVISION, list_of, several
from ui.actions import allocate, officers
from ui.actions.answer import answer
from ui.actions.interview import give_interview
from ui.actions.write import write
from ui.reading import cases, interviews
from ui.session import Session
from ui.window.pages.interview.page import InterviewPage
from ui.window.theme import Appearance, Choice, Look


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Six cases of two officers, all held by Ann; Ann asks the first officer, Bilal the second."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(6), officers=2), SUPERVISION)
    made.draw(6, SUPERVISION)
    shares = allocate.propose(made.session, SUPERVISION, [made.id("Ann Archer")])
    allocate.allocate_cases(made.session, SUPERVISION, shares)
    officers.confirm(made.session, interviews.directory(made.session).proposals)
    for known, name in zip(
        interviews.directory(made.session).known, ("Ann Archer", "Bilal Chowdhury"), strict=True
    ):
        give_interview(made.session, known.officer.id, made.id(name))
    yield made.hand_out()
    made.close()


@pytest.fixture
def ann(office: Office) -> Session:
    return office.people["Ann Archer"]


def of_officer(session: Session, at: int) -> str:
    """An assessment of a case of the first or the second officer."""
    name = f"Supervision {at}"
    known = next(one for one in interviews.directory(session).known if one.officer.name == name)
    made = (one for one, _ in cases.assessments(session).values())
    return next(one.id for one in made if one.case == known.cases[0].id)


@pytest.fixture
def page(make_desk: Callable[..., Any], ann: Session, show: Callable[..., Any]) -> InterviewPage:
    made: InterviewPage = show(InterviewPage(make_desk(ann)), assessment=of_officer(ann, 0))
    return made


def words(page: InterviewPage) -> str:
    QApplication.processEvents()
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_it_leads_to_the_officers_own_items_and_to_the_paper(
    page: InterviewPage, ann: Session, said: Any
) -> None:
    assert page.state is not None
    assert "You ask" in words(page)
    QTest.keyClick(page.ask_button, Qt.Key.Key_O)
    QTest.keyClick(page.ask_button, Qt.Key.Key_B)
    (own, paper) = said.named("navigate")
    assert own == ("assessment", {"assessment": page.state.own[0][0]})
    assert paper[0] == "papers"
    assert paper[1]["subject"] == page.state.subject


def test_of_an_officer_whom_a_colleague_asks_only_the_cases_are_asked_about(
    make_desk: Callable[..., Any], ann: Session, show: Callable[..., Any]
) -> None:
    page: InterviewPage = show(InterviewPage(make_desk(ann)), assessment=of_officer(ann, 1))
    assert "Bilal Chowdhury asks" in words(page)
    assert not page.ask_button.isVisible()
    assert page.state is not None
    assert len(page.state.cases) == 3


def test_who_holds_no_case_of_the_officer_asks_the_own_items_alone(
    office: Office, make_desk: Callable[..., Any], show: Callable[..., Any]
) -> None:
    bilal = office.people["Bilal Chowdhury"]
    (own,) = [one.id for one, _ in cases.assessments(bilal).values() if one.holder == bilal.author]
    page: InterviewPage = show(InterviewPage(make_desk(bilal)), assessment=own)
    assert page.heading.text() == "Supervision 1"
    assert "no case of this officer" in words(page)
    assert not page.print_button.isVisible()


def test_the_time_is_set_by_keyboard(page: InterviewPage, said: Any) -> None:
    QTest.keyClick(page.ask_button, Qt.Key.Key_I)
    page.time.day.setText("9 Oct")
    page.time.clock.setText("10.30")
    QTest.keyClick(page.time.clock, Qt.Key.Key_Return)
    assert page.state is not None
    assert page.state.interview.endswith("-10-09T10:30")
    assert page.ask_button.hasFocus()


def test_no_judgement_is_in_sight(page: InterviewPage, ann: Session) -> None:
    assessment = of_officer(ann, 0)
    answer(ann, assessment, "gender", "male")
    answer(ann, assessment, "supervision_enough", "no")
    write(
        ann, "note", ann.new_id(assessment), "Not good", assessment=assessment, question="supervision_enough"
    )
    write(ann, "point", ann.new_id(assessment), "Ask about the partner", assessment=assessment)
    page.open(assessment=assessment)
    shown = words(page)
    assert "Ask about the partner" in shown
    assert "Male" in shown
    for judged in ("Was enough done?", "Not good", "Reading", "sufficient", "of 3"):
        assert judged not in shown


def test_items_about_a_case_are_begun_once(page: InterviewPage, ann: Session, said: Any) -> None:
    assert page.state is not None
    case = page.state.cases[0]
    if not case.items:
        pytest.fail("the programme asks nothing about a case in the interview")
    for _ in range(2):
        QApplication.processEvents()
        button = next(
            each
            for each in page.findChildren(QWidget)
            if each.accessibleName() == f"{case.items[0].title}, case {case.number}" and each.isVisible()
        )
        button.click()  # type: ignore[attr-defined]
    first, second = said.named("navigate")
    assert first == second
    assert cases.sheet(ann, first[1]["assessment"]).words == f"case {case.number}"


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_clipped_nameless_or_overlapping(
    page: InterviewPage,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
    choice: Choice,
) -> None:
    appearance.set(Look(choice, scale))
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    assert faults(page) == []
