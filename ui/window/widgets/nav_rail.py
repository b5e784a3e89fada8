"""The rail at the left: where a person can go, as icon and word."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.window import icons, theme
from ui.window.shortcuts import Shortcut, key_words
from ui.window.theme import SPACE
from ui.window.widgets.buttons import PushButton

FOLDS_FROM = 150
"""At this size of text (per cent) the rail starts folded, to leave the width to the page."""


class NavRail(QFrame):
    """One button for each place.

    Folded, it shows icons only and says the words in tool tips and to screen readers.
    """

    chosen = Signal(str)
    """The name of the place that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName("Places")
        self._words: dict[str, str] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._folded = theme.current().scale >= FOLDS_FROM
        self._scale = theme.current().scale
        self._fold = self._button("menu", "Fold the rail")
        self._fold.clicked.connect(self.fold)
        content = QWidget()
        content.setProperty("surface", "clear")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, SPACE[8], 0, SPACE[8])
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        self._area.verticalScrollBar().rangeChanged.connect(self._arrange)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._fold)
        self._arrange()

    def set_places(self, places: Iterable[tuple[str, str, str]]) -> None:
        """Show these (name, words, icon), in this order."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons, self._words = {}, {}
        for at, (name, words, icon) in enumerate(places):
            button = self._button(icon, words)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self._words[name] = words
            self._buttons[name] = button
            self._column.insertWidget(at, button)
        self._arrange()

    def mark(self, name: str) -> None:
        """Show which place the person is in; a name that is not on the rail marks nothing."""
        self._group.setExclusive(False)
        for place, button in self._buttons.items():
            button.setChecked(place == name)
            if place == name:
                self._area.ensureWidgetVisible(button)
        self._group.setExclusive(True)

    def fold(self) -> None:
        """Fold to icons, or unfold to icons and words."""
        self._folded = not self._folded
        self._arrange()

    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def focus_current(self) -> None:
        """Give the keyboard to the place the person is in."""
        buttons = [button for button in self._buttons.values() if button.isChecked()]
        for button in buttons or list(self._buttons.values())[:1]:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Fold when the text becomes large, unfold when it becomes small again."""
        super().changeEvent(event)
        scale = theme.current().scale
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_scale"):
            if scale != self._scale:
                self._folded, self._scale = scale >= FOLDS_FROM, scale
            self._arrange()

    def _button(self, icon: str, words: str) -> QPushButton:
        button = PushButton()
        button.setProperty("kind", "rail")
        button.setAccessibleName(words)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.dress(button, icon, gap=SPACE[8])
        return button

    def _arrange(self) -> None:
        shown = theme.current()
        for name, button in self._buttons.items():
            button.setText("" if self._folded else self._words[name].replace("&", "&&"))
            button.setToolTip(self._words[name] if self._folded else "")
        words = "Unfold the rail" if self._folded else "Fold the rail"
        self._fold.setText("" if self._folded else "Fold")
        self._fold.setAccessibleName(words)
        self._fold.setToolTip(f"{words} ({key_words(Shortcut.FOLD_RAIL)})")
        font = self.font()
        font.setPixelSize(shown.size("body"))
        font.setBold(True)
        metrics = QFontMetrics(font)
        longest = max(
            (metrics.horizontalAdvance(words) for words in [*self._words.values(), "Fold"]), default=0
        )
        narrow = shown.px(20) + 4 + 3 * SPACE[12]
        bar = self._area.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() else 0
        self.setFixedWidth(beside + (narrow if self._folded else max(narrow + longest + SPACE[12], 168)))
