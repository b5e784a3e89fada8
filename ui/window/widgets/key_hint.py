"""A key as it is printed on the keyboard, shown beside what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.window.widgets.plain_label import PlainLabel


class KeyHint(PlainLabel):
    """A small key cap ("E", "Ctrl+L"). Decoration: the control beside it carries the name."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, "key", wrap=False, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
