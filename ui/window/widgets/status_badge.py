"""A status: icon, word and colour, always the three together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.window.theme import SPACE, restyle
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class StatusBadge(QFrame):
    """A short word for a state, as in "Complete" or "Not known yet". Its accessible name is the word."""

    def __init__(
        self, word: str, tone: Tone = Tone.PLAIN, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._icon = IconLabel(icon or tone.icon, tone.token, 16)
        self._word = PlainLabel(word, "badge", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[8], 2, SPACE[8], 2)
        row.setSpacing(SPACE[4])
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self.set(word, tone, icon)

    def set(self, word: str, tone: Tone = Tone.PLAIN, icon: str = "") -> None:
        """Show another state."""
        self._word.setText(word)
        self._word.set_tone(tone)
        self._icon.set_icon(icon or tone.icon, tone.token)
        self.setAccessibleName(word)
        if self.property("tone") != tone:
            self.setProperty("tone", str(tone))
            restyle(self)

    def text(self) -> str:
        """The word."""
        return self._word.text()
