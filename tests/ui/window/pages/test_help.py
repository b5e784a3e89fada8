"""The help on the screen: every page, by keyboard, as plain words."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.presenters.help import ORDER, pages
from ui.window.pages.help import HelpPageView
from ui.window.widgets.plain_label import PlainLabel


@pytest.fixture
def page(make_desk: Callable[..., Any], show: Callable[..., Any]) -> HelpPageView:
    made = show(HelpPageView(make_desk()))
    assert isinstance(made, HelpPageView)
    return made


def shown(page: HelpPageView) -> list[str]:
    return [label.text() for label in page.area.findChildren(PlainLabel)]


def test_arrow_keys_go_from_page_to_page(page: HelpPageView) -> None:
    assert page.window().focusWidget() is page.list
    for expected in pages():
        assert page.area.accessibleName() == expected.title
        assert expected.title in shown(page)
        QTest.keyClick(page.list, Qt.Key.Key_Down)


def test_a_page_can_be_asked_for_by_name(page: HelpPageView) -> None:
    page.open(page="keyboard")
    assert page.list.currentRow() == ORDER.index("keyboard")
    assert {"Ctrl+L", "Lock"} <= set(shown(page))
    page.open(page="no such page")
    assert page.list.currentRow() == ORDER.index("keyboard")


def test_the_words_can_be_reached_and_scrolled_by_key(page: HelpPageView) -> None:
    page.open(page="terminal")
    page.area.setFocus()
    QTest.keyClick(page.area, Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > 0
