"""First start: setting up an office, beginning with an invitation, joining a further inspection."""

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from model.people import Card, person_id
from model.refusal import Refusal
from storage import cards, keyring, keys, sealing, slots, store, streams
from storage.cards import Invitation, Offered
from storage.known import card_text
from storage.platform import make_private_folder
from storage.wrapping import SHIPPED, Cost
from ui.session import Session

SLOTS_FILE = "casebook.slots"
Clock = Callable[[], datetime]


def utc() -> datetime:
    """Return the time by this machine's clock, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class OfficeMade:
    """A new office store, unlocked, and the recovery card to be kept in a safe: it exists nowhere else."""

    session: Session
    recovery_card: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Begun:
    """A new store, unlocked, with its inspection open, and the card file to be sent to the office."""

    session: Session
    card_file: bytes


def set_up_office(
    folder: Path, name: str, passphrase: str, clock: Clock = utc, cost: Cost = SHIPPED
) -> OfficeMade:
    """Make an office's store in `folder`. Refusal: a store is there, or the passphrase is too short."""
    identity = sealing.new_identity()
    recovery = sealing.recipient_of(identity)
    session = _make_store(folder, name, passphrase, recovery, clock, cost)
    keyring.keep(session.store.db, session.author, keyring.RECOVERY, recovery.encode())
    return OfficeMade(session, keys.recovery_text(identity, session.now()))


def begin_with_invitation(
    folder: Path, invitation: bytes, name: str, passphrase: str, clock: Clock = utc, cost: Cost = SHIPPED
) -> Begun:
    """Make a person's store in `folder` for the inspection of an invitation.

    The fingerprint of the office's card has been compared by telephone before. Refusal: the
    invitation is damaged, a store is there, or the passphrase is too short.
    """
    invited = cards.read_invitation(invitation)
    session = _make_store(folder, name, passphrase, invited.recovery, clock, cost)
    return join_inspection(session, invitation)


def join_inspection(session: Session, invitation: bytes) -> Begun:
    """Join a further inspection with the keys that this person has, and return the card for its office."""
    invited = cards.read_invitation(invitation)
    db = session.store.db
    with session.store.at_once():
        streams.join(db, invited.inspection, person_id(invited.office), session.now())
        keyring.keep(db, invited.inspection, keyring.OFFICE_CARD, card_text(invited.office).encode())
        keyring.keep(db, invited.inspection, keyring.RECOVERY, invited.recovery.encode())
    own = own_card(session)
    offered = cards.write_card(Offered(own, invited.id), keyring.keys_of(db, session.author))
    keyring.keep(db, invited.inspection, keyring.OFFERED, offered)
    return Begun(session.within(invited.inspection), offered)


def read_invitation(invitation: bytes) -> Invitation:
    """Return what an invitation says, to be compared with the office by telephone; CardRefused."""
    return cards.read_invitation(invitation)


def own_card(session: Session) -> Card:
    """Return the card of the person who unlocked. Refusal: their keys are not in this store."""
    held = keyring.card_of(session.store.db, session.author, keyring.OWN_CARD)
    if held is None:
        raise Refusal(
            "Your keys are not in this store.",
            "Nothing was changed.",
            "Unlock with your own passphrase, or telephone the office.",
        )
    return held


def _make_store(folder: Path, name: str, passphrase: str, recovery: str, clock: Clock, cost: Cost) -> Session:
    """Make the store aside and move it into place whole, so that a first start cut short leaves none."""
    if not name.strip():
        raise Refusal("Your name is still missing.", "Nothing was made.", "Type your name.")
    if store.exists(folder):
        raise Refusal(
            "There is a Casebook store in this folder already.",
            "It was not touched.",
            "Unlock it, or choose another folder.",
        )
    own = keys.make_keys()
    card = keys.card_of(own, name, clock().strftime("%Y-%m-%dT%H:%M:%SZ"))
    person = person_id(card)
    made, key = slots.create(secrets.token_hex(16), person, card.name, passphrase, recovery, cost)
    making = folder / "making"
    shutil.rmtree(making, ignore_errors=True)
    make_private_folder(making)
    opened = store.create(making, key)
    keyring.keep(opened.db, person, keyring.KEYS, keys.serialise(own))
    keyring.keep(opened.db, person, keyring.OWN_CARD, card_text(card).encode())
    opened.close()
    slots.write_slots(folder / SLOTS_FILE, made)
    (making / store.FILE).replace(folder / store.FILE)
    shutil.rmtree(making)
    return Session(store.open_store(folder, key), person, clock=clock)
