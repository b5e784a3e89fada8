"""Rows that are already in memory, shown as a table: frozen values, and columns that say how to read them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.presenters.case_words import Said
from ui.window import icons, theme
from ui.window.widgets.tone import Tone

T = TypeVar("T")
AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The role under which a cell gives the whole row it belongs to."""


@dataclass(frozen=True)  # no slots: `Column[Case](…)` notes its type on the instance
class Column(Generic[T]):
    """One column: its title and how it reads a row.

    `sort` gives the value to sort by (the text without one); None sorts last. `tone` gives a status its
    colour and, with `icon` or without, its icon; None neither; the text stays the word of the status.
    `width` is in characters, 0 stretches; columns that `gives` become narrower before the table scrolls, in
    the order of their numbers; 0 never does.
    """

    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    tone: Callable[[T], Tone | None] | None = None
    icon: Callable[[T], str] | None = None
    width: int = 0
    number: bool = False
    gives: int = 0


def status_column(title: str, said: Callable[[T], Said], width: int = 0) -> Column[T]:
    """Return a column of statuses: the word in its colour, with its icon; `width` as in every column."""
    return Column(
        title,
        lambda row: said(row).word,
        tone=lambda row: Tone(said(row).tone),
        icon=lambda row: said(row).icon,
        width=width,
    )


class Rows(QAbstractTableModel, Generic[T]):
    """A table of rows, sorted and filtered here; a page hands over all of them."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._all: tuple[T, ...] = ()
        self._shown: tuple[T, ...] = ()
        self._wanted: Callable[[T], bool] | None = None
        self._by: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these rows; order and filter stay."""
        self._all = tuple(rows)
        self._arrange(refresh=True)

    def filter(self, wanted: Callable[[T], bool] | None) -> None:
        """Show only the rows that `wanted` says yes to; None shows all."""
        self._wanted = wanted
        self._arrange()

    def shown(self) -> tuple[T, ...]:
        """The rows as they stand on the screen."""
        return self._shown

    def row(self, index: AnyIndex) -> T | None:
        """The row an index belongs to."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column.number)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        row = self.row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column.number)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<qt>{escape(column.text(row))}</qt>"
        if role == ROW:
            return row
        tone = column.tone(row) if column.tone else None
        if role == Qt.ItemDataRole.ForegroundRole and tone:
            return theme.current().colour(tone.token)
        if role == Qt.ItemDataRole.DecorationRole and (column.icon or tone is not None):
            name = column.icon(row) if column.icon else ""
            return icons.icon(name or (tone or Tone.PLAIN).icon, (tone or Tone.PLAIN).token, 16)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the order in which the rows were handed over."""
        self._by = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def _arrange(self, *, refresh: bool = False) -> None:
        shown = [row for row in self._all if self._wanted is None or self._wanted(row)]
        if self._by is not None:
            shown = self._sorted(shown, *self._by)
        before = {id(row): place for place, row in enumerate(self._shown)}
        after = {id(row): place for place, row in enumerate(shown)}
        if before.keys() == after.keys():
            self._reorder(tuple(shown), after)
        elif refresh and len(shown) == len(self._shown):
            self._shown = tuple(shown)
            self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._shown = tuple(shown)
            self.endResetModel()

    def _reorder(self, shown: tuple[T, ...], places: dict[int, int]) -> None:
        """The same rows in another order: whoever points at a row goes on pointing at it."""
        if [id(row) for row in shown] == [id(row) for row in self._shown]:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        moved = [self.index(places[id(self._shown[index.row()])], index.column()) for index in held]
        self._shown = shown
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _sorted(self, rows: list[T], index: int, falling: bool) -> list[T]:
        column = self.columns[index]
        key = column.sort or (lambda row: column.text(row).casefold())
        known = [row for row in rows if key(row) is not None]
        return sorted(known, key=key, reverse=falling) + [row for row in rows if key(row) is None]


def _side(number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
