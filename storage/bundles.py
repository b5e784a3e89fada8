"""Bundles: entries signed by their maker, sealed to their readers, written and checked by opening.

A bundle is one standard age file. In it: a mark, the signed manifest, and the lines of entries compressed
with zlib. Signed first, then sealed; the readers are named inside, so that none of them can pass it on under
the maker's name. The payload is one piece: pyrage stops the whole program while it works, for about half a
second at 100 MB, and what a day of fieldwork fills is far below 1 MB.
"""

import hashlib
import secrets
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from model.people import Card, person_id, same_keys
from model.refusal import Refusal
from resources import VERSION
from storage import sealing
from storage.bundle_refused import BundleRefused, Why
from storage.keys import Keys
from storage.manifests import Head, Kind, Manifest, read_signed, signed_manifest
from storage.platform import read_limited, write_safely
from storage.strict import card_form

FILE_LIMIT = 128 * 2**20
UNPACKED_LIMIT = 512 * 2**20
LINES_LIMIT = 2_000_000
LINE_LIMIT = 4 * 2**20
"""Limits of the file, of the lines together, of their number, and of one line, in bytes."""

_MARK = b"casebook bundle\n"
_LEVEL = 3
"""Half the time of zlib's usual level, for files a fifteenth larger."""


class NotWritten(Refusal):
    """What was read back from the disk is not what was written."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What the maker says of a new bundle; the rest of the manifest follows from it. See Manifest."""

    kind: Kind
    inspection: str
    card: Card
    made: str
    streams: Mapping[str, Head]
    known: Mapping[str, Head]
    counts: Mapping[str, int]
    instruments: Iterable[str]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A bundle ready to be written: its bytes, its manifest, and the bytes of that as signed.

    `checking` is a secret key made for this bundle alone, with which `write_bundle` opens it again; it is
    then forgotten, so that the maker's own keys do not open what was sent.
    """

    data: bytes = field(repr=False)
    manifest: Manifest
    signed: bytes = field(repr=False)
    checking: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that may be taken in: its manifest, the bytes of that as signed, its lines in order."""

    manifest: Manifest
    signed: bytes = field(repr=False)
    lines: tuple[bytes, ...] = field(repr=False)


def seal(outgoing: Outgoing, lines: Iterable[bytes], keys: Keys, recipients: Collection[str]) -> Sealed:
    """Return a bundle with these lines, signed with `keys` and sealed to the recipients ("age1…").

    ValueError for a line that is empty or holds a line's end, for a text that could not be read again, for
    keys that are not those of the card. BundleRefused(over_limits) if it would be too large to be read.
    """
    payload, count, unpacked = _pack(lines)
    checking = sealing.new_identity()
    readers = (*dict.fromkeys(recipients), sealing.recipient_of(checking))
    manifest = Manifest(
        kind=outgoing.kind,
        id=secrets.token_hex(16),
        sender=person_id(outgoing.card),
        card=card_form(outgoing.card),
        recipients=readers,
        inspection=outgoing.inspection,
        streams=dict(outgoing.streams),
        known=dict(outgoing.known),
        counts=dict(outgoing.counts),
        instruments=tuple(outgoing.instruments),
        lines=count,
        packed=len(payload),
        unpacked=unpacked,
        sha256=hashlib.sha256(payload).hexdigest(),
        program=VERSION,
        made=outgoing.made,
    )
    signed = signed_manifest(manifest, keys)
    data = sealing.seal(_MARK + signed + payload, readers)
    if len(data) > FILE_LIMIT:
        raise BundleRefused(Why.OVER_LIMITS)
    return Sealed(data, manifest, signed, checking)


