"""The top bar: words go away, "Working" comes only when it takes long, a locked bar says nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.top_bar import TopBar


def made(qtbot: QtBot) -> TopBar:
    bar = TopBar()
    qtbot.addWidget(bar)
    return bar


def test_quick_work_is_not_spoken_of(qtbot: QtBot) -> None:
    bar = made(qtbot)
    bar.set_busy(True)
    bar.set_busy(False)
    assert bar.said.text() == ""
    assert not bar._slow.isActive()


def test_slow_work_is(qtbot: QtBot) -> None:
    bar = made(qtbot)
    bar._slow.setInterval(0)
    bar.set_busy(True)
    qtbot.waitUntil(lambda: bar.said.text() == "Working …")
    bar.set_busy(False)
    assert bar.said.text() == ""


def test_what_was_said_goes_away(qtbot: QtBot) -> None:
    bar = made(qtbot)
    bar._quiet.setInterval(0)
    bar.say("Bundle written")
    assert bar.said.text() == "Bundle written"
    qtbot.waitUntil(lambda: bar.said.text() == "")


def test_a_locked_bar_says_nothing_of_anybody_s_work(qtbot: QtBot) -> None:
    bar = made(qtbot)
    bar.set_place("North West 2018", "48-213")
    bar.set_saved("14:02")
    bar.say("Case 48-213 complete")
    bar.clear()
    assert [label.text() for label in (bar.inspection, bar.case, bar.saved, bar.said)] == ["", "", "", ""]


@pytest.mark.parametrize(("scale", "width"), [(100, 1112), (150, 1286), (200, 1286)])
def test_what_is_said_leaves_room_for_what_is_open(
    qtbot: QtBot, appearance: Appearance, faults: Callable[[QWidget], list[str]], scale: int, width: int
) -> None:
    appearance.set(Look(Choice.LIGHT, scale))
    bar = TopBar()
    bar.set_place("North West, autumn 2018", "1002", "Court reports and case allocation")
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(bar)
    column.addStretch(1)
    column.setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(page)
    page.setFixedSize(width, 400)
    page.show()
    bar.set_saved("14:02")
    assert faults(bar) == []
    bar.say("Nothing is missing. M leads to the moves of this assessment.")
    assert faults(bar) == []
