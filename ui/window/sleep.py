"""Notices that the laptop sleeps or has slept, so that the store is locked when it wakes."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, QTimer, Signal

TICK = 2_000
"""Milliseconds between two looks at the clock."""
SLEPT = 20.0
"""Seconds that the clock must have gone on beyond what was waited for: no program is held up so long."""
_POWER, _SUSPEND = 0x0218, 0x0004


class Sleep(QObject):
    """Emits `slept` when time has passed in which this program did not run.

    A laptop that sleeps stops every timer, but not the clock on the wall. `clock` gives its seconds.
    """

    slept = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(TICK)

    def look(self) -> None:
        """Compare the clock with when it was last looked at."""
        now = self._clock()
        gap, self._last = now - self._last, now
        if gap > TICK / 1_000 + SLEPT:
            self.slept.emit()


class PowerMessages(QAbstractNativeEventFilter):
    """Calls `do` when Windows says that it is about to sleep, a moment before it does. Untried there."""

    def __init__(self, do: Callable[[], object]) -> None:
        super().__init__()
        self._do = do

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at one message of the system; let every one pass."""
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]
            told = ctypes.wintypes.MSG.from_address(int(message))
            if told.message == _POWER and told.wParam == _SUSPEND:
                self._do()
        return False, 0
