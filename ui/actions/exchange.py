"""Exchanging bundles: writing one at the end of the day, and taking in what others sent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from model.authority import STEERING
from model.inspections import Person
from model.people import Card, Role
from model.refusal import Refusal
from storage import arrivals, bundles, departures, keyring, streams
from storage.arrivals import Arrival, Arriving
from storage.bundles import FILE_LIMIT, Opened, Outgoing, open_bundle, seal
from storage.known import card_in
from storage.manifests import Kind
from storage.platform import read_limited
from ui.actions.begin import own_card
from ui.actions.write import put_drafts_away
from ui.reading import inspections
from ui.session import Session

SUFFIX = ".casebook"
Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that was written and checked: where, how large, how many entries, for whom."""

    path: Path
    size: int
    entries: int
    person: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: what it brought, or why it was refused."""

    name: str
    sender: str
    arrival: Arrival | None
    refusal: Refusal | None


def write_fieldwork_bundle(session: Session, folder: Path) -> Written:
    """Write what the office has not said it holds, signed, sealed and checked by opening it.

    The lead inspector also passes on what others handed over. Drafts become entries first.
    """
    put_drafts_away(session)
    role = _role(session)
    office = inspections.office_of(session)
    lines = list(
        departures.to_office(session.store.db, session.inspection, office, everything=role is Role.LEAD)
    )
    return _write(session, folder, Kind.FIELDWORK, office, lines, _towards_office(session))


def write_allocation_bundle(session: Session, person: str, folder: Path) -> Written:
    """Write one person's bundle: their cases and what they need, and what the office holds of theirs.

    Refusal: the author is not the office or lead, or the person's card is not confirmed, or withdrawn.
    """
    if _role(session) not in STEERING:
        raise Refusal(
            "Only the office or the lead inspector writes bundles for others.",
            "Nothing was written.",
            "Use “End of the day” to hand over your own work.",
        )
    to = _confirmed(session, person)
    role = next(one.role for one in inspections.people(session) if one.id == person)
    lines = list(departures.to_person(session.store.db, session.inspection, person, role or Role.INSPECTOR))
    return _write(session, folder, Kind.ALLOCATION, person, lines, [to.age_recipient])


def take_bundle(session: Session, path: Path) -> Taken:
    """Take in one bundle. A refused one is named with its reason, and changes nothing."""
    try:
        opened = _opened(session, path)
        arrival = arrivals.receive(session.store.db, _arriving(opened), session.now())
    except Refusal as refusal:
        return Taken(path.name, "", None, refusal)
    return Taken(path.name, opened.manifest.sender, arrival, None)


def bundles_in(folder: Path) -> tuple[Path, ...]:
    """Return the files in a folder that are named like bundles, by name."""
    return tuple(sorted(folder.glob(f"*{SUFFIX}")))


def take_files(session: Session, paths: Iterable[Path], tell: Tell | None = None) -> tuple[Taken, ...]:
    """Take in these bundles one after another; `tell(done, total, words)` hears how far it is."""
    waiting = list(paths)
    taken = []
    for done, path in enumerate(waiting):
        if tell is not None:
            tell(done, len(waiting), "bundles")
        taken.append(take_bundle(session, path))
    return tuple(taken)


def _write(
    session: Session, folder: Path, kind: Kind, person: str, lines: list[bytes], recipients: Iterable[str]
) -> Written:
    db = session.store.db
    held = streams.heads(db, session.inspection)
    own = set(streams.own_streams(db, session.inspection))
    outgoing = Outgoing(
        kind,
        session.inspection,
        own_card(session),
        session.now(),
        {stream: head for stream, head in held.items() if stream in own},
        {stream: head for stream, head in held.items() if stream not in own},
        {"entries": len(lines)},
        [head.fingerprint for head in inspections.heads(session)],
    )
    sealed = seal(outgoing, lines, keyring.keys_of(db, session.author), list(recipients))
    path = folder / _file_name(session, kind, person)
    bundles.write_bundle(path, sealed)
    departures.keep_sent(
        db, session.inspection, sealed.manifest.id, kind.value, person, session.now(), sealed.signed
    )
    return Written(path, len(sealed.data), len(lines), person)


def _file_name(session: Session, kind: Kind, person: str) -> str:
    """Name no person: who, by the beginning of their id; the day; and a number that tells two apart."""
    maker_or_receiver = session.author if kind is Kind.FIELDWORK else person
    return f"{kind.value}-{maker_or_receiver[:8]}-{session.now()[:10]}-{session.random(2).hex()}{SUFFIX}"


def _opened(session: Session, path: Path) -> Opened:
    return open_bundle(
        read_limited(path, FILE_LIMIT), _identities(session), trusted(session).get, {session.inspection}
    )


def _arriving(opened: Opened) -> Arriving:
    manifest = opened.manifest
    holds: Mapping[str, tuple[int, bytes]] = {**manifest.known, **manifest.streams}
    return Arriving(
        manifest.id,
        manifest.inspection,
        manifest.sender,
        manifest.kind.value,
        opened.signed,
        holds,
        opened.lines,
    )


def trusted(session: Session) -> dict[str, Card]:
    """Return the cards whose bundles are taken in: confirmed and not withdrawn, and the office's own."""
    cards = {
        person.id: card
        for person in inspections.people(session)
        if person.confirmed and not person.withdrawn and (card := card_in(person.card)) is not None
    }
    office = keyring.card_of(session.store.db, session.inspection, keyring.OFFICE_CARD)
    return {**cards, inspections.office_of(session): office} if office else cards


def _identities(session: Session) -> list[str]:
    db = session.store.db
    inspection_key = keyring.find(db, session.inspection, keyring.IDENTITY)
    own = keyring.keys_of(db, session.author).identity
    return [own, *([inspection_key.decode()] if inspection_key else [])]


def _towards_office(session: Session) -> list[str]:
    key = inspections.inspection(session).key
    if not key:
        raise Refusal(
            "The office's first bundle for this inspection has not been read yet.",
            "Nothing was written; everything you recorded is safe here.",
            "Read the office's bundle, then write yours.",
        )
    leads = [
        card.age_recipient
        for person in inspections.people(session)
        if _counts_as_lead(person) and (card := card_in(person.card)) is not None
    ]
    return [key, *leads]


def _counts_as_lead(person: Person) -> bool:
    return person.role is Role.LEAD and person.confirmed and not person.withdrawn


def _confirmed(session: Session, person: str) -> Card:
    card = trusted(session).get(person)
    if card is None:
        raise Refusal(
            "This person's card is not confirmed, so nothing can be sealed to them.",
            "Nothing was written.",
            "Compare the fingerprint by telephone and confirm the card on the team page.",
        )
    return card


def _role(session: Session) -> Role | None:
    if session.author == inspections.office_of(session):
        return Role.OFFICE
    return next((one.role for one in inspections.people(session) if one.id == session.author), None)
