"""A field that offers a short list of words to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.window import icons, theme
from ui.window.theme import SPACE


class Dropdown(QComboBox):
    """Options as (code, words); none is chosen beforehand.

    Only a person choosing emits `chosen`; a turn of the wheel changes nothing.
    """

    chosen = Signal(str)
    """The code that a person chose."""

    def __init__(
        self,
        name: str,
        options: Iterable[tuple[str, str]] = (),
        placeholder: str = "Choose one",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.set_options(options)
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer these, keeping what is chosen where it is still offered."""
        kept = self.code()
        self.clear()
        for code, words in options:
            self.addItem(words, code)
        self.set_code(kept)

    def code(self) -> str:
        """The code of what is chosen, or ""."""
        return str(self.currentData() or "")

    def set_code(self, code: str) -> None:
        """Choose by code; one that is not offered chooses nothing. Emits nothing."""
        self.setCurrentIndex(self.findData(code))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead of changing an answer unawares."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the arrow in the theme's colour."""
        super().paintEvent(event)
        shown = theme.current()
        side = shown.px(16)
        painter = QPainter(self)
        box = QRectF(self.width() - side - SPACE[8], (self.height() - side) / 2, side, side)
        icons.paint(painter, "chevron_down", shown.colour("ink" if self.isEnabled() else "quiet"), box)
        painter.end()
