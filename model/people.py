"""Who somebody is to Casebook: roles, the card with their public keys, and the digits that confirm it."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person does in an inspection; the office gives it after confirming their card."""

    INSPECTOR = "inspector"
    LOCAL_ASSESSOR = "local_assessor"
    LEAD = "lead"
    QUALITY = "quality"
    OFFICE = "office"
    ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class Card:
    """A person, in public: `age_recipient` to seal to (age1…), `signing_key` (Ed25519, 64 hex digits)."""

    name: str
    age_recipient: str
    signing_key: str
    made: str


def person_id(card: Card) -> str:
    """Return the id that follows from the public keys alone: 32 hex digits. A new key is another person."""
    return hashlib.sha256(b"casebook person\n" + _public_keys(card)).hexdigest()[:32]


def fingerprint(card: Card) -> str:
    """Return eight groups of five digits (132 bits) to be read aloud by telephone; they cover both keys."""
    digest = hashlib.sha256(b"casebook fingerprint\n" + _public_keys(card)).digest()
    return digit_groups(int.from_bytes(digest, "big") % 10**40, 8)


def digit_groups(number: int, groups: int) -> str:
    """Return `number` as that many groups of five digits; ValueError if it is negative or does not fit."""
    if not 0 <= number < 10 ** (5 * groups):
        raise ValueError(f"{number} does not fit into {groups} groups of five digits")
    digits = f"{number:0{5 * groups}d}"
    return " ".join(digits[start : start + 5] for start in range(0, len(digits), 5))


def same_keys(one: Card, other: Card) -> bool:
    """Return whether two cards hold the same public keys, whatever name stands on them."""
    return _public_keys(one) == _public_keys(other)


def _public_keys(card: Card) -> bytes:
    return f"{card.age_recipient}\n{card.signing_key}".encode()
