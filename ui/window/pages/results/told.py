"""What a figure answers when it is asked: out of what, without whom, why, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.presenters.figures import Told
from ui.window.theme import SPACE
from ui.window.widgets.plain_label import PlainLabel


class ToldPane(QFrame):
    """Questions and answers under one another; the words can be selected and copied."""

    def __init__(self, told: Sequence[Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[4], 0, SPACE[8])
        column.setSpacing(SPACE[8])
        for one in told:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(PlainLabel(one.asked, "overline"))
            pair.addWidget(PlainLabel(one.words))
            column.addLayout(pair)

    def words(self) -> str:
        """Everything that it says."""
        return "\n".join(label.text() for label in self.findChildren(PlainLabel))
