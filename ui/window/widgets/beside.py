"""Two parts of a page: side by side while there is room, one under the other when there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.window import theme
from ui.window.theme import SPACE
from ui.window.widgets.side_scroll import SideScroll


class Beside(QWidget):
    """Stands side by side from a width of `least` pixels on (at 100%; it grows with the text).

    `share` divides the width then. The first part is read first, whichever way they stand. A part that can
    grow in height takes the room there is; the other one keeps to the top.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        least: int = 860,
        share: tuple[int, int] = (3, 2),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._share = share
        self._parts = (first, second)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE[16])
        for part in (first, second):
            grows = part.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Expanding
            self._row.addWidget(part, 0, Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignTop)
        self._arrange()

    def side_by_side(self) -> bool:
        """Whether there is room for both beside each other."""
        return self.width() >= theme.current().px(self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the new width allows."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._arrange()

    def _arrange(self) -> None:
        beside = self.side_by_side()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        for place, share in enumerate(self._share):
            self._row.setStretch(place, share if beside else 0)
        for part in self._parts:
            if isinstance(part, SideScroll):
                part.stand(beside=beside)
