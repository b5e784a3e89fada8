"""Cards as text."""

import pytest

from storage.keys import card_of, make_keys
from storage.known import card_in, card_text


def test_a_card_comes_back_from_its_text() -> None:
    card = card_of(make_keys(), "Siân Ŵyn-Hughes", "2018-10-01T09:00:00Z")
    assert card_in(card_text(card)) == card


@pytest.mark.parametrize("text", ["", "{}", "[]", b"\xff", '{"name": "x", "age_recipient": "age1x"}'])
def test_anything_else_is_no_card(text: str | bytes) -> None:
    assert card_in(text) is None
