"""Buttons, in the kinds that the design has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.window import icons
from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE, restyle

_TOKENS = {"primary": "on_accent", "quiet": "accent", "danger": "not_sufficient"}


class PushButton(QPushButton):
    """Every button is one: Enter presses it, but no Enter elsewhere does."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Button(PushButton):
    """A button with a word.

    `kind`: "primary" (the one thing this page is for), "" (usual), "quiet" (looks like a link), "danger"
    (cannot be undone). `icon` names an icon; `shortcut` adds its key to the tool tip; `do` is called when
    it is pressed.
    """

    def __init__(
        self,
        words: str,
        kind: str = "",
        icon: str = "",
        do: Callable[[], object] | None = None,
        shortcut: Shortcut | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon:
            icons.dress(self, icon, _TOKENS.get(kind, "ink"), gap=SPACE[4])
        if shortcut is not None:
            self.setToolTip(f"{words} ({key_words(shortcut)})")
        if do is not None:
            self.clicked.connect(lambda: do())

    def set_kind(self, kind: str) -> None:
        """Become another kind of button, as when the next thing to do is another one."""
        self.setProperty("kind", kind)
        dressed = self.property("casebookIcon")
        if dressed:
            icons.dress(self, dressed[0], _TOKENS.get(kind, "ink"), dressed[2], dressed[3])
        restyle(self)


def with_key(
    words: str, shortcut: Shortcut, do: Callable[[], object], kind: str = "", icon: str = ""
) -> Button:
    """Return a button that shows its key behind its word; the page that has it binds the key."""
    return Button(f"{words} ({key_words(shortcut)})", kind, icon, do)


class IconButton(PushButton):
    """A button that shows only an icon; `name` is its tool tip and what screen readers say."""

    def __init__(
        self, icon: str, name: str, do: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setProperty("kind", "icon")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        icons.dress(self, icon)
        if do is not None:
            self.clicked.connect(lambda: do())
