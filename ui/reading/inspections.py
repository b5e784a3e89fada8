"""The open inspection: its particulars, its programme, its instruments and its people."""

from functools import lru_cache

from model.inspections import Inspection, Person, inspection_from, person_from
from model.instruments.instrument import Instrument
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme
from model.journal.entry import FieldKey
from model.people import Card
from model.refusal import Refusal
from storage import projection
from storage.known import card_in
from ui.session import Session


def inspections(session: Session) -> tuple[Inspection, ...]:
    """Return every inspection that this store has joined, the newest last."""
    ids = [row[0] for row in session.store.db.execute("SELECT id FROM inspection ORDER BY joined, rowid")]
    return tuple(inspection(session.within(id)) for id in ids)


def inspection(session: Session) -> Inspection:
    """Return the open inspection."""
    fields = projection.read_fields(session.store.db, session.inspection, "inspection", session.inspection)
    return inspection_from(session.inspection, fields)


def office_of(session: Session) -> str:
    """Return the person id of the office of the open inspection."""
    row = session.store.db.execute(
        "SELECT office FROM inspection WHERE id = ?", [session.inspection]
    ).fetchone()
    return str(row[0])


def people(session: Session) -> tuple[Person, ...]:
    """Return everybody with a card in the open inspection, by name."""
    found = projection.read_subjects(session.store.db, session.inspection, "person")
    everybody = (person_from(id, fields) for id, fields in found.items())
    return tuple(sorted(everybody, key=lambda person: (person.name.casefold(), person.id)))


def card_of(person: Person) -> Card | None:
    """Return the card of somebody in the team as the office read it."""
    return card_in(person.card)


def names(session: Session) -> dict[str, str]:
    """Return the name of everybody in the open inspection, by person id."""
    return {person.id: person.name for person in people(session)}


def programme(session: Session) -> Programme:
    """Return the programme of the open inspection. Refusal if the office has sent none yet."""
    fingerprint = inspection(session).programme
    if not fingerprint:
        raise Refusal(
            "This inspection has no programme yet.",
            "Nothing was changed.",
            "Read the office's bundle for it first.",
        )
    standing = _standing(session, "programme", fingerprint)
    if standing not in _programmes:
        _programmes[standing] = _programme(_text(session, "programme", fingerprint), fingerprint)
    return _programmes[standing]


def instrument(session: Session, fingerprint: str) -> Instrument:
    """Return an instrument of the open inspection by its fingerprint. Refusal if it has not arrived."""
    standing = _standing(session, "instrument", fingerprint)
    if standing not in _instruments:
        _instruments[standing] = _instrument(_text(session, "instrument", fingerprint), fingerprint)
    return _instruments[standing]


def instruments(session: Session) -> tuple[Instrument, ...]:
    """Return every instrument of the open inspection."""
    found = projection.read_subjects(session.store.db, session.inspection, "instrument")
    return tuple(instrument(session, fingerprint) for fingerprint in found)


def _text(session: Session, kind: str, fingerprint: str) -> str:
    fields = projection.read_fields(session.store.db, session.inspection, kind, fingerprint)
    text = fields["text"].value if "text" in fields else None
    if not isinstance(text, str):
        raise Refusal(
            f"The {kind} of this inspection has not arrived in this store.",
            "Nothing was changed.",
            "Read the office's newest bundle, or ask the office to write one.",
        )
    return text


_Standing = tuple[bytes, ...]
_programmes: dict[_Standing, Programme] = {}
_instruments: dict[_Standing, Instrument] = {}
"""What was read already, by the hashes of the entries that hold its text: these cannot change."""


def _standing(session: Session, kind: str, fingerprint: str) -> _Standing:
    return projection.heads_of(session.store.db, session.inspection, FieldKey(kind, fingerprint, "text"))


@lru_cache(maxsize=16)
def _programme(text: str, name: str) -> Programme:
    return read_programme(text, name)


@lru_cache(maxsize=16)
def _instrument(text: str, name: str) -> Instrument:
    return read_instrument(text, name)
