"""A layout that is emptied shows nothing of what it held, and keeps what it is told to keep."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.layouts import empty


def test_what_was_in_it_is_out_of_sight_at_once(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, row = QVBoxLayout(holder), QHBoxLayout()
    kept, below, within = QLabel("kept"), QLabel("below"), QLabel("within")
    column.addWidget(kept)
    column.addWidget(below)
    row.addWidget(within)
    column.addLayout(row)
    column.addStretch(1)
    holder.show()
    empty(column, 1)
    assert column.count() == 1
    assert [kept.isVisible(), below.isVisible(), within.isVisible()] == [True, False, False]
    empty(column)
    assert column.count() == 0
    assert not kept.isVisible()
