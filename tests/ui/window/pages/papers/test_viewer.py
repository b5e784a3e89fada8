"""The preview: pages turn by key, the size changes, and nothing of a document stays after `clear`."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from ui.window.pages.papers.sheets import Sheets
from ui.window.pages.papers.viewer import Viewer


def pdf(*sizes: tuple[int, int]) -> bytes:
    """A PDF with pages of these sizes in points."""
    made = pypdfium2.PdfDocument.new()
    for width, height in sizes:
        made.new_page(width, height)
    target = BytesIO()
    made.save(target)
    made.close()
    return target.getvalue()


A4, WIDE = (595, 842), (842, 595)


@pytest.fixture
def viewer(qtbot: Any) -> Iterator[Viewer]:
    shown = Viewer()
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_pdf("Case summary", pdf(A4, WIDE, A4))
    yield shown
    shown.clear()


def test_sheets_know_their_pages_and_draw_them_in_memory() -> None:
    sheets = Sheets(pdf(A4, WIDE))
    assert len(sheets) == 2
    assert sheets.size(1).width() == 842
    picture = sheets.image(0, 144)
    assert (picture.width(), picture.height()) == (1190, 1684)
    assert picture.pixelColor(5, 5).name() == "#ffffff"
    assert sheets.words(0) == ""


def test_page_down_scrolls_and_then_turns(viewer: Viewer, qtbot: Any) -> None:
    bar = viewer.verticalScrollBar()
    qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    assert (viewer.page, bar.value() > 0) == (0, True)
    bar.setValue(bar.maximum())
    qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    assert (viewer.page, bar.value()) == (1, 0)
    assert viewer.accessibleName() == "Case summary, page 2 of 3"
    qtbot.keyClick(viewer, Qt.Key.Key_PageUp)
    assert (viewer.page, bar.value()) == (0, bar.maximum())


def test_home_and_end_go_to_the_ends_and_no_further(viewer: Viewer, qtbot: Any) -> None:
    qtbot.keyClick(viewer, Qt.Key.Key_End)
    assert viewer.page == 2
    viewer.verticalScrollBar().setValue(viewer.verticalScrollBar().maximum())
    qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    assert viewer.page == 2
    qtbot.keyClick(viewer, Qt.Key.Key_Home)
    assert viewer.page == 0
    qtbot.keyClick(viewer, Qt.Key.Key_PageUp)
    assert viewer.page == 0


def test_space_reads_on(viewer: Viewer, qtbot: Any) -> None:
    presses = 0
    while viewer.page == 0:
        qtbot.keyClick(viewer, Qt.Key.Key_Space)
        presses += 1
    assert viewer.page == 1
    assert presses > 1


def test_plus_and_minus_change_the_size(viewer: Viewer, qtbot: Any) -> None:
    fitted = viewer.shown_zoom()
    assert 50 < fitted < 100
    width = viewer.leaf.width()
    qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.zoom > fitted
    assert viewer.leaf.width() > width
    qtbot.keyClick(viewer, Qt.Key.Key_Minus)
    assert viewer.zoom < fitted + 25
    for _ in range(10):
        viewer.resize_page(1)
    assert viewer.zoom == 300
    viewer.resize_page(0)
    assert viewer.shown_zoom() == fitted


def test_the_width_is_fitted_anew_when_the_window_changes(viewer: Viewer) -> None:
    narrow = viewer.leaf.width()
    viewer.resize(900, 400)
    assert viewer.leaf.width() > narrow
    assert viewer.horizontalScrollBar().maximum() == 0


def test_nothing_stays_after_clearing(viewer: Viewer) -> None:
    viewer.clear()
    assert viewer.pages() == 0
    assert viewer.leaf.picture().isNull()
    viewer.go(1)
    viewer.resize_page(1)
    assert viewer.page == 0
