"""Which column of a provider's list holds which field."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from model.instruments.programme import Column
from model.lists.remarks import quoted, visible
from model.refusal import Refusal

REFERENCE = "reference"
"""The field by which the provider names a case; every list has it."""

_NOTHING_TAKEN = "Nothing was taken in."


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column of the programme that the list has: its heading as written, its place counted from 0."""

    column: Column
    header: str
    place: int


@dataclass(frozen=True, slots=True)
class Columns:
    """How the headings were understood: columns found, fields the list lacks, headings unknown here."""

    found: tuple[FoundColumn, ...]
    not_found: tuple[str, ...]
    unknown: tuple[str, ...]


def match_columns(header: Sequence[str], columns: Sequence[Column]) -> Columns:
    """Say which heading stands for which column; empty headings stand for none.

    Raises Refusal when a required column is missing, or when two headings would both be one field.
    """
    by_heading = {
        _heading(spelling): column
        for column in columns
        for spelling in (column.field, *column.title.values(), *column.headers)
    }
    found: dict[str, FoundColumn] = {}
    unknown: list[str] = []
    for place, written in enumerate(header):
        column = by_heading.get(_heading(written))
        if column is None:
            if written.strip():
                unknown.append(visible(written))
        elif column.field in found:
            raise _twice(found[column.field].header, written)
        else:
            found[column.field] = FoundColumn(column, visible(written), place)
    missing = [column for column in columns if column.field not in found]
    required = [column for column in missing if column.required or column.field == REFERENCE]
    if required:
        raise _without(required, header)
    return Columns(tuple(found.values()), tuple(column.field for column in missing), tuple(unknown))


def _heading(text: str) -> str:
    """What two headings have in common that differ only in case, spaces, underscores or a closing mark."""
    words = unicodedata.normalize("NFKC", text).replace("_", " ").replace("\ufeff", "").casefold().split()
    return " ".join(words).rstrip(" :*.")


def _without(missing: Sequence[Column], header: Sequence[str]) -> Refusal:
    names = " and ".join(quoted(column.headers[0]) for column in missing)
    headings = ", ".join(quoted(written) for written in header if written.strip()) or "no headings at all"
    return Refusal(
        f"The list has no column for {names}; its first row reads {headings}.",
        _NOTHING_TAKEN,
        f"Name the column{'s' if len(missing) > 1 else ''} so in the first row, delete any lines above the "
        "headings, and read the list again.",
    )


def _twice(first: str, second: str) -> Refusal:
    return Refusal(
        f"Two columns, {quoted(first)} and {quoted(second)}, say the same thing.",
        _NOTHING_TAKEN,
        "Delete or rename the one that does not count, and read the list again.",
    )
