"""Filters with counts: one chip each, of which one is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.window.widgets.flow import Flow


class Chip(QPushButton):
    """A filter that is on or off, with how many it would show."""

    def __init__(self, code: str, words: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "chip")
        self.set(words, count)

    def set(self, words: str, count: int) -> None:
        """Show another count."""
        self.setText(f"{words}  {count}".replace("&", "&&"))
        self.setAccessibleName(f"{words}, {count}")


class FilterChips(QWidget):
    """A row of chips, one of them chosen; wraps when the window is narrow. Arrow keys move between them."""

    chosen = Signal(str)
    """The code of the chip that a person chose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(lambda chip: self.chosen.emit(chip.code))
        self._chips: dict[str, Chip] = {}
        self._row = Flow(self)

    def set(self, chips: Iterable[tuple[str, str, int]], selected: str) -> None:
        """Show these (code, words, count), `selected` being the code of the chosen one."""
        wanted = list(chips)
        if [code for code, _, _ in wanted] != list(self._chips):
            self._make(wanted)
        for code, words, count in wanted:
            self._chips[code].set(words, count)
            self._chips[code].setChecked(code == selected)

    def selected(self) -> str:
        """The code of the chosen chip, or ""."""
        return next((code for code, chip in self._chips.items() if chip.isChecked()), "")

    def _make(self, wanted: list[tuple[str, str, int]]) -> None:
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {code: Chip(code, words, count) for code, words, count in wanted}
        for chip in self._chips.values():
            self._group.addButton(chip)
            self._row.addWidget(chip)
