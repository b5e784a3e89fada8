"""A bundle opens for its readers with what its maker put in; anything else is refused whole, and why."""

import hashlib
import json
import shutil
import subprocess
import tracemalloc
import zlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

import msgspec
import pyrage
import pytest

from model.people import person_id
from storage import bundles, sealing
from storage.bundle_refused import BundleRefused, Why
from storage.bundles import (
    NotWritten,
    Outgoing,
    open_bundle,
    seal,
    write_bundle,
)
from storage.keys import card_of, make_keys
from storage.manifests import Kind, read_kept, signed_manifest
from storage.platform import CannotWrite
from storage.strict import card_form

MADE = "2018-10-08T17:30:00Z"
ANN, BEN = make_keys(), make_keys()
ANNS_CARD, BENS_CARD = card_of(ANN, "Ann Reed", MADE), card_of(BEN, "Ben Shaw", MADE)
ANN_ID = person_id(ANNS_CARD)
INSPECTION = "0b" * 16
KEY = sealing.new_identity()
LINES = (b'{"stream":"0c"}', b'{"stream":"0d"}')
KNOWN = {ANN_ID: ANNS_CARD}.get
OUTGOING = Outgoing(
    Kind.FIELDWORK,
    INSPECTION,
    ANNS_CARD,
    MADE,
    {"0c" * 16: (2, b"\x01" * 32)},
    {"0d" * 16: (9, b"\x02" * 32)},
    {"cases_complete": 1},
    ["0e" * 32],
)
SEALED = seal(OUTGOING, LINES, ANN, [sealing.recipient_of(KEY)])
INNER = sealing.unseal(SEALED.data, [KEY])
PAYLOAD = INNER[len(b"casebook bundle\n") + len(SEALED.signed) :]


def resealed(inner: bytes, identity: str = KEY) -> bytes:
    """What anybody can make who knows the public key."""
    return sealing.seal(inner, [sealing.recipient_of(identity)])


def made_by_ann(payload: bytes, **changes: object) -> bytes:
    """A bundle with any payload and manifest that Ann herself signed, as a broken program might."""
    fitting = {"packed": len(payload), "sha256": hashlib.sha256(payload).hexdigest(), **changes}
    manifest = msgspec.structs.replace(SEALED.manifest, **fitting)
    return resealed(b"casebook bundle\n" + signed_manifest(manifest, ANN) + payload)


def refused(data: bytes, identities: Iterable[str] = (KEY,), inspection: str = INSPECTION) -> BundleRefused:
    with pytest.raises(BundleRefused) as caught:
        open_bundle(data, list(identities), KNOWN, {inspection})
    return caught.value


def test_the_reader_gets_what_the_maker_put_in() -> None:
    opened = open_bundle(SEALED.data, [KEY], KNOWN, {INSPECTION})
    assert opened.lines == LINES
    manifest = opened.manifest
    assert manifest == SEALED.manifest
    assert (manifest.kind, manifest.sender, manifest.card.card()) == (Kind.FIELDWORK, ANN_ID, ANNS_CARD)
    assert (manifest.streams, manifest.known) == (OUTGOING.streams, OUTGOING.known)
    assert (manifest.counts, manifest.instruments) == (OUTGOING.counts, tuple(OUTGOING.instruments))
    assert (manifest.made, manifest.lines, manifest.unpacked) == (MADE, 2, sum(map(len, LINES)) + 2)


def test_the_signed_manifest_can_be_kept_and_checked_for_ever() -> None:
    opened = open_bundle(SEALED.data, [KEY], KNOWN, {INSPECTION})
    assert opened.signed == SEALED.signed
    assert read_kept(opened.signed) == SEALED.manifest


def test_two_bundles_with_the_same_lines_have_ids_of_their_own() -> None:
    assert seal(OUTGOING, LINES, ANN, [BEN.recipient]).manifest.id != SEALED.manifest.id


