"""Words on the screen: the only place that makes a QLabel, so that no text is ever read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.window.theme import restyle


class PlainLabel(QLabel):
    """Plain text that wraps.

    `role` picks its look: "" (body), "caption", "quiet", "strong", "lead", "subheading", "heading",
    "question", "display", "overline", "number". `tone` gives it a colour with a meaning (a Tone, or "").
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        tone: str = "",
        *,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", role)
        self.setProperty("tone", str(tone))
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Change the look."""
        self._set("role", role)

    def set_tone(self, tone: str) -> None:
        """Change the colour."""
        self._set("tone", str(tone))

    def selectable(self) -> PlainLabel:
        """Let the words be selected and copied with mouse and keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self

    def _set(self, name: str, value: str) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            restyle(self)
