"""An area that scrolls one widget up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(widget: QWidget, name: str, *, card: bool = True) -> QScrollArea:
    """Put a widget into an area that scrolls up and down, never sideways; arrow keys scroll it.

    `name` is what screen readers say; with `card` the area has the surface and border of a card.
    """
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if card:
        area.setProperty("surface", "card")
    else:
        area.setFrameShape(QFrame.Shape.NoFrame)
    widget.setProperty("surface", "clear")
    area.setWidget(widget)
    return area
