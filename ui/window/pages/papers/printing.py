"""Paper out of a printer: asking which one, and drawing the pages of a PDF on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from model.refusal import Refusal
from ui.window.pages.papers.sheets import Sheets

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = 600
"""Dots to the inch beyond which nothing is drawn finer: a page of A4 then takes 140 MB for a moment."""


class Printers(Protocol):
    """What the page asks for a printer; tests hand in one that answers at once."""

    def choose(self, name: str) -> QPrinter | None:
        """The printer that the person chose for a document of that name, or None."""


class AskForPrinter:
    """Asks with the system's own dialogue, over the given widget."""

    def __init__(self, over: QWidget) -> None:
        self._over = over

    def choose(self, name: str) -> QPrinter | None:
        """See Printers."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        dialog = QPrintDialog(printer, self._over)
        return printer if dialog.exec() else None


def draw_on(printer: QPrinter, pdf: bytes) -> int:
    """Draw the pages that were asked for on the printer, each as large as it is; return how many sheets.

    Refusal: the printer does not take them.
    """
    sheets = Sheets(pdf)
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or len(sheets), len(sheets))
    wanted = list(range(first, last)) * (1 if printer.supportsMultipleCopies() else printer.copyCount())
    _draw(printer, sheets, wanted)
    return len(wanted)


def _draw(printer: QPrinter, sheets: Sheets, wanted: list[int]) -> None:
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter()
    for at, page in enumerate(wanted):
        size = sheets.size(page)
        is_wide = size.width() > size.height()
        sides = QPageLayout.Orientation
        printer.setPageOrientation(sides.Landscape if is_wide else sides.Portrait)
        if not (printer.newPage() if at else painter.begin(printer)):
            raise Refusal(
                "The printer did not take the document.",
                "Nothing was lost. The print is recorded under its number, though no paper came out.",
                "See that it is on and has paper, or choose another. The next print has a new number.",
            )
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        target = QRectF(0, 0, paper.width(), paper.height())
        painter.drawImage(target, sheets.image(page, min(printer.resolution(), FINEST)))
    painter.end()
