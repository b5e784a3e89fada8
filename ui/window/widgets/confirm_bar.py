"""Asks before something that matters, within the page and without blocking it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.window.theme import SPACE, restyle
from ui.window.widgets.asking import Asking
from ui.window.widgets.buttons import Button
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class ConfirmBar(Asking):
    """Hidden until `ask`. The keyboard goes to "keep as it is"; Esc means the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._yes: Callable[[], object] = lambda: None
        self._no: Callable[[], object] = lambda: None
        self._icon = IconLabel(Tone.ATTENTION.icon, Tone.ATTENTION.token, 20)
        self._question = PlainLabel(role="strong")
        self._more = PlainLabel()
        self.confirm = Button("Yes", "primary", do=self._agree)
        self.keep = Button("No", do=self.leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[8])
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(SPACE[8])
        for label in (self._question, self._more):
            words.addWidget(label)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[12], SPACE[12], SPACE[12], SPACE[12])
        row.setSpacing(SPACE[12])
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def ask(
        self,
        question: str,
        more: str,
        yes: str,
        do: Callable[[], object],
        *,
        no: str = "Keep as it is",
        otherwise: Callable[[], object] | None = None,
        danger: bool = False,
    ) -> None:
        """Ask.

        `yes` says what the button does ("Hand the case over"), never just "OK"; `do` is called for it.
        """
        self._question.setText(question)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._icon.set_icon(Tone.ATTENTION.icon, (Tone.NOT_SUFFICIENT if danger else Tone.ATTENTION).token)
        self.confirm.setText(yes)
        self.confirm.setProperty("kind", "danger" if danger else "primary")
        restyle(self.confirm)
        self.keep.setText(no)
        self._yes, self._no = do, otherwise or (lambda: None)
        self.appear(f"{question} {more}".strip(), self.keep, danger=danger)

    def leave(self) -> None:
        """Keep things as they are."""
        self.go()
        self._no()

    def _agree(self) -> None:
        self.go()
        self._yes()
