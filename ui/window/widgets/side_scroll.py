"""A card beside a table: scrolls within itself there, and stands whole where it is set below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.window import theme

_LEAST = 160


class SideScroll(QScrollArea):
    """Holds one widget. `Beside` says how it stands."""

    def __init__(self, widget: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside = True
        self._held = widget
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setWidget(widget)
        widget.installEventFilter(self)

    def stand(self, *, beside: bool) -> None:
        """Stand beside another part, or below it."""
        self._beside = beside
        below = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded if beside else below)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if beside else Qt.FocusPolicy.NoFocus)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with what is held."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as what is held; beside a table it takes what there is."""
        return QSize(
            super().sizeHint().width(), theme.current().px(_LEAST) if self._beside else self._whole()
        )

    def minimumSizeHint(self) -> QSize:
        """A few lines beside, everything below."""
        return QSize(self._held.minimumSizeHint().width(), self.sizeHint().height())

    def _fit(self) -> None:
        height = self.sizeHint().height()
        self.setMinimumHeight(height)
        self.setMaximumHeight(16_777_215 if self._beside else height)

    def _whole(self) -> int:
        held = self._held
        height = held.heightForWidth(self.width()) if held.hasHeightForWidth() else -1
        return max(height, held.minimumSizeHint().height())
