"""The frame: pages on first visit, ways between them, refusals, saving words, locking, the keyboard map."""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from model.refusal import Refusal
from storage.store import Store
from ui.session import Session
from ui.window.background import AtOnce
from ui.window.contents import Entry
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.page import Page
from ui.window.shortcuts import Shortcut
from ui.window.theme import Appearance
from ui.window.widgets.buttons import Button
from ui.window.widgets.confirm_bar import ConfirmBar

made: list[str] = []

SESSION = Session(cast("Store", object()), "ann")
"""The frame only holds it."""


class Noted(Page):
    """A page that writes down what happens to it."""

    def __init__(self, desk: Any) -> None:
        super().__init__(desk)
        made.append(self.title)
        self.happened: list[Any] = []
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Words")
        self.button = Button("Press")
        self.body.addWidget(self.button)
        self.body.addWidget(self.edit)
        self.bind(Shortcut.GUIDANCE, lambda: self.happened.append("guidance"))

    def open(self, **what: Any) -> None:
        self.happened.append(what)

    def leave(self) -> None:
        self.happened.append("left")

    def first_focus(self) -> Any:
        return self.button


class Today(Noted):
    title = "Today"
    icon = "calendar"


class Case(Noted):
    title = "Case facts"
    icon = "case"


class Unlock(Page):
    title = "Unlock"
    icon = "lock"
    shows_title = False


ENTRIES = (
    Entry("today", "Today", "calendar", Today, roles=frozenset({"inspector"})),
    Entry("office", "People", "people", Today, roles=frozenset({"office"})),
    Entry("case", "Case facts", "case", Case, on_rail=False, parent="today"),
    Entry("unlock", "Unlock", "lock", Unlock, on_rail=False),
)


@pytest.fixture
def closed() -> list[Any]:
    return []


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, closed: list[Any]) -> Iterator[MainWindow]:
    made.clear()
    shown = MainWindow(AtOnce(), ENTRIES, appearance, Unexpected(), closed.append)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    shown.close()


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.enter(SESSION, frozenset({"inspector"}), Place("North West 2018", "48-213"))
    return window


def test_pages_are_made_on_their_first_visit_only(opened: MainWindow) -> None:
    assert made == ["Today"]
    opened.navigate("case", case="a")
    opened.navigate("today")
    opened.navigate("case", case="b")
    assert made == ["Today", "Case facts"]


def test_a_page_is_opened_with_what_it_is_to_show_and_left_first(opened: MainWindow) -> None:
    today = opened.page()
    opened.navigate("case", case="a")
    case = opened.page()
    assert isinstance(today, Today)
    assert isinstance(case, Case)
    assert today.happened == [{}, "left"]
    assert case.happened == [{"case": "a"}]


def test_back_opens_the_page_before_as_it_was(opened: MainWindow) -> None:
    opened.navigate("case", case="a")
    opened.navigate("case", case="b")
    opened.back()
    case = opened.page()
    assert isinstance(case, Case)
    assert case.happened[-1] == {"case": "a"}
    opened.back()
    assert isinstance(opened.page(), Today)
    opened.back()
    assert isinstance(opened.page(), Today)


def test_another_session_finds_no_page_of_the_one_before(opened: MainWindow, closed: list[Any]) -> None:
    before = opened.page()
    assert isinstance(before, Today)
    other = SESSION.within("south-west")
    opened.enter(other, frozenset({"inspector"}), Place("South West 2018"))
    assert before.happened[-1] == "left"
    assert opened.page() is not before
    assert opened.held.session is other
    assert closed == []


def test_the_rail_shows_what_this_role_has_and_where_one_is(opened: MainWindow) -> None:
    names = [button.accessibleName() for button in opened.rail.findChildren(QPushButton)]
    assert "Today" in names
    assert "People" not in names
    opened.navigate("case", case="a")
    marked = [b for b in opened.rail.findChildren(QPushButton) if b.isChecked()]
    assert [b.accessibleName() for b in marked] == ["Today"]


def test_the_first_focus_of_a_page_has_the_keyboard(opened: MainWindow) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    assert opened.focusWidget() is page.button


def test_the_top_bar_says_where_one_is_and_that_work_is_kept(opened: MainWindow) -> None:
    opened.place(Place("North West 2018", "48-213"))
    assert opened.top.inspection.text() == "North West 2018"
    assert opened.top.case.text() == "Case 48-213"
    assert opened.windowTitle() == "48-213 – North West 2018 – Casebook"
    opened.saved("2018-10-08T13:02:11Z")
    assert opened.top.saved.text().startswith("Saved ")
    assert opened.top.saved.text().endswith(":02")


def test_the_title_that_the_system_shows_names_no_officer(opened: MainWindow) -> None:
    opened.place(Place("North West 2018", about="Zoë Thompson"))
    assert opened.top.case.text() == "Zoë Thompson"
    assert opened.windowTitle() == "North West 2018 – Casebook"


