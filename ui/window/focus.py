"""Where the keyboard is: on a part of the page in sight, whatever comes and goes; and round by F6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow


class Focus(QObject):
    """Belongs to the window; nobody has to look for the keyboard after a page came or a row was removed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._begun: QWidget | None = None
        self._visit = 0
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def begin(self, part: QWidget | None) -> int:
        """Begin with this part of a page just opened, which may not know yet what there is to do.

        Gives back the number of this visit, for `settle_soon`.
        """
        self._begun = part
        self._visit += 1
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._visit

    def settle_soon(self, visit: int) -> None:
        """The page knows now: look after the keyboard once what was drawn is in its place."""
        QTimer.singleShot(0, self, lambda: self._settle(visit))

    def settle(self) -> None:
        """Put the keyboard on a part of the page that is in sight, unless it is on one, or on a message."""
        page, now = self._window.page(), self._window.focusWidget()
        if page is None or self._on_message():
            return
        if now is None or now is page or not _in_sight(now, page):
            self.to_page()

    def to_page(self) -> None:
        """Go to what is done first on the page, or the first part that takes keys; or else to the rail."""
        page = self._window.page()
        if page is None:
            return
        first = page.first_focus()
        if first is None or not _in_sight(first, page):
            first = _first_focusable(page)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._window.rail.focus_current()

    def next_area(self) -> None:
        """From the rail to the top bar to the page and round again."""
        now, rail, top = self._window.focusWidget(), self._window.rail, self._window.top
        if now is not None and rail.isAncestorOf(now):
            top.keys.setFocus(Qt.FocusReason.TabFocusReason)
        elif now is not None and top.isAncestorOf(now):
            self.to_page()
        elif rail.isVisible():
            rail.focus_current()

    def _settle(self, visit: int) -> None:
        if visit != self._visit or self._on_message():
            return
        if self._begun is None or self._window.focusWidget() is self._begun:
            self.to_page()
        self.settle()

    def _on_message(self) -> bool:
        return self._window.refusal.isVisible() or self._window.keyboard_map.isVisible()

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """What had the keyboard may be going, as a row does that is removed: then the page keeps it."""
        page = self._window.page()
        if page is None or before is None or (now is not None and page.isAncestorOf(now)):
            return
        if page.isAncestorOf(before) or self._window.refusal.isAncestorOf(before):
            QTimer.singleShot(0, self, lambda: self._keep(before))

    def _keep(self, before: QWidget) -> None:
        page = self._window.page()
        if page is None or not isValid(before) or not _in_sight(before, page):
            self.settle()


def _in_sight(part: QWidget, page: QWidget) -> bool:
    """Whether a part of the page is shown, or will be as soon as it has its place, and takes keys."""
    widget: QWidget | None = part
    while widget is not None and widget is not page:
        if widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return False
        widget = widget.parentWidget()
    return widget is page and part.isEnabled()


def _first_focusable(page: QWidget) -> QWidget | None:
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None
