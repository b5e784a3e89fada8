"""An unexpected error: type, file and line are written down, no value is, and the person is told."""

import logging
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.window.errors import Unexpected
from ui.window.widgets.trouble import Trouble

NOTE = "the note of an inspector"


def fail() -> None:
    raise ValueError(NOTE)


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def caught() -> BaseException:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_it_is_written_down_and_told(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    unexpected = Unexpected()
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(unexpected.happened) as told:
        unexpected.take(caught())
    assert told.args == [caplog.messages[0]]
    assert NOTE not in caplog.text


def test_errors_that_escape_from_slots_are_taken_too(
    qtbot: QtBot, hook: None, caplog: pytest.LogCaptureFixture
) -> None:
    unexpected = Unexpected()
    unexpected.install()
    error = caught()
    with qtbot.waitSignal(unexpected.happened):
        sys.excepthook(type(error), error, error.__traceback__)
    assert "test_errors.py" in caplog.text


def test_the_person_may_close_the_program_or_go_on(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    trouble = Trouble(window)
    trouble.show_trouble("ValueError at notes.py:7")
    assert trouble.isVisible()
    with qtbot.waitSignal(trouble.leave):
        trouble.close_program.click()
    trouble.show_trouble("ValueError at notes.py:7")
    with qtbot.assertNotEmitted(trouble.leave):
        trouble.go_on.click()
    assert not trouble.isVisible()