def open_bundle(
    data: bytes,
    identities: Collection[str],
    known: Callable[[str], Card | None],
    inspections: AbstractSet[str],
) -> Opened:
    """Return what a bundle holds, all of it checked before any of it is unpacked.

    `identities`: the secret keys to try; `known`: gives the confirmed card of a person id, or None;
    `inspections`: the ids of those it may belong to. BundleRefused otherwise, with the reason.
    """
    manifest, signed, payload = _unsealed(data, identities)
    trusted = known(manifest.sender)
    if trusted is None or not same_keys(trusted, manifest.card.card()):
        raise BundleRefused(Why.UNKNOWN_MAKER, manifest.card.card())
    if manifest.inspection not in inspections:
        raise BundleRefused(Why.WRONG_INSPECTION, trusted)
    if len(payload) != manifest.packed or hashlib.sha256(payload).hexdigest() != manifest.sha256:
        raise BundleRefused(Why.FORGED, trusted)
    return Opened(manifest, signed, _unpack(payload, manifest))


def write_bundle(path: Path, sealed: Sealed) -> None:
    """Write a bundle, read it back and open it; on return it is written and checked.

    CannotWrite, CannotRead, or NotWritten if the disk gives back anything else.
    """
    write_safely(path, sealed.data)
    again = read_limited(path, FILE_LIMIT)
    try:
        opened = open_bundle(
            again,
            [sealed.checking],
            {sealed.manifest.sender: sealed.manifest.card.card()}.get,
            {sealed.manifest.inspection},
        )
        same = again == sealed.data and opened.signed == sealed.signed
    except BundleRefused:
        same = False
    if not same:
        raise NotWritten(
            f"The file {path.name} was written to {path.parent}, but reads back differently.",
            "Your work is safe in the store and counts as not handed over.",
            "Do not send this file. Try again, on another stick or in another folder.",
        )


def _unsealed(data: bytes, identities: Collection[str]) -> tuple[Manifest, bytes, memoryview]:
    if len(data) > FILE_LIMIT:
        raise BundleRefused(Why.OVER_LIMITS)
    try:
        inner = memoryview(sealing.unseal(data, identities))
    except sealing.NotForThisKey:
        raise BundleRefused(Why.WRONG_RECIPIENT) from None
    except sealing.Broken:
        raise BundleRefused(Why.DAMAGED) from None
    if inner[: len(_MARK)] != _MARK:
        raise BundleRefused(Why.FORGED)
    inner = inner[len(_MARK) :]
    manifest, end = read_signed(inner)
    if not {sealing.recipient_of(identity) for identity in identities}.intersection(manifest.recipients):
        raise BundleRefused(Why.WRONG_RECIPIENT, manifest.card.card())
    if manifest.unpacked > UNPACKED_LIMIT or manifest.lines > LINES_LIMIT:
        raise BundleRefused(Why.OVER_LIMITS, manifest.card.card())
    return manifest, bytes(inner[:end]), inner[end:]


def _pack(lines: Iterable[bytes]) -> tuple[bytes, int, int]:
    """Return the compressed lines, their number, and their length with the ends of lines."""
    packer, packed, count, unpacked = zlib.compressobj(_LEVEL), [], 0, 0
    for line in lines:
        if not line or b"\n" in line:
            raise ValueError("a line of a bundle is empty or holds a line's end")
        count, unpacked = count + 1, unpacked + len(line) + 1
        if len(line) > LINE_LIMIT or count > LINES_LIMIT or unpacked > UNPACKED_LIMIT:
            raise BundleRefused(Why.OVER_LIMITS)
        packed.append(packer.compress(line + b"\n"))
    packed.append(packer.flush())
    return b"".join(packed), count, unpacked


def _unpack(payload: memoryview, manifest: Manifest) -> tuple[bytes, ...]:
    """Return the lines, never unpacking more than the manifest says."""
    unpacker, maker = zlib.decompressobj(), manifest.card.card()
    try:
        unpacked = unpacker.decompress(payload, manifest.unpacked + 1)
    except zlib.error:
        raise BundleRefused(Why.FORGED, maker) from None
    whole = unpacker.eof and not unpacker.unused_data and len(unpacked) == manifest.unpacked
    ended = not unpacked or unpacked.endswith(b"\n")
    if not whole or not ended or unpacked.count(b"\n") != manifest.lines:
        raise BundleRefused(Why.FORGED, maker)
    lines = tuple(unpacked.split(b"\n")[:-1])
    if lines and max(map(len, lines)) > LINE_LIMIT:
        raise BundleRefused(Why.OVER_LIMITS, maker)
    return lines
