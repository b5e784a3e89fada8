"""The ring around whatever has the keyboard, which it also brings into sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFocusFrame, QScrollArea, QWidget
from shiboken6 import isValid

from ui.window import theme
from ui.window.theme import SPACE

WIDTH = 2
REACH = 4
"""How far the ring lies outside the widget, in pixels: its own width and a thin gap."""

_MOVED = {QEvent.Type.Move, QEvent.Type.Resize}


class FocusRing(QFocusFrame):
    """Lies over the focused widget of its window and follows it. Make one for each window.

    It lies in the window, or in what a scroll area scrolls, and not in the widget's own parent, which would
    cut it off where it is tight.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._followed: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def widget(self) -> QWidget | None:  # type: ignore[override]  # there may be none
        """What has the keyboard."""
        followed = self._followed
        return followed if followed is not None and isValid(followed) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring just outside the widget, and a thin gap between the two."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().colour("focus"), WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.setPen(QPen(theme.current().colour("surface"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5), 6, 6)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the widget; leave a page that goes out of sight before it is destroyed."""
        kind = event.type()
        if kind in _MOVED:
            self._place()
        elif watched is self._followed and kind == QEvent.Type.Hide:
            self._go_home()
        elif watched is self._followed and kind == QEvent.Type.Show:
            self._attach()
        return False

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is not self._window:
            return
        self._watch(None, None)
        self._followed = now
        if now is None:
            self._go_home()
            return
        parent = now.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(now, SPACE[16], SPACE[16])
            parent = parent.parentWidget()
        self._attach()

    def _attach(self) -> None:
        """Lie in the nearest thing that scrolls, or in the window, over everything else in it."""
        now = self.widget()
        if now is None or now is self._window:
            return
        host = _host(now)
        self._watch(now, host)
        self.setParent(host)
        self._place()
        self.raise_()
        self.show()

    def _go_home(self) -> None:
        """Lie hidden in the window: the page that it lay in may be destroyed."""
        if not isValid(self._window):
            return  # the window itself is going, and everything in it
        self.hide()
        if self.parentWidget() is not self._window:
            self.setParent(self._window)
            self.hide()

    def _place(self) -> None:
        now, host = self.widget(), self.parentWidget()
        if now is not None and host is not None and host.isAncestorOf(now):
            box = QRect(now.mapTo(host, QPoint(0, 0)), now.size())
            self.setGeometry(box.adjusted(-REACH, -REACH, REACH, REACH))

    def _watch(self, now: QWidget | None, host: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        while now is not None and now is not host:
            now.installEventFilter(self)
            self._watched.append(now)
            now = now.parentWidget()


def _host(widget: QWidget) -> QWidget:
    """What a scroll area around the widget scrolls, or the window."""
    inner, outer = widget, widget.parentWidget()
    while outer is not None and not inner.isWindow():
        around = outer.parentWidget()
        if isinstance(around, QAbstractScrollArea) and around.viewport() is outer:
            return outer if inner is widget else inner
        inner, outer = outer, around
    return widget.window()
