"""Cards as the journal and the store hold them: text of one card, strictly read."""

import msgspec

from model.people import Card
from storage.strict import CardForm, card_form


def card_text(card: Card) -> str:
    """Return a card as the text that a person's field `card` holds."""
    return msgspec.json.encode(card_form(card)).decode()


def card_in(text: str | bytes) -> Card | None:
    """Return the card in a text that `card_text` wrote, or None for anything else."""
    try:
        return msgspec.json.decode(text, type=CardForm).card()
    except (msgspec.DecodeError, ValueError):
        return None
