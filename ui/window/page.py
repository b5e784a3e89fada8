"""The base of every page: a title, a scrolling body, and the round from opening it to drawing a state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.refusal import Refusal
from ui.window.desk import Desk
from ui.window.pages.tab_order import put_in_order
from ui.window.shortcuts import Bound, Shortcut, bind
from ui.window.theme import SPACE
from ui.window.widgets.heading import Heading


class Page(QWidget):
    """One page of the window, built on its first visit.

    A page builds its widgets in `__init__` (into `self.body`, and buttons for the whole page into
    `self.aside`), asks a presenter for a state in `open`, and draws that state in `draw` (`render` is a
    name of Qt's own, and means something else). It keeps no facts of its own.
    """

    title: ClassVar[str] = ""
    """The heading of the page, and the word in the rail."""
    icon: ClassVar[str] = ""
    """Name of an icon in resources/icons."""
    scrolls: ClassVar[bool] = True
    """False for a page that divides its height itself (tables, the assessment)."""
    shows_title: ClassVar[bool] = True
    """False for a page whose largest words are something else (the question, the unlock box)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.bound: list[Bound] = []
        self.setAccessibleName(self.title)
        self.setObjectName(type(self).__name__)
        self.heading = Heading(self.title, level=1)
        if not self.shows_title:
            self.heading.hide()
        self.aside = QHBoxLayout()
        self.aside.setSpacing(SPACE[8])
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE[16])
        self._lay_out()

    def open(self, *args: Any, **what: Any) -> None:
        """Called at every visit, with what `navigate` was given. Asks a presenter; must not block."""

    def draw(self, state: Any) -> None:
        """Draw a state that a presenter returned."""
        raise NotImplementedError

    def leave(self) -> None:
        """Called before another page is shown and before locking. Hand over what is still being typed."""

    def first_focus(self) -> QWidget | None:
        """The widget that gets the keyboard when the page is shown; None leaves the choice to Qt."""
        return None

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the page as it is read, also through what was put into it later."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def ask(
        self,
        function: Callable[..., Any],
        *what: Any,
        then: Callable[[Any], object] | None = None,
        refused: Callable[[Refusal], object] | None = None,
    ) -> None:
        """Run `function(session, *what)` on the store's thread, then draw its result or call `then`."""
        self.desk.work.run(function, self.desk.held.session, *what, then=then or self.draw, refused=refused)

    def bind(self, shortcut: Shortcut, do: Callable[[], object]) -> None:
        """Make a shortcut work anywhere on this page (not while typing, for single letters)."""
        self.bound.append(bind(self, shortcut, do))

    def in_place(self) -> Sequence[Shortcut]:
        """The keys that a part of this page takes while it has the keyboard, as far as they do something."""
        return ()

    def hints(self) -> list[tuple[str, str]]:
        """Further lines for the keyboard map, as (keys, words): keys that come from data, such as answers."""
        return []

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part of the page that was just shown, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, SPACE[12]))

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("surface", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[24], SPACE[16], SPACE[24], SPACE[24])
        column.setSpacing(SPACE[16])
        if self.shows_title:
            top = QHBoxLayout()
            top.setSpacing(SPACE[16])
            top.addWidget(self.heading, 1)
            top.addLayout(self.aside)
            column.addLayout(top)
        column.addLayout(self.body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if not self.scrolls:
            outer.addWidget(content)
            return
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        outer.addWidget(self._area)
