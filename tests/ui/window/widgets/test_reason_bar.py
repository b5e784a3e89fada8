"""A reason is asked for before something is recorded with one."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.buttons import Button
from ui.window.widgets.reason_bar import ReasonBar


@dataclass
class Asked:
    """A page with a button and, below it, a bar that asks; and the reasons that were given."""

    page: QWidget
    button: Button
    bar: ReasonBar
    given: list[str] = field(default_factory=list)


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    page = QWidget()
    found = Asked(page, Button("Withdraw"), ReasonBar())
    column = QVBoxLayout(page)
    column.addWidget(found.button)
    column.addWidget(found.bar)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    found.button.setFocus()
    found.bar.ask("Withdraw the card?", "For good.", "Withdraw", found.given.append, danger=True)
    return found


def test_enter_gives_the_reason_and_the_keyboard_goes_back(asked: Asked) -> None:
    assert asked.bar.field.hasFocus()
    QTest.keyClicks(asked.bar.field, " Laptop lost ")
    QTest.keyClick(asked.bar.field, Qt.Key.Key_Return)
    assert asked.given == ["Laptop lost"]
    assert asked.bar.isHidden()
    assert asked.button.hasFocus()


def test_without_a_reason_it_asks_on(asked: Asked) -> None:
    asked.bar.confirm.click()
    assert asked.given == []
    assert asked.bar.isVisible()
    assert "few words" in asked.bar.row.problem()
    QTest.keyClicks(asked.bar.field, "Laptop lost")
    asked.bar.confirm.click()
    assert asked.given == ["Laptop lost"]


def test_escape_leaves_all_as_it_is(asked: Asked) -> None:
    left: list[bool] = []
    asked.bar.left.connect(lambda: left.append(True))
    QTest.keyClick(asked.bar.field, Qt.Key.Key_Escape)
    assert (asked.given, left, asked.bar.isHidden()) == ([], [True], True)
    asked.bar.ask("Again?", "", "Yes", asked.given.append)
    assert (asked.bar.field.text(), asked.bar.row.problem()) == ("", "")
