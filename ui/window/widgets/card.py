"""Surfaces: a card with a border, a panel without, and a rule between two parts."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.heading import Heading


class Card(QFrame):
    """A surface that holds things that belong together. Add to `self.body`; buttons go into `self.aside`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[16])
        column.setSpacing(SPACE[12])
        self.aside = QHBoxLayout()
        self.aside.setSpacing(SPACE[8])
        self.heading = Heading(title, level=2)
        self.setAccessibleName(title)
        if not title:
            self.heading.hide()
        top = QHBoxLayout()
        top.setSpacing(SPACE[12])
        top.addWidget(self.heading, 1)
        top.addLayout(self.aside)
        column.addLayout(top)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE[12])
        column.addLayout(self.body)


class Rule(QFrame):
    """A thin line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rule")
        self.setFixedHeight(1)
