"""What there is to say about a row or a cell of a provider's list, in words for the office."""

from dataclasses import dataclass
from enum import StrEnum

from model.text import hidden_characters

_LONGEST_QUOTE = 60


class RemarkKind(StrEnum):
    """What became of a row or a cell, from best to worst."""

    UNDERSTOOD = "understood"
    MENDED = "mended"
    LEFT_BLANK = "left blank"
    REFUSED = "refused"


SEVERITY = {kind: place for place, kind in enumerate(RemarkKind)}
"""How bad each kind is: 0 for understood, 3 for refused."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say about one row, or one cell of it.

    `row` is the row number in the provider's file (the headings of a plain list are row 1). `field` and
    `column` (the heading as the file has it) are empty where the remark is about the whole row. `raw` is
    what the file says, hidden characters spelled out; `value` is what was taken in, "" for nothing.
    """

    row: int
    field: str
    column: str
    kind: RemarkKind
    raw: str
    value: str
    sentence: str


def visible(text: str) -> str:
    """Return `text` with each control or reordering character spelled out, so that it is safe to show.

    >>> visible("Jo" + chr(0x202E) + "hn")
    'Jo[U+202E]hn'
    """
    if not hidden_characters(text):
        return text
    return "".join(
        f"[{named[0]}]" if (named := hidden_characters(character)) else character for character in text
    )


def quoted(text: str) -> str:
    """Return `text` as a sentence quotes it: in quotation marks, nothing hidden in it, long text cut.

    >>> quoted(" male")
    '“ male”'
    """
    shown = visible(text)
    return f"“{shown}”" if len(shown) <= _LONGEST_QUOTE else f"“{shown[:_LONGEST_QUOTE]}…”"
