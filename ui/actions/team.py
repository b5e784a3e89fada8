"""The team of an inspection: inviting people, confirming their cards, giving roles, withdrawing a card."""

from dataclasses import dataclass

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Card, Role, fingerprint, person_id
from model.refusal import Refusal
from storage import cards, keyring
from storage.cards import Invitation
from storage.known import card_text
from ui.actions.begin import own_card
from ui.reading import inspections
from ui.session import Changes, Session


@dataclass(frozen=True, slots=True)
class CardShown:
    """A card that arrived, before it is confirmed, and the digits to compare by telephone."""

    card: Card
    person: str
    fingerprint: str
    known: bool
    same_name: bool
    """True when somebody of that name is here already with other keys: a new laptop, or somebody else."""


def invite(session: Session, name: str = "") -> bytes:
    """Return an invitation file for somebody, with the office's card and the recovery card's public half.

    Refusal: the author is not the office of this inspection.
    """
    recovery = keyring.find(session.store.db, session.author, keyring.RECOVERY)
    if recovery is None or inspections.office_of(session) != session.author:
        raise Refusal(
            "Only the office of an inspection invites people to it.",
            "Nothing was changed.",
            "Ask the office to send the invitation.",
        )
    at_hand = inspections.inspection(session)
    invitation = Invitation(
        session.new_id(),
        own_card(session),
        recovery.decode(),
        session.inspection,
        at_hand.name,
        at_hand.provider,
        name.strip(),
        session.now(),
    )
    return cards.write_invitation(invitation, keyring.keys_of(session.store.db, session.author))


def look_at_card(session: Session, card_file: bytes) -> CardShown:
    """Return what a card file says, to be compared by telephone. CardRefused if it is not whole."""
    card = cards.read_card(card_file).card
    here = {person.id: person for person in inspections.people(session)}
    person = person_id(card)
    names = {other.name.casefold() for other in here.values() if other.id != person}
    return CardShown(card, person, fingerprint(card), person in here, card.name.casefold() in names)


def take_card(session: Session, card_file: bytes, role: Role, confirmed: bool) -> Changes:
    """Record somebody's card and role; `confirmed` says that the fingerprint was compared by telephone.

    A card that was not confirmed is kept and shown as such everywhere, and sends and receives nothing.
    """
    card = cards.read_card(card_file).card
    person = person_id(card)
    return session.record(
        Change(FieldKey("person", person, "name"), card.name),
        Change(FieldKey("person", person, "card"), card_text(card)),
        Change(FieldKey("person", person, "role"), role.value),
        Change(FieldKey("person", person, "confirmed"), confirmed),
    )


def confirm_card(session: Session, person: str) -> Changes:
    """Record that somebody's fingerprint was compared by telephone and is the same."""
    return session.record(Change(FieldKey("person", person, "confirmed"), True))


def give_role(session: Session, person: str, role: Role) -> Changes:
    """Change somebody's role in the inspection."""
    return session.record(Change(FieldKey("person", person, "role"), role.value))


def withdraw_card(session: Session, person: str, reason: str) -> Changes:
    """Withdraw a card (a lost laptop): bundles signed by it are refused from now on. Needs a reason."""
    if not reason.strip():
        raise Refusal(
            "Withdrawing a card needs a reason.",
            "Nothing was changed.",
            "Say why, for example “laptop lost”.",
        )
    return session.record(Change(FieldKey("person", person, "withdrawn"), True, reason=reason.strip()))
