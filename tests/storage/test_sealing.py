"""What is sealed opens for its recipients alone, and nothing but whole, checked files comes out."""

import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest

from storage import sealing
from storage.sealing import Broken, NotForThisKey, new_identity, recipient_of, seal, unseal

OWN, OTHER = new_identity(), new_identity()
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")


def test_each_recipient_opens_it_and_nobody_else() -> None:
    sealed = seal(b"words", [recipient_of(OWN), recipient_of(OTHER)])
    assert unseal(sealed, [OWN]) == unseal(sealed, [OTHER]) == b"words"
    assert unseal(sealed, [new_identity(), OWN]) == b"words"
    with pytest.raises(NotForThisKey):
        unseal(sealed, [new_identity()])
    with pytest.raises(NotForThisKey):
        unseal(sealed, [])


def test_sealing_to_nobody_or_to_no_key_is_an_error() -> None:
    with pytest.raises(ValueError, match="cannot seal"):
        seal(b"words", [])
    with pytest.raises(ValueError, match="cannot seal"):
        seal(b"words", ["age1nobody"])


def test_a_file_locked_by_a_passphrase_is_refused_before_any_work() -> None:
    with pytest.raises(Broken, match="not an age file for X25519"):
        unseal(pyrage.passphrase.encrypt(b"words", "correct horse"), [OWN])


def test_a_passphrase_recipient_hidden_behind_a_sound_one_is_refused() -> None:
    sealed = seal(b"words", [recipient_of(OWN)])
    end = sealed.find(b"\n--- ")
    mixed = sealed[:end] + b"\n-> scrypt bBfSFGDXvDwVRzUEBZpRpg 30\n" + b"A" * 43 + sealed[end:]
    with pytest.raises(Broken, match="not an age file for X25519"):
        unseal(mixed, [OWN])


def test_a_header_without_end_and_an_armoured_file_are_refused() -> None:
    with pytest.raises(Broken):
        unseal(sealing.BEGINNING + b"A" * 2 * sealing.HEADER_LIMIT + b"\n--- ", [OWN])
    with pytest.raises(Broken):
        unseal(
            pyrage.encrypt(b"words", [pyrage.x25519.Recipient.from_str(recipient_of(OWN))], armored=True),
            [OWN],
        )


def test_a_changed_or_shortened_file_releases_nothing() -> None:
    sealed = seal(b"words" * 50_000, [recipient_of(OWN)])
    for damaged in (sealed[:-1], sealed[:-100_000], sealed[:-1] + b"x", sealed + b"x"):
        with pytest.raises(Broken):
            unseal(damaged, [OWN])


def test_what_is_no_key_is_told_apart() -> None:
    assert sealing.is_recipient(recipient_of(OWN))
    last = recipient_of(OWN)[-1]
    assert not sealing.is_recipient(recipient_of(OWN)[:-1] + ("q" if last != "q" else "p"))
    assert not sealing.is_recipient(recipient_of(OWN).upper())
    with pytest.raises(ValueError, match="not an age identity"):
        recipient_of(OWN[:-1])
    with pytest.raises(ValueError, match="not an age identity"):
        unseal(seal(b"words", [recipient_of(OWN)]), ["nonsense"])


@needs_age
def test_the_age_command_and_casebook_open_each_others_files(tmp_path: Path) -> None:
    (tmp_path / "identity").write_text(OWN + "\n")
    (tmp_path / "ours").write_bytes(seal(b"from us", [recipient_of(OWN)]))
    opened = subprocess.run(
        ["age", "--decrypt", "-i", str(tmp_path / "identity"), str(tmp_path / "ours")],
        capture_output=True,
        check=True,
    )
    assert opened.stdout == b"from us"
    theirs = subprocess.run(
        ["age", "--encrypt", "-r", recipient_of(OWN)], input=b"from them", capture_output=True, check=True
    )
    assert unseal(theirs.stdout, [OWN]) == b"from them"
