"""The pages of the window: their names, who sees them in the rail, how each is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.window.desk import Desk
from ui.window.page import Page

EVERYBODY: frozenset[str] = frozenset()
"""On the rail for every role."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: `name` for `navigate`, words and icon for the rail, and the function that makes it.

    `make` imports the page's file only when it is called, so that nothing is loaded before it is visited.
    Pages with `on_rail` False are reached from other pages. `roles` empty means everybody. `parent` names
    the entry that the rail marks while this page is shown.
    """

    name: str
    words: str
    icon: str
    make: Callable[[Desk], Page]
    on_rail: bool = True
    roles: frozenset[str] = EVERYBODY
    parent: str = ""


UNLOCK = "unlock"
"""The page shown while nothing is open."""
START = "start"
"""The page for whoever has no store yet, or wants to practise."""
SETTINGS = "settings"
SEARCH = "search"
