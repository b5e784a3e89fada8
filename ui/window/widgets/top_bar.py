"""The bar at the top: which inspection, which case, when the last thing was saved, and the lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import IconButton
from ui.window.widgets.icon_label import IconLabel
from ui.window.widgets.plain_label import PlainLabel

_SAID_FOR = 6_000
_BUSY_AFTER = 500
_WIDEST = 360


class TopBar(QFrame):
    """Says where a person is and that their work is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.inspection = PlainLabel(role="strong")
        self.case = PlainLabel(role="quiet")
        self.said = PlainLabel(role="quiet")
        self._saved_icon = IconLabel("tick", "sufficient", 16)
        self.saved = PlainLabel(role="quiet", wrap=False)
        self.keys = IconButton("keyboard", f"Keyboard map ({key_words(Shortcut.KEYBOARD_MAP)})")
        self.lock = IconButton("lock", f"Lock ({key_words(Shortcut.LOCK)})")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[24], SPACE[4], SPACE[12], SPACE[4])
        row.setSpacing(SPACE[12])
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.inspection)
        row.addWidget(self.case)
        row.addStretch(1)
        row.addWidget(self.said)
        kept = QHBoxLayout()
        kept.setSpacing(SPACE[4])
        kept.addWidget(self._saved_icon)
        kept.addWidget(self.saved)
        row.addLayout(kept)
        row.addWidget(self.keys)
        row.addWidget(self.lock)
        self._quiet = self._timer(_SAID_FOR)
        self._quiet.timeout.connect(lambda: self._say(""))
        self._slow = self._timer(_BUSY_AFTER)
        self._slow.timeout.connect(lambda: self._say("Working …"))
        self.clear()

    def set_place(self, inspection: str, case: str, about: str = "") -> None:
        """Name the inspection, the Casebook number of the open case, and what is open of it or instead."""
        self.inspection.setText(inspection)
        self.case.setText(" · ".join(part for part in (f"Case {case}" if case else "", about) if part))
        self._measure()

    def set_saved(self, time: str) -> None:
        """Say "Saved 14:02"."""
        self.saved.setText(f"Saved {time}")
        self._show_saved()
        self._measure()

    def say(self, words: str) -> None:
        """Say a short sentence for a few seconds."""
        self._say(words)
        self._quiet.start()

    def set_busy(self, busy: bool) -> None:
        """Say "Working …" when work takes longer than half a second."""
        if busy:
            self._slow.start()
            return
        self._slow.stop()
        if self.said.text() == "Working …":
            self._say("")

    def clear(self) -> None:
        """Say nothing of anybody's work: the window is locked."""
        self.set_place("", "")
        self.saved.setText("")
        self._say("")

    def changeEvent(self, event: QEvent) -> None:
        """Find the widths anew when the size of text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_slow"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the widths anew."""
        super().resizeEvent(event)
        self._measure()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self._show_saved()
        self._measure()

    def _show_saved(self) -> None:
        """What was just done stands in the place of "Saved 14:02" for its few seconds."""
        shown = bool(self.saved.text()) and not self.said.text()
        self.saved.setVisible(shown)
        self._saved_icon.setVisible(shown)

    def _measure(self) -> None:
        """A label that wraps asks for a square; these are as wide as their words, as far as they fit.

        Where there is no room for both, what was just done stands in the place of what is open.
        """
        inspection = min(_needed(self.inspection), max(self.width() * 3 // 8, _WIDEST))
        self.inspection.setFixedWidth(inspection)
        beside = [self.keys.sizeHint().width(), self.lock.sizeHint().width()]
        if self.saved.isVisibleTo(self):
            beside += [self._saved_icon.sizeHint().width(), _needed(self.saved)]
        room = max(self.width() - inspection - sum(beside) - SPACE[24] - 7 * SPACE[12], _WIDEST)
        case, said = (_needed(label) if label.text() else 0 for label in (self.case, self.said))
        both = case + min(said, _WIDEST) <= room
        self.case.setVisible(bool(case) and (both or not said))
        self.case.setFixedWidth(min(case, room))
        self.said.setFixedWidth(min(said, _WIDEST if both else room))

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        return timer


def _needed(label: PlainLabel) -> int:
    """The width of a label's words on one line."""
    label.ensurePolished()
    return QFontMetrics(label.font()).horizontalAdvance(label.text()) + SPACE[4]
