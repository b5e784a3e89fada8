"""A column that words can be read in: never wider than that, and growing with the text."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.narrow import Narrow


@pytest.mark.parametrize("left", [False, True])
def test_width_and_place(qtbot: QtBot, appearance: Appearance, left: bool) -> None:
    column, content = Narrow(400, left=left), QPushButton("words")
    column.body.addWidget(content)
    qtbot.addWidget(column)
    column.resize(1000, 200)
    column.show()
    QApplication.processEvents()
    inner = content.parentWidget()
    assert inner is not None
    assert inner.width() == 400
    assert inner.x() == (0 if left else 300)
    appearance.set(Look(Choice.LIGHT, 200))
    QApplication.processEvents()
    assert inner.width() == 800
    column.resize(500, 200)
    QApplication.processEvents()
    assert 498 <= inner.width() <= 500
