"""The ring around whatever has the keyboard, which it also brings into sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from ui.window import theme
from ui.window.theme import SPACE

WIDTH = 2


class _Above(QProxyStyle):
    """Lets the ring lie over everything in its page, so that no tight parent cuts it off."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        """Answer the one question that Qt asks about it; leave all others to the usual style."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """Lies over the focused widget of its window and follows it. Make one for each window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("focusRing")
        self._above = _Above()
        self.setStyle(self._above)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring just outside the widget, and a thin gap between the two."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().colour("focus"), WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.setPen(QPen(theme.current().colour("surface"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 6, 6)
        painter.end()

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is not self._window:
            return
        parent = now.parentWidget() if now is not None else None
        while now is not None and parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(now, SPACE[16], SPACE[16])
            parent = parent.parentWidget()
        self.setWidget(now)  # type: ignore[arg-type]  # only now: out of sight it would hide and stay hidden
