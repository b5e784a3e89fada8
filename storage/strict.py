"""Reading files from outside Casebook: what their fields may look like, and nothing but that."""

import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar

import msgspec

from model.people import Card
from model.text import hidden_characters
from storage.sealing import is_recipient

# `\A…\Z`, because `^…$` would let a newline through at the end.
Id = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Digest = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Recipient = Annotated[str, msgspec.Meta(pattern=r"\Aage1[02-9ac-hj-np-z]{58}\Z")]
Time = Annotated[str, msgspec.Meta(pattern=r"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\Z")]
Name = Annotated[str, msgspec.Meta(pattern=r"\A\S(?:.{0,198}\S)?\Z")]
Words = Annotated[str, msgspec.Meta(max_length=200)]

Form = TypeVar("Form")
Json = str | int | float | bool | list[Any] | dict[Any, Any] | None


class Malformed(ValueError):
    """Not a file that Casebook would have written."""


class Newer(ValueError):
    """Written in a format that a later Casebook brought."""


class CardForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A card as it stands in a file."""

    name: Name
    age_recipient: Recipient
    signing_key: Digest
    made: Time

    def __post_init__(self) -> None:
        if not is_recipient(self.age_recipient):
            raise ValueError("not an age recipient")

    def card(self) -> Card:
        """Return it as the card that the rest of Casebook knows."""
        return Card(self.name, self.age_recipient, self.signing_key, self.made)


def card_form(card: Card) -> CardForm:
    """Return a card as it stands in a file."""
    return CardForm(card.name, card.age_recipient, card.signing_key, card.made)


class _Numbered(msgspec.Struct):
    format: int


def decode(data: bytes | msgspec.Raw, form: type[Form], newest: int) -> Form:
    """Return the JSON in `data` as a `form`: every field as it must be, texts on one line, nothing hidden.

    `newest` is the last format known here. Newer if the file says it has a later one; else Malformed.
    """
    try:
        if msgspec.json.decode(data, type=_Numbered).format > newest:
            raise Newer
        read = msgspec.json.decode(data, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed(str(error)) from None
    for text in _texts(msgspec.to_builtins(read)):
        if not text.isprintable() or hidden_characters(text):
            raise Malformed("a text holds characters that hide, reorder or break lines")
    return read


def with_digest(form: msgspec.Struct) -> bytes:
    """Return a form as a file of two lines: its JSON, and the SHA-256 that shows accidental damage."""
    line = msgspec.json.encode(form)
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"


def decode_with_digest(data: bytes, form: type[Form], newest: int) -> Form:
    """Return the `form` in a file of two lines, as `decode` does; Malformed too if the digest differs."""
    line, _, digest = data.partition(b"\n")
    line = line.removesuffix(b"\r")  # some mail programs change the ends of lines
    if hashlib.sha256(line).hexdigest().encode() != digest.strip():
        raise Malformed("the digest differs")
    return decode(line, form, newest)


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(key)
            yield from _texts(item)
