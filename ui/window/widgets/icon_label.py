"""An icon that stands alone, drawn in the theme's colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.window import icons, theme


class IconLabel(QWidget):
    """An icon beside words. It says nothing to screen readers: the words beside it do."""

    def __init__(
        self, name: str, token: str = "ink", pixels: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._token = token
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        side = theme.current().px(self._pixels)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As large as it is drawn."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        icons.paint(painter, self._name, theme.current().colour(self._token), QRectF(self.rect()))
        painter.end()
