"""Rows of a provider's list that give the same case twice: which one counts, and which must be decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.lists.remarks import quoted

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One row taken in: its number in the provider's file, and for each field found its value or ""."""

    number: int
    values: Mapping[str, str]

    @property
    def reference(self) -> str:
        """The provider's reference for the case."""
        return self.values["reference"]


@dataclass(frozen=True, slots=True)
class Twins:
    """Rows that give one reference different contents, and the fields in which they differ."""

    reference: str
    rows: tuple[int, ...]
    differ_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Rows that count, the sentence for each row that does not, and the twins that somebody must decide."""

    kept: tuple[Row, ...]
    refused: Mapping[int, str]
    undecided: tuple[Twins, ...]


def settle_twins(rows: Sequence[Row], decided: Mapping[str, int]) -> Settled:
    """Keep the first of rows that say the same; keep none of rows that differ, until decided.

    `decided` gives for a reference the number of the row that a person chose; the number of any other row
    decides nothing.
    """
    by_reference: dict[str, list[Row]] = {}
    for row in rows:
        by_reference.setdefault(row.reference, []).append(row)
    kept: list[Row] = []
    refused: dict[int, str] = {}
    undecided: list[Twins] = []
    for reference, same in by_reference.items():
        differ_in = _differ_in(same)
        chosen = next((row for row in same if row.number == decided.get(reference)), None)
        if chosen is None and not differ_in:
            chosen = same[0]
        if chosen is not None:
            kept.append(chosen)
        else:
            undecided.append(Twins(reference, tuple(row.number for row in same), differ_in))
        why = _why(same, chosen, differ_in)
        refused.update({row.number: why for row in same if row is not chosen})
    return Settled(tuple(sorted(kept, key=lambda row: row.number)), refused, tuple(undecided))


def _differ_in(same: Sequence[Row]) -> tuple[str, ...]:
    first = same[0].values
    return tuple(field for field in first if any(row.values[field] != first[field] for row in same[1:]))


def _why(same: Sequence[Row], chosen: Row | None, differ_in: Sequence[str]) -> str:
    """Why the rows of one reference do not count, other than the chosen one."""
    case = f"Case {quoted(same[0].reference)}"
    if chosen is None:
        numbers = ", ".join(str(row.number) for row in same[:_MOST_NAMED])
        more = f" and {len(same) - _MOST_NAMED} more" if len(same) > _MOST_NAMED else ""
        fields = ", ".join(field.replace("_", " ") for field in differ_in)
        return f"{case} is in rows {numbers}{more}, which differ ({fields}); somebody must choose."
    if differ_in:
        return f"Of the rows about case {quoted(chosen.reference)}, row {chosen.number} was chosen."
    return f"{case} is already in row {chosen.number}, with the same content."
