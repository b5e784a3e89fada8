"""A message within a page: told, changed, cleared."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.buttons import Button
from ui.window.widgets.message_bar import MessageBar
from ui.window.widgets.tone import Tone


def test_it_is_hidden_until_there_is_something_to_tell(qtbot: QtBot) -> None:
    page, bar = QWidget(), MessageBar()
    QVBoxLayout(page).addWidget(bar)
    qtbot.addWidget(page)
    page.show()
    assert not bar.isVisible()
    bar.tell("Three days since the last hand-over.", Tone.ATTENTION, "Write a bundle tonight.")
    assert bar.isVisible()
    assert (
        bar.accessibleName() == bar.text() == "Three days since the last hand-over. Write a bundle tonight."
    )
    bar.clear()
    assert not bar.isVisible()


def test_what_can_be_done_stands_in_it(qtbot: QtBot) -> None:
    page, bar, done = QWidget(), MessageBar("Write a bundle tonight."), []
    QVBoxLayout(page).addWidget(bar)
    bar.add_action(Button("End of day", do=lambda: done.append(True)))
    qtbot.addWidget(page)
    page.show()
    assert bar.isVisible()
    button = bar.findChild(Button)
    assert isinstance(button, Button)
    button.click()
    assert done == [True]
