"""The keyboard map: every key that works here and now, over the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.window import theme
from ui.window.shortcuts import ANYWHERE, Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import Button
from ui.window.widgets.heading import Heading
from ui.window.widgets.key_hint import KeyHint
from ui.window.widgets.plain_label import PlainLabel

_TWO_COLUMNS_TO = 125
_COLUMN = 400
_KEYS = 64


class KeyboardMap(QWidget):
    """Hidden until `show_keys`. Lists only keys that are bound, so that none of them does nothing."""

    covering = Signal(bool)
    """Whether it covers the page, whose keys are then to sleep."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Keyboard map")
        self.close_button = Button("Close", do=self.close_map)
        self._covered = parent
        self._back_to: QWidget | None = None
        self._card = QFrame(self)
        self._card.setObjectName("keyboardMap")
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("Keys")
        top = QHBoxLayout()
        top.addWidget(Heading("Keyboard map", level=1), 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(SPACE[24], SPACE[16], SPACE[24], SPACE[24])
        column.setSpacing(SPACE[12])
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.hide()

    def show_keys(
        self, here: Iterable[Shortcut], anywhere: Iterable[Shortcut], hints: Sequence[tuple[str, str]]
    ) -> None:
        """Cover the parent and show these; `hints` are keys of this page that come from data (answers)."""
        told = {"On this page": [*hints, *_told(here)], ANYWHERE: _told(anywhere)}
        groups = {name: lines for name, lines in told.items() if lines}
        self._back_to = self.window().focusWidget()
        self.setGeometry(self._covered.rect())
        self.show()
        self._fill(groups)
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_map(self) -> None:
        """Hide it and give the keyboard back."""
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that it covers the page."""
        super().showEvent(event)
        self.covering.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it no longer does."""
        super().hideEvent(event)
        self.covering.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the page behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 110))
        painter.end()

    def _fill(self, groups: dict[str, list[tuple[str, str]]]) -> None:
        scale = theme.current().scale
        sides = 2 if scale <= _TWO_COLUMNS_TO and len(groups) > 1 else 1
        content = _draw(groups, sides)
        self._area.setWidget(content)
        for part in content.findChildren(QWidget):
            part.ensurePolished()  # its true size is known only in its true font
        edges = 2 * SPACE[24] + SPACE[16]
        width = min(theme.current().px(_COLUMN) * sides + edges, self.width() - 2 * SPACE[16])
        tall = max(content.heightForWidth(width - edges), content.minimumSizeHint().height())
        needed = tall + self.close_button.sizeHint().height() + 4 * SPACE[16]
        height = min(needed, self.height() - 2 * SPACE[16])
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 3, width, height)


def _told(shortcuts: Iterable[Shortcut]) -> list[tuple[str, str]]:
    return [(key_words(shortcut), shortcut.words) for shortcut in shortcuts]


def _draw(groups: dict[str, list[tuple[str, str]]], sides: int) -> QWidget:
    """The groups in one column, or with the last one beside the others."""
    content = QWidget()
    content.setProperty("surface", "clear")
    row = QHBoxLayout(content)
    row.setContentsMargins(0, 0, SPACE[8], 0)
    row.setSpacing(SPACE[32])
    names = list(groups)
    for side in [names[:-1], names[-1:]] if sides == 2 else [names]:
        column = QVBoxLayout()
        column.setSpacing(SPACE[8])
        for name in side:
            heading = Heading(name, level=2)
            heading.setContentsMargins(0, SPACE[8] if name != side[0] else 0, 0, 0)
            column.addWidget(heading)
            column.addLayout(_lines(groups[name]))
        column.addStretch(1)
        row.addLayout(column, 1)
    return content


def _lines(lines: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[12])
    grid.setVerticalSpacing(SPACE[4])
    grid.setColumnMinimumWidth(0, theme.current().px(_KEYS))
    grid.setColumnStretch(1, 1)
    for at, (keys, words) in enumerate(lines):
        grid.addWidget(KeyHint(keys), at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(words), at, 1)
    return grid
