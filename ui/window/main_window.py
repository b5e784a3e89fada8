"""The frame around every page: rail, top bar, refusals, keyboard map, and the way from page to page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout

from ui.window.background import Runner
from ui.window.contents import SEARCH, UNLOCK, Entry
from ui.window.desk import Desk, Held, Place
from ui.window.errors import Unexpected
from ui.window.files import AskPerson, Files
from ui.window.focus import Focus
from ui.window.page import Page
from ui.window.shortcuts import Bound, Shortcut, bind
from ui.window.theme import SCALES, Appearance, Look
from ui.window.widgets.focus_ring import FocusRing
from ui.window.widgets.keyboard_map import KeyboardMap
from ui.window.widgets.nav_rail import NavRail
from ui.window.widgets.refusal_panel import RefusalPanel
from ui.window.widgets.top_bar import TopBar
from ui.window.widgets.trouble import Trouble

TITLE = "Casebook"


class MainWindow(QMainWindow):
    """The window.

    Knows pages only by their entries, and the session only as something to hold and to close.
    """

    def __init__(
        self,
        work: Runner,
        entries: Sequence[Entry],
        appearance: Appearance,
        unexpected: Unexpected,
        close_session: Callable[[Any], object],
        *,
        files: Files | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self._work = work
        self._appearance = appearance
        self._close_session = close_session
        self._entries = {entry.name: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._place = Place()
        self._here: tuple[str, dict[str, Any]] | None = None
        self._before: list[tuple[str, dict[str, Any]]] = []
        self._bound: list[Bound] = []
        self._now = now
        self.held = Held()
        self.setWindowTitle(TITLE)
        self.resize(1280, 720)
        self.setMinimumSize(720, 480)
        self._build()
        self.desk = self._desk(files or AskPerson(self, lambda: self.held.session))
        self._bind_keys()
        self._connect(work, unexpected)

    def navigate(self, page: str, /, **what: Any) -> None:
        """Leave the present page and open another by its name in the contents.

        KeyError for an unknown name.
        """
        self._leave()
        if self._here is not None and self._here != (page, what):
            self._before.append(self._here)
        self._go(page, what)

    def back(self) -> None:
        """Open the page visited before, as it was opened then."""
        if self._before:
            self._leave()
            self._go(*self._before.pop())

    def announce(self, words: str) -> None:
        """Say a short sentence to screen readers, and in the top bar for a few seconds."""
        self.top.say(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def refuse(self, refusal: Any) -> None:
        """Show a refusal above the page."""
        self.refusal.show_refusal(refusal)

    def saved(self, time: str) -> None:
        """Say in the top bar when the last thing was saved: UTC as entries hold it, shown in local time."""
        self.top.set_saved(f"{datetime.fromisoformat(time).astimezone():%H:%M}")

    def place(self, place: Place) -> None:
        """Say in the top bar and in the window's title where the person is.

        The system shows the title outside the window, so it names a case by its number, and no officer.
        """
        self._place = place
        self.top.set_place(place.inspection, place.case, place.about)
        if place.under:
            self.rail.mark(place.under)
        self.setWindowTitle(" – ".join(part for part in (place.case, place.inspection, TITLE) if part))

    def enter(self, session: Any, roles: frozenset[str], place: Place) -> None:
        """Hold an opened session, show the rail for these roles, go to their first page.

        Pages of the session before, of another inspection, hand over what is being typed and are made anew.
        """
        self._leave()
        self._forget_pages()
        self.held.session = session
        shown = [e for e in self._entries.values() if e.on_rail and (not e.roles or e.roles & roles)]
        self.rail.set_places((entry.name, entry.words, entry.icon) for entry in shown)
        self._set_open(True)
        self.place(place)
        self._here, self._before = None, []
        self.navigate(shown[0].name)

    def lock(self) -> None:
        """Put drafts away, close the session on its thread, blank the window, show the unlock page."""
        self._leave()
        session, self.held.session = self.held.session, None
        if session is not None:
            self._work.run(self._close_session, session)
        for dialogue in self.findChildren(QDialog):
            dialogue.reject()
        self._forget_pages()
        self.rail.set_places(())
        self._set_open(False)
        self.place(Place())
        self.top.clear()
        self.keyboard_map.hide()
        if UNLOCK in self._entries:
            self._go(UNLOCK, {})

    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.pages.currentWidget()
        return shown if isinstance(shown, Page) else None

    def toggle_keyboard_map(self) -> None:
        """Show every key that works here, or hide them again."""
        if self.keyboard_map.isVisible():
            self.keyboard_map.close_map()
            return
        page = self.page()
        here = [*(bound.shortcut for bound in page.bound), *page.in_place()] if page else []
        anywhere = [bound.shortcut for bound in self._bound]
        self.keyboard_map.show_keys(here, anywhere, page.hints() if page else [])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put drafts away and close the session before the window goes."""
        self._leave()
        session, self.held.session = self.held.session, None
        if session is not None:
            self._work.run(self._close_session, session)
        self._work.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keyboard map fits the window it was opened in; close it when that changes."""
        super().resizeEvent(event)
        self.keyboard_map.hide()

    def _build(self) -> None:
        frame = QFrame()
        frame.setObjectName("frame")
        self.rail = NavRail()
        self.top = TopBar()
        self.refusal = RefusalPanel()
        self.pages = QStackedWidget()
        self.pages.setObjectName("pages")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.refusal)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(frame)
        self.keyboard_map = KeyboardMap(frame)
        self.ring = FocusRing(self)
        self.trouble = Trouble(self)
        self.focus = Focus(self)
        self._set_open(False)

    def _desk(self, files: Files) -> Desk:
        return Desk(
            work=self._work,
            held=self.held,
            files=files,
            navigate=self.navigate,
            back=self.back,
            announce=self.announce,
            refuse=self.refuse,
            saved=self.saved,
            place=self.place,
            look=self._appearance.set,
            enter=self.enter,
            lock=self.lock,
            now=self._now,
        )

    def _connect(self, work: Runner, unexpected: Unexpected) -> None:
        work.refused.connect(self.refuse)
        work.failed.connect(unexpected.take)
        work.busy.connect(self.top.set_busy)
        work.busy.connect(self._outdate)
        unexpected.happened.connect(self.trouble.show_trouble)
        self.trouble.leave.connect(self.close)
        self.rail.chosen.connect(lambda name: self.navigate(name))
        self.keyboard_map.covering.connect(self._cover)
        self.top.lock.clicked.connect(self.lock)
        self.top.keys.clicked.connect(self.toggle_keyboard_map)

    def _bind_keys(self) -> None:
        keys: dict[Shortcut, Callable[[], object]] = {
            Shortcut.KEYBOARD_MAP: self.toggle_keyboard_map,
            Shortcut.KEYBOARD_MAP_TOO: self.toggle_keyboard_map,
            Shortcut.BACK: self.back,
            Shortcut.NEXT_AREA: self.focus.next_area,
            Shortcut.FOLD_RAIL: self.rail.fold,
            Shortcut.LOCK: self._lock_if_open,
            Shortcut.LARGER: lambda: self._resize_text(1),
            Shortcut.SMALLER: lambda: self._resize_text(-1),
            Shortcut.USUAL_SIZE: lambda: self._resize_text(0),
            Shortcut.CLOSE_MESSAGE: self._close_message,
        }
        if SEARCH in self._entries:
            keys[Shortcut.SEARCH] = self._search
        self._bound = [bind(self, shortcut, do) for shortcut, do in keys.items()]

    def _go(self, name: str, what: dict[str, Any]) -> None:
        entry = self._entries[name]
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = entry.make(self.desk)
            self.pages.addWidget(page)
        self._here = (name, what)
        self.refusal.forget()
        self.rail.mark(entry.parent or name)
        self.place(Place(self._place.inspection))
        self.pages.setCurrentWidget(page)
        page.open(**what)
        visit = self.focus.begin(page.first_focus())
        self._work.run(int, then=lambda _: self.focus.settle_soon(visit))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, entry.words))

    def _leave(self) -> None:
        page = self.page()
        if page is not None:
            page.leave()

    def _forget_pages(self) -> None:
        for page in self._pages.values():
            self.pages.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._here, self._before = None, []
        self.refusal.forget()

    def _set_open(self, is_open: bool) -> None:
        self.rail.setVisible(is_open)
        self.top.setVisible(is_open)

    def _lock_if_open(self) -> None:
        if self.held.session is not None:
            self.lock()

    def _cover(self, covering: bool) -> None:
        """While something covers the page, its keys do nothing: nobody answers what they do not see."""
        self.pages.setEnabled(not covering)

    def _outdate(self, begins: bool) -> None:
        """What was refused before is old once something else begins, and the keyboard has left it."""
        if begins:
            self.refusal.outdate()

    def _search(self) -> None:
        if self.held.session is not None:
            self.navigate(SEARCH)

    def _close_message(self) -> None:
        if self.keyboard_map.isVisible():
            self.keyboard_map.close_map()
        else:
            self.refusal.close_panel()

    def _resize_text(self, step: int) -> None:
        look = self._appearance.look
        nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - look.scale))
        at = 0 if step == 0 else min(max(nearest + step, 0), len(SCALES) - 1)
        self._appearance.set(Look(look.choice, SCALES[at]))
        self.announce(f"Text at {SCALES[at]} per cent")