def test_another_page_forgets_what_was_open_and_what_is_open_may_stand_under_another_page(
    window: MainWindow,
) -> None:
    window.enter(SESSION, frozenset({"inspector", "office"}), Place("North West 2018"))
    window.navigate("case", case="a")
    window.place(Place("North West 2018", "48-213"))
    window.navigate("today")
    assert (window.top.inspection.text(), window.top.case.text()) == ("North West 2018", "")
    window.navigate("case", case="a")
    window.place(Place("North West 2018", about="Officer Ann Archer", under="office"))
    marked = [each for each in window.rail.findChildren(QPushButton) if each.isChecked()]
    assert [each.accessibleName() for each in marked] == ["People"]


def test_a_refusal_is_shown_takes_the_keyboard_and_gives_it_back(opened: MainWindow) -> None:
    page = opened.page()
    opened.desk.refuse(Refusal("The stick is full.", "Nothing was lost.", "Take another stick."))
    assert opened.refusal.isVisible()
    assert opened.refusal.text() == "The stick is full. Nothing was lost. Take another stick."
    assert opened.focusWidget() is opened.refusal.close_button
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.refusal.isVisible()
    assert isinstance(page, Today)
    assert opened.focusWidget() is page.button


def test_a_refusal_goes_when_something_else_is_begun_but_not_from_under_the_keyboard(
    opened: MainWindow,
) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    opened.desk.refuse(Refusal("The stick is full.", "Nothing was lost.", "Take another stick."))
    opened.desk.work.run(int)
    assert opened.refusal.isVisible()
    page.button.setFocus()
    opened.desk.work.run(int)
    assert not opened.refusal.isVisible()
    assert opened.focusWidget() is page.button


def test_a_refusal_of_work_is_shown_by_itself(opened: MainWindow) -> None:
    def full() -> None:
        raise Refusal("The stick is full.", "Nothing was lost.", "Take another stick.")

    opened.desk.work.run(full)
    assert opened.refusal.isVisible()


def test_locking_leaves_closes_and_blanks(opened: MainWindow, closed: list[Any]) -> None:
    today = opened.page()
    assert isinstance(today, Today)
    QTest.keyClick(opened, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert today.happened[-1] == "left"
    assert closed == [SESSION]
    assert opened.held.session is None
    assert isinstance(opened.page(), Unlock)
    assert opened.pages.count() == 1
    assert not opened.rail.isVisible()
    assert opened.windowTitle() == "Casebook"


def test_closing_the_window_closes_the_session(opened: MainWindow, closed: list[Any]) -> None:
    opened.close()
    assert closed == [SESSION]


def test_the_keyboard_map_shows_only_keys_that_work(opened: MainWindow) -> None:
    QTest.keyClick(opened, Qt.Key.Key_F1)
    assert opened.keyboard_map.isVisible()
    words = _words(opened.keyboard_map)
    assert Shortcut.GUIDANCE.words in words
    assert Shortcut.LOCK.words in words
    assert Shortcut.EVIDENCE.words not in words
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.keyboard_map.isVisible()


def test_under_the_keyboard_map_the_keys_of_the_page_sleep(opened: MainWindow) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    opened.toggle_keyboard_map()
    QTest.keyClick(opened.keyboard_map.close_button, Qt.Key.Key_G)
    assert "guidance" not in page.happened
    opened.keyboard_map.close_button.click()
    assert opened.focusWidget() is page.button
    QTest.keyClick(page.button, Qt.Key.Key_G)
    assert page.happened[-1] == "guidance"


def test_the_question_mark_opens_the_map_but_not_while_typing(opened: MainWindow) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    QTest.keyClicks(page.button, "?")
    assert opened.keyboard_map.isVisible()
    opened.toggle_keyboard_map()
    page.edit.setFocus()
    QTest.keyClicks(page.edit, "risk? guidance")
    assert not opened.keyboard_map.isVisible()
    assert page.edit.text() == "risk? guidance"
    assert "guidance" not in page.happened


def test_letters_work_on_the_page_that_binds_them(opened: MainWindow) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    QTest.keyClick(page.button, Qt.Key.Key_G)
    assert page.happened[-1] == "guidance"


def test_text_size_by_key(opened: MainWindow, appearance: Appearance) -> None:
    QTest.keyClick(opened, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert appearance.look.scale == 110
    QTest.keyClick(opened, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert appearance.look.scale == 100
    QTest.keyClick(opened, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert appearance.look.scale == 100


def test_announcements_are_said_and_seen(opened: MainWindow) -> None:
    opened.announce("Bundle written and checked")
    assert opened.top.said.text() == "Bundle written and checked"


def test_escape_goes_to_the_question_that_is_asked_before_the_frame(opened: MainWindow) -> None:
    page = opened.page()
    assert isinstance(page, Today)
    bar, kept = ConfirmBar(), []
    page.body.addWidget(bar)
    bar.ask("Hand it over?", "", "Hand it over", lambda: None, otherwise=lambda: kept.append(True))
    QTest.keyClick(bar.keep, Qt.Key.Key_Escape)
    assert kept == [True]
    assert not bar.isVisible()


def test_every_control_of_the_frame_has_a_name(opened: MainWindow) -> None:
    for button in opened.findChildren(QPushButton):
        name = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        assert name, button


def _words(part: Any) -> set[str]:
    from ui.window.widgets.plain_label import PlainLabel

    return {label.text() for label in part.findChildren(PlainLabel)}
