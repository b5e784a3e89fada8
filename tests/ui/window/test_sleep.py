"""Noticing that the laptop has slept, and that Windows is about to."""

import ctypes
import ctypes.wintypes
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from ui.window.sleep import SLEPT, TICK, PowerMessages, Sleep


class Wall:
    """A clock on the wall that a test moves."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def sleep(qtbot: QtBot, wall: Wall) -> Iterator[Sleep]:
    made = Sleep(clock=wall)
    yield made
    made.deleteLater()


def test_time_without_the_program_is_sleep(sleep: Sleep, wall: Wall) -> None:
    heard: list[bool] = []
    sleep.slept.connect(lambda: heard.append(True))
    for seconds in (TICK / 1_000, 5.0, 0.0, -3_600.0):
        wall.seconds += seconds
        sleep.look()
    assert heard == []
    wall.seconds += TICK / 1_000 + SLEPT + 1
    sleep.look()
    sleep.look()
    assert heard == [True]


def test_windows_says_it_before() -> None:
    told: list[bool] = []
    messages = PowerMessages(lambda: told.append(True))
    message = ctypes.wintypes.MSG()
    for kind, number, meaning, heard in (
        (b"windows_generic_MSG", 0x0218, 0x0004, 1),
        (b"windows_generic_MSG", 0x0218, 0x0007, 1),
        (b"windows_generic_MSG", 0x0100, 0x0004, 1),
        (b"xcb_generic_event_t", 0x0218, 0x0004, 1),
        (b"windows_generic_MSG", 0x0218, 0x0004, 2),
    ):
        message.message, message.wParam = number, meaning
        assert messages.nativeEventFilter(QByteArray(kind), ctypes.addressof(message)) == (False, 0)
        assert len(told) == heard
