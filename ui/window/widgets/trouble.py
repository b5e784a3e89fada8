"""What a person sees after an error nobody expected: a plain sentence, and the offer to close."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.plain_label import PlainLabel

HAPPENED = "Something went wrong inside Casebook."
KEPT = "Everything that was saved before this is safe."
NEXT = "The safest thing to do now is to close Casebook and open it again."


class Trouble(QDialog):
    """Opened without blocking. Shows where in the program it happened, never what anybody wrote."""

    leave = Signal()
    """The person wants to close the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.setModal(True)
        self._where = PlainLabel(role="caption").selectable()
        self.close_program = Button("Close Casebook", "primary", do=self._leave)
        self.go_on = Button("Go on for now", do=self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[24], SPACE[24], SPACE[24], SPACE[24])
        column.setSpacing(SPACE[8])
        column.addWidget(PlainLabel(HAPPENED, "heading"))
        column.addWidget(PlainLabel(KEPT))
        column.addWidget(PlainLabel(NEXT))
        column.addWidget(self._where)
        column.addSpacing(SPACE[8])
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[8])
        buttons.addWidget(self.close_program)
        buttons.addWidget(self.go_on)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(480)

    def show_trouble(self, line: str) -> None:
        """Show it; `line` says where in the program it happened."""
        self._where.setText(f"For whoever mends it: {line}")
        self.open()

    def _leave(self) -> None:
        self.accept()
        self.leave.emit()
