"""A person's inspections: the one that is open, the others to open, and the way to join one more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.presenters.joining import Joined, JoinedState
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.card import Card
from ui.window.widgets.plain_label import PlainLabel


class Inspections(Card):
    """One line for each; only what is not open has a button."""

    chosen = Signal(str)
    """The inspection to open."""
    join = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Your inspections", parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE[12])
        self._shown: list[QWidget] = []
        self.open_buttons: list[Button] = []
        self.join_button = Button("Join another inspection …", icon="key", do=self.join.emit)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.join_button)

    def show_state(self, state: JoinedState) -> None:
        """Show these."""
        for widget in self._shown:
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown, self.open_buttons = [], []
        for each in state.joined:
            self._add(PlainLabel(f"{each.words} (open now)" if each.is_open else each.words))
            if not each.is_open:
                self._add(self._button(each))
        self.join_button.setVisible(state.may_join)
        self.setVisible(state.may_join or len(state.joined) > 1)

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)
        self._shown.append(widget)

    def _button(self, each: Joined) -> Button:
        button = Button("Open this one", do=lambda: self.chosen.emit(each.id))
        button.setAccessibleName(f"Open {each.words}")
        self.open_buttons.append(button)
        return button
