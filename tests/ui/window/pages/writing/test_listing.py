"""The list of what was written."""

from typing import Any

import pytest

from ui.presenters.pieces import PieceView, Typed
from ui.window.pages.writing.listing import PieceList
from ui.window.widgets.buttons import Button
from ui.window.widgets.plain_label import PlainLabel


def piece(id: str, text: str, kind: str = "note", **other: str) -> PieceView:
    return PieceView(kind, id, text, "OASys · you, 14:02", other.get("date", ""), False, Typed(text), "")


@pytest.fixture
def shown(qtbot: Any) -> PieceList:
    made = PieceList("Evidence notes", "evidence")
    qtbot.addWidget(made)
    return made


def words(shown: PieceList) -> list[str]:
    return [label.text() for label in shown.findChildren(PlainLabel) if not label.isHidden()]


def test_each_piece_can_be_changed_and_removed_by_name(shown: PieceList) -> None:
    shown.draw([piece("1", "He was nineteen."), piece("2", "Nothing on maturity.")])
    edited: list[str] = []
    removed: list[str] = []
    shown.edit.connect(edited.append)
    shown.remove.connect(removed.append)
    for button in shown.findChildren(Button):
        assert ": " in button.accessibleName()
        button.click()
    assert (edited, removed) == (["1", "2"], ["1", "2"])


def test_where_nothing_may_be_changed_there_are_no_buttons(shown: PieceList) -> None:
    shown.draw([piece("1", "He was nineteen.")], can=False)
    assert shown.findChildren(Button) == []
    assert words(shown) == ["He was nineteen.", "OASys · you, 14:02"]


def test_lines_of_a_chronology_begin_with_their_day(shown: PieceList) -> None:
    shown.draw([piece("1", "Released", "line", date="9 Apr 2018"), piece("2", "Moved", "line")], can=False)
    assert words(shown) == [
        "9 Apr 2018",
        "Released",
        "OASys · you, 14:02",
        "no date",
        "Moved",
        "OASys · you, 14:02",
    ]


def test_an_empty_list_takes_no_room(shown: PieceList) -> None:
    shown.draw([piece("1", "He was nineteen.")])
    assert not shown.isHidden()
    shown.draw([])
    assert shown.isHidden()


def test_markup_is_words(shown: PieceList) -> None:
    shown.draw([piece("1", "<b>bold</b>")], can=False)
    assert "<b>bold</b>" in words(shown)
