"""The manifest of a bundle: what it says of itself, signed by its maker, and read strictly.

A signed manifest stands as: length (4 bytes, big-endian), JSON, Ed25519 signature (64 bytes). The store keeps
these bytes of every bundle, so that nobody can rewrite a stream unnoticed.
"""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from model.people import person_id
from storage.bundle_refused import BundleRefused, Why
from storage.keys import Keys, sign, verify
from storage.strict import CardForm, Digest, Id, Malformed, Newer, Recipient, Time, Words, decode

FORMAT = 1
MANIFEST_LIMIT = 2**20
"""Bytes of JSON: enough for some 8,000 streams."""

_CONTEXT = b"casebook bundle 1"
_LENGTH_BYTES = 4
_SIGNATURE_BYTES = 64

StreamId = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{8,64}\Z")]
Word = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9_]{1,40}\Z")]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Hash = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Head = tuple[Annotated[int, msgspec.Meta(ge=1, le=2**53)], Hash]
"""The number and the hash of the last entry of a stream."""


class Kind(StrEnum):
    """What a bundle is for."""

    ALLOCATION = "allocation"
    FIELDWORK = "fieldwork"
    OFFICE = "office"


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a bundle says of itself.

    `streams`: how far the maker's own streams reach; `known`: how far those of others that the maker holds
    (the acknowledgement); `lines`, `packed`, `unpacked`, `sha256`: number of lines, and the lengths and the
    hash of the compressed payload; `instruments`: fingerprints; `counts`: what the maker wants said, by word.
    """

    format: Literal[1] = 1
    kind: Kind
    id: Id
    sender: Id
    card: CardForm
    recipients: Annotated[tuple[Recipient, ...], msgspec.Meta(min_length=1, max_length=200)]
    inspection: Id
    streams: dict[StreamId, Head]
    known: dict[StreamId, Head]
    counts: Annotated[dict[Word, Count], msgspec.Meta(max_length=50)]
    instruments: Annotated[tuple[Digest, ...], msgspec.Meta(max_length=100)]
    lines: Count
    packed: Count
    unpacked: Count
    sha256: Digest
    program: Words
    made: Time


def signed_manifest(manifest: Manifest, keys: Keys) -> bytes:
    """Return the manifest with its length and signature.

    BundleRefused (over_limits) if it names too much; ValueError if Casebook could not read it
    again, or if `keys` are not those of the card in it.
    """
    encoded = msgspec.json.encode(manifest)
    if len(encoded) > MANIFEST_LIMIT:
        raise BundleRefused(Why.OVER_LIMITS)
    if keys.signing_key != manifest.card.signing_key:
        raise ValueError("the card in the manifest has other keys")
    decode(encoded, Manifest, FORMAT)
    return len(encoded).to_bytes(_LENGTH_BYTES, "big") + encoded + sign(keys, _CONTEXT, encoded)


def read_signed(data: bytes | memoryview) -> tuple[Manifest, int]:
    """Return the manifest at the beginning of `data`, and where its signature ends.

    It is whole and signed by the card that it holds; whether that card is trusted, the caller decides.
    BundleRefused: forged, newer_format, over_limits.
    """
    length = int.from_bytes(data[:_LENGTH_BYTES], "big")
    if length > MANIFEST_LIMIT:
        raise BundleRefused(Why.OVER_LIMITS)
    end = _LENGTH_BYTES + length
    encoded, signature = bytes(data[_LENGTH_BYTES:end]), bytes(data[end : end + _SIGNATURE_BYTES])
    try:
        manifest = decode(encoded, Manifest, FORMAT)
    except Newer:
        raise BundleRefused(Why.NEWER_FORMAT) from None
    except Malformed:
        raise BundleRefused(Why.FORGED) from None
    sound = verify(manifest.card.signing_key, _CONTEXT, encoded, signature)
    if not sound or manifest.sender != person_id(manifest.card.card()):
        raise BundleRefused(Why.FORGED)
    return manifest, end + _SIGNATURE_BYTES


def read_kept(record: bytes) -> Manifest:
    """Return a signed manifest that the store kept; BundleRefused if its bytes are not those that came."""
    manifest, end = read_signed(record)
    if end != len(record):
        raise BundleRefused(Why.FORGED)
    return manifest
