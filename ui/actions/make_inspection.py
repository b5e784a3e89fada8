"""Making an inspection: its particulars, its key, its programme and the instruments in it."""

from dataclasses import dataclass
from pathlib import Path

from model.instruments.programme import Programme
from model.instruments.programme_rules import check_fit
from model.instruments.reader import fingerprint_of, read_instrument, read_programme
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from model.refusal import Refusal
from storage import keyring, keys, streams
from storage.known import card_text
from ui.actions.begin import own_card
from ui.reading import programmes
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the office says of a new inspection: dates are ISO, `programme` is a folder name."""

    name: str
    provider: str
    provider_type: str
    programme: str
    start: str
    end: str


def programmes_offered(home: Path | None = None) -> dict[str, Programme]:
    """Return by folder name the programmes that come with Casebook, and the own ones of the office in `home`.

    Own ones that cannot be read are left out; `programmes.offered` says why.
    """
    return dict(programmes.offered(home).programmes)


def make_inspection(session: Session, particulars: Particulars) -> Session:
    """Record a new inspection with a key of its own, and return the session with it open.

    The author becomes its office person. The key is kept in the store, and a copy of it sealed to the
    recovery card. Refusal: something is missing, or the dates are the wrong way round.
    """
    _check(particulars)
    db = session.store.db
    recovery = keyring.find(db, session.author, keyring.RECOVERY)
    if recovery is None:
        raise Refusal(
            "This store was not set up as an office.",
            "Nothing was changed.",
            "Make inspections in the office's store; here you can join one with an invitation.",
        )
    inspection = session.new_id()
    key = keys.make_inspection_key(recovery.decode())
    card = own_card(session)
    opened = session.within(inspection)
    with session.store.at_once():
        streams.join(db, inspection, session.author, session.now())
        keyring.keep(db, inspection, keyring.IDENTITY, key.identity.encode())
        keyring.keep(db, inspection, keyring.SEALED, key.sealed)
        opened.record(
            *_programme_changes(particulars, inspection, session.store.folder),
            *(
                Change(FieldKey("inspection", inspection, field), value)
                for field, value in (
                    ("name", particulars.name.strip()),
                    ("provider", particulars.provider.strip()),
                    ("provider_type", particulars.provider_type),
                    ("start", particulars.start),
                    ("end", particulars.end),
                    ("key", key.recipient),
                )
            ),
            Change(FieldKey("person", session.author, "role"), Role.OFFICE.value),
            Change(FieldKey("person", session.author, "name"), card.name),
            Change(FieldKey("person", session.author, "card"), card_text(card)),
            Change(FieldKey("person", session.author, "confirmed"), True),
        )
    return opened


def _programme_changes(particulars: Particulars, inspection: str, home: Path) -> list[Change]:
    """The programme whole, and of its instruments those that are for this type of provider."""
    folder = particulars.programme
    text = programmes.text(folder, programmes.FILE, home)
    programme = read_programme(text, folder)
    changes = [
        Change(FieldKey("programme", fingerprint_of(text), "text"), text),
        Change(FieldKey("inspection", inspection, "programme"), fingerprint_of(text)),
    ]
    texts = {name: programmes.text(folder, name, home) for name in programme.instruments}
    check_fit(programme, {name: read_instrument(text, name) for name, text in texts.items()}, folder)
    changes += [
        Change(FieldKey("instrument", fingerprint_of(instrument), "text"), instrument)
        for instrument in (texts[name] for name in programme.within(particulars.provider_type).instruments)
    ]
    return changes


def _check(particulars: Particulars) -> None:
    missing = [
        word
        for word, value in (("a name", particulars.name), ("a provider", particulars.provider))
        if not value.strip()
    ]
    if missing:
        raise Refusal(
            f"The inspection still needs {' and '.join(missing)}.", "Nothing was changed.", "Fill it in."
        )
    if particulars.end < particulars.start:
        raise Refusal(
            "The inspection would end before it starts.", "Nothing was changed.", "Correct the dates."
        )
