"""Ids and fingerprints follow from both public keys and from nothing else."""

import re
from dataclasses import replace

import pytest

from model.people import Card, Role, digit_groups, fingerprint, person_id, same_keys

CARD = Card("Gwen Prŷs", "age1" + "q" * 58, "ab" * 32, "2018-10-01T09:00:00Z")


def test_the_id_is_the_same_for_ever() -> None:
    assert person_id(CARD) == "6be5c47f268f555b12e7807cd121dd97"


def test_name_and_time_change_neither_id_nor_fingerprint() -> None:
    renamed = replace(CARD, name="Gwen Jones", made="2019-01-01T09:00:00Z")
    assert person_id(renamed) == person_id(CARD)
    assert fingerprint(renamed) == fingerprint(CARD)
    assert same_keys(renamed, CARD)


@pytest.mark.parametrize("change", [{"age_recipient": "age1" + "p" * 58}, {"signing_key": "ac" * 32}])
def test_either_key_changes_both(change: dict[str, str]) -> None:
    other = replace(CARD, **change)
    assert person_id(other) != person_id(CARD)
    assert fingerprint(other) != fingerprint(CARD)
    assert not same_keys(other, CARD)


def test_a_fingerprint_is_eight_groups_of_five_digits() -> None:
    assert re.fullmatch(r"(\d{5} ){7}\d{5}", fingerprint(CARD))


def test_digit_groups_keep_leading_zeros_and_refuse_what_does_not_fit() -> None:
    assert digit_groups(42, 2) == "00000 00042"
    with pytest.raises(ValueError, match="2 groups"):
        digit_groups(10**10, 2)
    with pytest.raises(ValueError, match="-1"):
        digit_groups(-1, 2)


def test_the_roles_are_those_of_the_field() -> None:
    assert {str(role) for role in Role} == {
        "inspector", "local_assessor", "lead", "quality", "office", "analyst",
    }  # fmt: skip
