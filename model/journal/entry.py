"""What one entry of the journal is, how its bytes are made and how entries are chained."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

Value = bool | int | float | str | tuple[str, ...] | None
"""What a field can hold; None means emptied, a tuple is a set of chosen codes in their order."""

Hash = bytes

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_plain = json.JSONEncoder(ensure_ascii=False).encode


class FieldKey(NamedTuple):
    """One field of one subject: the unit in which people agree or conflict."""

    kind: str
    id: str
    field: str


@dataclass(frozen=True, slots=True)
class Body:
    """What somebody recorded. `replaces` names the entries that were current when it was written."""

    author: str
    time: str
    act: str
    key: FieldKey
    value: Value
    nonce: str
    replaces: tuple[Hash, ...] = ()
    reason: str | None = None
    meaning: int | None = None
    instrument: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of a stream. `body` is None once it has been erased; the hashes stay."""

    stream: str
    number: int
    previous: Hash
    hash: Hash
    body_hash: Hash
    body: Body | None

    @property
    def recorded(self) -> Body:
        """The body of an entry that is known not to be erased (AssertionError otherwise)."""
        assert self.body is not None
        return self.body


def encode(body: Body) -> bytes:
    """Return the exact bytes that are hashed, stored and sent: compact JSON, keys in fixed order."""
    record: dict[str, object] = {
        "author": body.author,
        "time": body.time,
        "act": body.act,
        "kind": body.key.kind,
        "id": body.key.id,
        "field": body.key.field,
        "value": list(body.value) if isinstance(body.value, tuple) else body.value,
        "nonce": body.nonce,
    }
    if body.replaces:
        record["replaces"] = [digest.hex() for digest in body.replaces]
    for name in ("reason", "meaning", "instrument", "undoes"):
        extra = getattr(body, name)
        if extra is not None:
            record[name] = extra
    return _compact(record).encode()


def origin(stream: str) -> Hash:
    """Return what stands before entry 1 of a stream, so that no two streams share a beginning."""
    return hashlib.sha256(b"casebook stream " + stream.encode()).digest()


def chain(previous: Hash, number: int, body_hash: Hash) -> Hash:
    """Return the hash of entry `number` (from 1): SHA-256(previous ‖ number, 8 bytes ‖ hash of the body)."""
    return hashlib.sha256(previous + number.to_bytes(8, "big") + body_hash).digest()


def link(stream: str, number: int, previous: Hash, body: Body, encoded: bytes | None = None) -> Entry:
    """Return `body` as entry `number` of `stream`, after the entry whose hash is `previous`."""
    body_hash = hashlib.sha256(encoded if encoded is not None else encode(body)).digest()
    return Entry(stream, number, previous, chain(previous, number, body_hash), body_hash, body)


def broken_at(entries: Sequence[Entry]) -> int | None:
    """Return the number of the first entry that does not follow from the one before it, or None.

    `entries` are consecutive entries of one stream in order; the first may have any number, and
    must then rest on whatever it names as previous (on the stream's origin if its number is 1).
    """
    before: Entry | None = None
    for entry in entries:
        if entry.hash != chain(entry.previous, entry.number, entry.body_hash):
            return entry.number
        if before is None:
            if entry.number == 1 and entry.previous != origin(entry.stream):
                return entry.number
        elif entry.number != before.number + 1 or entry.previous != before.hash:
            return entry.number
        before = entry
    return None


def comparable(value: Value) -> str:
    """Return a text that is equal for equal values only (True is not 1, and 1 is not 1.0)."""
    return _plain(value)
