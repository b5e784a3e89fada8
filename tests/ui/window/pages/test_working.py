"""Work that takes a while: how far it is, stopping it, and where the keyboard goes."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.window.background import AtOnce, Task
from ui.window.pages.working import Working
from ui.window.widgets.buttons import Button


class Slow(AtOnce):
    """Keeps what it is handed instead of running it."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks: list[Task] = []

    def _take(self, task: Task) -> None:
        self.tasks.append(task)


@pytest.fixture
def parts(qtbot: Any) -> Iterator[tuple[Button, Working]]:
    page = QWidget()
    column = QVBoxLayout(page)
    begin, working = Button("Begin"), Working("Bundles")
    column.addWidget(begin)
    column.addWidget(working)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    begin.setFocus()
    yield begin, working
    page.close()


def test_it_shows_how_far_it_is_and_gives_the_keyboard_back(parts: tuple[Button, Working]) -> None:
    begin, working = parts
    work = Slow()
    assert not working.is_on()
    working.begin("Opening", lambda: work.run_long(print))
    assert working.is_on()
    assert working.strip.text() == "Opening"
    assert working.stop.hasFocus()
    working.progress(2, 9, "2 of 9 bundles taken in")
    assert working.strip.text() == "2 of 9 bundles taken in"
    working.end()
    assert not working.isVisible()
    assert begin.hasFocus()


def test_stopping_asks_the_work_to_end_and_can_be_asked_once(parts: tuple[Button, Working]) -> None:
    _, working = parts
    work = Slow()
    working.begin("Opening", lambda: work.run_long(print))
    working.stop.click()
    assert work.tasks[0]._stop.is_set()
    assert not working.stop.isEnabled()
    assert working.strip.text() == "Stopping …"
    working.end()
    working.begin("Again", lambda: work.run_long(print))
    assert working.stop.isEnabled()
