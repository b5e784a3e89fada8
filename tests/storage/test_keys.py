"""Keys survive being kept, sign for one purpose, show nothing when printed; recovery cards work with age."""

import shutil
import subprocess
from pathlib import Path

import pytest

from model.people import person_id
from storage import sealing
from storage.keys import (
    Keys,
    WrongRecoveryCard,
    card_of,
    load_keys,
    make_inspection_key,
    make_keys,
    read_recovery,
    recovery_text,
    serialise,
    sign,
    verify,
)

MADE = "2018-10-01T09:00:00Z"
KEYS = make_keys()
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")


def test_two_people_never_share_keys() -> None:
    assert person_id(card_of(KEYS, "Ann", MADE)) != person_id(card_of(make_keys(), "Ann", MADE))


def test_kept_keys_are_the_same_keys() -> None:
    again = load_keys(serialise(KEYS))
    assert again == KEYS
    assert card_of(again, "Ann  Reed ", MADE) == card_of(KEYS, "Ann Reed", MADE)


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"identity":"x","seed":"y"}', serialise(KEYS)[:-1]])
def test_bytes_that_are_no_keys_are_an_error(damage: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (each of them words it differently)
        load_keys(damage)


def test_no_secret_is_shown_when_printed() -> None:
    inspection = make_inspection_key(KEYS.recipient)
    for shown in (repr(KEYS), repr(inspection), str(inspection)):
        assert "AGE-SECRET" not in shown
        assert KEYS.seed.hex() not in shown
        assert repr(KEYS.seed) not in shown


def test_a_signature_holds_for_its_message_its_purpose_and_its_maker_only() -> None:
    signature = sign(KEYS, b"bundle", b"words")
    assert len(signature) == 64
    assert verify(KEYS.signing_key, b"bundle", b"words", signature)
    assert not verify(KEYS.signing_key, b"bundle", b"word", signature)
    assert not verify(KEYS.signing_key, b"card", b"words", signature)
    assert not verify(KEYS.signing_key, b"bundlew", b"ords", signature)
    assert not verify(make_keys().signing_key, b"bundle", b"words", signature)
    assert not verify(KEYS.signing_key, b"bundle", b"words", signature[:-1])
    assert not verify("not hex", b"bundle", b"words", signature)


def test_the_recovery_card_opens_the_key_of_an_inspection_and_no_other_does() -> None:
    recovery = sealing.new_identity()
    key = make_inspection_key(sealing.recipient_of(recovery))
    assert sealing.unseal(key.sealed, [recovery]).decode() == key.identity
    assert sealing.recipient_of(key.identity) == key.recipient
    with pytest.raises(sealing.NotForThisKey):
        sealing.unseal(key.sealed, [sealing.new_identity()])


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["", "\ufeff"])
def test_a_recovery_card_is_read_again_however_an_editor_kept_it(ends: str, before: str) -> None:
    recovery = sealing.new_identity()
    text = before + recovery_text(recovery, MADE).replace("\n", ends)
    assert read_recovery(text.encode()) == recovery
    assert read_recovery(b"\n  " + recovery.lower().encode() + b"\n\n") == recovery


def test_what_is_no_recovery_card_is_refused_in_words() -> None:
    recovery = sealing.new_identity()
    wrong = [
        b"",
        b"# created\n",
        b"\xff\xfe\x00",
        recovery[:-1].encode(),
        (recovery + "\n" + recovery).encode(),
    ]
    wrong.append(recovery.encode() + b"\n" * 5000)
    for data in wrong:
        with pytest.raises(WrongRecoveryCard, match="not a recovery card"):
            read_recovery(data)


@needs_age
def test_the_age_command_opens_files_with_a_recovery_card(tmp_path: Path) -> None:
    recovery = sealing.new_identity()
    (tmp_path / "recovery.txt").write_text(recovery_text(recovery, MADE))
    key = make_inspection_key(sealing.recipient_of(recovery))
    (tmp_path / "key.age").write_bytes(key.sealed)
    command = ["age", "--decrypt", "-i", str(tmp_path / "recovery.txt"), str(tmp_path / "key.age")]
    assert subprocess.run(command, capture_output=True, check=True).stdout.decode() == key.identity
    made = subprocess.run(["age-keygen"], capture_output=True, check=True).stdout
    identity = read_recovery(made)
    assert f"# public key: {sealing.recipient_of(identity)}\n" in made.decode()
    assert recovery_text(identity, MADE).splitlines()[1:] == made.decode().splitlines()[1:]


def test_keys_compare_by_what_they_are() -> None:
    assert Keys(KEYS.identity, KEYS.seed) == KEYS
    assert Keys(KEYS.identity, bytes(32)) != KEYS
