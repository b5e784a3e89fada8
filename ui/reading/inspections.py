"""The open inspection: its particulars, its programme, its instruments and its people."""

from model.inspections import Inspection, Person, inspection_from, person_from
from model.instruments.instrument import Head, Instrument
from model.instruments.programme import Programme
from model.instruments.reader import fingerprint_of, read_head, read_instrument, read_programme
from model.instruments.worded import worded
from model.journal.entry import FieldKey
from model.people import Card
from model.refusal import Refusal
from model.versions import VERSION, standing
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
    """Return the programme as it stands for the provider inspected. Refusal if the office has sent none."""
    at_hand = inspection(session)
    if not at_hand.programme:
        raise Refusal(
            "This inspection has no programme yet.",
            "Nothing was changed.",
            "Read the office's bundle for it first.",
        )
    return _within(session, at_hand)


def instrument(session: Session, fingerprint: str) -> Instrument:
    """Return an instrument of the open inspection by its fingerprint, in the words of the provider inspected.

    Refusal if it has not arrived.
    """
    return _worded(session, fingerprint, inspection(session))


def instruments(session: Session) -> tuple[Instrument, ...]:
    """Return every instrument of the open inspection, each in the version that stands."""
    return tuple(standing_versions(session).values())


def versions(session: Session) -> tuple[Instrument, ...]:
    """Return every version of every instrument of the open inspection."""
    at_hand = inspection(session)
    return tuple(_worded(session, head.fingerprint, at_hand) for head in heads(session))


def heads(session: Session) -> tuple[Head, ...]:
    """Return of every version of every instrument what tells them apart; their questions are not read."""
    found = projection.subject_ids(session.store.db, session.inspection, "instrument")
    return tuple(_head(session, fingerprint) for fingerprint in found)


def standing_versions(session: Session) -> dict[str, Instrument]:
    """Return by id of an instrument the version that was issued last (`model.versions`)."""
    at_hand = inspection(session)
    stands = standing(heads(session), issued(session))
    return {id: _worded(session, head.fingerprint, at_hand) for id, head in stands.items()}


def issued(session: Session) -> dict[str, str]:
    """Return by id of an instrument the fingerprint of the version that the office issued last, if it did."""
    fields = projection.read_fields(session.store.db, session.inspection, "inspection", session.inspection)
    return {
        name.removeprefix(VERSION): held.value
        for name, held in fields.items()
        if name.startswith(VERSION) and isinstance(held.value, str)
    }


def text_of(session: Session, fingerprint: str) -> str:
    """Return the exact text of a version of an instrument. Refusal if it has not arrived."""
    return _text(session, "instrument", fingerprint)


def _within(session: Session, at_hand: Inspection) -> Programme:
    standing = _standing(session, "programme", at_hand.programme)
    held = (standing, at_hand.provider_type)
    if held not in _programmes:
        whole = read_programme(_text(session, "programme", at_hand.programme), at_hand.programme)
        _programmes[held] = whole.within(at_hand.provider_type)
    return _programmes[held]


def _worded(session: Session, fingerprint: str, at_hand: Inspection) -> Instrument:
    """The instrument in the programme's words; as it was written while there is no programme yet."""
    programme = _standing(session, "programme", at_hand.programme) if at_hand.programme else ()
    held = (_standing(session, "instrument", fingerprint), programme, at_hand.provider_type)
    if held not in _instruments:
        written = read_instrument(_text(session, "instrument", fingerprint), fingerprint)
        words = _within(session, at_hand).words_of(at_hand.provider_type) if programme else {}
        _instruments[held] = worded(written, words)
    return _instruments[held]


def _head(session: Session, fingerprint: str) -> Head:
    held = _standing(session, "instrument", fingerprint)
    if held not in _heads:
        _heads[held] = read_head(_text(session, "instrument", fingerprint), fingerprint)
    return _heads[held]


def _text(session: Session, kind: str, fingerprint: str) -> str:
    fields = projection.read_fields(session.store.db, session.inspection, kind, fingerprint)
    text = fields["text"].value if "text" in fields else None
    if not isinstance(text, str) and kind == "instrument":
        text = _taken_back(session, fingerprint)
    if not isinstance(text, str):
        raise Refusal(
            f"The {kind} of this inspection has not arrived in this store.",
            "Nothing was changed.",
            "Read the office's newest bundle, or ask the office to write one.",
        )
    return text


def _taken_back(session: Session, fingerprint: str) -> str | None:
    """The text of a version whose issuing was undone: answers may rest on it, so it stays readable."""
    key = FieldKey("instrument", fingerprint, "text")
    texts = (
        entry.recorded.value for entry in projection.entries_about(session.store.db, session.inspection, key)
    )
    return next(
        (text for text in texts if isinstance(text, str) and fingerprint_of(text) == fingerprint), None
    )


_Standing = tuple[bytes, ...]
_programmes: dict[tuple[_Standing, str], Programme] = {}
_instruments: dict[tuple[_Standing, _Standing, str], Instrument] = {}
_heads: dict[_Standing, Head] = {}
"""What was read already, by the hashes of the entries that hold its text, which cannot change, and the type
of provider in whose words it stands; an instrument by the programme too, whose words they are."""


def _standing(session: Session, kind: str, fingerprint: str) -> _Standing:
    return projection.heads_of(session.store.db, session.inspection, FieldKey(kind, fingerprint, "text"))