def test_each_of_several_readers_opens_it_with_any_of_their_keys() -> None:
    sealed = seal(OUTGOING, LINES, ANN, [sealing.recipient_of(KEY), BEN.recipient, BEN.recipient])
    for identities in ([KEY], [BEN.identity], [sealing.new_identity(), BEN.identity]):
        assert open_bundle(sealed.data, identities, KNOWN, {"0f" * 16, INSPECTION}).lines == LINES
    assert len(sealed.manifest.recipients) == 3


def test_a_bundle_may_have_no_lines_or_very_long_ones() -> None:
    for lines in ((), (b"x" * bundles.LINE_LIMIT,), tuple(b"%d" % number for number in range(10_000))):
        sealed = seal(OUTGOING, lines, ANN, [BEN.recipient])
        assert open_bundle(sealed.data, [BEN.identity], KNOWN, {INSPECTION}).lines == lines


def test_the_makers_own_key_does_not_open_what_was_sent() -> None:
    """Destroying the inspection's key makes every stick unreadable, the maker's included."""
    assert refused(SEALED.data, [ANN.identity]).why == Why.WRONG_RECIPIENT


def test_nothing_of_it_can_be_read_from_outside_or_from_its_repr() -> None:
    for secret in (b"stream", b"Ann Reed", INSPECTION.encode(), b"casebook"):
        assert secret not in SEALED.data
    for shown in (repr(SEALED), repr(open_bundle(SEALED.data, [KEY], KNOWN, {INSPECTION}))):
        assert "AGE-SECRET" not in shown
        assert "stream" not in shown.replace("streams=", "")


def test_lines_that_could_not_be_told_apart_again_are_not_sealed() -> None:
    for line in (b"", b"a\nb"):
        with pytest.raises(ValueError, match="empty or holds a line's end"):
            seal(OUTGOING, [line], ANN, [BEN.recipient])
    with pytest.raises(ValueError, match="other keys"):
        seal(OUTGOING, LINES, BEN, [BEN.recipient])


@pytest.mark.parametrize("limit", ["LINE_LIMIT", "LINES_LIMIT", "UNPACKED_LIMIT", "FILE_LIMIT"])
def test_what_nobody_could_read_is_neither_sealed_nor_opened(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, limit, 1)
    with pytest.raises(BundleRefused) as caught:
        seal(OUTGOING, LINES, ANN, [BEN.recipient])
    assert caught.value.why == Why.OVER_LIMITS
    assert refused(SEALED.data).why == Why.OVER_LIMITS


def test_somebody_elses_bundle_is_for_the_wrong_recipient() -> None:
    assert refused(SEALED.data, [BEN.identity]).why == Why.WRONG_RECIPIENT
    assert refused(SEALED.data, []).why == Why.WRONG_RECIPIENT


def test_a_bundle_passed_on_under_its_makers_name_is_refused() -> None:
    """A reader can open it and seal it to somebody else; the names inside still say for whom it was made."""
    refusal = refused(resealed(INNER, BEN.identity), [BEN.identity])
    assert (refusal.why, refusal.maker) == (Why.WRONG_RECIPIENT, ANNS_CARD)


def test_an_unconfirmed_maker_is_named_so_that_their_card_can_be_confirmed() -> None:
    sealed = seal(replace(OUTGOING, card=BENS_CARD), LINES, BEN, [sealing.recipient_of(KEY)])
    refusal = refused(sealed.data)
    assert (refusal.why, refusal.maker) == (Why.UNKNOWN_MAKER, BENS_CARD)


def test_a_maker_with_other_keys_than_those_confirmed_is_unknown() -> None:
    with pytest.raises(BundleRefused) as caught:
        open_bundle(SEALED.data, [KEY], lambda _: BENS_CARD, {INSPECTION})
    assert caught.value.why == Why.UNKNOWN_MAKER


def test_a_maker_who_claims_to_be_somebody_else_is_forged() -> None:
    """Ben signs with his own key, under Ann's id or with Ann's card."""
    inner = INNER.replace(ANNS_CARD.signing_key.encode(), BENS_CARD.signing_key.encode())
    assert refused(resealed(inner)).why == Why.FORGED
    manifest = msgspec.structs.replace(SEALED.manifest, card=card_form(BENS_CARD))
    assert (
        refused(resealed(b"casebook bundle\n" + signed_manifest(manifest, BEN) + PAYLOAD)).why == Why.FORGED
    )


