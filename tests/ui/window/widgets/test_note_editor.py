"""Writing a note: drafts while typing, handed over on leaving, when idle, with Ctrl+Enter; never twice."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.note_editor import NoteEditor

WORDS = "Seen on 3 June"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(NoteEditor("Evidence note", idle_after=60_000))
    column.addWidget(QPushButton("Next"))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def note(page: QWidget) -> Any:
    found = page.findChild(NoteEditor)
    assert isinstance(found, NoteEditor)
    found.setFocus()
    return found


def test_a_draft_comes_within_a_second_of_a_key(note: NoteEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(note.draft, timeout=1000) as draft, qtbot.assertNotEmitted(note.finished):
        QTest.keyClicks(note, WORDS)
    assert draft.args == [WORDS]


def test_typing_on_without_a_pause_puts_no_draft_off(note: NoteEditor, qtbot: QtBot) -> None:
    heard: list[str] = []
    note.draft.connect(heard.append)

    def typed_on() -> bool:
        QTest.keyClicks(note, "x")
        return bool(heard)

    qtbot.waitUntil(typed_on, timeout=1000)


def test_what_was_typed_and_taken_back_by_hand_leaves_no_draft_of_it(note: NoteEditor, qtbot: QtBot) -> None:
    heard: list[str] = []
    note.set_text(WORDS)
    note.draft.connect(heard.append)
    with qtbot.waitSignal(note.draft, timeout=1000), qtbot.assertNotEmitted(note.finished):
        QTest.keyClicks(note, "x")
        note.selectAll()
        QTest.keyClicks(note, "other")
    note.setPlainText(WORDS)
    note.finish()
    assert heard == ["other", WORDS]


def test_leaving_hands_over_once(note: NoteEditor, page: QWidget, qtbot: QtBot) -> None:
    heard: list[str] = []
    note.finished.connect(heard.append)
    QTest.keyClicks(note, WORDS)
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.findChild(QPushButton)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert heard == [WORDS]


def test_ctrl_enter_hands_over_and_enter_makes_a_line(note: NoteEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(note, "one")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "two")
    with qtbot.waitSignal(note.finished) as finished:
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert finished.args == ["one\ntwo"]


def test_idleness_hands_over(qtbot: QtBot) -> None:
    note = NoteEditor("Evidence note", idle_after=10)
    qtbot.addWidget(note)
    with qtbot.waitSignal(note.finished) as finished:
        note.insertPlainText(WORDS)
    assert finished.args == [WORDS]


def test_drawing_kept_words_hands_nothing_over(note: NoteEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(note.finished), qtbot.assertNotEmitted(note.draft, wait=800):
        note.set_text(WORDS)
        note.finish()
    assert note.text() == WORDS


def test_markup_stays_what_was_written(note: NoteEditor) -> None:
    note.set_text("risk <b>high</b> & rising")
    assert note.text() == "risk <b>high</b> & rising"


def test_it_grows_with_its_words_up_to_a_limit(note: NoteEditor) -> None:
    few = note.sizeHint().height()
    note.set_text("line\n" * 7)
    more = note.sizeHint().height()
    note.set_text("line\n" * 70)
    most = note.sizeHint().height()
    assert few < more < most < 2 * more


def test_undo_within_the_box_is_the_box_s_own(note: NoteEditor) -> None:
    QTest.keyClicks(note, "a")
    QTest.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.text() == ""
