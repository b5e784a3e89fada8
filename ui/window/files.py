"""Asking the person for a file or a folder: the one place that opens the system's file dialogues."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class Files(Protocol):
    """What a page asks for a file; tests hand in one that answers at once."""

    def open_file(self, words: str, kinds: str, start: Path | None = None) -> Path | None:
        """An existing file, or None; `kinds` as in "Bundles (*.casebook)", `start`: where to begin."""

    def open_files(self, words: str, kinds: str) -> tuple[Path, ...]:
        """Existing files, several if need be; none when the person chose none."""

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        """Where to write a file, `name` proposed, or None."""

    def folder(self, words: str, start: Path | None = None) -> Path | None:
        """An existing folder, or None; `start` is shown first."""


class AskPerson:
    """Asks with the system's own dialogues, over the given window.

    Somebody who answers after the window was locked meanwhile, when idle, has chosen nothing: the page that
    asked is gone. `epoch` tells one unlocking from another.
    """

    def __init__(self, window: QWidget, epoch: Callable[[], object] = lambda: None) -> None:
        self._window = window
        self._epoch = epoch

    def open_file(self, words: str, kinds: str, start: Path | None = None) -> Path | None:
        """See Files."""
        return self._ask(lambda: QFileDialog.getOpenFileName(self._window, words, str(start or ""), kinds)[0])

    def open_files(self, words: str, kinds: str) -> tuple[Path, ...]:
        """See Files."""
        before = self._epoch()
        chosen, _ = QFileDialog.getOpenFileNames(self._window, words, "", kinds)
        return tuple(Path(path) for path in chosen) if self._epoch() is before else ()

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        """See Files."""
        return self._ask(lambda: QFileDialog.getSaveFileName(self._window, words, name, kinds)[0])

    def folder(self, words: str, start: Path | None = None) -> Path | None:
        """See Files."""
        return self._ask(lambda: QFileDialog.getExistingDirectory(self._window, words, str(start or "")))

    def _ask(self, dialogue: Callable[[], str]) -> Path | None:
        before = self._epoch()
        chosen = dialogue()
        return Path(chosen) if chosen and self._epoch() is before else None
