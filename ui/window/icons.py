"""The one set of icons: SVG drawings in resources/icons, tinted with a colour of the theme."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from weakref import WeakSet

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from resources import path
from ui.window import theme

_dressed: WeakSet[QWidget] = WeakSet()
"""What `tint_all` is to tint. Held weakly: asking Qt for all widgets can meet one that is being deleted."""


@cache
def drawing(name: str) -> str:
    """The SVG of an icon. FileNotFoundError for a name that is not in resources/icons."""
    return path("icons", f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, pixels: int, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """The icon in a colour ("#1B4F8F"), so many pixels high, sharp at the screen's ratio.

    `gap` leaves so many pixels empty at its right.
    """
    side = round(pixels * ratio)
    drawn = QPixmap(side + round(gap * ratio), side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(drawing(name).replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def paint(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draw the icon into a square box, in a colour."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(box.topLeft(), pixmap(name, colour.name(), round(box.width()), ratio))


def icon(name: str, token: str = "ink", pixels: int = 20, gap: int = 0) -> QIcon:
    """The icon in a colour of the present theme, at the present size of text."""
    shown = theme.current()
    ratio = _ratio()
    side = shown.px(pixels)
    made = QIcon(pixmap(name, shown.colour(token).name(), side, ratio, gap))
    made.addPixmap(pixmap(name, shown.colour("quiet").name(), side, ratio, gap), QIcon.Mode.Disabled)
    return made


def dress(widget: QWidget, name: str, token: str = "ink", pixels: int = 20, gap: int = 0) -> None:
    """Give a button an icon that is tinted anew whenever the theme changes (see `tint_all`).

    `gap` is the room between icon and words, in pixels, beyond what the style leaves.
    """
    widget.setProperty("casebookIcon", (name, token, pixels, gap))
    _dressed.add(widget)
    _tint(widget)


def tint_all() -> None:
    """Tint every dressed widget anew. Called by the application when its look has changed."""
    for widget in tuple(_dressed):
        if isValid(widget):
            _tint(widget)


def _tint(widget: QWidget) -> None:
    name, token, pixels, gap = widget.property("casebookIcon")
    set_icon: Callable[[QIcon], None] = widget.setIcon  # type: ignore[attr-defined]
    set_icon(icon(name, token, pixels, gap))
    size = theme.current().px(pixels)
    widget.setIconSize(QSize(size + gap, size))  # type: ignore[attr-defined]


def _ratio() -> float:
    return QApplication.primaryScreen().devicePixelRatio()
