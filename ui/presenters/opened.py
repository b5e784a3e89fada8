"""A store that was just opened: whose pages are shown, and what the frame says of the place."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.reading import inspections, own
from ui.session import Session

Tell = Callable[[int, int, str], None]
"""How long work says how far it is: so many done, of so many, in words."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the frame needs to begin work: the session, the roles that choose the pages, the inspection."""

    session: Session
    roles: frozenset[str]
    inspection: str


def opened(session: Session) -> Opened:
    """Return a session as the frame takes it. The inspection has no name before its first bundle."""
    name = inspections.inspection(session).name if session.inspection else ""
    return Opened(session, own.roles(session), name)
