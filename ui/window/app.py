"""Makes the application: fonts, look, the store's thread and the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from resources import path
from ui.window import icons
from ui.window.background import Runner, Work
from ui.window.contents import Entry
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.theme import Appearance, Look


def make_application(arguments: Sequence[str], look: Look | None = None) -> tuple[QApplication, Appearance]:
    """The application with its font, style and look. Call once, before any widget is made."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication(list(arguments))
    application.setApplicationName("Casebook")
    application.setStyle("Fusion")
    family = load_fonts()
    if family:
        application.setFont(QFont(family))
    appearance = Appearance(application, look)
    appearance.changed.connect(icons.tint_all)
    return application, appearance


def load_fonts() -> str:
    """Make the bundled fonts known to Qt; gives back the name of their family, or "" when there is none."""
    families: list[str] = []
    for file in sorted([*path("fonts").glob("*.ttf"), *path("fonts").glob("*.otf")]):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return min(families, key=len, default="")


def make_window(
    appearance: Appearance,
    entries: Sequence[Entry],
    close_session: Callable[[Any], object],
    work: Runner | None = None,
) -> MainWindow:
    """The window on its own store thread (or on the runner given), with unexpected errors caught."""
    unexpected = Unexpected()
    window = MainWindow(work or Work(), entries, appearance, unexpected, close_session)
    unexpected.setParent(window)
    unexpected.install()
    return window
