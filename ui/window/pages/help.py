"""The help: its pages in a list, and the chosen one set as plain words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListWidget, QScrollArea, QWidget

from ui.presenters import help as helping
from ui.presenters.help import HelpPage
from ui.window import theme
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.theme import SPACE
from ui.window.widgets.heading import Heading
from ui.window.widgets.narrow import Narrow
from ui.window.widgets.plain_page import PlainPage

_LIST = 220
"""Width of the list of pages at 100%."""


class HelpPageView(Page):
    """Choose a page with the arrow keys; Tab goes to its words, which scroll."""

    title = "Help"
    icon = "guidance"
    scrolls = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = QListWidget()
        self.list.setAccessibleName("Pages of the help")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.setSpacing(SPACE[24])
        row.addWidget(self.list)
        row.addWidget(self.area, 1)
        self.body.addLayout(row, 1)
        self._pages: tuple[HelpPage, ...] = ()
        self.list.currentRowChanged.connect(self._show)

    def open(self, page: str = "", **what: Any) -> None:
        """Show the help, at a page if one is named."""
        self.list.setFixedWidth(theme.current().px(_LIST))
        self.draw(helping.pages())
        names = [each.name for each in self._pages]
        if page in names:
            self.list.setCurrentRow(names.index(page))

    def draw(self, state: tuple[HelpPage, ...]) -> None:
        """List the pages; the one that was shown stays."""
        place = max(self.list.currentRow(), 0)
        self._pages = state
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([each.title for each in state])
        self.list.blockSignals(False)
        self.list.setCurrentRow(place)

    def first_focus(self) -> QWidget | None:
        """The list of pages."""
        return self.list

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._pages):
            return
        page = self._pages[place]
        narrow = Narrow(720, left=True)
        narrow.body.addWidget(Heading(page.title, level=2))
        narrow.body.addWidget(PlainPage(page))
        narrow.body.addStretch(1)
        self.area.setWidget(narrow)
        self.area.setAccessibleName(page.title)
        self.area.verticalScrollBar().setValue(0)
