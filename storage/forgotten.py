"""A forgotten passphrase: what the laptop asks, what the office answers, what the person types in.

The laptop's request holds the sealed copy of its data key. The office opens that with the recovery card and
answers with the key sealed twice: to a key that lies on this laptop only and for this request only, and under
a one-time code that it reads to the person on the telephone. Neither file nor code opens anything alone.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeVar

import msgspec

from model.people import digit_groups
from model.refusal import Refusal
from storage import sealing
from storage.slots import FORMAT, RECOVERABLE_LIMIT, Pending, Recoverable, Slots, Unlocked, fits, set_person
from storage.strict import Id, Malformed, Newer, Recipient, decode, decode_with_digest, with_digest
from storage.wrapping import SHIPPED, Cost, Wrapped, WrongSecret, check_passphrase, unwrap, wrap

FILE_LIMIT = 65_536
CODE_GROUPS = 5
"""Groups of five digits in the one-time code: 83 bits, behind Argon2id."""
_COMPARED_GROUPS = 8
"""Groups of five digits that tell a request apart, as many as those of a card."""


class RecoveryRefused(Refusal):
    """A request or a reply for a forgotten passphrase that does not fit."""


class WrongCode(Refusal):
    """The one-time code does not open the reply."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose store a request says it is of, and the digits that its maker reads out on the telephone."""

    person: str
    digits: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The office's answer: the reply file, and the code to be read to this person on the telephone."""

    person: str
    name: str
    store: str
    reply: bytes
    code: str = field(repr=False)


