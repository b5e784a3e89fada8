"""What the provider's list proposes for a fact; it never decides."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.answers import Value
from model.documents.dates import date_in_words
from model.documents.material import PERSONAL_FIELDS
from model.instruments.instrument import Kind, Question, say


@dataclass(frozen=True, slots=True)
class Proposal:
    """The list's words for a fact; `value` is the answer they mean, None where that is not certain."""

    words: str
    value: Value


def proposal(question: Question, listed: Mapping[str, str]) -> Proposal | None:
    """Return what the list says about a fact, or None where it has no such column or is not to be shown."""
    if question.proposes is None or question.proposes in PERSONAL_FIELDS:
        return None
    said = listed.get(question.proposes)
    if said is None:
        return None
    if not said.strip():
        return Proposal("nothing", None)
    value = _meant(question, said.strip())
    option = question.option(value) if isinstance(value, str) else None
    words = say(option.label) if option else date_in_words(said.strip(), short=True)
    return Proposal(words, value)


def _meant(question: Question, said: str) -> Value:
    if question.kind is Kind.NUMBER:
        return int(said) if said.isdecimal() else None
    if question.kind in (Kind.DATE, Kind.TEXT):
        return said
    plain = _plain(said)
    for option in question.options:
        if plain in (_plain(option.code), *(_plain(label) for label in option.label.values())):
            return (option.code,) if question.kind is Kind.SEVERAL else option.code
    return None


def _plain(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
