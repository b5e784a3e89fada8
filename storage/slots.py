"""The slot file beside a store: its data key, wrapped once for each person who may open it.

The data key is random and made once. A slot holds it wrapped under a person's passphrase and bound to this
store and this person; one more copy is sealed to the office's recovery card. Nothing in the file is secret.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from model.refusal import Refusal
from storage import sealing
from storage.platform import read_limited, write_safely
from storage.strict import (
    Digest,
    Id,
    Malformed,
    Name,
    Newer,
    Recipient,
    decode_with_digest,
    with_digest,
)
from storage.wrapping import KEY_BYTES, SHIPPED, Cost, Wrapped, WrongSecret, check_passphrase, unwrap, wrap

FILE = "casebook.slots"
FILE_LIMIT = 98_304
RECOVERABLE_LIMIT = 24_576
PEOPLE_LIMIT = 20
FORMAT = 1


class SlotsRefused(Refusal):
    """The slot file is damaged, or from a newer Casebook."""


class WrongPassphrase(Refusal):
    """The passphrase opens none of the slots; the file itself is sound."""


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data key as one person opens it."""

    person: Id
    name: Name
    wrapped: Wrapped


class Pending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A request to the office for a forgotten passphrase, and the key that only its answer fits."""

    request: Id
    identity: Annotated[str, msgspec.Meta(pattern=r"\AAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\Z")]


class Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that the slot file says."""

    casebook: Literal["slots"] = "slots"
    format: Literal[1] = 1
    store: Id
    check: Digest
    people: Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1, max_length=PEOPLE_LIMIT)]
    recovery: Recipient
    recoverable: Annotated[bytes, msgspec.Meta(max_length=RECOVERABLE_LIMIT)]
    pending: Pending | None = None


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Who unlocked the store, and its data key (32 bytes)."""

    person: str
    key: bytes = field(repr=False)


class Owner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person who may open a store."""

    person: Id
    name: Name


class Recoverable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is sealed to the recovery card: the data key and, vouched for by it, whose store this is."""

    format: Literal[1] = 1
    store: Id
    key: Digest
    people: tuple[Owner, ...]


def create(
    store: str, person: str, name: str, passphrase: str, recovery: str, cost: Cost = SHIPPED
) -> tuple[Slots, bytes]:
    """Return the slots of a new store with its first person, and its new data key.

    `store` and `person`: ids of 32 hex digits; `recovery`: the recipient of the office's recovery card.
    PassphraseRefused if the passphrase is too short.
    """
    check_passphrase(passphrase)
    key = secrets.token_bytes(KEY_BYTES)
    slot = Slot(person, name, wrap(key, passphrase, bound_to(store, person), cost))
    slots = Slots(store=store, check="", people=(slot,), recovery=recovery, recoverable=b"")
    return _finished(slots, key), key


def read_slots(path: Path) -> Slots:
    """Return what the slot file says; SlotsRefused if damaged or newer, CannotRead if it is not there."""
    try:
        return decode_with_digest(read_limited(path, FILE_LIMIT), Slots, FORMAT)
    except Newer:
        raise SlotsRefused(
            "This store was last used with a newer Casebook than this one.",
            "Nothing was changed.",
            "Open it with the newer Casebook.",
        ) from None
    except Malformed:
        raise damaged() from None


def write_slots(path: Path, slots: Slots) -> None:
    """Put the slots in place of what the file said; until they are on the disk the old ones stand.

    Malformed if they could not be read again (a name of no characters, say); CannotWrite.
    """
    data = with_digest(slots)
    decode_with_digest(data, Slots, FORMAT)
    write_safely(path, data)


def unlock(slots: Slots, passphrase: str) -> Unlocked:
    """Return whose passphrase this is, and the data key. WrongPassphrase if it is nobody's.

    Takes about a quarter of a second for each person who may open the store.
    """
    for slot in slots.people:
        try:
            key = unwrap(slot.wrapped, passphrase, bound_to(slots.store, slot.person))
        except WrongSecret:
            continue
        if not fits(slots, key):
            raise damaged()
        return Unlocked(slot.person, key)
    raise WrongPassphrase(
        "This passphrase does not open the store.",
        "Nothing was changed, and you may try as often as you like.",
        "Check the Caps Lock key and the keyboard's language. If it is forgotten, ask the office.",
    )


def set_person(
    slots: Slots, key: bytes, person: str, name: str, passphrase: str, cost: Cost = SHIPPED
) -> Slots:
    """Return the slots with this person's slot new or replaced; the store must be unlocked for its `key`.

    PassphraseRefused if the passphrase is too short; ValueError for another store's key or a 21st person.
    """
    check_passphrase(passphrase)
    others = tuple(slot for slot in slots.people if slot.person != person)
    if not fits(slots, key) or len(others) >= PEOPLE_LIMIT:
        raise ValueError("another store's key, or too many people")
    slot = Slot(person, name, wrap(key, passphrase, bound_to(slots.store, person), cost))
    return _finished(msgspec.structs.replace(slots, people=(*others, slot)), key)


def change_passphrase(slots: Slots, old: str, new: str, cost: Cost = SHIPPED) -> Slots:
    """Return the slots, the one that `old` opens now under `new`; WrongPassphrase, PassphraseRefused."""
    check_passphrase(new)
    unlocked = unlock(slots, old)
    name = next(slot.name for slot in slots.people if slot.person == unlocked.person)
    return set_person(slots, unlocked.key, unlocked.person, name, new, cost)


def fits(slots: Slots, key: bytes) -> bool:
    """Return whether this is the store's data key, and it vouches for the people and the recovery card."""
    return hmac.compare_digest(slots.check, _check(slots, key))


def damaged() -> SlotsRefused:
    """Return the refusal for a slot file that is not what Casebook wrote."""
    return SlotsRefused(
        "The file that holds the key of this store is damaged. Your passphrase is not at fault.",
        "The store itself was not touched, and what you handed over in bundles is safe.",
        f"Put a copy of the file {FILE} in its place, or telephone the office.",
    )


def bound_to(store: str, person: str) -> bytes:
    """Return what a slot is bound to, so that it opens nothing for another person or beside another store."""
    return f"casebook slot 1\n{store}\n{person}".encode()


def _finished(slots: Slots, key: bytes) -> Slots:
    """Seal the key to the recovery card, and let it vouch for whom and what the slots name.

    Otherwise somebody who can write the file could put in another recovery card, and wait.
    """
    owners = tuple(Owner(slot.person, slot.name) for slot in slots.people)
    content = msgspec.json.encode(Recoverable(store=slots.store, key=key.hex(), people=owners))
    sealed = sealing.seal(content, [slots.recovery])
    return msgspec.structs.replace(slots, recoverable=sealed, check=_check(slots, key))


def _check(slots: Slots, key: bytes) -> str:
    named = [slots.store, slots.recovery, [(slot.person, slot.name) for slot in slots.people]]
    return hmac.digest(key, b"casebook slots 1\n" + msgspec.json.encode(named), "sha256").hex()
