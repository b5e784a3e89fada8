"""A refusal, shown calmly above the page: what happened, what was kept, what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from model.refusal import Refusal
from ui.window import theme
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone

_BESIDE_TO = 150
"""Up to this size of text (per cent) the button stands beside the words."""


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
        said = QHBoxLayout()
        said.setSpacing(SPACE[12])
        said.addWidget(IconLabel(Tone.ATTENTION.icon, Tone.ATTENTION.token, 24), 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, panel)
        self._row.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[12])
        self._row.setSpacing(SPACE[12])
        self._row.addLayout(said, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._arrange()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Large words have the whole width, and the button stands below them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._arrange()

    def _arrange(self) -> None:
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if theme.current().scale <= _BESIDE_TO else way.TopToBottom)

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
