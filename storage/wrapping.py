"""A key wrapped under what a person knows: Argon2id makes it costly to guess, ChaCha20-Poly1305 wraps."""

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from model.refusal import Refusal

KEY_BYTES = 32
MEMORY_LIMIT = 256 * 1024
"""KiB that a file may make this computer spend on one guess; passes and lanes are limited too."""

SHORTEST_PASSPHRASE = 12
LONGEST_PASSPHRASE = 1_000

_NONCE_BYTES = 12


class PassphraseRefused(Refusal):
    """A new passphrase is too short or too long."""


class WrongSecret(ValueError):
    """The secret does not open what was wrapped, or that was changed: the cipher cannot tell these apart."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes side by side."""

    memory: int
    passes: int
    lanes: int


SHIPPED = Cost(64 * 1024, 3, 4)
"""About a quarter of a second on a small laptop."""


class Wrapped(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wrapped 32-byte key as it stands in a file."""

    memory: Annotated[int, msgspec.Meta(ge=8, le=MEMORY_LIMIT)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=10)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)]
    salt: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    sealed: Annotated[bytes, msgspec.Meta(min_length=60, max_length=60)]

    def __post_init__(self) -> None:
        if self.memory < 8 * self.lanes:
            raise ValueError("too little memory for so many lanes")


def check_passphrase(passphrase: str) -> None:
    """PassphraseRefused for fewer than 12 characters or more than 1,000; any characters will do."""
    length = len(_one_spelling(passphrase))
    if length < SHORTEST_PASSPHRASE:
        raise PassphraseRefused(
            f"A passphrase has at least {SHORTEST_PASSPHRASE} characters; this one has {length}.",
            "The passphrase was not changed.",
            "Take four or five words that have nothing to do with each other; spaces count.",
        )
    if length > LONGEST_PASSPHRASE:
        raise PassphraseRefused(
            f"A passphrase has at most {LONGEST_PASSPHRASE:,} characters; this one has {length:,}.",
            "The passphrase was not changed.",
            "Take a shorter one that you can type every morning.",
        )


def wrap(key: bytes, secret: str, bound: bytes, cost: Cost) -> Wrapped:
    """Return the 32-byte `key` wrapped under `secret`; it opens only together with the same `bound` bytes."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(_NONCE_BYTES)
    sealed = ChaCha20Poly1305(_derive(secret, salt, cost)).encrypt(nonce, key, bound)
    return Wrapped(cost.memory, cost.passes, cost.lanes, salt, nonce + sealed)


def unwrap(wrapped: Wrapped, secret: str, bound: bytes) -> bytes:
    """Return the key that was wrapped; WrongSecret if secret, bound bytes or wrapping differ."""
    cost = Cost(wrapped.memory, wrapped.passes, wrapped.lanes)
    nonce, sealed = wrapped.sealed[:_NONCE_BYTES], wrapped.sealed[_NONCE_BYTES:]
    try:
        return ChaCha20Poly1305(_derive(secret, wrapped.salt, cost)).decrypt(nonce, sealed, bound)
    except InvalidTag:
        raise WrongSecret("not opened") from None


def _derive(secret: str, salt: bytes, cost: Cost) -> bytes:
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    return argon.derive(_one_spelling(secret).encode("utf-8", "surrogatepass"))


def _one_spelling(text: str) -> str:
    """Keyboards spell ŵ in one character or two; both must open the store."""
    return unicodedata.normalize("NFC", text)
