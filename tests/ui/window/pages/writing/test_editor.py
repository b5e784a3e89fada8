"""Writing: drafts as it is typed, recorded when the keyboard leaves, nothing lost over a wrong date."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.presenters.pieces import Typed
from ui.window.pages.writing.editor import PieceEditor

TODAY = date(2018, 10, 8)
BESIDE = {"assessment": "a", "question": "q"}


class Heard:
    """What the editor said."""

    def __init__(self, editor: PieceEditor) -> None:
        self.drafts: list[tuple[str, dict[str, str]]] = []
        self.written: list[tuple[str, str, dict[str, str]]] = []
        self.emptied: list[str] = []
        self.closed = 0
        editor.typed.connect(lambda _, text, beside: self.drafts.append((text, beside)))
        editor.written.connect(lambda piece, text, beside: self.written.append((piece, text, beside)))
        editor.emptied.connect(self.emptied.append)
        editor.closed.connect(self._close)

    def _close(self) -> None:
        self.closed += 1


@pytest.fixture
def editor(qtbot: Any) -> Iterator[PieceEditor]:
    page = QWidget()
    column = QVBoxLayout(page)
    made = PieceEditor("note")
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield made
    page.hide()


@pytest.fixture
def heard(editor: PieceEditor) -> Heard:
    return Heard(editor)


def elsewhere(editor: PieceEditor) -> QLineEdit:
    page = editor.parentWidget()
    assert page is not None
    return next(line for line in page.findChildren(QLineEdit) if not editor.isAncestorOf(line))


def test_what_is_typed_without_a_pause_is_drafted_within_a_second(
    editor: PieceEditor, heard: Heard, qtbot: Any
) -> None:
    editor.open_for("1", BESIDE, TODAY)
    qtbot.waitUntil(lambda: _type_on(editor, qtbot) and bool(heard.drafts), timeout=1000)
    assert heard.written == []
    assert heard.drafts[0][1] == {**BESIDE, "source": "", "date": ""}


def _type_on(editor: PieceEditor, qtbot: Any) -> bool:
    """Type one more letter, so that there is never a pause."""
    qtbot.keyClicks(editor.text, "x")
    return True


def test_going_from_text_to_source_is_no_leaving(editor: PieceEditor, heard: Heard, qtbot: Any) -> None:
    editor.open_for("1", BESIDE, TODAY)
    qtbot.keyClicks(editor.text, "He was nineteen.")
    qtbot.keyClick(editor.text, Qt.Key.Key_Tab)
    assert editor.lines["source"].hasFocus()
    assert heard.written == []
    qtbot.keyClicks(editor.lines["source"], "OASys")
    elsewhere(editor).setFocus()
    assert heard.written == [("1", "He was nineteen.", {**BESIDE, "source": "OASys", "date": ""})]
    elsewhere(editor).clearFocus()
    assert len(heard.written) == 1


def test_enter_in_a_line_goes_on_and_esc_closes(editor: PieceEditor, heard: Heard, qtbot: Any) -> None:
    editor.open_for("1", BESIDE, TODAY)
    qtbot.keyClicks(editor.text, "He was nineteen.")
    editor.focus_line("source")
    qtbot.keyClick(editor.lines["source"], Qt.Key.Key_Return)
    assert editor.lines["date"].hasFocus()
    qtbot.keyClicks(editor.lines["date"], "12 Apr 18")
    qtbot.keyClick(editor.lines["date"], Qt.Key.Key_Escape)
    assert heard.written[0][2]["date"] == "2018-04-12"
    assert (heard.closed, editor.isHidden(), editor.is_open()) == (1, True, False)


def test_a_wrong_date_keeps_the_editor_open_with_the_text_recorded(
    editor: PieceEditor, heard: Heard, qtbot: Any
) -> None:
    editor.open_for("1", BESIDE, TODAY)
    qtbot.keyClicks(editor.text, "He was nineteen.")
    editor.focus_line("date")
    qtbot.keyClicks(editor.lines["date"], "13/13/2018")
    qtbot.keyClick(editor.lines["date"], Qt.Key.Key_Escape)
    assert editor.is_open()
    assert heard.written[0][1:] == ("He was nineteen.", {**BESIDE, "source": ""})
    assert "no date" in editor.lines["date"].accessibleDescription()
    editor.close_editor(come_what_may=True)
    assert not editor.is_open()


def test_ctrl_enter_records_and_typing_goes_on(editor: PieceEditor, heard: Heard, qtbot: Any) -> None:
    editor.open_for("1", BESIDE, TODAY)
    qtbot.keyClicks(editor.text, "One")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor.text, " and two")
    editor.finish()
    assert [text for _, text, _ in heard.written] == ["One", "One and two"]
    assert {piece for piece, _, _ in heard.written} == {"1"}


def test_nothing_typed_is_nothing_recorded(editor: PieceEditor, heard: Heard) -> None:
    editor.open_for("1", BESIDE, TODAY)
    editor.close_editor()
    editor.open_for("2", BESIDE, TODAY, Typed("As it was", {"source": "OASys", "date": "12 Apr 2018"}))
    editor.close_editor()
    assert (heard.written, heard.emptied) == ([], [])


def test_emptying_what_was_recorded_removes_it(editor: PieceEditor, heard: Heard) -> None:
    editor.open_for("1", BESIDE, TODAY, Typed("As it was", {"source": "", "date": ""}))
    editor.text.clear()
    editor.close_editor()
    assert (heard.written, heard.emptied) == ([], ["1"])


def test_opening_it_for_something_else_hands_over_first(
    editor: PieceEditor, heard: Heard, qtbot: Any
) -> None:
    editor.open_for("1", BESIDE, TODAY)
    qtbot.keyClicks(editor.text, "First")
    editor.open_for("2", {"assessment": "a", "question": "other"}, TODAY)
    assert heard.written[0][0] == "1"
    assert editor.text.text() == ""
    assert QApplication.focusWidget() is editor.text


def test_what_was_typed_and_taken_back_by_hand_leaves_no_draft_of_it(
    editor: PieceEditor, heard: Heard, qtbot: Any
) -> None:
    editor.open_for("1", BESIDE, TODAY, Typed("As it was", {"source": "", "date": ""}))
    qtbot.keyClicks(editor.text, "x")
    qtbot.waitUntil(lambda: bool(heard.drafts), timeout=1000)
    qtbot.keyClick(editor.text, Qt.Key.Key_Backspace)
    editor.close_editor()
    assert [text for text, _ in heard.drafts] == ["xAs it was", "As it was"]
    assert heard.written == []
