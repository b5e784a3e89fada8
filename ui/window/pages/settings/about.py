"""What this program is: its version, every key it knows, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.presenters.help import HelpPage
from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.card import Card
from ui.window.widgets.heading import Heading
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.plain_page import PlainPage
from ui.window.widgets.unfold import Unfold


class About(Card):
    """Version in sight; keys and notices unfold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("About Casebook", parent)
        self.version = PlainLabel().selectable()
        self.keys = Unfold("All keys")
        self.notices = Unfold("Licences and notices")
        self.keys.body.addWidget(_keys())
        for part in (self.version, self.keys, self.notices):
            self.body.addWidget(part)

    def show_state(self, version: str, notices: HelpPage) -> None:
        """Show the version, and the notices as they are written."""
        self.version.setText(f"Casebook {version}. It works without a network and sends nothing by itself.")
        if not self.notices.body.count():
            self.notices.body.addWidget(PlainPage(notices))


def _keys() -> QWidget:
    table = QWidget()
    table.setProperty("surface", "clear")
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE[12])
    grid.setVerticalSpacing(SPACE[4])
    grid.setColumnStretch(1, 1)
    groups: dict[str, list[Shortcut]] = {}
    for shortcut in Shortcut:
        groups.setdefault(shortcut.where, []).append(shortcut)
    at = 0
    for where, shortcuts in groups.items():
        heading = Heading(where, level=3)
        heading.setContentsMargins(0, SPACE[8] if at else 0, 0, 0)
        grid.addWidget(heading, at, 0, 1, 2)
        for place, shortcut in enumerate(shortcuts, at + 1):
            grid.addWidget(KeyHint(key_words(shortcut)), place, 0)
            grid.addWidget(PlainLabel(shortcut.words), place, 1)
        at += len(shortcuts) + 1
    return table
