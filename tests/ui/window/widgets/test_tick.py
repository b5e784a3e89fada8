"""A tick: a check box with words that wrap; only a person's tick is told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.window.widgets.tick import Tick


def test_a_person_ticking_is_heard_and_drawing_is_not(qtbot: QtBot) -> None:
    tick = Tick("Lock when the lid is closed")
    qtbot.addWidget(tick)
    with qtbot.assertNotEmitted(tick.ticked):
        tick.setChecked(True)
    with qtbot.waitSignal(tick.ticked) as ticked:
        QTest.keyClick(tick, Qt.Key.Key_Space)
    assert ticked.args == [False]
