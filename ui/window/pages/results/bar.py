"""A bar beside its number: the rate, the range still possible, and where bands begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.window import theme

_WIDTH, _HEIGHT, _RATE = 136, 18, 9


class Bar(QWidget):
    """Drawn from 0 to 100 per cent. It says nothing to screen readers: the numbers beside it do."""

    def __init__(
        self,
        share: int | None,
        span: tuple[int, int] | None,
        boundaries: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._share, self._span, self._boundaries = share, span, tuple(boundaries)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        shown = theme.current()
        return QSize(shown.px(_WIDTH), shown.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As large as it is drawn."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rate on its ground, gaps where bands begin, and below them what is still possible."""
        painter = QPainter(self)
        shown = theme.current()
        high = shown.px(_RATE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self._part(0, 100, high), shown.colour("line"))
        if self._share is not None:
            painter.fillRect(self._part(0, self._share, high), shown.colour("accent"))
        for boundary in self._boundaries:
            at = round(self.width() * boundary / 100)
            painter.fillRect(QRectF(at - 1, 0, 2, high), shown.colour("surface"))
        if self._span is not None:
            painter.setPen(QPen(shown.colour("quiet"), 1))
            low, up = (round((self.width() - 1) * end / 100) + 0.5 for end in self._span)
            line, half = high + shown.px(5) + 0.5, shown.px(3)
            painter.drawLine(QPointF(low, line), QPointF(up, line))
            for end in (low, up):
                painter.drawLine(QPointF(end, line - half), QPointF(end, line + half))
        painter.end()

    def _part(self, start: int, end: int, high: int) -> QRectF:
        left, right = self.width() * start / 100, self.width() * end / 100
        return QRectF(left, 0, right - left, high)
