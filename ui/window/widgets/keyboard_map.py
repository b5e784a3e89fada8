"""The keyboard map: every key that works here and now, over the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.heading import Heading
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.plain_label import PlainLabel


class KeyboardMap(QFrame):
    """Hidden until `show_keys`. Lists only keys that are bound, so that none of them does nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keyboardMap")
        self.setAccessibleName("Keyboard map")
        self.close_button = Button("Close", do=self.hide)
        self._back_to: QWidget | None = None
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("Keys")
        top = QHBoxLayout()
        top.addWidget(Heading("Keyboard map", level=1), 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[24], SPACE[16], SPACE[24], SPACE[24])
        column.setSpacing(SPACE[12])
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.hide()

    def show_keys(
        self, shortcuts: Iterable[Shortcut], hints: Sequence[tuple[str, str]], room: tuple[int, int]
    ) -> None:
        """Show these over the parent, whose size is `room`; `hints` are keys that come from data."""
        groups: dict[str, list[tuple[str, str]]] = {"On this page": list(hints)} if hints else {}
        for shortcut in shortcuts:
            groups.setdefault(shortcut.where, []).append((key_words(shortcut), shortcut.words))
        content = self._draw(groups)
        self._area.setWidget(content)
        width, height = room
        hint = content.sizeHint()
        wide = min(max(hint.width() + 2 * SPACE[24] + SPACE[24], 560), width - 2 * SPACE[24])
        high = min(
            hint.height() + self.close_button.sizeHint().height() + 4 * SPACE[24], height - 2 * SPACE[16]
        )
        self.setGeometry((width - wide) // 2, max((height - high) // 3, SPACE[16]), wide, high)
        self._back_to = self.window().focusWidget()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_map(self) -> None:
        """Hide it and give the keyboard back."""
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _draw(groups: dict[str, list[tuple[str, str]]]) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, SPACE[8], 0)
        grid.setHorizontalSpacing(SPACE[12])
        grid.setVerticalSpacing(SPACE[4])
        grid.setColumnStretch(1, 1)
        at = 0
        for group, lines in groups.items():
            heading = Heading(group, level=2)
            heading.setContentsMargins(0, SPACE[12] if at else 0, 0, 0)
            grid.addWidget(heading, at, 0, 1, 2)
            for offset, (keys, words) in enumerate(lines, start=1):
                grid.addWidget(KeyHint(keys), at + offset, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(PlainLabel(words), at + offset, 1)
            at += len(lines) + 1
        grid.setRowStretch(at, 1)
        return content
