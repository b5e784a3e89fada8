"""Labels show what was written, markup and all."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.plain_label import PlainLabel


@pytest.mark.parametrize(
    "words", ["risk <high> now", "<img src='file:///x.png'>", "<b>x</b>", "# heading", "a & b"]
)
def test_words_stay_words(words: str, qtbot: QtBot) -> None:
    label = PlainLabel(words)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == words


def test_a_tone_colours_it_and_a_role_sizes_it(qtbot: QtBot, appearance: Appearance) -> None:
    label = PlainLabel("Alert open")
    qtbot.addWidget(label)
    label.show()
    label.set_tone("attention")
    assert label.palette().windowText().color().name() == "#855000"
    label.set_role("question")
    assert label.font().pixelSize() == 26
    appearance.set(Look(Choice.DARK, 200))
    assert label.font().pixelSize() == 52
    assert label.palette().windowText().color().name() == "#f0bf60"


def test_it_can_be_selected_only_where_that_helps(qtbot: QtBot) -> None:
    label = PlainLabel("48-213")
    qtbot.addWidget(label)
    assert (
        label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        == Qt.TextInteractionFlag(0)
    )
    assert label.selectable().textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
