"""A list to choose from: nothing chosen beforehand, drawing says nothing, the wheel changes nothing."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.window.widgets.dropdown import Dropdown

OPTIONS = [("system", "As the system"), ("light", "Light"), ("dark", "Dark")]


def test_nothing_is_chosen_beforehand(qtbot: QtBot) -> None:
    field = Dropdown("Theme", OPTIONS)
    qtbot.addWidget(field)
    assert field.code() == ""


def test_drawing_says_nothing_and_a_person_is_heard(qtbot: QtBot) -> None:
    field = Dropdown("Theme", OPTIONS)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.set_code("system")
    with qtbot.waitSignal(field.chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert chosen.args == ["light"]


def test_what_is_chosen_survives_other_options(qtbot: QtBot) -> None:
    field = Dropdown("Theme", OPTIONS)
    qtbot.addWidget(field)
    field.set_code("dark")
    field.set_options(reversed(OPTIONS))
    assert field.code() == "dark"
    field.set_options(OPTIONS[:1])
    assert field.code() == ""


def test_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    field = Dropdown("Theme", OPTIONS)
    qtbot.addWidget(field)
    field.set_code("system")
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert field.code() == "system"
