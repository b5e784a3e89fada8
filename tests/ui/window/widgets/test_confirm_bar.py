"""Asking first: the keyboard rests on keeping things, Esc means the same, and focus returns."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.confirm_bar import ConfirmBar


@pytest.fixture
def asked(qtbot: QtBot) -> Any:
    page, bar, start = QWidget(), ConfirmBar(), QPushButton("Hand over")
    column = QVBoxLayout(page)
    column.addWidget(bar)
    column.addWidget(start)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    start.setFocus()
    done: list[str] = []
    bar.ask(
        "Hand case 48-226 to a colleague?",
        "They confirm each of your judgements.",
        "Hand it over",
        lambda: done.append("over"),
        otherwise=lambda: done.append("kept"),
    )
    return page, bar, start, done


def test_the_keyboard_rests_on_keeping(asked: Any) -> None:
    page, bar, _, _ = asked
    assert bar.isVisible()
    assert page.focusWidget() is bar.keep
    assert "48-226" in bar.accessibleName()


def test_confirming_does_it_and_gives_the_keyboard_back(asked: Any) -> None:
    page, bar, start, done = asked
    bar.confirm.click()
    assert done == ["over"]
    assert not bar.isVisible()
    assert page.focusWidget() is start


def test_escape_keeps(asked: Any) -> None:
    page, bar, start, done = asked
    QTest.keyClick(bar.keep, Qt.Key.Key_Escape)
    assert done == ["kept"]
    assert page.focusWidget() is start


def test_buttons_say_what_they_do(asked: Any) -> None:
    _, bar, _, _ = asked
    assert (bar.confirm.text(), bar.keep.text()) == ("Hand it over", "Keep as it is")
