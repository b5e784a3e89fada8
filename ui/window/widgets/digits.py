"""Groups of digits that two people read to each other on the telephone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.plain_label import PlainLabel

_IN_A_ROW = 4


class Digits(QFrame):
    """Large groups, four in a row, so that nobody loses the place. Screen readers say digit by digit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("surface", "digits")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE[16], SPACE[12], SPACE[16], SPACE[12])
        self._grid.setHorizontalSpacing(SPACE[24])
        self._grid.setVerticalSpacing(SPACE[8])
        self._grid.setColumnStretch(_IN_A_ROW, 1)
        self._labels: list[PlainLabel] = []

    def set(self, groups: Sequence[str], name: str = "") -> None:
        """Show these groups; `name` says what they are, where that is not as before."""
        self._name = name or self._name
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = [PlainLabel(group, "digits", wrap=False).selectable() for group in groups]
        for at, label in enumerate(self._labels):
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            label.setAccessibleName(" ".join(groups[at]))
            self._grid.addWidget(label, at // _IN_A_ROW, at % _IN_A_ROW)
        spoken = ", ".join(" ".join(group) for group in groups)
        self.setAccessibleName(f"{self._name}: {spoken}")

    def text(self) -> str:
        """The groups, with spaces between them."""
        return " ".join(label.text() for label in self._labels)
