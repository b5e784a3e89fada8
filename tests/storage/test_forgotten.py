"""A forgotten passphrase is made good with the office: request, reply and code, each useless alone."""

import hashlib
import json
from collections.abc import Mapping

import msgspec
import pytest

from storage import sealing
from storage.forgotten import FILE_LIMIT, RecoveryRefused, WrongCode, accept, answer, look, request, waiting
from storage.slots import Slots, SlotsRefused, WrongPassphrase, create, set_person, unlock
from storage.wrapping import Cost, PassphraseRefused

CHEAP = Cost(64, 1, 4)
STORE, ANN, BEN = "0a" * 16, "0b" * 16, "0c" * 16
ANNS, BENS, NEW = "four quiet grey geese", "seven loud red hens", "nine slow blue swans"
CARD = sealing.new_identity()
ALONE, KEY = create(STORE, ANN, "Ann Reed", ANNS, sealing.recipient_of(CARD), CHEAP)
MADE = set_person(ALONE, KEY, BEN, "Ben Shaw", BENS, CHEAP)
ASKED, REQUEST = request(MADE, ANN)
ANSWER = answer(REQUEST, CARD, CHEAP)


def rewritten(data: bytes, change: Mapping[str, object]) -> bytes:
    line = json.dumps({**json.loads(data.splitlines()[0]), **change}).encode()
    return line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"


def test_with_reply_and_code_the_person_sets_a_new_passphrase() -> None:
    done, unlocked = accept(ASKED, ANSWER.reply, ANSWER.code, NEW, CHEAP)
    assert (unlocked.person, unlocked.key) == (ANN, KEY)
    assert unlock(done, NEW).key == KEY
    assert unlock(done, BENS).person == BEN
    with pytest.raises(WrongPassphrase):
        unlock(done, ANNS)


def test_asking_changes_nothing_for_those_who_remember() -> None:
    assert unlock(ASKED, ANNS).person == ANN


def test_the_office_learns_whom_to_telephone_from_what_the_key_vouches_for() -> None:
    assert (ANSWER.person, ANSWER.name, ANSWER.store) == (ANN, "Ann Reed", STORE)


def test_the_laptop_shows_the_digits_that_the_office_sees() -> None:
    asked = look(REQUEST)
    assert (asked.person, asked.digits) == (ANN, waiting(ASKED))
    assert [len(group) for group in asked.digits.split()] == [5] * 8
    assert waiting(MADE) == ""
    done, _ = accept(ASKED, ANSWER.reply, ANSWER.code, NEW, CHEAP)
    assert waiting(done) == ""


def test_a_request_exchanged_on_its_way_has_other_digits() -> None:
    """Whoever holds a copy of the request can have the reply sealed to a key of their own."""
    thief = sealing.recipient_of(sealing.new_identity())
    for change in ({"answer_to": thief}, {"id": "0e" * 16}, {"store": "0e" * 16}):
        assert look(rewritten(REQUEST, change)).digits != waiting(ASKED)
    assert look(request(ASKED, ANN)[1]).digits != waiting(ASKED)


def test_the_code_is_five_groups_of_five_digits_and_typed_as_people_type() -> None:
    assert [len(group) for group in ANSWER.code.split()] == [5] * 5
    for typed in (ANSWER.code.replace(" ", ""), ANSWER.code.replace(" ", "-"), f" {ANSWER.code}\n"):
        assert accept(ASKED, ANSWER.reply, typed, NEW, CHEAP)[1].key == KEY
    assert answer(REQUEST, CARD, CHEAP).code != ANSWER.code


def test_no_secret_is_in_request_or_reply_or_shown_when_printed() -> None:
    code = ANSWER.code.replace(" ", "")
    assert b"Ann Reed" not in REQUEST + ANSWER.reply
    for shown in (REQUEST, ANSWER.reply, repr(ANSWER).encode()):
        for secret in (KEY, KEY.hex().encode(), ANNS.encode()):
            assert secret not in shown
        assert code.encode() not in shown.replace(b" ", b"")


def test_a_wrong_code_is_told_apart_from_a_mistyped_one() -> None:
    first = "0" if ANSWER.code[0] != "0" else "1"
    with pytest.raises(WrongCode, match="does not open this reply"):
        accept(ASKED, ANSWER.reply, first + ANSWER.code[1:], NEW, CHEAP)
    with pytest.raises(WrongCode, match="has 25 digits; 24 were typed"):
        accept(ASKED, ANSWER.reply, ANSWER.code[:-1], NEW, CHEAP)


def test_a_new_passphrase_that_is_too_short_is_refused() -> None:
    with pytest.raises(PassphraseRefused):
        accept(ASKED, ANSWER.reply, ANSWER.code, "too short", CHEAP)


def test_reply_and_code_work_once_and_for_the_last_request_only() -> None:
    done, _ = accept(ASKED, ANSWER.reply, ANSWER.code, NEW, CHEAP)
    again, _ = request(ASKED, ANN)
    for state in (done, again, MADE):
        with pytest.raises(RecoveryRefused, match="does not answer the last request"):
            accept(state, ANSWER.reply, ANSWER.code, NEW, CHEAP)