class _Request(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    casebook: Literal["request"] = "request"
    format: Literal[1] = 1
    id: Id
    store: Id
    person: Id
    answer_to: Recipient
    recoverable: Annotated[bytes, msgspec.Meta(max_length=RECOVERABLE_LIMIT)]


class _Reply(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    casebook: Literal["reply"] = "reply"
    format: Literal[1] = 1
    request: Id
    store: Id
    person: Id
    sealed: Annotated[bytes, msgspec.Meta(max_length=4_096)]


class _Inside(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    format: Literal[1] = 1
    wrapped: Wrapped


_Form = TypeVar("_Form", _Request, _Reply)


def request(slots: Slots, person: str) -> tuple[Slots, bytes]:
    """Return the slots to write first, and the request file for the office. It holds nothing readable.

    `person` is one of those who may open the store (ValueError otherwise). A later request replaces this one.
    """
    if person not in {slot.person for slot in slots.people}:
        raise ValueError("not a person who may open this store")
    pending = Pending(secrets.token_hex(16), sealing.new_identity())
    form = _Request(
        id=pending.request,
        store=slots.store,
        person=person,
        answer_to=sealing.recipient_of(pending.identity),
        recoverable=slots.recoverable,
    )
    return msgspec.structs.replace(slots, pending=pending), with_digest(form)


def look(data: bytes) -> Asked:
    """Return what a request says of itself. RecoveryRefused if it is damaged, or no request.

    Anybody can make one. Its digits are those that the laptop shows, so that a request which was exchanged
    on its way is noticed on the telephone.
    """
    form = _read(data, _Request, "request")
    return Asked(form.person, _compared(form.store, form.id, form.answer_to))


def waiting(slots: Slots) -> str:
    """Return the digits of the request that waits for its answer; "" where none does."""
    if slots.pending is None:
        return ""
    return _compared(slots.store, slots.pending.request, sealing.recipient_of(slots.pending.identity))


def answer(data: bytes, recovery_identity: str, cost: Cost = SHIPPED) -> Answered:
    """Return the answer to a request, opened with the recovery card's secret key. RecoveryRefused otherwise.

    The name comes from what the laptop's own key vouches for. Telephone that person, on a number that the
    office already has, and compare the digits (`look`) before the reply goes out: the request itself proves
    nothing about who sends it.
    """
    form = _read(data, _Request, "request")
    try:
        content = sealing.unseal(form.recoverable, [recovery_identity])
        held = decode(content, Recoverable, FORMAT)
    except sealing.NotForThisKey:
        raise _refused(
            "This request was not sealed for this recovery card.",
            "Fetch the recovery card of the office that invited this person.",
        ) from None
    except ValueError:
        raise _not_one("request") from None
    names = {owner.person: owner.name for owner in held.people}
    if held.store != form.store or form.person not in names:
        raise _not_one("request")
    code = digit_groups(secrets.randbelow(10 ** (5 * CODE_GROUPS)), CODE_GROUPS)
    wrapped = wrap(bytes.fromhex(held.key), _digits(code), _bound(form.store, form.person, form.id), cost)
    sealed = sealing.seal(msgspec.json.encode(_Inside(wrapped=wrapped)), [form.answer_to])
    reply = _Reply(request=form.id, store=form.store, person=form.person, sealed=sealed)
    return Answered(form.person, names[form.person], form.store, with_digest(reply), code)


def accept(
    slots: Slots, data: bytes, code: str, passphrase: str, cost: Cost = SHIPPED
) -> tuple[Slots, Unlocked]:
    """Return the slots to write with this person's new passphrase, and the data key.

    WrongCode, PassphraseRefused, or RecoveryRefused if the reply is damaged or answers another request. The
    code may be typed with or without spaces. Afterwards neither reply nor code opens anything again.
    """
    check_passphrase(passphrase)
    reply = _read(data, _Reply, "reply")
    if slots.pending is None or reply.request != slots.pending.request or reply.store != slots.store:
        raise _refused(
            "This reply does not answer the last request from this store.",
            "Choose the newest reply from the office, or send a new request.",
        )
    if len(_digits(code)) != 5 * CODE_GROUPS:
        raise _wrong_code(f"The code has {5 * CODE_GROUPS} digits; {len(_digits(code))} were typed.")
    try:
        inside = decode(sealing.unseal(reply.sealed, [slots.pending.identity]), _Inside, FORMAT)
    except ValueError:
        raise _not_one("reply") from None
    try:
        key = unwrap(inside.wrapped, _digits(code), _bound(reply.store, reply.person, reply.request))
    except WrongSecret:
        raise _wrong_code("The code does not open this reply.") from None
    names = {slot.person: slot.name for slot in slots.people}
    if not fits(slots, key) or reply.person not in names:
        raise _not_one("reply")
    new = set_person(slots, key, reply.person, names[reply.person], passphrase, cost)
    return msgspec.structs.replace(new, pending=None), Unlocked(reply.person, key)


def _read(data: bytes, form: type[_Form], word: str) -> _Form:
    try:
        if len(data) > FILE_LIMIT:
            raise Malformed("too large")
        return decode_with_digest(data, form, FORMAT)
    except Newer:
        raise _refused(
            f"This {word} is from a newer Casebook than this one.",
            "Install the newer Casebook, then open it again.",
        ) from None
    except Malformed:
        raise _not_one(word) from None


def _not_one(word: str) -> RecoveryRefused:
    return _refused(
        f"This file is not a {word} for a forgotten passphrase, or it is damaged.",
        "Ask the person who sent it to send it again, as an attached file and unchanged.",
    )


def _refused(happened: str, next: str) -> RecoveryRefused:
    return RecoveryRefused(happened, "Nothing was changed.", next)


def _wrong_code(happened: str) -> WrongCode:
    return WrongCode(
        happened, "Nothing was changed.", "Let the office read it out once more, one group of five at a time."
    )


def _compared(store: str, request_id: str, answer_to: str) -> str:
    digest = hashlib.sha256(f"casebook request\n{store}\n{request_id}\n{answer_to}".encode()).digest()
    return digit_groups(int.from_bytes(digest, "big") % 10 ** (5 * _COMPARED_GROUPS), _COMPARED_GROUPS)


def _bound(store: str, person: str, request_id: str) -> bytes:
    return f"casebook reply 1\n{store}\n{person}\n{request_id}".encode()


def _digits(code: str) -> str:
    return "".join(character for character in code if character in "0123456789")
