"""Entries as lines of JSON, and back: strict reading of everything that comes from outside."""

import hashlib
import re
from typing import Annotated

import msgspec

from model.journal.entry import Body, Entry, FieldKey, Hash, Value, chain, encode
from model.text import hidden_characters

_ID, _WORD, _DIGEST = r"[0-9a-f]{8,64}", r"[A-Za-z0-9_.:*-]{1,200}", r"[0-9a-f]{64}"
_TIME = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"

Id = Annotated[str, msgspec.Meta(pattern=rf"\A{_ID}\Z")]
Digest = Annotated[str, msgspec.Meta(pattern=rf"\A{_DIGEST}\Z")]
Text = Annotated[str, msgspec.Meta(max_length=1_000_000)]
Number = Annotated[int, msgspec.Meta(ge=-(2**53), le=2**53)]


class Unreadable(ValueError):
    """A line or body that Casebook would not have written."""


class _Body(msgspec.Struct, forbid_unknown_fields=True):
    """The form of a body. What its names may look like is asked once for all of them: see `_shapely`."""

    author: str
    time: str
    act: str
    kind: str
    id: str
    field: str
    value: bool | Number | float | Text | list[Text] | None
    nonce: str
    replaces: list[str] = []
    reason: Text | None = None
    meaning: int | None = None
    instrument: str | None = None
    undoes: str | None = None


class _Line(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    stream: Id
    number: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    previous: Digest
    body: msgspec.Raw = msgspec.Raw(b"null")
    body_hash: Digest | None = None


_body = msgspec.json.Decoder(_Body)
_line = msgspec.json.Decoder(_Line)
_encoder = msgspec.json.Encoder()
_NOTHING = msgspec.Raw(b"null")
_shape = re.compile(
    "\n".join((_TIME, _ID, _ID, _ID, _ID, _WORD, _WORD, f"(?:{_DIGEST})?", f"(?:{_ID})?"))
    + f"(?:\n{_DIGEST})*",
    re.ASCII,
).fullmatch


def decode_body(encoded: bytes) -> Body:
    """Return the body that stands in these exact bytes; Unreadable if they are not one."""
    try:
        read = _body.decode(encoded)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(str(error)) from None
    if not _shapely(read):
        raise Unreadable("a name, time or hash that Casebook would not have written")
    value: Value = tuple(read.value) if isinstance(read.value, list) else read.value
    for text in (*(value if isinstance(value, tuple) else (value,)), read.reason):
        if isinstance(text, str) and (found := hidden_characters(text)):
            raise Unreadable(f"hidden characters {', '.join(found)}")
    return Body(
        read.author,
        read.time,
        read.act,
        FieldKey(read.kind, read.id, read.field),
        value,
        read.nonce,
        tuple(bytes.fromhex(digest) for digest in read.replaces),
        read.reason,
        read.meaning,
        read.instrument,
        read.undoes,
    )


def _shapely(read: _Body) -> bool:
    """Look at all names of a body at once: a merge reads millions, and each look has its price."""
    names = (
        read.time,
        read.author,
        read.act,
        read.id,
        read.nonce,
        read.kind,
        read.field,
        read.instrument or "",
        read.undoes or "",
        *read.replaces,
    )
    joined = "\n".join(names)
    apart = joined.count("\n") == len(names) - 1 and "" not in (read.instrument, read.undoes)
    return apart and _shape(joined) is not None


def write_line(stream: str, number: int, previous: Hash, body_hash: Hash, encoded: bytes | None) -> bytes:
    """Return an entry as one line; `encoded` are its exact body bytes, None once erased."""
    if encoded is None:
        return _encoder.encode(_Line(stream, number, previous.hex(), body_hash=body_hash.hex()))
    return _encoder.encode(_Line(stream, number, previous.hex(), msgspec.Raw(encoded)))


def read_line(line: bytes) -> tuple[Entry, bytes | None]:
    """Return the entry in a line and its exact body bytes; Unreadable if it is not one.

    The hashes are worked out here, never taken from the line.
    """
    try:
        read = _line.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(str(error)) from None
    encoded = None if read.body == _NOTHING else bytes(read.body)
    if (encoded is None) == (read.body_hash is None):
        raise Unreadable("a line holds either a body or the hash of an erased one")
    body = None if encoded is None else decode_body(encoded)
    body_hash = bytes.fromhex(read.body_hash or "") if encoded is None else hashlib.sha256(encoded).digest()
    previous = bytes.fromhex(read.previous)
    digest = chain(previous, read.number, body_hash)
    return Entry(read.stream, read.number, previous, digest, body_hash, body), encoded


def canonical(body: Body) -> bytes:
    """Return the bytes to store for a new body, refusing what `decode_body` would not read again."""
    encoded = encode(body)
    decode_body(encoded)
    return encoded
