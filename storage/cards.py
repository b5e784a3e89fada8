"""Invitations and cards as files: one line of JSON, one line with its maker's signature.

They hold nothing secret. The signature shows that the file is whole and that its maker holds the keys; whose
keys they are, two people find out by reading the fingerprint to each other on the telephone.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeVar

import msgspec

from model.people import Card
from model.refusal import Refusal
from storage.keys import Keys, sign, verify
from storage.sealing import is_recipient
from storage.strict import CardForm, Id, Malformed, Name, Newer, Recipient, Time, Words, card_form, decode

FILE_LIMIT = 16_384
"""Bytes that an invitation or a card may have; real ones have about 700."""

_FORMAT = 1
_SIGNATURE = re.compile(rb"[0-9a-f]{128}\r?\n?")
_NOTHING_KEPT = "Nothing was taken in."
_AGAIN = "Ask the person who sent it to send it again, as an attached file and unchanged."


class CardRefused(Refusal):
    """An invitation or a card that Casebook does not take in or does not write."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the office sends somebody before anything else: its own card, and the recovery card's public half.

    `id` and `inspection`: 32 hex digits; `invited`: the name by which the office knows the person, or empty.
    """

    id: str
    office: Card
    recovery: str
    inspection: str
    title: str
    provider: str
    invited: str
    made: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A card that somebody sends the office, and the id of the invitation that they answer."""

    card: Card
    invitation: str


class _Made(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    format: Literal[1] = 1
    card: CardForm


class _InvitationForm(_Made, forbid_unknown_fields=True, kw_only=True):
    casebook: Literal["invitation"] = "invitation"
    id: Id
    recovery: Recipient
    inspection: Id
    title: Name
    provider: Words
    invited: Words
    made: Time

    def __post_init__(self) -> None:
        if not is_recipient(self.recovery):
            raise ValueError("not an age recipient")


class _OfferForm(_Made, forbid_unknown_fields=True, kw_only=True):
    casebook: Literal["card"] = "card"
    invitation: Id


class _AnyFile(msgspec.Struct):
    casebook: str = ""


_Form = TypeVar("_Form", bound=_Made)
_WORDS = {"invitation": "an invitation", "card": "a card"}


def write_invitation(invitation: Invitation, office: Keys) -> bytes:
    """Return the file of an invitation, signed with the office's keys; CardRefused if a text does not fit."""
    form = _InvitationForm(
        card=card_form(invitation.office),
        id=invitation.id,
        recovery=invitation.recovery,
        inspection=invitation.inspection,
        title=invitation.title,
        provider=invitation.provider,
        invited=invitation.invited,
        made=invitation.made,
    )
    return _write(form, office, "invitation")


def read_invitation(data: bytes) -> Invitation:
    """Return the invitation in a file; CardRefused unless it is whole and signed by the card it holds."""
    form = _read(data, _InvitationForm, "invitation")
    return Invitation(
        form.id,
        form.card.card(),
        form.recovery,
        form.inspection,
        form.title,
        form.provider,
        form.invited,
        form.made,
    )


def write_card(offered: Offered, keys: Keys) -> bytes:
    """Return the file of one's own card, signed with its own keys; CardRefused if the name does not fit."""
    return _write(_OfferForm(card=card_form(offered.card), invitation=offered.invitation), keys, "card")


def read_card(data: bytes) -> Offered:
    """Return the card in a file; CardRefused unless it is whole and signed by its own keys."""
    form = _read(data, _OfferForm, "card")
    return Offered(form.card.card(), form.invitation)


def _write(form: _Made, keys: Keys, word: str) -> bytes:
    line = msgspec.json.encode(form)
    try:
        decode(line, type(form), _FORMAT)
    except Malformed:
        raise CardRefused(
            "A name here is empty, longer than 200 characters, or holds characters that cannot be seen.",
            "Nothing was written.",
            "Type it again on one line, without pasting.",
        ) from None
    return line + b"\n" + sign(keys, _context(word), line).hex().encode() + b"\n"


def _read(data: bytes, shape: type[_Form], word: str) -> _Form:
    line, _, signature = data.partition(b"\n")
    line = line.removesuffix(b"\r")  # some mail programs change the ends of lines
    try:
        if len(data) > FILE_LIMIT or not _SIGNATURE.fullmatch(signature):
            raise Malformed("too large, or no signature")
        form = decode(line, shape, _FORMAT)
        sound = verify(form.card.signing_key, _context(word), line, bytes.fromhex(signature.decode("ascii")))
    except Newer:
        raise CardRefused(
            f"This is {_WORDS[word]} from a newer Casebook than this one.",
            _NOTHING_KEPT,
            "Install the newer Casebook, then open the file again.",
        ) from None
    except ValueError:
        raise _not_one(line, word) from None
    if not sound:
        raise CardRefused(
            f"This is {_WORDS[word]}, but it was changed after it was made or not made with its own keys.",
            _NOTHING_KEPT,
            f"Do not use it. {_AGAIN}",
        )
    return form


def _not_one(line: bytes, word: str) -> CardRefused:
    try:
        found = msgspec.json.decode(line[:FILE_LIMIT], type=_AnyFile).casebook
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found = ""
    if found in _WORDS and found != word:
        return CardRefused(
            f"This is {_WORDS[found]}, not {_WORDS[word]}.",
            _NOTHING_KEPT,
            f"Choose the file that is {_WORDS[word]}.",
        )
    return CardRefused(
        f"This file is not {_WORDS[word]} of Casebook, or it is damaged.", _NOTHING_KEPT, _AGAIN
    )


def _context(word: str) -> bytes:
    return f"casebook {word} 1".encode()
