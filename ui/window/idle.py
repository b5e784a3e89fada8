"""Notices when nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """Emits `long_enough` once when nothing has been touched for the given time.

    Install it on the application.
    """

    long_enough = Signal()

    def __init__(self, parent: QObject, minutes: float) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.long_enough)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: float) -> None:
        """Wait this long from now on; 0 means never."""
        self._timer.stop()
        self._timer.setInterval(int(minutes * 60_000))
        if minutes > 0:
            self._timer.start()

    def hear(self, key: str, value: object) -> None:
        """Take the setting "lock_after" (minutes) when it has changed."""
        if key == "lock_after" and isinstance(value, int):
            self.set_minutes(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start waiting anew at every touch; let the event pass."""
        if event.type() in _TOUCHES and self._timer.interval() > 0:
            self._timer.start()
        return False
