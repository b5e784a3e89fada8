"""Asking the person for a file or a folder: the one place that opens the system's file dialogues."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class Files(Protocol):
    """What a page asks for a file; tests hand in one that answers at once."""

    def open_file(self, words: str, kinds: str) -> Path | None:
        """An existing file, or None. `kinds` as in "Bundles (*.casebook)"."""

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        """Where to write a file, `name` proposed, or None."""

    def folder(self, words: str) -> Path | None:
        """An existing folder, or None."""


class AskPerson:
    """Asks with the system's own dialogues, over the given window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def open_file(self, words: str, kinds: str) -> Path | None:
        """See Files."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, words, "", kinds)
        return Path(chosen) if chosen else None

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        """See Files."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, words, name, kinds)
        return Path(chosen) if chosen else None

    def folder(self, words: str) -> Path | None:
        """See Files."""
        chosen = QFileDialog.getExistingDirectory(self._window, words)
        return Path(chosen) if chosen else None