def test_another_inspections_bundle_is_refused() -> None:
    assert refused(SEALED.data, inspection="0f" * 16).why == Why.WRONG_INSPECTION


def test_a_newer_bundle_asks_for_a_newer_casebook() -> None:
    assert refused(resealed(INNER.replace(b'{"format":1', b'{"format":2'))).why == Why.NEWER_FORMAT


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"x" * 5_000, pyrage.passphrase.encrypt(b"a", "b")])
def test_a_file_that_is_no_bundle_is_damaged(data: bytes) -> None:
    assert refused(data).why == Why.DAMAGED


def test_sealed_bytes_that_are_no_bundle_are_forged() -> None:
    for inner in (b"", b"words", b"casebook bundle\n", INNER[:40], INNER.replace(b"bundle", b"bubble", 1)):
        assert refused(resealed(inner)).why == Why.FORGED


def changed_bits(data: bytes, every: int) -> Iterable[bytes]:
    for bit in range(0, len(data) * 8, every):
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


OUTER_REASONS = {Why.DAMAGED, Why.WRONG_RECIPIENT}
INNER_REASONS = {Why.FORGED, Why.NEWER_FORMAT, Why.OVER_LIMITS}


def test_flipped_bits_are_noticed() -> None:
    for data in changed_bits(SEALED.data, 31):
        assert refused(data).why in OUTER_REASONS


@pytest.mark.slow
def test_every_single_flipped_bit_is_noticed() -> None:
    for data in changed_bits(SEALED.data, 1):
        assert refused(data).why in OUTER_REASONS


def test_shortened_and_lengthened_bundles_are_noticed() -> None:
    for end in range(0, len(SEALED.data), 13):
        assert refused(SEALED.data[:end]).why in OUTER_REASONS
    random = Random(1)
    for _ in range(50):
        assert refused(SEALED.data + random.randbytes(random.randrange(1, 40))).why == Why.DAMAGED


@pytest.mark.slow
def test_every_truncation_and_two_thousand_insertions_are_noticed() -> None:
    for end in range(len(SEALED.data)):
        assert refused(SEALED.data[:end]).why in OUTER_REASONS
    random = Random(2)
    for _ in range(2_000):
        place = random.randrange(len(SEALED.data))
        data = SEALED.data[:place] + random.randbytes(random.randrange(1, 9)) + SEALED.data[place:]
        assert refused(data).why in OUTER_REASONS


def test_inner_bytes_changed_by_somebody_who_knows_the_public_key_are_noticed() -> None:
    for inner in changed_bits(INNER, 29):
        assert refused(resealed(inner)).why in INNER_REASONS
    for end in range(0, len(INNER), 41):
        assert refused(resealed(INNER[:end])).why in INNER_REASONS
    for more in (INNER + b"x", INNER + PAYLOAD):
        assert refused(resealed(more)).why == Why.FORGED


@pytest.mark.slow
def test_every_inner_bit_changed_by_somebody_who_knows_the_public_key_is_noticed() -> None:
    for inner in changed_bits(INNER, 1):
        assert refused(resealed(inner)).why in INNER_REASONS
    for end in range(len(INNER)):
        assert refused(resealed(INNER[:end])).why in INNER_REASONS


def test_another_payload_under_the_same_signature_is_forged_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zlib, "decompressobj", None)
    other = zlib.compress(b'{"stream":"0c"}\n{"stream":"0e"}\n')
    assert refused(resealed(INNER[: -len(PAYLOAD)] + other)).why == Why.FORGED


@pytest.mark.parametrize("stated", [1_000, bundles.UNPACKED_LIMIT + 1])
def test_a_bomb_is_not_unpacked_beyond_what_was_stated(stated: int) -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    data = made_by_ann(bomb, unpacked=stated)
    tracemalloc.start()
    try:
        why = refused(data).why
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert why == (Why.OVER_LIMITS if stated > bundles.UNPACKED_LIMIT else Why.FORGED)
    assert peak < 1_000_000


