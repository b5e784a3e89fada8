"""Pairs of title and words, drawn anew for another thing."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.window.widgets.particulars import Particulars
from ui.window.widgets.plain_label import PlainLabel


def words(shown: Particulars) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in shown.findChildren(PlainLabel) if label.isVisible()]


def test_fewer_pairs_leave_nothing_of_the_ones_before(qtbot: QtBot) -> None:
    shown = Particulars("The row")
    qtbot.addWidget(shown)
    shown.show()
    shown.set([("Gender", "Male"), ("Unit", "<b>Cumbria</b>"), ("Risk", "")])
    assert sorted(words(shown)) == sorted(["Gender", "Male", "Unit", "<b>Cumbria</b>", "Risk", "–"])
    shown.set([("Gender", "Female")])
    assert sorted(words(shown)) == ["Female", "Gender"]
