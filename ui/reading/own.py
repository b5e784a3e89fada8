"""The person who unlocked: their role in the open inspection, their card, and the office they answer to."""

from pathlib import Path

from model.people import Card, Role
from storage import keyring, projection
from ui.session import Session

WAITING = "waiting"
"""Stands for the role of somebody whom the office has not given one yet."""
BEGINNING = "beginning"
"""Stands for the role of an office that has no inspection yet, and so nothing to list, draw or merge."""


def role(session: Session) -> Role | None:
    """Return the role of the person at work; None while the office's first bundle has not been read.

    A store that was set up as an office has that role before its first inspection.
    """
    db, me = session.store.db, session.author
    if not session.inspection:
        return Role.OFFICE if keyring.find(db, me, keyring.RECOVERY) else None
    return projection.roles_in(db, session.inspection).get(me)


def roles(session: Session) -> frozenset[str]:
    """Return for which roles pages are shown: the person's own, "waiting", or "beginning"."""
    held = role(session)
    if held is Role.OFFICE and not session.inspection:
        return frozenset({BEGINNING})
    return frozenset({held.value if held else WAITING})


def card(session: Session) -> Card | None:
    """Return this person's own card."""
    return keyring.card_of(session.store.db, session.author, keyring.OWN_CARD)


def office_card(session: Session) -> Card | None:
    """Return the card of the office as its invitation held it; None in the office's own store."""
    return keyring.card_of(session.store.db, session.inspection, keyring.OFFICE_CARD)


def card_file(session: Session) -> bytes | None:
    """Return the card file that answers the invitation of the open inspection, to be sent again."""
    return keyring.find(session.store.db, session.inspection, keyring.OFFERED)


def store_folder(session: Session) -> Path:
    """Return the folder in which the open store lies."""
    return session.store.folder
