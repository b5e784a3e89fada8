"""Progress counts what applies, in words."""

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from ui.window.widgets.progress_strip import ProgressStrip


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((41, 87, 3), "41 of 87 answered, 3 not known yet"),
        ((87, 87, 0), "87 of 87 answered"),
        ((0, 0, 0), "0 of 0 answered"),
    ],
)
def test_it_says_how_far(counts: tuple[int, int, int], words: str, qtbot: QtBot) -> None:
    strip = ProgressStrip("Case 48-213")
    qtbot.addWidget(strip)
    strip.set(*counts)
    assert strip.text() == words
    assert strip.accessibleName() == f"Case 48-213: {words}"


def test_an_unknown_total_is_shown_as_such(qtbot: QtBot) -> None:
    strip = ProgressStrip("Reading")
    qtbot.addWidget(strip)
    strip.set_words(7, 0, "7 bundles read")
    bar = strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
