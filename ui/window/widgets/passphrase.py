"""Fields for a passphrase: hidden while it is typed, shown when asked, pasted if somebody likes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.window.widgets.tick import Tick


class Passphrase(QLineEdit):
    """One passphrase. Enter calls `do`; no input method keeps words of it."""

    def __init__(self, do: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_words(False)
        self.setMaxLength(1_000)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        if do is not None:
            self.returnPressed.connect(lambda: do())

    def show_words(self, on: bool) -> None:
        """Show what is typed, or hide it."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)


class ShowPassphrase(Tick):
    """Shows what is typed in all of these fields, for whoever is alone in the room."""

    def __init__(self, *fields: Passphrase, parent: QWidget | None = None) -> None:
        super().__init__("Show what is typed", parent=parent)
        for field in fields:
            self.toggled.connect(field.show_words)

    def hide_again(self) -> None:
        """Hide it: another person may be looking by the next time."""
        self.setChecked(False)
