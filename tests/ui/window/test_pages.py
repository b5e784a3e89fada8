"""The probe that looks at every page finds what it is there to find: each fault is made on purpose once."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.widgets.answer_buttons import AnswerButtons, AnswerOption
from ui.window.widgets.buttons import Button
from ui.window.widgets.plain_label import PlainLabel

LONG = "Information from the police was asked for and used"


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    def shown(*parts: QWidget) -> QWidget:
        page = QWidget()
        page.setAccessibleName("Page")
        column = QVBoxLayout(page)
        for part in parts:
            column.addWidget(part)
        qtbot.addWidget(page)
        page.resize(500, 400)
        page.show()
        return page

    return shown


def _cut(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
    return widget


def test_a_sound_page_has_no_fault(
    show: Callable[..., QWidget], faults: Callable[[QWidget], list[str]]
) -> None:
    answers = AnswerButtons("Question", [AnswerOption("yes", "Yes", "y"), AnswerOption("no", LONG * 3, "n")])
    assert faults(show(PlainLabel(LONG), Button("Next gap"), answers)) == []


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: _cut(PlainLabel(LONG, wrap=False), width=80), "needs a width"),
        (lambda: _cut(PlainLabel(LONG), width=120, height=20), "needs a height"),
        (lambda: _cut(PlainLabel("Unentbehrlichkeiten"), width=40), "a word needs"),
        (lambda: _cut(Button("Write the bundle"), width=50), "needs a width"),
        (lambda: _cut(QToolButton(), width=16, height=16), "too small to hit"),
        (lambda: QLineEdit(), "no accessible name"),
        (
            lambda: _cut(AnswerButtons("Q", [AnswerOption("a", LONG * 4)]), width=200, height=40),
            "needs a height",
        ),
    ],
)
def test_a_fault_is_found(
    make: Callable[[], QWidget],
    words: str,
    show: Callable[..., QWidget],
    faults: Callable[[QWidget], list[str]],
) -> None:
    assert any(words in fault for fault in faults(show(make())))


def test_overlap_and_cutting_off_are_found(qtbot: QtBot, faults: Callable[[QWidget], list[str]]) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    row.addWidget(Button("First"))
    stray = Button("Second", parent=page)
    qtbot.addWidget(page)
    page.resize(200, 100)
    page.show()
    stray.setGeometry(page.children()[1].geometry())  # type: ignore[attr-defined]
    assert any("overlap" in fault for fault in faults(page))
    stray.setGeometry(150, 40, 100, 30)
    assert any("cut off by its parent" in fault for fault in faults(page))
