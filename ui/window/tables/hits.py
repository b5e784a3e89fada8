"""What a search found, as rows that screen readers can read and a delegate can draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.presenters.search import Found

AnyIndex = QModelIndex | QPersistentModelIndex
FOUND = Qt.ItemDataRole.UserRole
"""The role under which a row gives what was found."""


class Hits(QAbstractListModel):
    """The pieces of writing that were found, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Found, ...] = ()

    def set_found(self, found: Sequence[Found]) -> None:
        """Show these."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One of them: as text, for screen readers, or whole, for the delegate."""
        if not index.isValid() or index.row() >= len(self._found):
            return None
        found = self._found[index.row()]
        if role == FOUND:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            place = f"{found.place}, {found.kind}"
            about = f"{found.question}. " if found.question else ""
            return f"{place}. {about}{found.snippet}. {found.about}"
        return None
