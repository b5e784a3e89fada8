"""What was recorded, side by side: one large button for each side, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.window import theme
from ui.window.theme import SPACE
from ui.window.widgets.answer_buttons import AnswerOption
from ui.window.widgets.choice_button import ChoiceButton

_WIDE, _LARGE = 3, 2
_WIDE_TO = 125
"""Three sides in a row up to this size of text (per cent), then two."""


class Sides(QWidget):
    """Equal columns, keys 1, 2, 3 …; only a person choosing emits `chosen`."""

    chosen = Signal(str)
    """The code of the side that a person chose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons: dict[str, ChoiceButton] = {}
        self._keys: list[QShortcut] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE[8])

    def set_sides(self, name: str, sides: Sequence[AnswerOption], chosen: str = "") -> None:
        """Show these sides of the question `name`; the one with the code `chosen` is drawn as chosen."""
        self.setAccessibleName(name)
        self._forget()
        for side in sides:
            button = ChoiceButton(side.words, side.key, side.hint, parent=self)
            button.setChecked(side.code == chosen)
            button.clicked.connect(lambda _=False, code=side.code: self.chosen.emit(code))
            self.buttons[side.code] = button
            button.show()
            if side.key:
                key = QShortcut(QKeySequence(side.key), self)
                key.setContext(Qt.ShortcutContext.WindowShortcut)
                key.activated.connect(button.click)
                self._keys.append(key)
        self._arrange()

    def value(self) -> str:
        """The code of the side that is chosen, or ""."""
        return next((code for code, button in self.buttons.items() if button.isChecked()), "")

    def press(self, code: str) -> None:
        """Choose as a person does."""
        self.buttons[code].click()

    def changeEvent(self, event: QEvent) -> None:
        """Fewer columns when the text becomes large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._arrange()

    def _arrange(self) -> None:
        most = _WIDE if theme.current().scale <= _WIDE_TO else _LARGE
        columns = min(max(len(self.buttons), 1), most)
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(_WIDE):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _forget(self) -> None:
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self._keys.clear()
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
