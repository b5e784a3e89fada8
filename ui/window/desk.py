"""What a page gets to work with: the store's thread, the session, and what only the frame can do.

A page never reaches for the application, the frame or another page; it has its desk:

    class TodayPage(Page):
        title = "Today"
        icon = "calendar"

        def open(self) -> None:
            self.ask(today.show)                     # presenter: show(session) -> TodayState; then self.draw

        def draw(self, state: TodayState) -> None:
            self.table.set_rows(state.cases)

Everything on the desk is called on the UI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from model.instruments.spoken import ENGLISH
from model.refusal import Refusal
from ui.window.background import Runner
from ui.window.files import Files
from ui.window.theme import Look

if TYPE_CHECKING:
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: the inspection's name, and the Casebook number of the open case.

    `about` says with which instrument the case is open; or, where it is no case, an officer or a meeting.
    """

    inspection: str = ""
    case: str = ""
    about: str = ""
    under: str = ""
    """The page of the rail under which this is, where that is not the usual one."""


class Held:
    """Holds the session that is open, or None while locked. Pages read it; only the frame sets it.

    It is held in the language in which sheets are read, which a setting chooses.
    """

    __slots__ = ("_language", "_session")

    def __init__(self) -> None:
        self._session: Session | None = None
        self._language = ENGLISH

    @property
    def session(self) -> Session | None:
        """What is open."""
        return self._session

    @session.setter
    def session(self, session: Session | None) -> None:
        self._session = session
        self.speak(self._language)

    def speak(self, language: str) -> None:
        """Read sheets in this language from now on."""
        self._language = language
        if self._session is not None and self._session.language != language:
            self._session = replace(self._session, language=language)


class Navigate(Protocol):
    """Go to a page by its name in the contents, with what it is to open."""

    def __call__(self, page: str, /, **what: Any) -> None:
        """`navigate("assessment", case="…")` leaves this page and calls `open(case="…")` on the other."""


class Enter(Protocol):
    """Begin working with an opened session."""

    def __call__(self, session: Session, roles: frozenset[str], place: Place) -> None:
        """Hold the session, show the rail for these roles, go to their first page."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every page when it is made. Frozen; the same one for all pages of a window."""

    work: Runner
    """Runs presenters on the store's thread.

    `desk.work.run(function, *what, then=…)`, and `run_long` with progress.
    """
    held: Held
    """`desk.held.session` is the open session."""
    files: Files
    """Asks for files and folders."""
    navigate: Navigate
    """Goes to another page."""
    back: Callable[[], None]
    """Goes to the page visited before this one."""
    announce: Callable[[str], None]
    """Says a short sentence to screen readers and shows it for a moment in the top bar ("Bundle written")."""
    refuse: Callable[[Refusal], None]
    """Shows a refusal calmly above the page. Refusals of `work` come here by themselves."""
    saved: Callable[[str], None]
    """Says "Saved 14:02" after an action has recorded something: takes `Changes.time`."""
    place: Callable[[Place], None]
    """Says in the top bar where the person is."""
    look: Callable[[Look], None]
    """Changes theme and text size at once."""
    enter: Enter
    """After unlocking: begin."""
    lock: Callable[[], None]
    """Lets every page put its drafts away, closes the session and shows the unlock page."""
    now: Callable[[], datetime]
    """The clock, UTC and aware; tests hand in their own."""
