"""A whole case by keyboard alone: through the real window, its thread and a real encrypted store."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from model.instruments.instrument import Kind, Part, Question
from resources import path
from storage.store import open_store
from tests.fieldwork import Clock, allot, begin
from ui.actions.unlock import lock
from ui.reading import cases
from ui.session import Session
from ui.window.background import Work
from ui.window.contents import Entry
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.pages.case.page import CasePage
from ui.window.pages.cases import CasesPage
from ui.window.theme import Appearance, Choice, Look

KEY = Qt.Key
CONTENTS = (
    Entry("cases", "Cases", "case", CasesPage),
    Entry("assessment", "Assessment", "questions", AssessmentPage, on_rail=False, parent="cases"),
    Entry("case", "Case", "facts", CasePage, on_rail=False, parent="cases"),
)


class Inspector:
    """Presses keys and waits until what they asked for has come back; never touches a widget."""

    def __init__(self, qtbot: Any, window: MainWindow, work: Work) -> None:
        self._qtbot = qtbot
        self.window = window
        self._busy = False
        work.busy.connect(self._hear)

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                self._qtbot.keyClicks(target, key)
            else:
                self._qtbot.keyClick(target, key)
            self.rest()

    def rest(self) -> None:
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._busy)

    @property
    def assessing(self) -> AssessmentPage:
        page = self.window.page()
        assert isinstance(page, AssessmentPage)
        return page

    def _hear(self, busy: bool) -> None:
        self._busy = busy


@pytest.fixture
def megan(tmp_path: Path) -> Session:
    return begin(tmp_path, clock=Clock())


@pytest.fixture
def inspector(qtbot: Any, qapp: QApplication, megan: Session) -> Iterator[Inspector]:
    allot(megan, 1, officer="Mark Dixon")
    allot(megan, 2)
    with at_the_window(qtbot, qapp, megan) as person:
        yield person


@contextmanager
def at_the_window(qtbot: Any, qapp: QApplication, session: Session) -> Iterator[Inspector]:
    qapp.setStyle("Fusion")
    work, unexpected = Work(), Unexpected()
    window = MainWindow(work, CONTENTS, Appearance(qapp, Look(Choice.LIGHT)), unexpected, lock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    person = Inspector(qtbot, window, work)
    window.enter(session, frozenset({"inspector"}), Place("North West, autumn 2018"))
    person.rest()
    yield person
    window.close()


def answer_key(inspector: Inspector, question: str) -> Qt.Key:
    """The key that a person would press: No to one key question, no need once, else the first answer."""
    asked = inspector.assessing.pane.view
    assert asked is not None
    choices = next(one.choices for one in (asked.asked, *asked.whys) if one.id == question)
    wanted = "no" if question in ("assess_engage", "review_safety_need") else choices[0].code
    letter = next(choice.key for choice in choices if choice.code == wanted)
    return Qt.Key(ord(letter.upper()))


def answer_everything(inspector: Inspector) -> None:
    """F to the next gap, one key for its answer, until nothing is missing."""
    for _ in range(200):
        state = inspector.assessing.state
        assert state is not None
        if state.progress.answered == state.progress.asked:
            return
        inspector.press(KEY.Key_F)
        view = inspector.assessing.pane.view
        assert view is not None
        open_whys = [why.id for why in view.whys if why.value is None]
        question = view.asked.id if view.asked.value is None else open_whys[0]
        inspector.press(answer_key(inspector, question))
    pytest.fail("some gap would not close")


def focus_on(inspector: Inspector, name: str) -> None:
    """Press Tab until the keyboard is on what has this name."""
    for _ in range(60):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
        inspector.press(KEY.Key_Tab)
    pytest.fail(f"Tab does not lead to {name}")


@pytest.mark.slow
def test_a_whole_case_from_the_list_to_complete(inspector: Inspector, megan: Session) -> None:
    # From today's cases into the second case, which has not been begun.
    inspector.press(KEY.Key_Down, KEY.Key_Return)
    state = inspector.assessing.state
    assert state is not None
    assessment = state.sheet.assessment.id
    assert state.sheet.case.number == "4002"

    # What the list says of the first fact is taken over; the next is answered, taken back, answered again.
    inspector.press(KEY.Key_T, KEY.Key_Return, KEY.Key_1, KEY.Key_U, KEY.Key_3)
    held = cases.sheet(megan, assessment)
    assert (held.answers["gender"].value, held.answers["age_group"].value) == ("male", "age_25_29")
    assert held.assessment.state == "reading"

    answer_everything(inspector)

    # Back to the No, through the list of questions: evidence with source and date, and a point to raise.
    for _ in range(200):
        if inspector.assessing.question == "assess_engage":
            break
        inspector.press(KEY.Key_K)
    inspector.press(
        KEY.Key_E, "He was nineteen, and nothing is said of it.", KEY.Key_Tab, "OASys", KEY.Key_Return
    )
    inspector.press("12 Apr 2018", KEY.Key_Escape)
    inspector.press(KEY.Key_P, "What did he say at induction?", KEY.Key_Escape)
    inspector.press(KEY.Key_L, KEY.Key_Up, KEY.Key_Return, KEY.Key_A)
    assert inspector.assessing.question == "assess_engage_involvement"

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
    focus_on(inspector, "Cases")
    inspector.press(KEY.Key_Space)
    page = inspector.window.page()
    assert isinstance(page, CasesPage)
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
    qtbot: Any, qapp: QApplication, tmp_path: Path
) -> None:
    text = OF_2013.read_text("utf-8")
    session = begin(tmp_path, text, clock=Clock())
    assessment = allot(session, 1, text, main_offence="Affray")
    with ANSWERS.open(encoding="utf-8", newline="") as opened:
        told = next(csv.DictReader(opened))
    with at_the_window(qtbot, qapp, session) as inspector:
        inspector.press(KEY.Key_Return)
        for _ in range(250):
            state = inspector.assessing.state
            assert state is not None
            if state.progress.answered == state.progress.asked:
                break
            inspector.press(KEY.Key_F)
            view = inspector.assessing.pane.view
            assert view is not None
            asked = view.asked if view.asked.value is None else next(w for w in view.whys if not w.value)
            question = state.sheet.instrument.question(asked.id)
            inspector.press(*keys_of(question, told.get(asked.id, "")))
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
    inspector: Inspector, megan: Session, tmp_path: Path
) -> None:
    inspector.press(KEY.Key_Return)
    state = inspector.assessing.state
    assert state is not None
    inspector.press(KEY.Key_E, "The partner was not")
    inspector.window.lock()
    inspector.rest()
    again = Session(open_store(tmp_path, bytes(range(32))), megan.author, megan.inspection)
    (note,) = cases.sheet(again, state.sheet.assessment.id).of("note")
    assert note.text == "The partner was not"
    again.store.close()
