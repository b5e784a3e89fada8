"""Drawing on a printer: every page wanted, as large as it is, upright or wide, and a refusal in words."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from model.refusal import Refusal
from ui.window.pages.papers.printing import draw_on


def document() -> bytes:
    made = pypdfium2.PdfDocument.new()
    for width, height in ((595, 842), (842, 595), (595, 842)):
        made.new_page(width, height)
    target = BytesIO()
    made.save(target)
    made.close()
    return target.getvalue()


def printer_into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def sizes(path: Path) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(path.read_bytes()) as read:
        return [(round(width), round(height)) for width, height in (page.get_size() for page in read)]


def test_every_page_is_drawn_as_it_lies(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    assert draw_on(printer_into(path), document()) == 3
    assert sizes(path) == [(595, 842), (842, 595), (595, 842)]


def test_only_the_pages_that_were_asked_for_are_drawn(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    printer = printer_into(path)
    printer.setFromTo(2, 9)
    assert draw_on(printer, document()) == 2
    assert sizes(path)[0] == (842, 595)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_in_words(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="did not take the document"):
        draw_on(printer_into(tmp_path / "not there" / "out.pdf"), document())
