"""A refusal, shown calmly above the page: what happened, what was kept, what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from model.refusal import Refusal
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class RefusalPanel(QWidget):
    """Hidden until `show_refusal`. Its button gets the keyboard, and gives it back to where it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        panel = QFrame()
        panel.setProperty("surface", "message")
        panel.setProperty("tone", str(Tone.ATTENTION))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE[24], SPACE[12], SPACE[24], 0)
        outer.addWidget(panel)
        self._back_to: QWidget | None = None
        self._happened = PlainLabel(role="subheading").selectable()
        self._kept = PlainLabel().selectable()
        self._next = PlainLabel().selectable()
        self.close_button = Button("Close this message", do=self.close_panel)
        words = QVBoxLayout()
        words.setSpacing(SPACE[4])
        for label in (self._happened, self._kept, self._next):
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            words.addWidget(label)
        row = QHBoxLayout(panel)
        row.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[12])
        row.setSpacing(SPACE[12])
        row.addWidget(IconLabel(Tone.ATTENTION.icon, Tone.ATTENTION.token, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_refusal(self, refusal: Refusal) -> None:
        """Show it, tell screen readers, take the keyboard."""
        for label, words in (
            (self._happened, refusal.happened),
            (self._kept, refusal.kept),
            (self._next, refusal.next),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(str(refusal))
        if not self.isVisible():
            self._back_to = self.window().focusWidget()
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def close_panel(self) -> None:
        """Hide it and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        if self._back_to is not None and isValid(self._back_to) and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hide it without giving the keyboard back: another page is coming."""
        self._back_to = None
        self.hide()

    def outdate(self) -> None:
        """Hide it, unless the keyboard is still on it."""
        if not self.isAncestorOf(self.window().focusWidget()):
            self.forget()

    def text(self) -> str:
        """What it says."""
        return " ".join(label.text() for label in (self._happened, self._kept, self._next))
