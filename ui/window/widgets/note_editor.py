"""A box for writing a note: grows with its text, and says when it is worth keeping."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.window.theme import SPACE
from ui.window.widgets.draft_timer import DraftTimer


class NoteEditor(QPlainTextEdit):
    """Plain text.

    Tab leaves the box; Ctrl+Enter finishes; undo is the box's own while the keyboard is in it.
    """

    draft = Signal(str)
    """Make this durable as a draft: it comes within a second of a key, also while somebody never pauses."""
    finished = Signal(str)
    """The person has left the box, or has been idle, with words that were not handed over yet.

    Record them.
    """

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        lines: int = 3,
        most_lines: int = 12,
        idle_after: int = 20_000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._most = most_lines
        self._handed_over = ""
        self._drafted: str | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._draft_timer = DraftTimer(self._keep_draft, self)
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.setInterval(idle_after)
        self._idle_timer.timeout.connect(self.finish)
        self.textChanged.connect(self._typed)

    def text(self) -> str:
        """What is written now."""
        return self.toPlainText()

    def is_waiting(self) -> bool:
        """Whether words stand here that were not handed over yet."""
        return self.text() != self._handed_over

    def set_text(self, words: str) -> None:
        """Draw words that are kept already. Emits nothing; leaves the cursor alone when they are the same."""
        self._handed_over, self._drafted = words, None
        if words != self.text():
            self.blockSignals(True)
            self.setPlainText(words)
            self.blockSignals(False)
        self._draft_timer.stop()
        self._idle_timer.stop()
        self.updateGeometry()

    def finish(self) -> None:
        """Hand over what is written, if it is not what was handed over last."""
        self._draft_timer.stop()
        self._idle_timer.stop()
        if self.is_waiting():
            self._handed_over, self._drafted = self.text(), None
            self.finished.emit(self._handed_over)
        elif self._drafted not in (None, self._handed_over):
            self._keep_draft()  # what was typed was taken back by hand: no draft of it may come to life

    def sizeHint(self) -> QSize:
        """Grows with the text between the least and the most lines."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Never less than its least lines."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the box hands over, except when a menu or another window has the keyboard for a moment."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes; everything else is typing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _height(self) -> int:
        written = int(self.document().size().height())  # in lines, for a plain text document
        lines = min(max(written, self._lines), self._most)
        return lines * QFontMetrics(self.font()).lineSpacing() + 2 * (SPACE[8] + self.frameWidth())

    def _typed(self) -> None:
        self._draft_timer.typed()
        self._idle_timer.start()
        self.updateGeometry()

    def _keep_draft(self) -> None:
        self._drafted = self.text()
        self.draft.emit(self._drafted)
