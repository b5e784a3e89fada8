"""An inspection and the people in it, as the journal holds them now."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.cases import words
from model.journal.fields import Current
from model.people import Role


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the office recorded about one inspection; `programme` is the fingerprint of its programme file."""

    id: str
    name: str
    provider: str
    provider_type: str
    programme: str
    start: str
    end: str
    key: str
    """The age recipient to which every bundle of this inspection is sealed."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a card in this inspection."""

    id: str
    name: str
    role: Role | None
    card: str
    """The card as the office read it (its text)."""
    confirmed: bool
    withdrawn: bool


def inspection_from(id: str, fields: Mapping[str, Current]) -> Inspection:
    """Return the inspection that these fields describe."""
    names = ("name", "provider", "provider_type", "programme", "start", "end", "key")
    return Inspection(id, *(words(fields, name) for name in names))


def person_from(id: str, fields: Mapping[str, Current]) -> Person:
    """Return the person that these fields describe."""
    role = words(fields, "role")
    return Person(
        id,
        words(fields, "name"),
        Role(role) if role in set(Role) else None,
        words(fields, "card"),
        "confirmed" in fields and fields["confirmed"].value is True,
        "withdrawn" in fields and fields["withdrawn"].value is True,
    )
