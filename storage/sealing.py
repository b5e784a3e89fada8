"""Sealing bytes to people with age (X25519): the only file that knows pyrage.

Only whole byte strings, never files or streams: those hand out clear text before the end has been checked.
"""

from collections.abc import Iterable
from typing import Any

import pyrage

BEGINNING = b"age-encryption.org/v1\n-> X25519 "
HEADER_LIMIT = 65_536
"""Bytes in which the list of recipients must end: about 500 of them."""


class Broken(ValueError):
    """These bytes are not what was sealed, or no age file for X25519 keys."""


class NotForThisKey(ValueError):
    """None of the identities opens these bytes."""


def new_identity() -> str:
    """Return a new secret key ("AGE-SECRET-KEY-1…") from the system's source of randomness."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public key ("age1…") of a secret one; ValueError if it is none."""
    return str(_identity(identity).to_public())


def is_recipient(text: str) -> bool:
    """Return whether `text` is an age public key (X25519), its own check characters included."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def seal(data: bytes, recipients: Iterable[str]) -> bytes:
    """Return an age file that each of the recipients can open; ValueError without a sound one."""
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
        return bytes(pyrage.encrypt(data, keys))
    except (pyrage.RecipientError, pyrage.EncryptError) as error:
        raise ValueError(f"cannot seal: {error}") from None


def unseal(data: bytes, identities: Iterable[str]) -> bytes:
    """Return what was sealed, all of it checked; NotForThisKey or Broken otherwise (both are ValueErrors).

    A file locked by a passphrase is refused unread: its sender could choose a cost of minutes and gigabytes.
    """
    end = data.find(b"\n--- ", 0, HEADER_LIMIT)
    if not data.startswith(BEGINNING) or end < 0 or b"\n-> scrypt" in data[:end]:
        raise Broken("not an age file for X25519 keys")
    keys = [_identity(identity) for identity in identities]
    if not keys:
        raise NotForThisKey("no identity")
    try:
        return bytes(pyrage.decrypt(data, keys))
    except pyrage.DecryptError as error:
        if "No matching keys" in str(error):
            raise NotForThisKey("sealed to other keys") from None
        raise Broken(str(error)) from None


def _identity(text: str) -> Any:
    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        raise ValueError("not an age identity") from None
