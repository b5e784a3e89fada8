"""The application: the bundled font has what both languages need; making pages shows nothing yet."""

import sys
from collections.abc import Callable
from types import ModuleType

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.window.app import load_fonts
from ui.window.desk import Desk


def test_the_bundled_font_is_used_and_has_welsh_letters(qapp: QApplication) -> None:
    family = load_fonts()
    assert QFontInfo(QFont(family)).family() == family
    metrics = QFontMetrics(QFont(family))
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ŵŷŴŶâêîôûïöẁáé–’…")


def test_qt_keeps_count_of_nothing(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None at every call, and dies of it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(200):
        widget.setVisible(False)
    assert sys.getrefcount(None) > before - 100


class Shown(QObject):
    """Counts windows that appear."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_making_pages_flashes_no_window(
    qapp: QApplication, qtbot: QtBot, gallery: ModuleType, make_desk: Callable[..., Desk]
) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    for _, page in gallery.PAGES:
        qtbot.addWidget(page(make_desk()))
    qapp.removeEventFilter(shown)
    assert shown.windows == []
