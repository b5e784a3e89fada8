"""A message within a page: icon, one strong line, further lines, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.window.theme import SPACE, restyle
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class MessageBar(QFrame):
    """Tells a person something that stays until it is settled.

    Hidden until `tell`; `clear` hides it again.
    """

    def __init__(
        self, words: str = "", tone: Tone = Tone.ACCENT, more: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "message")
        self._icon = IconLabel(tone.icon, tone.token, 20)
        self._words = PlainLabel(role="strong")
        self._more = PlainLabel()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACE[8])
        words_column = QVBoxLayout()
        words_column.setSpacing(SPACE[4])
        words_column.addWidget(self._words)
        words_column.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[12], SPACE[8], SPACE[12], SPACE[8])
        row.setSpacing(SPACE[12])
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words_column, 1)
        row.addLayout(self._actions)
        self._say(words, tone, more)
        if not words:
            self.hide()

    def tell(self, words: str, tone: Tone = Tone.ACCENT, more: str = "") -> None:
        """Show a message and tell screen readers."""
        self._say(words, tone, more)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Hide the message."""
        self.hide()

    def add_action(self, button: QPushButton) -> None:
        """Put a button at the end of the bar."""
        self._actions.addWidget(button)

    def text(self) -> str:
        """Everything it says, as one text."""
        return " ".join(words for words in (self._words.text(), self._more.text()) if words)

    def _say(self, words: str, tone: Tone, more: str) -> None:
        self._words.setText(words)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._icon.set_icon(tone.icon, tone.token)
        self.setAccessibleName(self.text())
        self.setProperty("tone", str(tone))
        restyle(self)
