"""What somebody wants recorded about one field, before it becomes an entry."""

from dataclasses import dataclass

from model.journal.entry import FieldKey, Hash, Value


@dataclass(frozen=True, slots=True)
class Change:
    """`replaces` is None for "whatever is current now"; an undo names what it takes back."""

    key: FieldKey
    value: Value
    reason: str | None = None
    meaning: int | None = None
    instrument: str | None = None
    replaces: tuple[Hash, ...] | None = None
