"""How far a piece of work is: a thin bar, and the words that count."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.plain_label import PlainLabel


class ProgressStrip(QWidget):
    """Words such as "41 of 87 answered, 3 not known yet", over a bar. Counts only what applies."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words = PlainLabel(role="caption", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[4])
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self.set(0, 0)

    def set(self, answered: int, asked: int, not_known_yet: int = 0) -> None:
        """Show so many answered of those asked; `not_known_yet` may still be asked."""
        words = f"{answered} of {asked} answered"
        if not_known_yet:
            words += f", {not_known_yet} not known yet"
        self.set_words(answered, asked, words)

    def set_words(self, done: int, total: int, words: str) -> None:
        """Show progress of anything else; a total of 0 shows that nobody knows how much there is."""
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(f"{self._name}: {words}")
        self.setAccessibleName(f"{self._name}: {words}")

    def text(self) -> str:
        """The words."""
        return self._words.text()
