"""Searching on the screen: while typing, by keyboard, and with people's text never read as markup."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.practised import Practised
from ui.window.pages.search import SearchPage
from ui.window.tables.hits import FOUND


@pytest.fixture
def page(practised: Practised, make_desk: Callable[..., Any], show: Callable[..., Any]) -> SearchPage:
    made = show(SearchPage(make_desk(practised.session)))
    assert isinstance(made, SearchPage)
    return made


def test_typing_searches_after_a_moment(page: SearchPage, qtbot: QtBot) -> None:
    assert page.window().focusWidget() is page.words
    assert page.empty.isVisible()
    QTest.keyClicks(page.words, "child")
    qtbot.waitUntil(lambda: page.list.hits.rowCount() == 2)
    assert page.said.text().startswith("2 places")
    assert not page.empty.isVisible()


def test_enter_searches_at_once_and_enter_again_opens_the_question(page: SearchPage, said: Any) -> None:
    QTest.keyClicks(page.words, "contact children")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert page.window().focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    found = page.list.hits.index(0).data(FOUND)
    assert said.named("navigate") == [
        ("assessment", {"assessment": found.assessment, "question": "plan_safety"})
    ]


def test_down_leaves_the_field_for_the_list(page: SearchPage) -> None:
    QTest.keyClick(page.words, Qt.Key.Key_Down)
    assert page.window().focusWidget() is page.words
    QTest.keyClicks(page.words, "child")
    page._search()
    QTest.keyClick(page.words, Qt.Key.Key_Down)
    assert page.window().focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 1


def test_nothing_found_says_what_to_do(page: SearchPage) -> None:
    QTest.keyClicks(page.words, "zzzz")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert page.window().focusWidget() is page.words
    assert page.empty.accessibleName().startswith("Nothing found")
    assert "from its beginning" in page.said.text()


def test_an_answer_to_what_was_typed_before_is_not_shown(page: SearchPage) -> None:
    from ui.presenters.search import SearchState

    QTest.keyClicks(page.words, "child")
    page._search()
    page.draw(SearchState("chi", (), "late"))
    assert page.list.hits.rowCount() == 2


def test_coming_back_searches_again_and_selects_the_words(page: SearchPage) -> None:
    QTest.keyClicks(page.words, "child")
    page.leave()
    assert not page._pause.isActive()
    page.open()
    assert page.list.hits.rowCount() == 2
    assert page.words.selectedText() == "child"
