"""Reading text with separators: which characters it is written in, which separator it uses."""

import codecs
import csv
import io
import re
from collections.abc import Sequence

from model.lists.remarks import quoted
from storage.tables.table import MOST_ROWS, NotATable, not_a_table, too_large

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_NOTHING = " " + "".join(_SEPARATORS)
_STATED = re.compile(r'"?sep=([,;\t])"?\r?(?=\n)', re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


def read_separated(data: bytes, name: str) -> tuple[Sequence[Sequence[str]], str]:
    """Return the lines of a CSV file, and how it was read, as in "CSV, UTF-8, commas".

    UTF-8 and UTF-16 are known by their byte-order mark, UTF-8 also without one; what is no UTF-8 counts as
    Windows-1252, as British spreadsheets write it. The separator is the one of comma, semicolon and tab that
    gives the first line most cells (or the one that a line "sep=;" states): csv.Sniffer also guesses at
    quotation marks, and wrongly.

    Raises NotATable where it is no text, a quotation mark is not closed, or there are too many rows.
    """
    text, encoding = _decoded(data, name)
    if stated := _STATED.match(text):
        separator, text = stated[1], text[stated.end() :]
    else:
        separator = max(_SEPARATORS, key=lambda each: _cells_of_first_line(text, each))
    return _lines(text, separator, name), f"CSV, {encoding}, {_SEPARATORS[separator]}"


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    marked = [(encoding, called) for mark, encoding, called in _MARKS if data.startswith(mark)]
    for encoding, called in marked or [("utf-8", "UTF-8"), ("cp1252", "Windows-1252")]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, called
    raise not_a_table(
        f"{quoted(name)} is neither text nor a workbook that Casebook reads.",
        "Choose a list saved as .xlsx, .ods or CSV.",
    )


def _cells_of_first_line(text: str, separator: str) -> int:
    """How many cells the first line that says anything has with this separator; 0 if it cannot be read so."""
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return next((len(line) for line in lines if any(cell.strip(_NOTHING) for cell in line)), 0)
    except csv.Error:
        return 0


def _lines(text: str, separator: str, name: str) -> Sequence[Sequence[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[list[str]] = []
    blank = 0
    try:
        for line in reader:
            if not any(line):
                blank += 1
                continue
            if len(lines) + blank > MOST_ROWS:
                raise too_large(name, f"it has more than {MOST_ROWS:,} rows")
            lines += [[]] * blank
            lines.append(line)
            blank = 0
    except csv.Error:
        raise _out_of_place(name, reader.line_num) from None
    return lines


def _out_of_place(name: str, line: int) -> NotATable:
    return not_a_table(
        f"{quoted(name)} cannot be read from line {line} on: a quotation mark is open or out of place, "
        "or a cell is too long.",
        "Mend that line in the file, or open it in a spreadsheet and save it anew as .xlsx.",
    )
