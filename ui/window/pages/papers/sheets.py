"""The pages of a PDF in memory, as pictures and as words; nothing is written to disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS = 72
"""Points in an inch: the unit of a PDF."""


class Sheets:
    """Reads one PDF. It is opened for each look and closed again, so that nothing of it is left behind.

    Use it on the UI thread only.
    """

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        with self._open() as read:
            self._pages = len(read)

    def __len__(self) -> int:
        return self._pages

    def size(self, page: int) -> QSizeF:
        """Width and height of a page in points."""
        with self._open() as read:
            width, height = read[page].get_size()
        return QSizeF(width, height)

    def image(self, page: int, dots: float) -> QImage:
        """A page drawn with so many dots to the inch."""
        with self._open() as read:
            drawn = read[page].render(scale=dots / POINTS, prefer_bgrx=True)
            kind = QImage.Format.Format_RGB32
            picture = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, kind).copy()
            drawn.close()
        return picture

    def words(self, page: int) -> str:
        """What stands on a page, for those who do not see it."""
        with self._open() as read:
            return str(read[page].get_textpage().get_text_range())

    @contextmanager
    def _open(self) -> Iterator[Any]:
        # The reader of PDFs is slow to import, and most sessions never look at one.
        import pypdfium2

        read = pypdfium2.PdfDocument(self._pdf)
        try:
            yield read
        finally:
            read.close()
