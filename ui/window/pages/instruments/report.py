"""What there is to report of an instrument, line by line, to be read, searched by eye and copied."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.window.widgets.card import Card
from ui.window.widgets.plain_label import PlainLabel


class Report(Card):
    """Hidden until there is something to tell; its words can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.words = PlainLabel().selectable()
        self.body.addWidget(self.words)
        self.hide()

    def tell(self, lines: tuple[str, ...], heading: str = "Report of the check") -> None:
        """Show the lines under a heading; what belongs under another stays indented."""
        self.setAccessibleName(heading)
        self.heading.setText(heading)
        self.heading.show()
        self.words.setText("\n".join(lines))
        self.show()
