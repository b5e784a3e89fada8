"""Tab goes through a page as it is read, also through what was put into it later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def put_in_order(page: QWidget) -> None:
    """Make Tab follow the layouts of a page, from top to bottom and from left to right.

    Qt's own order is that in which widgets were made, so that answers and lists made later would come last.
    """
    stops = [widget for widget in _reading_order(page) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _reading_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if isinstance(widget, QScrollArea | QStackedWidget):
        shown = widget.widget() if isinstance(widget, QScrollArea) else widget.currentWidget()
        if shown is not None:
            yield from _reading_order(shown)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, part = item.layout(), item.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif part is not None:
            yield from _reading_order(part)
