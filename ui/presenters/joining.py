"""A person's several inspections: which one is open, opening another, and joining a further one."""

from dataclasses import dataclass

from model.documents.dates import date_in_words
from model.people import Role
from ui.actions import begin
from ui.actions.write import leave_drafts
from ui.presenters.opened import Opened, opened
from ui.presenters.start import CardMade, card_made
from ui.reading import inspections, own
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Joined:
    """One inspection in this store."""

    id: str
    words: str
    """Its name and dates, or that its first bundle has not been read yet."""
    is_open: bool


@dataclass(frozen=True, slots=True)
class JoinedState:
    """The inspections in this store. `may_join`: the office makes its own, everybody else is invited."""

    joined: tuple[Joined, ...]
    may_join: bool


def show(session: Session) -> JoinedState:
    """Return the inspections that this store has joined, the newest last."""
    found = tuple(
        Joined(one.id, _words(one.name, one.start, one.end), one.id == session.inspection)
        for one in inspections.inspections(session)
    )
    return JoinedState(found, own.role(session) is not Role.OFFICE)


def choose(session: Session, inspection: str) -> Opened:
    """Open another inspection of this store. What was being typed in this one is recorded first."""
    leave_drafts(session)
    return opened(session.within(inspection))


def join(session: Session, invitation: bytes) -> CardMade:
    """Join a further inspection with the keys that this person has. The digits were compared before.

    What was being typed in this one is recorded first.
    """
    leave_drafts(session)
    return card_made(begin.join_inspection(session, invitation))


def _words(name: str, start: str, end: str) -> str:
    if not name:
        return "An inspection whose first bundle has not been read yet"
    if not start:
        return name
    return f"{name}, {date_in_words(start, short=True)} to {date_in_words(end, short=True)}"
