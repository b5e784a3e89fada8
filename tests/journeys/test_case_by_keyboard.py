"""A whole case by keyboard alone: through the real window, its thread and a real encrypted store."""

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.instruments.instrument import Kind, Part, Question
from resources import path
from storage.store import open_store
from tests.fieldwork import Clock, allot, begin
from tests.somebody import KEY, Somebody, at_work
from ui.presenters.assessment.question import QuestionView
from ui.presenters.assessment.state import AssessmentState
from ui.reading import cases
from ui.session import Session
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.pages.cases import CasesPage


@pytest.fixture
def megan(tmp_path: Path) -> Session:
    return begin(tmp_path, clock=Clock())


@pytest.fixture
def inspector(qtbot: QtBot, megan: Session) -> Iterator[Somebody]:
    allot(megan, 1, officer="Mark Dixon")
    allot(megan, 2)
    with at_work(qtbot, megan) as person:
        yield person


def assessing(inspector: Somebody) -> AssessmentState:
    """What the page of the assessment shows."""
    state = inspector.page(AssessmentPage).state
    assert state is not None
    return state


def view_of(inspector: Somebody) -> QuestionView:
    """The question that is asked, and how it stands."""
    view = inspector.page(AssessmentPage).pane.view
    assert view is not None
    return view


def answer_key(inspector: Somebody, question: str) -> Qt.Key:
    """The key that a person would press: No to one key question, no need once, else the first answer."""
    asked = view_of(inspector)
    choices = next(one.choices for one in (asked.asked, *asked.whys) if one.id == question)
    wanted = "no" if question in ("assess_engage", "review_safety_need") else choices[0].code
    letter = next(choice.key for choice in choices if choice.code == wanted)
    return Qt.Key(ord(letter.upper()))


def answer_everything(inspector: Somebody, keys: Callable[[str], Sequence[Qt.Key | str]]) -> None:
    """F to the next gap, the keys for its answer, until nothing is missing."""
    for _ in range(250):
        state = assessing(inspector)
        if state.progress.answered == state.progress.asked:
            return
        inspector.press(KEY.Key_F)
        view = view_of(inspector)
        question = next(one.id for one in (view.asked, *view.whys) if one.value is None)
        inspector.press(*keys(question))
    pytest.fail("some gap would not close")


def focus_on(inspector: Somebody, name: str) -> None:
    """Press Tab until the keyboard is on what has this name."""
    for _ in range(60):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
        inspector.press(KEY.Key_Tab)
    pytest.fail(f"Tab does not lead to {name}")


@pytest.mark.slow
def test_a_whole_case_from_the_list_to_complete(inspector: Somebody, megan: Session) -> None:
    # From today's cases into the second case, which has not been begun.
    inspector.press(KEY.Key_Down, KEY.Key_Return)
    state = assessing(inspector)
    assessment = state.sheet.assessment.id
    assert state.sheet.case.number == "4002"

    # What the list says of the first fact is taken over; the next is answered, taken back, answered again.
    inspector.press(KEY.Key_T, KEY.Key_Return, KEY.Key_1, KEY.Key_U, KEY.Key_3)
    held = cases.sheet(megan, assessment)
    assert (held.answers["gender"].value, held.answers["age_group"].value) == ("male", "age_25_29")
    assert held.assessment.state == "reading"

    answer_everything(inspector, lambda question: [answer_key(inspector, question)])

    # Back to the No, through the list of questions: evidence with source and date, and a point to raise.
    for _ in range(200):
        if inspector.page(AssessmentPage).question == "assess_engage":
            break
        inspector.press(KEY.Key_K)
    inspector.press(
        KEY.Key_E, "He was nineteen, and nothing is said of it.", KEY.Key_Tab, "OASys", KEY.Key_Return
    )
    inspector.press("12 Apr 2018", KEY.Key_Escape)
    inspector.press(KEY.Key_P, "What did he say at induction?", KEY.Key_Escape)
    inspector.press(KEY.Key_L, KEY.Key_Up, KEY.Key_Return, KEY.Key_A)
    assert inspector.page(AssessmentPage).question == "assess_engage_involvement"

    # The case itself: a line of its chronology, and the interview.
    focus_on(inspector, "The case: facts, chronology, points and alerts")
    inspector.press(KEY.Key_Return)
    inspector.press(KEY.Key_D, "Released on licence", KEY.Key_Tab, "9 Apr 2018", KEY.Key_Escape)
    inspector.press(KEY.Key_I, "9 Oct", KEY.Key_Tab, "10.30", KEY.Key_Return)
    inspector.press(KEY.Key_O)

    # Ready, judged, complete: M leads to the move, Enter makes it; the one warning gets its reply.
    inspector.press(KEY.Key_M, KEY.Key_Return)
    assert cases.sheet(megan, assessment).assessment.state == "ready"
    inspector.press(KEY.Key_M, KEY.Key_Return)
    assert cases.sheet(megan, assessment).assessment.state == "judged"
    inspector.press(KEY.Key_M, KEY.Key_Return, "Maturity outweighs the rest", KEY.Key_Return, KEY.Key_Return)
    finished = cases.sheet(megan, assessment)
    assert finished.assessment.state == "complete"

    assert finished.replies == {"against_all_prompts.assess_engage": "Maturity outweighs the rest"}

    # Everything is in the store as it was pressed and typed.
    (note,) = finished.of("note", "assess_engage")
    assert (note.source, note.date) == ("OASys", "2018-04-12")
    assert [piece.text for piece in finished.of("line")] == ["Released on licence"]
    assert finished.of("point", "assess_engage")[0].text == "What did he say at induction?"
    assert finished.assessment.interview == "2018-10-09T10:30"
    why = finished.answers["assess_engage_why"].value
    assert isinstance(why, tuple)
    judged = [asked for asked in finished.instrument.questions.values() if asked.part is Part.KEY]
    assert (
        sum(finished.answers[asked.id].value == "no" for asked in judged if asked.id in finished.answers) == 1
    )
    assert all(asked.kind is Kind.JUDGEMENT for asked in judged)

    # Back at the list it says so, and a closed case takes no answer.
    inspector.press(KEY.Key_Y)
    assert cases.sheet(megan, assessment).recorded == finished.recorded
    focus_on(inspector, "Today’s cases")
    inspector.press(KEY.Key_Space)
    page = inspector.page(CasesPage)
    assert [(row.number, row.said.word) for row in page.table.rows.shown()] == [
        ("4001", "Not started"),
        ("4002", "Complete"),
    ]


