"""What a table read from a file is, and how large it may be."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.lists.remarks import quoted
from model.refusal import Refusal
from model.text import hidden_characters

MOST_BYTES = 20_000_000
"""Of a file as it lies on the disk."""
MOST_ROWS = 20_000
MOST_COLUMNS = 500
MOST_CELLS = 2_000_000
MOST_CHARACTERS = 32_767
"""In one cell: what Excel allows."""

_NOTHING_READ = "Nothing was taken in."


class NotATable(Refusal):
    """A file that is no table, is damaged, or is larger than any list of cases."""


@dataclass(frozen=True, slots=True)
class Table:
    """A heading row and the rows below it, all cells text; rows may be shorter than the headings.

    `header_row` is the row number of the headings in the file, counted from 1; the rows follow without a gap.
    Dates of a workbook read yyyy-mm-dd. `source` says how the file was read, as in "CSV, UTF-8, commas".
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    header_row: int
    source: str


class Lines:
    """Gathers the rows of a sheet within the limits; blank ones only move the place of the next.

    `filled` are the rows from the first of the sheet to the last one that holds anything, without blank ends.
    """

    def __init__(self, name: str) -> None:
        self.filled: list[Sequence[str]] = []
        self._name = name
        self._place = 0

    def add(self, cells: Sequence[str], times: int = 1) -> None:
        """Take in the next row, which stands there so many times. Raises NotATable over the limits."""
        line = _without_blank_end(cells)
        if line:
            check_size(self._name, self._place + times, len(line))
            self.filled += [()] * (self._place - len(self.filled)) + [line] * times
        self._place += times


def table_of(lines: Sequence[Sequence[str]], name: str, source: str) -> Table:
    """Return the table that the lines of the file called `name` make: headings first, blank ends left out.

    Raises NotATable when there is nothing in it, its headings are no text, or it is over the limits.
    """
    filled = [_without_blank_end(line) for line in lines]
    while filled and not filled[-1]:
        filled.pop()
    first = next((number for number, line in enumerate(filled) if line), None)
    if first is None:
        raise not_a_table(f"{quoted(name)} is empty.", "Choose the file that holds the list.")
    check_size(name, len(filled), max(map(len, filled)))
    header = tuple(cell.removeprefix("\ufeff") for cell in filled[first])
    if any(hidden_characters(cell.replace("\r", "\n")) for cell in header):
        raise not_a_table(
            f"The first row of {quoted(name)} holds characters that are no text.",
            "Choose the file that holds the list; if this is it, save it anew as .xlsx or CSV.",
        )
    if any(len(cell) > MOST_CHARACTERS for line in filled for cell in line):
        raise too_large(name, f"a cell of it is longer than {MOST_CHARACTERS:,} characters")
    return Table(header, tuple(filled[first + 1 :]), first + 1, source)


def check_size(name: str, rows: int, columns: int) -> None:
    """Raise NotATable when a table of so many rows and columns is larger than any list of cases."""
    if rows > MOST_ROWS + 1:
        raise too_large(name, f"it has more than {MOST_ROWS:,} rows")
    if columns > MOST_COLUMNS:
        raise too_large(name, f"it has more than {MOST_COLUMNS} columns")
    if rows * columns > MOST_CELLS:
        raise too_large(name, f"it has more than {MOST_CELLS:,} cells")


def not_a_table(happened: str, next: str) -> NotATable:
    """Return the refusal of a file, of which nothing is taken in."""
    return NotATable(happened, _NOTHING_READ, next)


def too_large(name: str, how: str) -> NotATable:
    """Return the refusal of a file that is over a limit; `how` completes "…, as "."""
    return not_a_table(
        f"{quoted(name)} is larger than any list of cases, as {how}.",
        "Check that this is the right file; if so, delete what is not part of the list and save it anew.",
    )


def damaged(name: str) -> NotATable:
    """Return the refusal of a file that claims to be a table and cannot be read as one."""
    return not_a_table(
        f"{quoted(name)} is damaged or was not written by a spreadsheet.",
        "Ask for the list again, or open it in a spreadsheet and save it anew as .xlsx or CSV.",
    )


def _without_blank_end(line: Sequence[str]) -> tuple[str, ...]:
    end = len(line)
    while end and not line[end - 1].strip():
        end -= 1
    return tuple(line[:end])
