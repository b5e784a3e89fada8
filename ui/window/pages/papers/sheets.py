"""The pages of a PDF in memory, as pictures and as words; nothing is written to disk."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS = 72
"""Points in an inch: the unit of a PDF."""


class Sheets:
    """Holds one PDF open. Use it on the UI thread only, and `close()` it; afterwards it has no pages."""

    def __init__(self, pdf: bytes) -> None:
        # The reader of PDFs is slow to import, and most sessions never look at one.
        import pypdfium2

        self._pdf = pypdfium2.PdfDocument(pdf)

    def __len__(self) -> int:
        return 0 if self._pdf is None else len(self._pdf)

    def size(self, page: int) -> QSizeF:
        """Width and height of a page in points."""
        width, height = self._pdf[page].get_size()
        return QSizeF(width, height)

    def image(self, page: int, dots: float) -> QImage:
        """A page drawn with so many dots to the inch."""
        drawn = self._pdf[page].render(scale=dots / POINTS, prefer_bgrx=True)
        shared = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
        picture = shared.copy()
        drawn.close()
        return picture

    def words(self, page: int) -> str:
        """What stands on a page, for those who do not see it."""
        text = self._pdf[page].get_textpage()
        words = str(text.get_text_range())
        text.close()
        return words

    def close(self) -> None:
        """Let the document go."""
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None
