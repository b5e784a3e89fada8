"""What every bar that asks something within a page has in common: it comes, takes the keyboard, and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.window.theme import restyle
from ui.window.widgets.tone import Tone


class Asking(QFrame):
    """Hidden until it appears. Esc leaves all as it is; the keyboard goes back to where it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "message")
        self._back_to: QWidget | None = None

    def leave(self) -> None:
        """Go, with everything as it was."""
        self.go()

    def appear(self, name: str, first: QWidget, *, danger: bool) -> None:
        """Come into sight under this name, say so to screen readers, and give the keyboard to `first`."""
        self.setAccessibleName(name)
        self.setProperty("tone", str(Tone.NOT_SUFFICIENT if danger else Tone.ATTENTION))
        restyle(self)
        self._back_to = self.window().focusWidget()
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def go(self) -> None:
        """Hide, and give the keyboard back."""
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves all as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