OF_2013 = path("programmes", "adult_offending_2013", "case_assessment.toml")
ANSWERS = path("practice", "northumbria_2013", "answers.csv")


def keys_of(question: Question, cell: str) -> list[Qt.Key | str]:
    """What a person would press to answer as a practice file says; A and 1 where it does not apply."""
    if question.kind is Kind.TEXT:
        return [KEY.Key_T] if question.proposes else [KEY.Key_Tab, "Cover was arranged.", KEY.Key_Escape]
    if cell == "not_applicable":
        return [KEY.Key_A, KEY.Key_1]
    options = [question.option(code) for code in cell.split(";")]
    return [Qt.Key(ord(option.key.upper())) for option in options if option is not None]


@pytest.mark.slow
def test_a_case_of_2013_is_judged_whole_with_its_three_and_four_way_options(
    qtbot: QtBot, tmp_path: Path
) -> None:
    text = OF_2013.read_text("utf-8")
    session = begin(tmp_path, text, clock=Clock())
    assessment = allot(session, 1, text, main_offence="Affray")
    with ANSWERS.open(encoding="utf-8", newline="") as opened:
        told = next(csv.DictReader(opened))
    with at_work(qtbot, session) as inspector:
        inspector.press(KEY.Key_Return)
        form = assessing(inspector).sheet.instrument
        answer_everything(inspector, lambda asked: keys_of(form.question(asked), told.get(asked, "")))
        inspector.press(KEY.Key_M, KEY.Key_Return, KEY.Key_M, KEY.Key_Return)
        sheet = cases.sheet(session, assessment)
    assert sheet.assessment.state == "judged"
    of_choice = [each for each in sheet.instrument.questions.values() if each.kind is not Kind.TEXT]
    held = {each.id: sheet.answers[each.id].value for each in of_choice if each.id in sheet.answers}
    several = {name: ";".join(value) for name, value in held.items() if isinstance(value, tuple)}
    assert held | several == {each.id: told[each.id] for each in of_choice if told.get(each.id)}
    assert sheet.answers["principal_offence"].value == "Affray"
    assert {len(sheet.instrument.question(name).options) for name in held} >= {2, 3, 4}
    session.store.close()


def test_locking_in_the_middle_of_a_sentence_keeps_it(
    inspector: Somebody, megan: Session, tmp_path: Path
) -> None:
    inspector.press(KEY.Key_Return)
    state = assessing(inspector)
    inspector.press(KEY.Key_E, "The partner was not")
    inspector.window.lock()
    inspector.rest()
    again = Session(open_store(tmp_path, bytes(range(32))), megan.author, megan.inspection)
    (note,) = cases.sheet(again, state.sheet.assessment.id).of("note")
    assert note.text == "The partner was not"
    again.store.close()
