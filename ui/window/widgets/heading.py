"""A heading, by its level."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.window.widgets.plain_label import PlainLabel

_ROLES = {1: "heading", 2: "subheading", 3: "strong"}


class Heading(PlainLabel):
    """A heading: level 1 names the page, 2 a part of it, 3 a group within that."""

    def __init__(self, text: str, level: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(text, _ROLES[level], parent=parent)
        self.level = level
