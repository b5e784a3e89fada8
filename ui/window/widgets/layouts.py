"""Layouts that are filled anew, as lists of lines are when what they show has changed."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def empty(layout: QLayout, keep: int = 0) -> None:
    """Take everything out of a layout but its first `keep` items; widgets are out of sight at once, then go.

    What lies in layouts within it goes too.
    """
    while (item := layout.takeAt(keep)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (within := item.layout()) is not None:
            empty(within)
