"""Secret keys: a person's pair, an inspection's key, the office's recovery card; signing and checking.

They are text and bytes in memory only; what keeps them is the encrypted store. Their `repr` shows nothing.
"""

from dataclasses import dataclass, field
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from model.people import Card
from model.refusal import Refusal
from storage import sealing

RECOVERY_LIMIT = 4_096
"""Bytes that a recovery card may have."""

Identity = Annotated[str, msgspec.Meta(pattern=r"\AAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\Z")]
Seed = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class WrongRecoveryCard(Refusal):
    """This is no recovery card, or not the one that opens what is asked for."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A person's secret half: what opens bundles sealed to them, and what signs theirs (32-byte seed)."""

    identity: str = field(repr=False)
    seed: bytes = field(repr=False)

    @property
    def recipient(self) -> str:
        """The public half to seal to."""
        return sealing.recipient_of(self.identity)

    @property
    def signing_key(self) -> str:
        """The public half that checks signatures, in 64 hex digits."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw().hex()


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    identity: Identity
    seed: Seed


def make_keys() -> Keys:
    """Return new keys for a person, from the system's source of randomness."""
    return Keys(sealing.new_identity(), Ed25519PrivateKey.generate().private_bytes_raw())


def card_of(keys: Keys, name: str, made: str) -> Card:
    """Return the public half of `keys` with a name (spaces tidied) and the time it was made."""
    return Card(" ".join(name.split()), keys.recipient, keys.signing_key, made)


def serialise(keys: Keys) -> bytes:
    """Return the secret half as bytes for the encrypted store; nowhere else may they go."""
    return msgspec.json.encode(_Kept(keys.identity, keys.seed.hex()))


def load_keys(data: bytes) -> Keys:
    """Return the keys that `serialise` wrote; ValueError if it did not write these bytes."""
    kept = msgspec.json.decode(data, type=_Kept)
    sealing.recipient_of(kept.identity)
    return Keys(kept.identity, bytes.fromhex(kept.seed))


def sign(keys: Keys, context: bytes, message: bytes) -> bytes:
    """Return the 64-byte Ed25519 signature of `message` for one purpose.

    `context` names the purpose, so that a signature for one kind of file never stands under another.
    """
    return Ed25519PrivateKey.from_private_bytes(keys.seed).sign(_purposed(context, message))


def verify(signing_key: str, context: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether the holder of `signing_key` (64 hex digits) signed `message` for this purpose."""
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signing_key))
        public.verify(signature, _purposed(context, message))
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class InspectionKey:
    """The key of one inspection: bundles are sealed to `recipient`; `sealed` opens with the recovery card."""

    recipient: str
    identity: str = field(repr=False)
    sealed: bytes = field(repr=False)


def make_inspection_key(recovery: str) -> InspectionKey:
    """Return a new key for an inspection, a copy of it sealed to the recovery card's recipient."""
    identity = sealing.new_identity()
    return InspectionKey(
        sealing.recipient_of(identity), identity, sealing.seal(identity.encode(), [recovery])
    )


def recovery_text(identity: str, made: str) -> str:
    """Return a recovery card as text: the format of `age-keygen`, so that the `age` command can use it."""
    return f"# created: {made}\n# public key: {sealing.recipient_of(identity)}\n{identity}\n"


def read_recovery(data: bytes) -> str:
    """Return the secret key in a recovery card, however it was typed off; WrongRecoveryCard if none."""
    words = data[: RECOVERY_LIMIT + 1].decode("utf-8-sig", "replace").splitlines()
    lines = [line.strip() for line in words if line.strip() and not line.strip().startswith("#")]
    if len(data) <= RECOVERY_LIMIT and len(lines) == 1:
        try:
            identity = lines[0].upper()
            sealing.recipient_of(identity)
        except ValueError:
            pass
        else:
            return identity
    raise _wrong_card("This is not a recovery card, or a character in it is wrong.")


def _purposed(context: bytes, message: bytes) -> bytes:
    return len(context).to_bytes(1, "big") + context + message


def _wrong_card(happened: str) -> WrongRecoveryCard:
    return WrongRecoveryCard(
        happened,
        "Nothing was changed.",
        "Fetch the recovery card that was printed when this office was set up, and try again.",
    )
