"""The secret keys that lie inside the encrypted store, by owner and name."""

from typing import TYPE_CHECKING

from model.people import Card
from storage import keys
from storage.database import translated
from storage.keys import Keys
from storage.known import card_in

if TYPE_CHECKING:
    from sqlite_utils import Database

KEYS, OWN_CARD, RECOVERY = "keys", "card", "recovery"
IDENTITY, SEALED, OFFICE_CARD, OFFERED = "identity", "sealed", "office card", "offered card"


def keep(db: "Database", owner: str, name: str, value: bytes) -> None:
    """Keep a secret in place of any of that name."""
    with translated(), db.atomic():
        db.execute("INSERT OR REPLACE INTO secret VALUES (?, ?, ?)", [owner, name, value])


def find(db: "Database", owner: str, name: str) -> bytes | None:
    """Return a secret, or None."""
    row = db.execute("SELECT value FROM secret WHERE owner = ? AND name = ?", [owner, name]).fetchone()
    return None if row is None else bytes(row[0])


def keys_of(db: "Database", person: str) -> Keys:
    """Return the keys of a person who unlocks this store; KeyError if they have none here."""
    kept = find(db, person, KEYS)
    if kept is None:
        raise KeyError(person)
    return keys.load_keys(kept)


def card_of(db: "Database", owner: str, name: str) -> Card | None:
    """Return a card that is kept under this name, or None."""
    kept = find(db, owner, name)
    return None if kept is None else card_in(kept)
