"""The answers to one question, as buttons that keys choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.choice_button import ChoiceButton
from ui.window.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class AnswerOption:
    """One answer: its code, its words, the key that chooses it ("" for none), and a hint in one sentence."""

    code: str
    words: str
    key: str = ""
    hint: str = ""


class AnswerButtons(QWidget):
    """Radio buttons (check boxes with `several`) for a question.

    `name` is the question as screen readers say it. `inline` sets them side by side while there is room,
    otherwise they are stacked. Drawing an answer with `set_value` emits nothing; only a person does.
    """

    answered = Signal(object)
    """The code that a person chose; with `several`, the tuple of codes now chosen, in their order."""

    def __init__(
        self,
        name: str,
        options: Sequence[AnswerOption] = (),
        *,
        several: bool = False,
        inline: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._buttons: dict[str, ChoiceButton] = {}
        self._keys: list[QShortcut] = []
        self._listener: QWidget | None = None
        self._options: tuple[AnswerOption, ...] = ()
        self._column: Flow | QVBoxLayout = Flow(self) if inline else QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if not inline:
            self._column.setSpacing(SPACE[8])
        self.set_question(name, options)

    def set_question(self, name: str, options: Sequence[AnswerOption]) -> None:
        """Show the answers to another question; none is chosen."""
        self.setAccessibleName(name)
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._make()
        self.set_value(None)

    def set_value(self, value: object) -> None:
        """Draw this answer: a code, a tuple of codes with `several`, or None."""
        codes = set(value) if isinstance(value, tuple | list) else {value}
        for code, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(code in codes)
            button.setAutoExclusive(not self._several)

    def value(self) -> object:
        """What is drawn as chosen now: a code or None; with `several` a tuple."""
        chosen = tuple(code for code, button in self._buttons.items() if button.isChecked())
        return chosen if self._several else next(iter(chosen), None)

    def listen(self, page: QWidget) -> None:
        """Let the options' keys work anywhere within this page, until `deafen`."""
        self.deafen()
        self._listener = page
        for option in self._options:
            if option.key:
                key = QShortcut(QKeySequence(option.key), page)
                key.setContext(Qt.ShortcutContext.WindowShortcut)
                key.activated.connect(lambda code=option.code: self.press(code))
                self._keys.append(key)

    def deafen(self) -> None:
        """Let the options' keys work no longer; another question is being answered."""
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self._keys.clear()
        self._listener = None

    def press(self, code: str) -> None:
        """Choose as a person does."""
        self._buttons[code].click()

    def focus_first(self) -> None:
        """Give the keyboard to the chosen answer, or to the first."""
        buttons = list(self._buttons.values())
        for button in [b for b in buttons if b.isChecked()] or buttons[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        listener = self._listener
        self.deafen()
        for button in self._buttons.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for option in self._options:
            button = ChoiceButton(option.words, option.key, option.hint, several=self._several, parent=self)
            button.clicked.connect(lambda _=False, code=option.code: self._clicked(code))
            self._buttons[option.code] = button
            self._column.addWidget(button)
            button.show()
        if listener is not None:
            self.listen(listener)

    def _clicked(self, code: str) -> None:
        self.answered.emit(self.value() if self._several else code)
