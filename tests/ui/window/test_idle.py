"""Idleness: told once after the time, put off by every touch, never when switched off."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.window.idle import Idle

SOON = 0.001  # minutes


def test_it_tells_after_the_time(qtbot: QtBot) -> None:
    idle = Idle(QApplication.instance(), SOON)  # type: ignore[arg-type]
    with qtbot.waitSignal(idle.long_enough, timeout=2000):
        pass


def test_a_touch_starts_the_waiting_anew(qtbot: QtBot, qapp: QApplication) -> None:
    idle = Idle(qapp, 10)
    field = QLineEdit()
    qtbot.addWidget(field)
    qapp.installEventFilter(idle)
    idle._timer.stop()
    QTest.keyClick(field, Qt.Key.Key_A)
    qapp.removeEventFilter(idle)
    assert idle._timer.isActive()
    assert field.text() == "a"


def test_zero_means_never(qtbot: QtBot, qapp: QApplication) -> None:
    idle = Idle(qapp, 10)
    idle.set_minutes(0)
    field = QLineEdit()
    qtbot.addWidget(field)
    qapp.installEventFilter(idle)
    QTest.keyClick(field, Qt.Key.Key_A)
    qapp.removeEventFilter(idle)
    assert not idle._timer.isActive()
