"""The focus ring: around what has the keyboard, and that is brought into sight."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.window.widgets.focus_ring import FocusRing


def test_it_follows_the_keyboard_and_scrolls_to_it(qtbot: QtBot) -> None:
    window, content, area = QWidget(), QWidget(), QScrollArea()
    inner = QVBoxLayout(content)
    buttons = [QPushButton(f"Button {at}") for at in range(60)]
    for button in buttons:
        inner.addWidget(button)
    area.setWidgetResizable(True)
    area.setWidget(content)
    QVBoxLayout(window).addWidget(area)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.resize(300, 300)
        window.show()
        window.activateWindow()
    QApplication.processEvents()
    buttons[-1].setFocus()
    assert ring.widget() is buttons[-1]
    spot = buttons[-1].mapTo(area.viewport(), buttons[-1].rect().center())
    assert area.viewport().rect().contains(spot)
    buttons[0].setFocus()
    assert ring.widget() is buttons[0]
    assert ring.isVisible()


def test_no_tight_parent_cuts_it_off(qtbot: QtBot) -> None:
    window, row, button = QWidget(), QWidget(), QPushButton("Tight")
    tight, outer = QVBoxLayout(row), QVBoxLayout(window)
    tight.setContentsMargins(0, 0, 0, 0)
    tight.addWidget(button)
    outer.addWidget(row)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    assert ring.isVisible()
    parent = ring.parentWidget()
    assert parent is not None
    assert parent.rect().contains(ring.geometry())
    assert ring.geometry().contains(row.geometry())


def test_it_follows_when_the_widget_moves_and_outlives_its_page(qtbot: QtBot) -> None:
    window, page, button = QWidget(), QWidget(), QPushButton("Here")
    QVBoxLayout(page).addWidget(button)
    outer = QVBoxLayout(window)
    outer.addWidget(page)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    outer.insertWidget(0, QPushButton("Above"))
    QApplication.processEvents()
    assert ring.geometry().center() == page.mapTo(window, button.geometry().center())
    page.hide()
    assert ring.parentWidget() is window
    assert ring.widget() is not button
    page.show()
    button.setFocus()
    assert ring.isVisible()
    page.hide()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(button)
    assert isValid(ring)
    assert ring.widget() is not button
