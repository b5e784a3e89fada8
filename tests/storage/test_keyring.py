"""Secret keys in the store."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import keyring, store
from storage.keys import card_of, make_keys, serialise
from storage.known import card_text
from storage.store import Store


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    made = store.create(tmp_path, secrets.token_bytes(32))
    yield made
    made.close()


def test_keys_and_cards_come_back_for_their_owner_only(opened: Store) -> None:
    keys = make_keys()
    card = card_of(keys, "Ann", "2018-10-08T10:00:00Z")
    keyring.keep(opened.db, "ann", keyring.KEYS, serialise(keys))
    keyring.keep(opened.db, "ann", keyring.OWN_CARD, card_text(card).encode())
    assert keyring.keys_of(opened.db, "ann") == keys
    assert keyring.card_of(opened.db, "ann", keyring.OWN_CARD) == card
    assert keyring.card_of(opened.db, "ben", keyring.OWN_CARD) is None
    with pytest.raises(KeyError):
        keyring.keys_of(opened.db, "ben")


def test_a_secret_takes_the_place_of_one_of_its_name_and_owner(opened: Store) -> None:
    for owner, value in (("inspection", b"one"), ("inspection", b"two"), ("other", b"three")):
        keyring.keep(opened.db, owner, keyring.IDENTITY, value)
    assert keyring.find(opened.db, "inspection", keyring.IDENTITY) == b"two"
    assert keyring.find(opened.db, "other", keyring.IDENTITY) == b"three"
    assert keyring.find(opened.db, "inspection", keyring.SEALED) is None
