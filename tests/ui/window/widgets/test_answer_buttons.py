"""Answers as buttons: by mouse, by key, by arrow; radio or check boxes; drawing an answer says nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.answer_buttons import AnswerButtons, AnswerOption
from ui.window.widgets.choice_button import ChoiceButton

YES, NO, UNCLEAR = (
    AnswerOption("yes", "Yes", "y"),
    AnswerOption("no", "No", "n"),
    AnswerOption("unclear", "Not clear"),
)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., tuple[QWidget, AnswerButtons, list[Any]]]:
    def show(**how: Any) -> tuple[QWidget, AnswerButtons, list[Any]]:
        page, answers = QWidget(), AnswerButtons("Was it kept?", [YES, NO, UNCLEAR], **how)
        heard: list[Any] = []
        column = QVBoxLayout(page)
        column.addWidget(answers)
        column.addWidget(QLineEdit())
        answers.answered.connect(heard.append)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page, answers, heard

    return show


def test_pressing_answers(shown: Any) -> None:
    _page, answers, heard = shown()
    QTest.mouseClick(answers.findChildren(ChoiceButton)[1], Qt.MouseButton.LeftButton)
    assert heard == ["no"]
    assert answers.value() == "no"


def test_drawing_an_answer_says_nothing_and_can_clear_it(shown: Any) -> None:
    _page, answers, heard = shown()
    answers.set_value("yes")
    assert answers.value() == "yes"
    answers.set_value(None)
    assert answers.value() is None
    assert heard == []


def test_keys_answer_from_anywhere_on_the_page_but_not_while_typing(shown: Any) -> None:
    page, answers, heard = shown()
    answers.listen(page)
    answers.focus_first()
    QTest.keyClicks(page.focusWidget(), "n")
    assert heard == ["no"]
    field = page.findChild(QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "yny")
    assert field.text() == "yny"
    assert heard == ["no"]


def test_keys_fall_silent_when_another_question_listens(shown: Any) -> None:
    page, answers, heard = shown()
    answers.listen(page)
    answers.deafen()
    answers.focus_first()
    QTest.keyClicks(page.focusWidget(), "n")
    assert heard == []


def test_keys_follow_the_question(shown: Any) -> None:
    page, answers, heard = shown()
    answers.listen(page)
    answers.set_question("How many?", [AnswerOption("one", "One", "1"), AnswerOption("two", "Two", "2")])
    answers.focus_first()
    QTest.keyClicks(page.focusWidget(), "2n")
    assert heard == ["two"]
    assert answers.accessibleName() == "How many?"


def test_several_may_be_chosen(shown: Any) -> None:
    _page, answers, heard = shown(several=True)
    answers.press("no")
    answers.press("yes")
    answers.press("no")
    assert heard == [("no",), ("yes", "no"), ("yes",)]


@pytest.mark.parametrize(
    ("several", "role"), [(False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)]
)
def test_screen_readers_hear_what_they_are(shown: Any, several: bool, role: QAccessible.Role) -> None:
    _page, answers, _heard = shown(several=several)
    interface = QAccessible.queryAccessibleInterface(answers.findChildren(ChoiceButton)[0])
    assert interface.role() == role
    assert interface.text(QAccessible.Text.Name) == "Yes"
    assert "Key Y" in interface.text(QAccessible.Text.Description)
    assert not interface.state().checked
    answers.set_value(("yes",) if several else "yes")
    assert interface.state().checked


def test_arrow_keys_move_between_answers(shown: Any) -> None:
    page, answers, _heard = shown()
    answers.focus_first()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget() is answers.findChildren(ChoiceButton)[1]


def test_long_answers_wrap(shown: Any) -> None:
    _page, answers, _heard = shown()
    answers.set_question(
        "Why?", [AnswerOption("long", "The risk to a present or former partner was underestimated " * 3, "1")]
    )
    button = answers.findChildren(ChoiceButton)[-1]
    assert button.heightForWidth(240) > 2 * button.heightForWidth(2000)
