"""Work that takes a while, on a page: how far it is, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.window.background import Task
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.progress_strip import ProgressStrip


class Working(Card):
    """Hidden until `begin`. The keyboard goes to "Stop", and back to where it was at the end."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self._task: Task | None = None
        self._back_to: QWidget | None = None
        self.strip = ProgressStrip(name)
        self.stop = Button("Stop", icon="stop", do=self._stop)
        row = QHBoxLayout()
        row.setSpacing(SPACE[16])
        row.addWidget(self.strip, 1)
        row.addWidget(self.stop)
        self.body.addLayout(row)
        self.hide()

    def begin(self, words: str, start: Callable[[], Task], back_to: QWidget | None = None) -> None:
        """Show that work begins, then start it: `start` hands it over and gives back its task.

        The keyboard goes back to `back_to` at the end; without it, to where it is now.
        """
        self._back_to = back_to or self.window().focusWidget()
        self.strip.set_words(0, 0, words)
        self.stop.setEnabled(True)
        self.show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._task = start()

    def progress(self, done: int, total: int, words: str) -> None:
        """Show how far it is; a total of 0 shows that nobody knows how much there is."""
        self.strip.set_words(done, total, words)

    def end(self) -> None:
        """Hide: the work is done, was refused or was stopped."""
        had_keyboard = self.stop.hasFocus()
        self.hide()
        self._task = None
        if had_keyboard and self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_on(self) -> bool:
        """Whether work is going on."""
        return not self.isHidden()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()
            self.stop.setEnabled(False)
            self.strip.set_words(0, 0, "Stopping …")
