"""A layout that wraps: in one row while there is room, then in the next."""

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
