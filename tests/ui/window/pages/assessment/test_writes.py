"""Evidence and points written on the page: nothing is lost, and each stays with its question."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from storage import drafts
from tests.fieldwork import IN_WORDS, allot, begin
from ui.reading import cases
from ui.session import Session
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.widgets.buttons import Button

Press = Callable[..., None]
KEY = Qt.Key


def stored(session: Session, assessment: str, question: str) -> object:
    held = cases.sheet(session, assessment).answers.get(question)
    return held.value if held else None


def test_leaving_hands_over_what_is_being_written(
    page: AssessmentPage, press: Press, qtbot: Any, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "He was nineteen.")
    page.leave()
    (note,) = cases.sheet(megan, assessment).of("note", "assess_engage")
    assert note.text == "He was nineteen."


def test_a_note_is_written_with_source_and_date_and_shown(
    page: AssessmentPage, press: Press, qtbot: Any, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "He was nineteen.")
    press(KEY.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "OASys")
    press(KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "12 Apr 18")
    press(KEY.Key_Escape)
    (note,) = cases.sheet(megan, assessment).of("note", "assess_engage")
    assert (note.text, note.source, note.date) == ("He was nineteen.", "OASys", "2018-04-12")
    assert page.parts.question_area.hasFocus()
    assert page.pane.written.lists["note"].isVisible()
    assert page.pane.written.editors["note"].isHidden()
    press(KEY.Key_Y)
    assert stored(megan, assessment, "assess_engage") == "yes"


def test_removing_a_note_gives_the_keyboard_back_and_says_how_to_undo_it(
    page: AssessmentPage, press: Press, qtbot: Any, megan: Session, assessment: str, said: Any
) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "He was nineteen.")
    press(KEY.Key_Escape)
    (remove,) = [
        button
        for button in page.pane.written.lists["note"].findChildren(Button)
        if button.accessibleName() == "Remove: He was nineteen."
    ]
    remove.setFocus()
    press(KEY.Key_Space)
    assert cases.sheet(megan, assessment).of("note") == ()
    assert page.parts.question_area.hasFocus()
    assert said.named("announce")[-1] == "Removed. U brings it back."
    press(KEY.Key_U)
    (note,) = cases.sheet(megan, assessment).of("note", "assess_engage")
    assert note.text == "He was nineteen."


def test_going_on_keeps_a_note_with_the_question_it_was_written_for(
    page: AssessmentPage, press: Press, qtbot: Any, megan: Session, assessment: str
) -> None:
    page.open(assessment, question="assess_engage")
    press(KEY.Key_P)
    qtbot.keyClicks(QApplication.focusWidget(), "Ask about the shifts")
    page.go("gender")
    (point,) = cases.sheet(megan, assessment).of("point")
    assert (point.text, point.question) == ("Ask about the shifts", "assess_engage")
    assert page.pane.written.editors["point"].isHidden()


def test_an_answer_in_words_is_durable_within_a_second_of_a_key_and_recorded_on_leaving(
    tmp_path: Path, make_desk: Callable[..., Any], qtbot: Any
) -> None:
    session = begin(tmp_path, IN_WORDS)
    mine = allot(session, 1, IN_WORDS)
    page = AssessmentPage(make_desk(session))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(mine, question="pattern")
    page.pane.answering.focus_first()

    def drafted() -> bool:
        qtbot.keyClicks(QApplication.focusWidget(), "x")
        return bool(drafts.kept(session.store.db, session.inspection))

    qtbot.waitUntil(drafted, timeout=1000)
    assert stored(session, mine, "pattern") is None
    page.leave()
    words = stored(session, mine, "pattern")
    assert isinstance(words, str)
    assert set(words) == {"x"}
    assert drafts.kept(session.store.db, session.inspection) == ()
    session.store.close()
