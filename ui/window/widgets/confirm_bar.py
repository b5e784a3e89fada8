"""Asks before something that matters, within the page and without blocking it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.window.theme import SPACE, restyle
from ui.window.widgets.buttons import Button
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class ConfirmBar(QFrame):
    """Hidden until `ask`. The keyboard goes to "keep as it is"; Esc means the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "message")
        self._yes: Callable[[], object] = lambda: None
        self._no: Callable[[], object] = lambda: None
        self._back_to: QWidget | None = None
        self._icon = IconLabel(Tone.ATTENTION.icon, Tone.ATTENTION.token, 20)
        self._question = PlainLabel(role="strong")
        self._more = PlainLabel()
        self.confirm = Button("Yes", "primary", do=lambda: self._settle(self._yes))
        self.keep = Button("No", do=lambda: self._settle(self._no))
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
        tone = Tone.NOT_SUFFICIENT if danger else Tone.ATTENTION
        self._question.setText(question)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._icon.set_icon(Tone.ATTENTION.icon, tone.token)
        self.confirm.setText(yes)
        self.confirm.setProperty("kind", "danger" if danger else "primary")
        restyle(self.confirm)
        self.keep.setText(no)
        self._yes, self._no = do, otherwise or (lambda: None)
        self.setAccessibleName(f"{question} {more}".strip())
        self.setProperty("tone", str(tone))
        restyle(self)
        self._back_to = self.window().focusWidget()
        self.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps things as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self._settle(self._no)
            return
        super().keyPressEvent(event)

    def _settle(self, answer: Callable[[], object]) -> None:
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        answer()
