"""A frame that Esc leaves, wherever in it the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame


class Leavable(QFrame):
    """Takes Esc before the window does, and says that the person wants to leave."""

    left = Signal()
    """The person leaves without doing what this frame is for."""

    def leave(self) -> None:
        """Leave, as Esc does."""
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's own shortcut."""
        if _is_escape(event, QEvent.Type.ShortcutOverride):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if _is_escape(event, QEvent.Type.KeyPress):
            self.leave()
            return
        super().keyPressEvent(event)


def _is_escape(event: QEvent, kind: QEvent.Type) -> bool:
    return isinstance(event, QKeyEvent) and event.type() == kind and event.key() == Qt.Key.Key_Escape
