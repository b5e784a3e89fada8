"""A manifest is read as it was signed, strictly, and any other is refused."""

import json

import msgspec
import pytest

from model.people import person_id
from storage.bundle_refused import BundleRefused, Why
from storage.keys import card_of, make_keys, sign
from storage.manifests import MANIFEST_LIMIT, Kind, Manifest, read_kept, read_signed, signed_manifest
from storage.strict import Malformed, card_form

MADE = "2018-10-08T17:30:00Z"
KEYS = make_keys()
CARD = card_of(KEYS, "Ann Reed", MADE)
MANIFEST = Manifest(
    kind=Kind.FIELDWORK,
    id="0a" * 16,
    sender=person_id(CARD),
    card=card_form(CARD),
    recipients=(CARD.age_recipient,),
    inspection="0b" * 16,
    streams={"0c" * 16: (7, b"\x01" * 32)},
    known={"0d" * 16: (2**40, b"\x02" * 32)},
    counts={"cases_complete": 3},
    instruments=("0e" * 32,),
    lines=7,
    packed=100,
    unpacked=200,
    sha256="0f" * 32,
    program="0.1.0",
    made=MADE,
)
SIGNED = signed_manifest(MANIFEST, KEYS)


def resigned(encoded: bytes) -> bytes:
    """Any bytes as a manifest, with a sound signature of Ann's."""
    return len(encoded).to_bytes(4, "big") + encoded + sign(KEYS, b"casebook bundle 1", encoded)


def changed(**fields: object) -> bytes:
    return resigned(json.dumps({**json.loads(msgspec.json.encode(MANIFEST)), **fields}).encode())


def why(data: bytes) -> Why:
    with pytest.raises(BundleRefused) as caught:
        read_signed(data)
    return caught.value.why


def test_a_manifest_is_read_as_it_was_signed() -> None:
    assert read_signed(SIGNED) == (MANIFEST, len(SIGNED))
    assert read_signed(memoryview(SIGNED + b"payload")) == (MANIFEST, len(SIGNED))
    assert read_kept(SIGNED) == MANIFEST


def test_the_same_fields_in_another_order_are_read_too() -> None:
    fields = json.loads(msgspec.json.encode(MANIFEST))
    assert read_signed(resigned(json.dumps(dict(reversed(fields.items()))).encode()))[0] == MANIFEST


def test_a_kept_manifest_with_more_or_less_behind_it_is_refused() -> None:
    for data in (SIGNED + b"x", SIGNED[:-1], b""):
        with pytest.raises(BundleRefused):
            read_kept(data)


def test_every_changed_bit_and_every_missing_byte_is_refused() -> None:
    for position in range(len(SIGNED)):
        assert why(SIGNED[:position]) in {Why.FORGED, Why.OVER_LIMITS}
        for bit in range(8):
            data = bytearray(SIGNED)
            data[position] ^= 1 << bit
            assert why(bytes(data)) in {Why.FORGED, Why.NEWER_FORMAT, Why.OVER_LIMITS}


def test_somebody_elses_signature_or_sender_is_forged() -> None:
    other = make_keys()
    encoded = msgspec.json.encode(MANIFEST)
    signature = sign(other, b"casebook bundle 1", encoded)
    assert why(len(encoded).to_bytes(4, "big") + encoded + signature) == Why.FORGED
    signature = sign(KEYS, b"casebook card 1", encoded)
    assert why(len(encoded).to_bytes(4, "big") + encoded + signature) == Why.FORGED
    assert why(changed(sender=person_id(card_of(other, "Ben", MADE)))) == Why.FORGED


def test_a_newer_format_is_told_apart() -> None:
    assert why(changed(format=2, shape="unknown")) == Why.NEWER_FORMAT


@pytest.mark.parametrize(
    "fields",
    [
        {"extra": 1},
        {"kind": "other"},
        {"id": "0a"},
        {"id": "0a" * 16 + "\n"},
        {"recipients": []},
        {"recipients": [CARD.age_recipient] * 201},
        {"recipients": ["age1nobody"]},
        {"streams": {"x": [1, "A" * 43 + "="]}},
        {"streams": {"0c" * 16: [0, "A" * 43 + "="]}},
        {"streams": {"0c" * 16: [1, "AAAA"]}},
        {"streams": {"0c" * 16: [1]}},
        {"known": {"0c" * 16: [-1, "A" * 43 + "="]}},
        {"counts": {"Not a word": 1}},
        {"counts": {f"word{number}": 1 for number in range(51)}},
        {"counts": {"cases": -1}},
        {"counts": {"cases": 1.5}},
        {"instruments": ["0e"]},
        {"lines": -1},
        {"unpacked": "many"},
        {"program": "0.1.0\u202e"},
        {"program": "x" * 201},
        {"made": "yesterday"},
        {"card": None},
    ],
)
def test_a_manifest_of_another_shape_is_refused_even_signed(fields: dict[str, object]) -> None:
    assert why(changed(**fields)) == Why.FORGED


def test_hostile_json_is_refused_even_signed() -> None:
    for encoded in (
        b"",
        b"null",
        b"[" * 500_000,
        b'{"format":' + b"9" * 100_000 + b"}",
        b'{"format":1e999}',
        b"\xff",
    ):
        assert why(resigned(encoded)) == Why.FORGED


def test_a_manifest_over_its_limit_is_neither_read_nor_written() -> None:
    assert why((MANIFEST_LIMIT + 1).to_bytes(4, "big") + b"{}") == Why.OVER_LIMITS
    streams = {f"{number:032x}": (1, b"\x01" * 32) for number in range(13_000)}
    with pytest.raises(BundleRefused) as caught:
        signed_manifest(msgspec.structs.replace(MANIFEST, streams=streams), KEYS)
    assert caught.value.why == Why.OVER_LIMITS
    fitting = dict(list(streams.items())[:8_000])
    manifest = msgspec.structs.replace(MANIFEST, streams=fitting)
    assert read_kept(signed_manifest(manifest, KEYS)) == manifest


def test_what_could_not_be_read_again_or_has_another_card_is_not_signed() -> None:
    with pytest.raises(Malformed):
        signed_manifest(msgspec.structs.replace(MANIFEST, made="yesterday"), KEYS)
    with pytest.raises(ValueError, match="other keys"):
        signed_manifest(MANIFEST, make_keys())
