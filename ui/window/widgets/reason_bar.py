"""Asks for the reason of something that is recorded with one, within the page and without blocking it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.window.theme import SPACE, restyle
from ui.window.widgets.buttons import Button
from ui.window.widgets.flow import Flow
from ui.window.widgets.form import FormRow
from ui.window.widgets.plain_label import PlainLabel
from ui.window.widgets.tone import Tone


class ReasonBar(QFrame):
    """Hidden until `ask`. The keyboard goes to the field; Enter gives the reason, Esc leaves all as it is."""

    left = Signal()
    """The bar has gone, whether a reason was given or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "message")
        self._do: Callable[[str], object] = lambda _: None
        self._back_to: QWidget | None = None
        self._question = PlainLabel(role="strong")
        self._more = PlainLabel()
        self.field = QLineEdit()
        self.row = FormRow("Reason", self.field)
        self.confirm = Button("Yes", "primary", do=self._give)
        self.keep = Button("Keep as it is", do=self._leave)
        self.field.returnPressed.connect(self._give)
        buttons = Flow()
        for button in (self.confirm, self.keep):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[12], SPACE[12], SPACE[12], SPACE[12])
        column.setSpacing(SPACE[8])
        for part in (self._question, self._more, self.row):
            column.addWidget(part)
        column.addLayout(buttons)
        self.hide()

    def ask(
        self,
        question: str,
        more: str,
        yes: str,
        do: Callable[[str], object],
        *,
        example: str = "",
        danger: bool = False,
    ) -> None:
        """Ask. `yes` says what the button does; `do` is called with the reason, which is never empty."""
        self._question.setText(question)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.field.clear()
        self.field.setPlaceholderText(example)
        self.row.set_problem("")
        self.confirm.setText(yes)
        self.confirm.setProperty("kind", "danger" if danger else "primary")
        restyle(self.confirm)
        self._do = do
        self.setAccessibleName(f"{question} {more}".strip())
        self.setProperty("tone", str(Tone.NOT_SUFFICIENT if danger else Tone.ATTENTION))
        restyle(self)
        self._back_to = self.window().focusWidget()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves all as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self.field.text().strip()
        if not reason:
            self.row.set_problem("Say why in a few words.")
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._leave()
        self._do(reason)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
