"""When words being typed are put away as a draft: soon after a key, also while somebody never pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

DRAFT_AFTER = 700
"""Milliseconds from a key to the draft being handed over; that it is durable within a second is promised."""


class DraftTimer(QTimer):
    """Runs from the first key after a draft to the next draft; further keys do not put it off."""

    def __init__(self, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(DRAFT_AFTER)
        self.timeout.connect(keep)

    def typed(self) -> None:
        """A key was pressed."""
        if not self.isActive():
            self.start()
