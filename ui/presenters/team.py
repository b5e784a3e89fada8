"""The team page: people, their roles, and what their cards stand for."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from model.inspections import Person
from model.people import Role, fingerprint
from ui.actions import carry
from ui.actions import team as doing
from ui.presenters.case_words import Said, moment
from ui.presenters.people_words import GIVEN, ROLES, card_state, role_in_words
from ui.presenters.sizes import counted
from ui.reading import cases, fields, inspections
from ui.session import Session

INVITATIONS = "Invitations (*.casebook-invitation)"
CARDS = "Casebook cards (*.casebook-card);;All files (*)"
INVITATION_NAME = "invitation.casebook-invitation"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the team."""

    id: str
    name: str
    role: str
    """The role's code, "" for none."""
    role_words: str
    said: Said
    """What the card stands for."""
    digits: tuple[str, ...]
    held: int
    """Cases that they hold."""
    since: str
    """Who confirmed or withdrew the card, when and why."""
    office: bool
    confirmed: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class TeamState:
    """What the page shows. `saved` is when something was recorded (UTC), "" where nothing was."""

    members: tuple[Member, ...]
    words: str
    digits: tuple[str, ...]
    """Of the office's own card, for whoever answers an invitation to compare."""
    roles: tuple[tuple[str, str], ...]
    saved: str = ""
    said: str = ""
    """What was just done, in a short sentence."""


@dataclass(frozen=True, slots=True)
class CardSeen:
    """A card that arrived, before it is taken. `warnings` are to be read before comparing the digits."""

    name: str
    digits: tuple[str, ...]
    warnings: tuple[str, ...]
    role: str
    """The role of this very card where it is here already, else ""."""
    kept: bool
    """This very card is confirmed already, and stays so."""
    may_take: bool
    file: bytes = field(repr=False)


def show(session: Session) -> TeamState:
    """Return everybody in the team, the office first."""
    held = [one.holder for one, _ in cases.assessments(session).values()]
    today = session.clock().astimezone().date()
    people = sorted(inspections.people(session), key=lambda one: one.role is not Role.OFFICE)
    members = tuple(_member(session, one, held.count(one.id), today) for one in people)
    own = next((one.digits for one in members if one.id == session.author), ())
    return TeamState(members, _words(members), own, tuple((role.value, ROLES[role]) for role in GIVEN))


def invite(session: Session, name: str, path: Path) -> TeamState:
    """Write an invitation for somebody where the person said."""
    carry.write_chosen(path, doing.invite(session, name))
    return _after(session, "", f"Invitation written: {path.name}")


def look_at(session: Session, path: Path) -> CardSeen:
    """Read a card that somebody returned. Refusal: it is damaged, or no card."""
    file = carry.read_chosen(path)
    seen = doing.look_at_card(session, file)
    here = next((one for one in inspections.people(session) if one.id == seen.person), None)
    warnings = []
    if seen.same_name:
        warnings.append(
            f"Somebody called {seen.card.name} is in the team already, with other keys. It can be a new "
            "laptop, or somebody else: telephone the person you know, not a number that came with the card."
        )
    withdrawn = here is not None and here.withdrawn
    if withdrawn:
        warnings.append("This very card was withdrawn before. It stays withdrawn; ask for a new card.")
    elif here is not None:
        now = "confirmed: taking it again changes only its role" if here.confirmed else "not confirmed yet"
        warnings.append(f"This very card is in the team already, {now}.")
    role = here.role.value if here is not None and here.role else ""
    kept = here is not None and here.confirmed
    digits = tuple(seen.fingerprint.split())
    return CardSeen(seen.card.name, digits, tuple(warnings), role, kept, not withdrawn, file)


def take(session: Session, card: CardSeen, role: str, confirmed: bool) -> TeamState:
    """Take a card into the team; `confirmed`: its digits were compared by telephone."""
    changes = doing.take_card(session, card.file, Role(role), confirmed or card.kept)
    words = "confirmed" if confirmed or card.kept else "not confirmed yet"
    return _after(session, changes.time, f"{card.name} is in the team, {words}")


def confirm(session: Session, person: str) -> TeamState:
    """Record that somebody's digits were compared by telephone and are the same."""
    changes = doing.confirm_card(session, person)
    return _after(session, changes.time, f"{_name(session, person)} is confirmed")


def give_role(session: Session, person: str, role: str) -> TeamState:
    """Change somebody's role."""
    changes = doing.give_role(session, person, Role(role))
    words = ROLES[Role(role)].lower()
    return _after(session, changes.time, f"{_name(session, person)} is {words} now")


def withdraw(session: Session, person: str, reason: str) -> TeamState:
    """Withdraw a card. Refusal: no reason."""
    changes = doing.withdraw_card(session, person, reason)
    return _after(session, changes.time, f"The card of {_name(session, person)} is withdrawn")


def _after(session: Session, time: str, said: str) -> TeamState:
    now = show(session)
    return TeamState(now.members, now.words, now.digits, now.roles, time, said)


def _name(session: Session, person: str) -> str:
    return inspections.names(session).get(person, "This person")


def _member(session: Session, person: Person, held: int, today: date) -> Member:
    card = inspections.card_of(person)
    return Member(
        person.id,
        person.name,
        person.role.value if person.role else "",
        role_in_words(person.role),
        card_state(person),
        tuple(fingerprint(card).split()) if card else (),
        held,
        _since(session, person, today),
        person.id == session.author,
        person.confirmed,
        person.withdrawn,
    )


def _since(session: Session, person: Person, today: date) -> str:
    """Say when and by whom the card came to its state, and why it was withdrawn."""
    recorded = fields.fields_of(session, "person", person.id)
    last = recorded.get("withdrawn" if person.withdrawn else "confirmed")
    if last is None:
        return ""
    who = (
        "you" if last.author == session.author else inspections.names(session).get(last.author, "the office")
    )
    at = moment(last.time, today)
    if person.withdrawn:
        return f"Withdrawn by {who}, {at}: {last.reason or 'no reason recorded'}"
    if not person.confirmed:
        return f"Taken in by {who}, {at}; nothing is sealed to this card before it is confirmed."
    return f"Confirmed by {who}, {at}"


def _words(members: tuple[Member, ...]) -> str:
    others = [one for one in members if not one.office]
    if not others:
        return "Nobody else is in the team yet. Invite somebody: they answer with a card."
    waiting = sum(not one.confirmed and not one.withdrawn for one in others)
    words = counted(sum(not one.withdrawn for one in others), "person", "people")
    return f"{words}; {waiting} to be confirmed by telephone" if waiting else f"{words}, everybody confirmed"
