"""The report of a check, line by line, to be read, searched by eye and copied."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.window.widgets.card import Card
from ui.window.widgets.plain_label import PlainLabel


class Report(Card):
    """Hidden until there is something to tell; its words can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Report of the check")
        self.words = PlainLabel().selectable()
        self.body.addWidget(PlainLabel("Report of the check", "subheading"))
        self.body.addWidget(self.words)
        self.hide()

    def tell(self, lines: tuple[str, ...]) -> None:
        """Show the lines; what belongs under another stays indented."""
        self.words.setText("\n".join(lines))
        self.show()