def test_the_reply_opens_on_the_laptop_that_asked_only() -> None:
    assert ASKED.pending is not None
    other = msgspec.structs.replace(ASKED.pending, identity=sealing.new_identity())
    with pytest.raises(RecoveryRefused, match="not a reply"):
        accept(msgspec.structs.replace(ASKED, pending=other), ANSWER.reply, ANSWER.code, NEW, CHEAP)


def test_another_recovery_card_does_not_answer() -> None:
    with pytest.raises(RecoveryRefused, match="not sealed for this recovery card"):
        answer(REQUEST, sealing.new_identity(), CHEAP)


def test_a_request_cannot_name_somebody_whose_store_it_is_not() -> None:
    for change in ({"person": "0e" * 16}, {"store": "0e" * 16}):
        with pytest.raises(RecoveryRefused, match="not a request"):
            answer(rewritten(REQUEST, change), CARD, CHEAP)
    with pytest.raises(ValueError, match="not a person who may open this store"):
        request(MADE, "0e" * 16)


def test_a_reply_cannot_be_turned_to_another_person() -> None:
    with pytest.raises(WrongCode):
        accept(ASKED, rewritten(ANSWER.reply, {"person": BEN}), ANSWER.code, NEW, CHEAP)


def test_a_reply_with_the_key_of_another_store_changes_nothing() -> None:
    """Somebody who knows the recovery card's public half can make a request, never a fitting reply."""
    other, _ = create(STORE, ANN, "Ann Reed", ANNS, sealing.recipient_of(CARD), CHEAP)
    foreign, asked = request(msgspec.structs.replace(other, recovery=MADE.recovery), ANN)
    assert foreign.pending is not None
    reply = answer(asked, CARD, CHEAP)
    mixed: Slots = msgspec.structs.replace(MADE, pending=foreign.pending)
    with pytest.raises(RecoveryRefused, match="not a reply"):
        accept(mixed, reply.reply, reply.code, NEW, CHEAP)


def test_a_recovery_card_slipped_into_the_slots_is_noticed_when_the_key_is_back() -> None:
    bad = msgspec.structs.replace(ASKED, recovery=sealing.recipient_of(sealing.new_identity()))
    with pytest.raises((RecoveryRefused, SlotsRefused)):
        accept(bad, ANSWER.reply, ANSWER.code, NEW, CHEAP)


def test_a_changed_or_shortened_request_is_refused() -> None:
    for position in range(0, len(REQUEST) - 1, 3):
        changed = bytearray(REQUEST)
        changed[position] ^= 4
        for data in (bytes(changed), REQUEST[:position]):
            with pytest.raises(RecoveryRefused, match="not a request for a forgotten passphrase"):
                answer(data, CARD, CHEAP)


def test_a_changed_or_shortened_reply_is_refused() -> None:
    for position in range(0, len(ANSWER.reply) - 1, 3):
        changed = bytearray(ANSWER.reply)
        changed[position] ^= 4
        for data in (bytes(changed), ANSWER.reply[:position]):
            with pytest.raises(RecoveryRefused, match="not a reply for a forgotten passphrase"):
                accept(ASKED, data, ANSWER.code, NEW, CHEAP)


def test_hostile_files_are_refused() -> None:
    deep = b'{"format":1,"id":' + b"[" * 30_000
    for data in (
        b"",
        b"\n",
        deep + b"\n" + hashlib.sha256(deep).hexdigest().encode(),
        b"x" * (FILE_LIMIT + 1),
    ):
        with pytest.raises(RecoveryRefused):
            answer(data, CARD, CHEAP)
    passphrase_file = rewritten(REQUEST, {"recoverable": "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCA="})
    with pytest.raises(RecoveryRefused, match="not a request"):
        answer(passphrase_file, CARD, CHEAP)


def test_a_reply_cannot_ask_for_a_cost_beyond_the_limit() -> None:
    assert ASKED.pending is not None
    inside = {
        "format": 1,
        "wrapped": {"memory": 2**31, "passes": 3, "lanes": 4, "salt": "A" * 22 + "==", "sealed": "A" * 80},
    }
    sealed = sealing.seal(json.dumps(inside).encode(), [sealing.recipient_of(ASKED.pending.identity)])
    hostile = rewritten(ANSWER.reply, {"sealed": msgspec.to_builtins(sealed)})
    with pytest.raises(RecoveryRefused, match="not a reply"):
        accept(ASKED, hostile, ANSWER.code, NEW, CHEAP)


def test_newer_files_ask_for_the_newer_casebook() -> None:
    with pytest.raises(RecoveryRefused, match="This request is from a newer Casebook"):
        answer(rewritten(REQUEST, {"format": 2}), CARD, CHEAP)
    with pytest.raises(RecoveryRefused, match="This reply is from a newer Casebook"):
        accept(ASKED, rewritten(ANSWER.reply, {"format": 2}), ANSWER.code, NEW, CHEAP)
