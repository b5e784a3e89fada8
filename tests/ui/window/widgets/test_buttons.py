"""Buttons are pressed with Enter as well as Space, and can become another kind."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.window.widgets.buttons import Button, IconButton


def test_enter_and_space_press(qtbot: QtBot) -> None:
    pressed: list[str] = []
    for button in (
        Button("Go on", do=lambda: pressed.append("on")),
        IconButton("undo", "Go back", lambda: pressed.append("back")),
    ):
        qtbot.addWidget(button)
        button.show()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            QTest.keyClick(button, key)
    assert pressed == ["on"] * 3 + ["back"] * 3


def test_a_button_can_become_the_one_that_is_next(qtbot: QtBot) -> None:
    button = Button("Save", "primary", "key")
    qtbot.addWidget(button)
    button.set_kind("")
    assert button.property("kind") == ""
    assert button.property("casebookIcon")[:2] == ("key", "ink")
