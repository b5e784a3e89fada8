"""The controls that answer: options, numbers, dates and words."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from model.answers import NOT_APPLICABLE, Value
from model.instruments.instrument import Kind
from ui.presenters.assessment.asked import Asked, Choice
from ui.presenters.case_words import Said
from ui.window.pages.assessment.answering import Answering
from ui.window.widgets.choice_button import ChoiceButton
from ui.window.widgets.note_editor import NoteEditor

YES_NO = (Choice("yes", "Yes", "y"), Choice("no", "No", "n"))
FEW = (Choice("one", "One", "1"), Choice("two", "Two", "2"), Choice("none", "None of these", "n"))
Show = Callable[..., Answering]


def asked(kind: Kind, choices: tuple[Choice, ...] = (), value: Value = None, id: str = "q") -> Asked:
    return Asked(id, "Q1", "A question", kind, choices, value, Said(""), 0, 100)


@pytest.fixture
def given() -> list[object]:
    return []


@pytest.fixture
def show(qtbot: Any, given: list[object]) -> Show:
    page = QWidget()
    page.setAccessibleName("Page")
    answering = Answering(page)
    elsewhere = QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(answering)
    column.addWidget(elsewhere)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    answering.answered.connect(given.append)

    def shown(what: Asked, **how: object) -> Answering:
        answering.draw(what, can=True, **how)  # type: ignore[arg-type]
        page.setFocus()
        return answering

    return shown


def line_of(answering: Answering) -> QLineEdit:
    (line,) = answering.findChildren(QLineEdit)
    return line


def test_options_answer_by_key_and_by_mouse(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.JUDGEMENT, YES_NO))
    qtbot.keyClick(answering.window(), Qt.Key.Key_N)
    qtbot.mouseClick(answering.findChildren(ChoiceButton)[0], Qt.MouseButton.LeftButton)
    assert given == ["no", "yes"]


def test_several_options_give_what_is_chosen_together(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.SEVERAL, FEW, ("one",)))
    qtbot.keyClick(answering.window(), Qt.Key.Key_2)
    answering.draw(asked(Kind.SEVERAL, FEW, ("one", "two")), can=True)
    qtbot.keyClick(answering.window(), Qt.Key.Key_N)
    answering.draw(asked(Kind.SEVERAL, FEW, ("none",)), can=True)
    qtbot.keyClick(answering.window(), Qt.Key.Key_N)
    assert given == [("one", "two"), ("none",), None]


def test_keys_of_another_question_beside_it_are_left_to_that(
    show: Show, given: list[object], qtbot: Any
) -> None:
    answering = show(asked(Kind.SEVERAL, FEW), keys_taken=frozenset("n"))
    qtbot.keyClick(answering.window(), Qt.Key.Key_N)
    assert given == []


def test_after_another_question_only_its_keys_work(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.JUDGEMENT, YES_NO))
    show(asked(Kind.CHOICE, FEW, id="other"))
    qtbot.keyClick(answering.window(), Qt.Key.Key_Y)
    qtbot.keyClick(answering.window(), Qt.Key.Key_2)
    assert given == ["two"]


def test_what_cannot_be_answered_takes_no_key(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.JUDGEMENT, YES_NO))
    answering.draw(asked(Kind.JUDGEMENT, YES_NO), can=False)
    qtbot.keyClick(answering.window(), Qt.Key.Key_Y)
    assert given == []


def test_a_number_is_read_when_it_is_entered(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.NUMBER))
    line = line_of(answering)
    answering.focus_first()
    assert line.hasFocus()
    qtbot.keyClicks(line, "12")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert given == [12]
    line.selectAll()
    qtbot.keyClicks(line, "many")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert given == [12]
    assert "no number" in line.accessibleDescription()


def test_a_date_is_handed_over_on_leaving(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.DATE, value="2018-04-09"))
    line = line_of(answering)
    assert line.text() == "9 Apr 2018"
    answering.focus_first()
    line.selectAll()
    qtbot.keyClicks(line, "3/7/2018")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert given == ["2018-07-03"]


def test_what_is_being_typed_is_not_overwritten(show: Show, qtbot: Any) -> None:
    answering = show(asked(Kind.NUMBER))
    line = line_of(answering)
    answering.focus_first()
    qtbot.keyClicks(line, "1")
    answering.draw(asked(Kind.NUMBER), can=True)
    assert line.text() == "1"
    answering.draw(asked(Kind.NUMBER, id="other", value=7), can=True)
    assert line.text() == "7"


def test_words_are_handed_over_whole(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.TEXT))
    (editor,) = answering.findChildren(NoteEditor)
    answering.focus_first()
    qtbot.keyClicks(editor, "Four days a week")
    assert given == []
    answering.finish()
    editor.setPlainText("  ")
    answering.finish()
    assert given == ["Four days a week", None]


@pytest.mark.parametrize(("kind", "typed", "value"), [(Kind.TEXT, "Four", "Four"), (Kind.NUMBER, "4", 4)])
def test_esc_hands_over_what_is_typed_and_leaves(
    show: Show, given: list[object], qtbot: Any, kind: Kind, typed: str, value: object
) -> None:
    answering = show(asked(kind))
    answering.focus_first()
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, typed)
    with qtbot.waitSignal(answering.left, timeout=0):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert given == [value]


def test_a_number_may_be_not_applicable(show: Show, given: list[object], qtbot: Any) -> None:
    answering = show(asked(Kind.NUMBER, (Choice(NOT_APPLICABLE, "Not applicable", "a"),)))
    qtbot.keyClick(answering.window(), Qt.Key.Key_A)
    assert given == [NOT_APPLICABLE]
