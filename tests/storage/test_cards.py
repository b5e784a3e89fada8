"""Invitations and cards are taken in whole, unchanged and signed by their own keys, or refused in words."""

import json
from dataclasses import replace

import pytest

from model.people import fingerprint
from storage import sealing
from storage.cards import (
    FILE_LIMIT,
    CardRefused,
    Invitation,
    Offered,
    read_card,
    read_invitation,
    write_card,
    write_invitation,
)
from storage.keys import card_of, make_keys, sign

MADE = "2018-10-01T09:00:00Z"
OFFICE, PERSON = make_keys(), make_keys()
RECOVERY = sealing.recipient_of(sealing.new_identity())
INVITATION = Invitation(
    "0a" * 16,
    card_of(OFFICE, "Office", MADE),
    RECOVERY,
    "0b" * 16,
    "North West 2018",
    "A division",
    "Siân",
    MADE,
)
OFFERED = Offered(card_of(PERSON, "Siân Prŷs", MADE), INVITATION.id)


def rewritten(data: bytes, **changes: object) -> bytes:
    """The same file with other fields and the old signature."""
    line, signature = data.splitlines()
    return json.dumps({**json.loads(line), **changes}).encode() + b"\n" + signature + b"\n"


def test_an_invitation_is_read_as_it_was_written() -> None:
    assert read_invitation(write_invitation(INVITATION, OFFICE)) == INVITATION
    bare = replace(INVITATION, provider="", invited="")
    assert read_invitation(write_invitation(bare, OFFICE)) == bare


def test_a_card_is_read_as_it_was_written_and_keeps_its_fingerprint() -> None:
    again = read_card(write_card(OFFERED, PERSON))
    assert again == OFFERED
    assert fingerprint(again.card) == fingerprint(OFFERED.card)


def test_a_mail_program_may_change_the_ends_of_lines() -> None:
    assert read_card(write_card(OFFERED, PERSON).replace(b"\n", b"\r\n")) == OFFERED


def test_every_bit_of_a_card_counts() -> None:
    data = write_card(OFFERED, PERSON).rstrip(b"\n")
    for position in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[position] ^= 1 << bit
            with pytest.raises(CardRefused):
                read_card(bytes(changed))


def test_every_shortened_invitation_is_refused() -> None:
    data = write_invitation(INVITATION, OFFICE).rstrip(b"\n")
    for end in range(len(data)):
        with pytest.raises(CardRefused):
            read_invitation(data[:end])


def test_another_recovery_card_cannot_be_slipped_into_an_invitation() -> None:
    other = sealing.recipient_of(sealing.new_identity())
    with pytest.raises(CardRefused, match="was changed after it was made"):
        read_invitation(rewritten(write_invitation(INVITATION, OFFICE), recovery=other))


def test_a_card_signed_by_somebody_else_is_refused() -> None:
    with pytest.raises(CardRefused, match="not made with its own keys"):
        read_card(write_card(OFFERED, OFFICE))


def test_a_signature_made_for_another_kind_of_file_does_not_stand() -> None:
    line = write_card(OFFERED, PERSON).splitlines()[0]
    with pytest.raises(CardRefused, match="was changed"):
        read_card(line + b"\n" + sign(PERSON, b"casebook invitation 1", line).hex().encode())


def test_the_wrong_kind_of_file_is_named() -> None:
    with pytest.raises(CardRefused, match=r"This is a card, not an invitation\."):
        read_invitation(write_card(OFFERED, PERSON))
    with pytest.raises(CardRefused, match=r"This is an invitation, not a card\."):
        read_card(write_invitation(INVITATION, OFFICE))


def test_a_newer_format_asks_for_a_newer_casebook() -> None:
    with pytest.raises(CardRefused, match="from a newer Casebook"):
        read_card(rewritten(write_card(OFFERED, PERSON), format=2, shape="unknown"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"not json",
        b"{}",
        b'{"casebook":7}',
        b"[" * 15_000,
        b"\xff" * 50,
        b" " * FILE_LIMIT + b"{}",
    ],
)
def test_any_other_file_is_refused(data: bytes) -> None:
    with pytest.raises(CardRefused, match="is not a card of Casebook, or it is damaged") as caught:
        read_card(data)
    assert caught.value.kept == "Nothing was taken in."


@pytest.mark.parametrize(
    "change", [{"extra": 1}, {"invitation": "x"}, {"invitation": "0a" * 16 + "\n"}, {"card": None}]
)
def test_a_signed_file_of_another_shape_is_refused(change: dict[str, object]) -> None:
    line = rewritten(write_card(OFFERED, PERSON), **change).splitlines()[0]
    with pytest.raises(CardRefused, match="is not a card of Casebook"):
        read_card(line + b"\n" + sign(PERSON, b"casebook card 1", line).hex().encode())


@pytest.mark.parametrize("name", ["", "a" * 201, "Ann\u202eReed", "Ann\x07", "Ann\nReed"])
def test_a_name_that_hides_something_is_not_written(name: str) -> None:
    with pytest.raises(CardRefused, match="A name here is empty, longer"):
        write_card(replace(OFFERED, card=replace(OFFERED.card, name=name)), PERSON)
