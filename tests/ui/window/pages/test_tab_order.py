"""Tab follows the layout, whatever was made first."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.window.pages.tab_order import put_in_order


class Page(QWidget):
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802 - Qt's own name
        put_in_order(self)
        return super().focusNextPrevChild(next)


def line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


@pytest.fixture
def page(qtbot: Any) -> Iterator[Page]:
    """Made in another order than it is read: a row, an area that scrolls, a stack, something last."""
    made = Page()
    last, third, fourth = line("last"), line("third"), line("fourth")
    area, inside = QScrollArea(), QWidget()
    QVBoxLayout(inside).addWidget(third)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    stack = QStackedWidget()
    stack.addWidget(line("hidden"))
    stack.addWidget(fourth)
    stack.setCurrentWidget(fourth)
    row = QHBoxLayout()
    second = line("second")
    row.addWidget(line("first"))
    row.addWidget(second)
    column = QVBoxLayout(made)
    column.addLayout(row)
    column.addWidget(area)
    column.addWidget(stack)
    column.addWidget(last)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.hide()


def names(page: Page, qtbot: Any, key: Qt.Key) -> list[str]:
    found = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus.accessibleName())
        qtbot.keyClick(focus, key)
    return found


def test_tab_goes_as_the_page_is_read_and_back(page: Page, qtbot: Any) -> None:
    next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "first").setFocus()
    assert names(page, qtbot, Qt.Key.Key_Tab) == ["first", "second", "third", "fourth", "last"]
    assert names(page, qtbot, Qt.Key.Key_Backtab) == ["first", "last", "fourth", "third", "second"]


def test_what_is_added_later_has_its_place(page: Page, qtbot: Any) -> None:
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    late = line("late")
    layout.insertWidget(1, late)
    QApplication.processEvents()
    next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "first").setFocus()
    assert names(page, qtbot, Qt.Key.Key_Tab) == ["first", "second", "late", "third", "fourth"]
