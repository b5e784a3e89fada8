"""A store opens for those who may; wrong passphrase and damage are told apart; the file shows nothing."""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from storage import platform, sealing, slots
from storage.slots import (
    FILE,
    PEOPLE_LIMIT,
    Slots,
    SlotsRefused,
    WrongPassphrase,
    change_passphrase,
    create,
    read_slots,
    set_person,
    unlock,
    write_slots,
)
from storage.strict import Malformed
from storage.wrapping import Cost, PassphraseRefused

CHEAP = Cost(64, 1, 4)
STORE, ANN, BEN = "0a" * 16, "0b" * 16, "0c" * 16
ANNS, BENS, NEW = "four quiet grey geese", "seven loud red hens", "nine slow blue swans"
CARD = sealing.new_identity()
MADE, KEY = create(STORE, ANN, "Ann Reed", ANNS, sealing.recipient_of(CARD), CHEAP)


def rewritten(path: Path, change: Mapping[str, object]) -> None:
    """Change fields of the file as somebody would who can write it, digest and all."""
    line = json.dumps({**json.loads(path.read_bytes().splitlines()[0]), **change}).encode()
    path.write_bytes(line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n")


def test_the_passphrase_tells_who_it_is_and_gives_the_key(tmp_path: Path) -> None:
    write_slots(tmp_path / FILE, MADE)
    unlocked = unlock(read_slots(tmp_path / FILE), ANNS)
    assert (unlocked.person, unlocked.key) == (ANN, KEY)
    assert len(KEY) == 32


def test_another_store_has_another_key() -> None:
    assert create(STORE, ANN, "Ann", ANNS, sealing.recipient_of(CARD), CHEAP)[1] != KEY


def test_a_wrong_passphrase_is_said_plainly() -> None:
    with pytest.raises(WrongPassphrase, match=r"This passphrase does not open the store\.") as caught:
        unlock(MADE, ANNS + " ")
    assert "try as often as you like" in caught.value.kept


def test_neither_key_nor_passphrase_is_in_the_file_or_shown_when_printed(tmp_path: Path) -> None:
    write_slots(tmp_path / FILE, MADE)
    kept = (tmp_path / FILE).read_bytes()
    for secret in (KEY, KEY.hex().encode(), ANNS.encode(), repr(KEY).encode()):
        assert secret not in kept
        assert secret not in repr(unlock(MADE, ANNS)).encode()


def test_several_people_open_one_store_each_with_their_own() -> None:
    both = set_person(MADE, KEY, BEN, "Ben Shaw", BENS, CHEAP)
    assert unlock(both, ANNS).person == ANN
    assert unlock(both, BENS).person == BEN
    assert unlock(both, BENS).key == KEY


def test_a_changed_passphrase_opens_and_the_old_one_no_more() -> None:
    both = set_person(MADE, KEY, BEN, "Ben Shaw", BENS, CHEAP)
    changed = change_passphrase(both, ANNS, NEW, CHEAP)
    assert unlock(changed, NEW).person == ANN
    assert unlock(changed, BENS).person == BEN
    with pytest.raises(WrongPassphrase):
        unlock(changed, ANNS)
    assert {slot.name for slot in changed.people} == {"Ann Reed", "Ben Shaw"}


def test_changing_it_needs_the_old_one_and_a_long_enough_new_one() -> None:
    with pytest.raises(WrongPassphrase):
        change_passphrase(MADE, BENS, NEW, CHEAP)
    with pytest.raises(PassphraseRefused):
        change_passphrase(MADE, ANNS, "too short", CHEAP)
    with pytest.raises(PassphraseRefused):
        create(STORE, ANN, "Ann", "too short", sealing.recipient_of(CARD), CHEAP)
    with pytest.raises(PassphraseRefused):
        set_person(MADE, KEY, BEN, "Ben", "too short", CHEAP)


def test_the_old_file_stands_until_the_new_one_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / FILE
    write_slots(path, MADE)

    def cut(_source: Path, _target: Path) -> Path:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(platform.CannotWrite):
            write_slots(path, change_passphrase(MADE, ANNS, NEW, CHEAP))
    assert unlock(read_slots(path), ANNS).key == KEY


def test_any_changed_or_missing_byte_is_damage_and_not_a_wrong_passphrase(tmp_path: Path) -> None:
    path = tmp_path / FILE
    write_slots(path, MADE)
    whole = path.read_bytes().rstrip()
    for position in range(len(whole)):
        changed = bytearray(whole)
        changed[position] ^= 1
        path.write_bytes(changed)
        with pytest.raises(SlotsRefused, match=r"is damaged\. Your passphrase is not at fault"):
            read_slots(path)
        path.write_bytes(whole[:position])
        with pytest.raises(SlotsRefused, match="is damaged"):
            read_slots(path)


@pytest.mark.parametrize(
    "change",
    [
        {"people": []},
        {"store": "x"},
        {"check": ""},
        {"extra": True},
        {"casebook": "card"},
        {"recovery": "age1nobody"},
        {"pending": {"request": "0a" * 16, "identity": "x"}},
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    write_slots(tmp_path / FILE, MADE)
    rewritten(tmp_path / FILE, change)
    with pytest.raises(SlotsRefused, match="is damaged"):
        read_slots(tmp_path / FILE)


def test_a_hostile_cost_is_refused_before_anything_is_worked_out(tmp_path: Path) -> None:
    write_slots(tmp_path / FILE, MADE)
    slot = json.loads((tmp_path / FILE).read_bytes().splitlines()[0])["people"][0]
    slot["wrapped"]["memory"] = 2**31
    rewritten(tmp_path / FILE, {"people": [slot]})
    with pytest.raises(SlotsRefused, match="is damaged"):
        read_slots(tmp_path / FILE)


def test_a_newer_file_asks_for_the_newer_casebook(tmp_path: Path) -> None:
    write_slots(tmp_path / FILE, MADE)
    rewritten(tmp_path / FILE, {"format": 2, "slots": []})
    with pytest.raises(SlotsRefused, match="with a newer Casebook"):
        read_slots(tmp_path / FILE)


def test_an_enormous_or_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(platform.CannotRead):
        read_slots(tmp_path / FILE)
    (tmp_path / FILE).write_bytes(b"x" * (slots.FILE_LIMIT + 1))
    with pytest.raises(platform.CannotRead, match="larger than"):
        read_slots(tmp_path / FILE)


def test_another_recovery_card_put_into_the_file_is_noticed_at_unlocking(tmp_path: Path) -> None:
    write_slots(tmp_path / FILE, MADE)
    rewritten(tmp_path / FILE, {"recovery": sealing.recipient_of(sealing.new_identity())})
    with pytest.raises(SlotsRefused, match="is damaged"):
        unlock(read_slots(tmp_path / FILE), ANNS)


def test_another_name_put_into_the_file_is_noticed_at_unlocking(tmp_path: Path) -> None:
    write_slots(tmp_path / FILE, MADE)
    slot = json.loads((tmp_path / FILE).read_bytes().splitlines()[0])["people"][0]
    rewritten(tmp_path / FILE, {"people": [{**slot, "name": "Mallory"}]})
    with pytest.raises(SlotsRefused, match="is damaged"):
        unlock(read_slots(tmp_path / FILE), ANNS)


def test_a_slot_moved_to_another_person_or_store_opens_nothing() -> None:
    slot = MADE.people[0]
    moved: list[Slots] = [
        msgspec.structs.replace(MADE, people=(msgspec.structs.replace(slot, person=BEN),)),
        msgspec.structs.replace(MADE, store="0d" * 16),
    ]
    for one in moved:
        with pytest.raises(WrongPassphrase):
            unlock(one, ANNS)


def test_only_the_key_of_this_store_adds_a_person_and_only_twenty_fit() -> None:
    with pytest.raises(ValueError, match="another store's key"):
        set_person(MADE, bytes(32), BEN, "Ben", BENS, CHEAP)
    full = MADE
    for number in range(PEOPLE_LIMIT - 1):
        full = set_person(full, KEY, f"{number:032x}", f"Person {number}", BENS + str(number), CHEAP)
    assert unlock(full, ANNS).key == KEY
    with pytest.raises(ValueError, match="too many people"):
        set_person(full, KEY, BEN, "Ben", BENS, CHEAP)
    assert unlock(set_person(full, KEY, ANN, "Ann Reed", NEW, CHEAP), NEW).person == ANN


@pytest.mark.parametrize("name", ["", "Ann\nReed", "a" * 201])
def test_slots_that_could_not_be_read_again_are_never_written(tmp_path: Path, name: str) -> None:
    write_slots(tmp_path / FILE, MADE)
    with pytest.raises(Malformed):
        write_slots(tmp_path / FILE, set_person(MADE, KEY, ANN, name, NEW, CHEAP))
    assert read_slots(tmp_path / FILE) == MADE


def test_a_full_file_is_within_its_limit(tmp_path: Path) -> None:
    full = MADE
    for number in range(PEOPLE_LIMIT - 1):
        full = set_person(full, KEY, f"{number:032x}", "\U0001f600" * 200, BENS + str(number), CHEAP)
    write_slots(tmp_path / FILE, full)
    assert unlock(read_slots(tmp_path / FILE), BENS + "0").key == KEY


@pytest.mark.skipif(shutil.which("age") is None, reason="the age command is not installed")
def test_the_age_command_opens_the_recoverable_copy_with_the_recovery_card(tmp_path: Path) -> None:
    (tmp_path / "card").write_text(CARD + "\n")
    (tmp_path / "copy").write_bytes(MADE.recoverable)
    command = ["age", "--decrypt", "-i", str(tmp_path / "card"), str(tmp_path / "copy")]
    content = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert content["key"] == KEY.hex()
    assert content["people"] == [{"person": ANN, "name": "Ann Reed"}]
