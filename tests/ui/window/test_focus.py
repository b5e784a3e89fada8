"""Where the keyboard is after a page came, after something went, and with F6."""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from model.refusal import Refusal
from storage.store import Store
from ui.session import Session
from ui.window.background import Work
from ui.window.contents import Entry
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.page import Page
from ui.window.theme import Appearance
from ui.window.widgets.buttons import Button


class Today(Page):
    title = "Today"
    icon = "calendar"

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        self.button = Button("Press")
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Words")
        self.body.addWidget(self.button)
        self.body.addWidget(self.edit)

    def first_focus(self) -> Any:
        return self.button


class Nothing(Today):
    """Where there is nothing to type into yet, though typing is what is done first."""

    title = "Nothing yet"
    icon = "search"

    def open(self, **what: Any) -> None:
        self.edit.hide()

    def first_focus(self) -> Any:
        return self.edit


class Later(Today):
    """Which part comes first is known only once the store has answered."""

    title = "Later"
    icon = "search"
    known = False

    def open(self, **what: Any) -> None:
        self.ask(lambda _: True)

    def draw(self, state: bool) -> None:
        self.known = state

    def first_focus(self) -> Any:
        return self.edit if self.known else self.button


ENTRIES = (
    Entry("later", "Later", "search", Later, on_rail=False),
    Entry("today", "Today", "calendar", Today),
    Entry("nothing", "Nothing yet", "search", Nothing, on_rail=False),
)


@pytest.fixture
def opened(qtbot: QtBot, appearance: Appearance) -> Iterator[MainWindow]:
    work = Work()
    window = MainWindow(work, ENTRIES, appearance, Unexpected(), lambda _: None)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.enter(Session(cast("Store", object()), "ann"), frozenset(), Place("North West 2018"))
    yield window
    window.close()


def test_on_a_page_whose_first_part_is_not_in_sight_the_keyboard_is_on_one_that_is(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.navigate("nothing")
    page = opened.page()
    assert isinstance(page, Nothing)
    qtbot.waitUntil(lambda: opened.focusWidget() is page.button)


def test_where_the_first_part_is_known_later_the_keyboard_follows_unless_somebody_moved_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.navigate("later")
    page = opened.page()
    assert isinstance(page, Later)
    assert opened.focusWidget() is page.button
    qtbot.waitUntil(lambda: opened.focusWidget() is page.edit)
    page.button.setFocus()
    opened.focus.settle()
    assert opened.focusWidget() is page.button


def test_what_had_the_keyboard_and_goes_leaves_it_to_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    page.edit.setFocus()
    page.edit.hide()
    qtbot.waitUntil(lambda: opened.focusWidget() is page.button)
    page.edit.show()
    page.edit.setFocus()
    opened.desk.refuse(Refusal("The stick is full.", "Nothing was lost.", "Take another stick."))
    page.edit.hide()
    opened.refusal.close_panel()
    qtbot.waitUntil(lambda: opened.focusWidget() is page.button)


def test_f6_goes_round_rail_bar_and_page(opened: MainWindow) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    places = []
    for _ in range(3):
        QTest.keyClick(opened, Qt.Key.Key_F6)
        focus = opened.focusWidget()
        places.append(next(p for p in (opened.rail, opened.top, page) if p.isAncestorOf(focus)))
    assert places == [opened.rail, opened.top, page]


def test_where_nothing_was_known_at_first_the_page_says_later_where_to_begin(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Later, "first_focus", lambda page: page.edit if page.known else None)
    opened.navigate("later")
    page = opened.page()
    assert isinstance(page, Later)
    qtbot.waitUntil(lambda: opened.focusWidget() is page.edit)