def test_millions_of_empty_lines_are_counted_before_they_are_split() -> None:
    ends = b"\n" * 20_000_000
    data = made_by_ann(zlib.compress(ends), unpacked=len(ends), lines=2)
    tracemalloc.start()
    try:
        assert refused(data).why == Why.FORGED
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def test_a_payload_that_does_not_keep_its_word_is_forged_even_signed() -> None:
    text = b"".join(line + b"\n" for line in LINES)
    packed = zlib.compress(text)
    assert open_bundle(made_by_ann(packed), [KEY], KNOWN, {INSPECTION}).lines == LINES
    for data in (
        made_by_ann(packed, lines=3),
        made_by_ann(packed, unpacked=len(text) + 1),
        made_by_ann(packed, unpacked=len(text) - 1),
        made_by_ann(packed + b"more"),
        made_by_ann(packed[:-1]),
        made_by_ann(text),
        made_by_ann(zlib.compress(text[:-1]), unpacked=len(text) - 1),
        made_by_ann(b""),
    ):
        assert refused(data).why == Why.FORGED


def test_a_line_over_its_limit_is_refused_even_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = seal(OUTGOING, [b"x" * 50, b"x" * 51], ANN, [sealing.recipient_of(KEY)])
    monkeypatch.setattr(bundles, "LINE_LIMIT", 50)
    assert refused(sealed.data).why == Why.OVER_LIMITS


def test_a_written_bundle_has_been_opened_from_the_disk(tmp_path: Path) -> None:
    write_bundle(tmp_path / "day.casebook", SEALED)
    assert (tmp_path / "day.casebook").read_bytes() == SEALED.data
    assert [path.name for path in tmp_path.iterdir()] == ["day.casebook"]


def damaged_by(change: str) -> bytes:
    other = seal(OUTGOING, LINES, ANN, [sealing.recipient_of(SEALED.checking)])
    return {"bit": SEALED.data[:-1] + b"x", "short": SEALED.data[:-9], "empty": b"", "other": other.data}[
        change
    ]


@pytest.mark.parametrize("change", ["bit", "short", "empty", "other"])
def test_a_disk_that_gives_back_something_else_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    def forgetful(path: Path, _data: bytes) -> None:
        path.write_bytes(damaged_by(change))

    monkeypatch.setattr(bundles, "write_safely", forgetful)
    with pytest.raises(
        NotWritten, match=r"day\.casebook was written .* but reads back differently"
    ) as caught:
        write_bundle(tmp_path / "day.casebook", SEALED)
    assert "counts as not handed over" in caught.value.kept


def test_a_bundle_that_could_not_be_opened_again_is_not_called_written(tmp_path: Path) -> None:
    wrong = replace(SEALED, checking=sealing.new_identity())
    with pytest.raises(NotWritten):
        write_bundle(tmp_path / "day.casebook", wrong)


def test_a_stick_that_is_gone_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="could not be written"):
        write_bundle(tmp_path / "gone" / "day.casebook", SEALED)


@pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")
def test_the_age_command_opens_a_bundle_with_the_right_key(tmp_path: Path) -> None:
    write_bundle(tmp_path / "day.casebook", SEALED)
    (tmp_path / "key").write_text(KEY + "\n")
    command = ["age", "--decrypt", "-i", str(tmp_path / "key"), str(tmp_path / "day.casebook")]
    inner = subprocess.run(command, capture_output=True, check=True).stdout
    assert inner.startswith(b"casebook bundle\n")
    length = int.from_bytes(inner[16:20], "big")
    assert json.loads(inner[20 : 20 + length])["inspection"] == INSPECTION
    assert zlib.decompress(inner[20 + length + 64 :]).splitlines() == list(LINES)


@pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")
def test_a_bundle_sealed_by_the_age_command_opens(tmp_path: Path) -> None:
    (tmp_path / "inner").write_bytes(INNER)
    command = ["age", "--encrypt", "-r", sealing.recipient_of(KEY), str(tmp_path / "inner")]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    assert open_bundle(data, [KEY], KNOWN, {INSPECTION}).lines == LINES
