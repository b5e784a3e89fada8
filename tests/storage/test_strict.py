"""Files from outside are read strictly: wrong shapes, hidden characters and newer formats each refused."""

import json

import msgspec
import pytest

from model.people import Card
from storage import sealing
from storage.strict import (
    CardForm,
    Malformed,
    Name,
    Newer,
    card_form,
    decode,
    decode_with_digest,
    with_digest,
)


class Form(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    name: Name
    more: dict[str, list[str]] = {}


def test_a_sound_file_is_read() -> None:
    read = decode('{"format":2,"name":"Siân Prŷs","more":{"a":["b"]}}'.encode(), Form, 2)
    assert (read.name, read.more) == ("Siân Prŷs", {"a": ["b"]})


def test_a_newer_format_is_told_apart_whatever_else_it_holds() -> None:
    with pytest.raises(Newer):
        decode(b'{"format":3,"shape":"new"}', Form, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b'{"format":1}',
        b'{"format":"1","name":"a"}',
        b'{"format":1,"name":"a","extra":1}',
        b'{"format":1,"name":"a"} x',
        b'{"format":1,"name":""}',
        b'{"format":1,"name":" a"}',
        b'{"format":1,"name":"a\\n"}',
        b'{"format":1,"name":"a\\u0000b"}',
        b'{"format":1,"name":"a\\u202eb"}',
        b'{"format":1,"name":"a\\u200bb"}',
        b'{"format":1,"name":"a\\u2028b"}',
        b'{"format":1,"name":"\\ud800"}',
        b'{"format":1,"name":"\xff"}',
        b'{"format":1,"name":"' + b"a" * 201 + b'"}',
        b'{"format":1,"name":"a","more":{"\\u202e":[]}}',
        b'{"format":1,"name":"a","more":{"a":["\\u0007"]}}',
        b'{"format":1,"name":NaN}',
        b'{"format":1e400,"name":"a"}',
        b'{"format":1,"more":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
        b'\xef\xbb\xbf{"format":1,"name":"a"}',
    ],
)
def test_anything_else_is_malformed(data: bytes) -> None:
    with pytest.raises(Malformed):
        decode(data, Form, 2)


class Holder(msgspec.Struct, forbid_unknown_fields=True):
    format: int
    card: CardForm


CARD = Card("Ann Reed", sealing.recipient_of(sealing.new_identity()), "0a" * 32, "2018-10-01T09:00:00Z")


def read_card(**changes: str) -> Card:
    fields = {**msgspec.to_builtins(card_form(CARD)), **changes}
    return decode(json.dumps({"format": 1, "card": fields}).encode(), Holder, 1).card.card()


def test_a_card_is_read_as_it_was_written() -> None:
    assert read_card() == CARD


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"age_recipient": CARD.age_recipient[:-1] + ("q" if CARD.age_recipient[-1] != "q" else "p")},
        {"age_recipient": CARD.age_recipient + "\n"},
        {"age_recipient": "age1nobody"},
        {"signing_key": "0a" * 31},
        {"signing_key": "0A" * 32},
        {"made": "2018-10-01"},
        {"role": "office"},
    ],
)
def test_a_card_with_a_wrong_field_is_malformed(change: dict[str, str]) -> None:
    with pytest.raises(Malformed):
        read_card(**change)


def test_a_file_with_a_digest_is_read_again_and_accidental_damage_noticed() -> None:
    data = with_digest(Form(1, "Ann", {"a": ["b"]}))
    assert decode_with_digest(data, Form, 1) == Form(1, "Ann", {"a": ["b"]})
    assert decode_with_digest(data.replace(b"\n", b"\r\n"), Form, 1).name == "Ann"
    for damaged in (b"", data[:-2], data.replace(b"Ann", b"Ben"), data.splitlines()[0]):
        with pytest.raises(Malformed, match="digest differs"):
            decode_with_digest(damaged, Form, 1)
