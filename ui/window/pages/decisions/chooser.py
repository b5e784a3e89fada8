"""The list of what can be decided: a table beside the pane, or one field above it where text is large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.presenters.decisions.listing import Item
from ui.window import theme
from ui.window.tables.rows import Column
from ui.window.widgets.dropdown import Dropdown
from ui.window.widgets.table import Table
from ui.window.widgets.tone import Tone

BESIDE_TO = 125
"""Up to this size of text (per cent) the list stands beside the pane."""
_WIDTH = 360


class Chooser(QWidget):
    """One item is chosen at a time. Setting items emits nothing; a person choosing does."""

    chosen = Signal(object)
    """The item that a person moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self._quiet = False
        self.table: Table[Item] = Table(
            "Decisions",
            [
                Column("Case", lambda item: item.case or "–", width=8),
                Column(
                    "What",
                    lambda item: item.words,
                    tone=lambda item: Tone(item.said.tone),
                    icon=lambda item: item.said.icon,
                ),
            ],
        )
        self.table.moved.connect(self._moved)
        self.field = Dropdown("Decision")
        self.field.chosen.connect(self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.field)
        self._arrange()

    def set_items(self, items: Sequence[Item], chosen: str) -> Item | None:
        """Offer these and choose one by its id, the first where that is not among them; gives it back."""
        self._items = tuple(items)
        self._quiet = True
        self.table.set_rows(self._items)
        self.field.set_options(
            (item.id, f"Case {item.case}: {item.words}" if item.case else item.words) for item in self._items
        )
        found = next((item for item in self._items if item.id == chosen), next(iter(self._items), None))
        if found is not None:
            self.table.select(lambda item: item.id == found.id)
            self.field.set_code(found.id)
        self._quiet = False
        return found

    def focus(self) -> QWidget:
        """What takes the keyboard."""
        return self.table if not self.table.isHidden() else self.field

    def beside(self) -> bool:
        """Whether the list stands beside the pane."""
        return theme.current().scale <= BESIDE_TO

    def changeEvent(self, event: QEvent) -> None:
        """Change places when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "field"):
            self._arrange()

    def _arrange(self) -> None:
        beside = self.beside()
        self.table.setVisible(beside)
        self.field.setVisible(not beside)
        self.setMaximumWidth(theme.current().px(_WIDTH) if beside else 16_777_215)
        self.setMinimumWidth(theme.current().px(_WIDTH) if beside else 0)
        fits = QSizePolicy.Policy.Expanding if beside else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, fits)

    def _moved(self, item: Item | None) -> None:
        if item is not None and not self._quiet:
            self.field.set_code(item.id)
            self.chosen.emit(item)

    def _picked(self, code: str) -> None:
        item = next(item for item in self._items if item.id == code)
        self._quiet = True
        self.table.select(lambda one: one.id == code)
        self._quiet = False
        self.chosen.emit(item)
