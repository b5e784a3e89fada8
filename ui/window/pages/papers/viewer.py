"""A document as it will be printed, page by page, with a zoom; keys turn its pages."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.window import theme
from ui.window.pages.papers.sheets import POINTS, Sheets
from ui.window.theme import SPACE

ZOOMS = (50, 75, 100, 125, 150, 200, 300)
"""Sizes in per cent of a sheet held in the hand, at 96 dots to the inch."""
_DOTS = 96
_WIDEST = 150
"""Fitted to the width, a page is never drawn larger than this, at text of 100%."""


class Leaf(QWidget):
    """One page, drawn sharp for the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: QImage) -> None:
        """Show another page; a null picture shows nothing."""
        self._picture = picture
        self.setFixedSize(self.sizeHint())
        self.update()

    def picture(self) -> QImage:
        """What is shown."""
        return self._picture

    def sizeHint(self) -> QSize:
        """As large as the page."""
        return self._picture.deviceIndependentSize().toSize() if not self._picture.isNull() else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, and a thin edge around it."""
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture)
        painter.setPen(QPen(theme.current().colour("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class Viewer(QScrollArea):
    """Page Up and Page Down scroll and turn, Home and End go to the ends, + and − change the size."""

    turned = Signal()
    """Another page is shown, or the same in another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._name = ""
        self.page = 0
        self.zoom = 0
        """In per cent; 0 fits the width."""
        self.leaf = Leaf()
        self.setProperty("surface", "card")
        self.setWidget(self.leaf)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Preview")

    def show_pdf(self, name: str, pdf: bytes) -> None:
        """Show a document from its first page; the size stays as it was."""
        self.clear()
        self._sheets, self._name = Sheets(pdf), name
        self.go(0)

    def clear(self) -> None:
        """Show nothing, and let the document go."""
        self._sheets = None
        self.page, self._name = 0, ""
        self.leaf.set_picture(QImage())
        self.setAccessibleName("Preview")
        self.setAccessibleDescription("")
        self.turned.emit()

    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sheets) if self._sheets is not None else 0

    def go(self, page: int, *, to_end: bool = False) -> None:
        """Show a page by its number from 0, from its top or, `to_end`, from its foot."""
        if self._sheets is None or not 0 <= page < self.pages():
            return
        self.page = page
        self._draw()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if to_end else 0)
        self.setAccessibleName(f"{self._name}, page {page + 1} of {self.pages()}")
        self.setAccessibleDescription(self._sheets.words(page))

    def resize_page(self, step: int) -> None:
        """Draw larger (1), smaller (-1), or fitted to the width (0)."""
        if step == 0:
            self.zoom = 0
        elif step > 0:
            self.zoom = next((zoom for zoom in ZOOMS if zoom > self.shown_zoom()), ZOOMS[-1])
        else:
            self.zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < self.shown_zoom()), ZOOMS[0])
        self._draw()

    def shown_zoom(self) -> int:
        """The size in which the page is drawn, in per cent."""
        if self.zoom or self._sheets is None:
            return self.zoom or 100
        room = self.viewport().width() - 2 * SPACE[8]
        width = self._sheets.size(self.page).width() * _DOTS / POINTS
        return max(min(int(100 * room / width), theme.current().px(_WIDEST)), ZOOMS[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and change the size; arrows scroll."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space if bar.value() == bar.maximum():
                self.go(self.page + 1)
            case Qt.Key.Key_PageUp if bar.value() == 0:
                self.go(self.page - 1, to_end=True)
            case Qt.Key.Key_Home:
                self.go(0)
            case Qt.Key.Key_End:
                self.go(self.pages() - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.resize_page(1)
            case Qt.Key.Key_Minus:
                self.resize_page(-1)
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width anew."""
        super().resizeEvent(event)
        if self.zoom == 0 and self._sheets is not None:
            self._draw()

    def _draw(self) -> None:
        if self._sheets is None:
            return
        ratio = self.devicePixelRatioF()
        picture = self._sheets.image(self.page, _DOTS * ratio * self.shown_zoom() / 100)
        picture.setDevicePixelRatio(ratio)
        self.leaf.set_picture(picture)
        self.turned.emit()
