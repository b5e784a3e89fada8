"""One answer that can be chosen: its mark, its words (which wrap), a hint, and the key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.window import theme
from ui.window.theme import SPACE

_ROUNDING = 2
"""Words that just fit by their width wrap all the same when they are drawn at a fraction of a pixel."""
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class ChoiceButton(QAbstractButton):
    """A large radio button (or check box, with `several`), drawn so that words wrap and its key shows.

    Without `framed` it has no border and no padding, as a tick in a form.
    """

    def __init__(
        self,
        words: str,
        key: str = "",
        hint: str = "",
        *,
        several: bool = False,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key.upper()
        self._hint = hint
        self._several = several
        self._inset = SPACE[12] if framed else 0
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(not several)
        self.setAccessibleName(words)
        self.setAccessibleDescription(
            " ".join(part for part in (hint, f"Key {self._key}." if key else "") if part)
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Wide enough for its words in one line, up to about forty characters."""
        shown = theme.current()
        line = QFontMetrics(self._font(bold=True)).horizontalAdvance(self.text()) + _ROUNDING
        words = min(line, shown.px(360))
        width = max(self._left() + words + self._right(), shown.px(112) if self._inset else 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for its longest word."""
        metrics = QFontMetrics(self._font(bold=True))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = self._left() + longest + self._right()
        return QSize(width, theme.current().px(24) + 2 * (SPACE[8] if self._inset else SPACE[4]))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of words and hint at that width."""
        words, hint = self._boxes(width)
        return max(words.height() + hint.height(), theme.current().px(24)) + 2 * (
            SPACE[8] if self._inset else SPACE[4]
        )

    def changeEvent(self, event: QEvent) -> None:
        """Take the new size when the text size changes."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw surface, mark, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = theme.current()
        if self._inset:
            self._paint_surface(painter, shown)
        self._paint_mark(painter, shown)
        words, hint = self._boxes(self.width())
        top = (self.height() - words.height() - hint.height()) // 2
        painter.setFont(self._font(bold=self.isChecked()))
        painter.setPen(shown.colour("ink" if self.isEnabled() else "quiet"))
        painter.drawText(words.translated(0, top), _WRAP, self.text())
        if self._hint:
            painter.setFont(self._font(caption=True))
            painter.setPen(shown.colour("quiet"))
            painter.drawText(hint.translated(0, top + words.height()), _WRAP, self._hint)
        if self._key:
            self._paint_key(painter, shown)
        painter.end()

    def _paint_surface(self, painter: QPainter, shown: theme.Theme) -> None:
        chosen, hot = self.isChecked(), self.underMouse() and self.isEnabled()
        ground = (
            shown.colour("selection") if chosen else shown.wash("accent") if hot else shown.colour("surface")
        )
        edge = shown.colour("accent" if chosen or hot else "edge" if self.isEnabled() else "line")
        width = 2 if chosen else 1
        painter.setPen(QPen(edge, width))
        painter.setBrush(ground if self.isEnabled() else shown.colour("paper"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_mark(self, painter: QPainter, shown: theme.Theme) -> None:
        side = shown.px(18)
        box = QRectF(self._inset, (self.height() - side) / 2, side, side)
        ink = shown.colour("accent" if self.isChecked() else "edge")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._several:
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            if self.isChecked():
                self._fill(painter, ink)
                quarter = side / 3.6
                painter.drawEllipse(box.adjusted(quarter, quarter, -quarter, -quarter))
            return
        if self.isChecked():
            painter.setBrush(ink)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if self.isChecked():
            painter.setPen(QPen(shown.colour("on_accent"), max(2.0, side / 9)))
            left, top = box.left(), box.top()
            painter.drawPolyline(
                [
                    QRectF(left + side * a, top + side * b, 0, 0).topLeft()
                    for a, b in ((0.26, 0.53), (0.44, 0.70), (0.75, 0.33))
                ]
            )

    @staticmethod
    def _fill(painter: QPainter, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)

    def _paint_key(self, painter: QPainter, shown: theme.Theme) -> None:
        font = self._font(caption=True)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        box = QRectF(self._key_box())
        painter.setPen(QPen(shown.colour("line"), 1))
        painter.setBrush(shown.colour("paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(shown.colour("quiet"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _key_box(self) -> QRect:
        metrics = QFontMetrics(self._font(caption=True))
        height = metrics.height() + 2
        width = max(metrics.horizontalAdvance(self._key) + 12, height)
        return QRect(self.width() - self._inset - width, (self.height() - height) // 2, width, height)

    def _left(self) -> int:
        return self._inset + theme.current().px(18) + SPACE[8]

    def _right(self) -> int:
        return (SPACE[8] + self._key_box().width() if self._key else 0) + self._inset

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(self._left(), 0, max(width - self._left() - self._right(), 1), 10_000)
        words = QFontMetrics(self._font(bold=True)).boundingRect(room, _WRAP, self.text())
        hint = QRect()
        if self._hint:
            hint = QFontMetrics(self._font(caption=True)).boundingRect(room, _WRAP, self._hint)
        return (
            QRect(room.left(), 0, room.width(), words.height()),
            QRect(room.left(), 0, room.width(), hint.height()),
        )

    def _font(self, *, bold: bool = False, caption: bool = False) -> QFont:
        shown = theme.current()
        font = QFont(self.font())
        font.setPixelSize(shown.size("caption" if caption else "body"))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
