"""A layout that wraps: in one row while there is room, then in the next."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.flow import Flow


def test_it_wraps_when_the_width_is_used_up(qtbot: QtBot) -> None:
    page = QWidget()
    flow = Flow(page)
    buttons = [QPushButton(f"Button {at}") for at in range(4)]
    for button in buttons:
        flow.addWidget(button)
    qtbot.addWidget(page)
    wide = flow.sizeHint().width()
    page.resize(wide, 300)
    page.show()
    assert len({button.y() for button in buttons}) == 1
    assert flow.heightForWidth(wide // 2) > flow.heightForWidth(wide)
    page.resize(wide // 2, 300)
    assert len({button.y() for button in buttons}) > 1
    assert all(page.rect().contains(button.geometry()) for button in buttons)


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    page = QWidget()
    flow = Flow(page)
    first, second = QPushButton("First"), QPushButton("Second")
    flow.addWidget(first)
    flow.addWidget(second)
    qtbot.addWidget(page)
    both = flow.sizeHint().width()
    second.hide()
    assert flow.sizeHint().width() < both


def test_items_stand_in_the_middle_of_their_own_row_where_that_is_asked(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = Flow(page, gap=10, middle=True)
    parts = [QWidget(page) for _ in range(3)]
    for part, height in zip(parts, (40, 20, 10), strict=True):
        part.setFixedSize(60, height)
        flow.addWidget(part)
    flow.setGeometry(QRect(0, 0, 140, 200))
    assert [part.y() for part in parts] == [0, 10, 50]
    assert flow.heightForWidth(140) == 60
