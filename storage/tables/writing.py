"""Writing tables that no spreadsheet takes for formulas: CSV as bytes of text, XLSX with typed cells."""

import csv
import io
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from model.lists.remarks import quoted
from model.refusal import Refusal
from storage.tables.table import MOST_CHARACTERS

Cell = str | int | float | None
"""A cell: text, a number, or None for an empty one. Dates go as ISO text."""

_STARTS_A_FORMULA = frozenset("=+-@|%\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_LINES_AND_TABS = frozenset("\n\r\t")
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_WIDEST, _NARROWEST = 60, 8

_IN_MEMORY = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to write: its title, its headings, its rows."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def write_csv(sheet: Sheet) -> bytes:
    """Return a sheet as CSV: UTF-8 with a byte-order mark, commas, every cell in quotation marks."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([defused(heading) for heading in sheet.header])
    writer.writerows([_csv_text(cell) for cell in row] for row in sheet.rows)
    return written.getvalue().encode("utf-8-sig")


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook of one or more sheets; text cells are text, whatever they say, and numbers numbers.

    Nothing is written to disk. Raises Refusal for a text or a table that a workbook cannot hold.
    """
    import xlsxwriter

    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, _IN_MEMORY)
    heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for sheet, title in zip(sheets, _titles(sheets), strict=True):
        _check_fits(sheet)
        page = workbook.add_worksheet(title)
        page.freeze_panes(1, 0)
        for column, text in enumerate(sheet.header):
            page.write_string(0, column, text, heading)
            page.set_column(column, column, _width(sheet, column))
        for number, row in enumerate(sheet.rows, 1):
            _write_row(page, number, row)
    workbook.close()
    return target.getvalue()


def _write_row(page: Any, number: int, row: Sequence[Cell]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            page.write_string(number, column, cell)
        elif cell is not None and math.isfinite(cell):
            page.write_number(number, column, cell)


def defused(text: str) -> str:
    """Return text as a CSV cell that no spreadsheet works out.

    Characters that nobody sees are left out, and an apostrophe stands in front where the first visible one
    would begin a formula, or is a tab or the end of a line. Numbers stay as they are.

    >>> defused("=1+1"), defused("-1"), defused("+44 20"), defused("Zoë = me")
    ("'=1+1", '-1', "'+44 20", 'Zoë = me')
    """
    if text.isalnum():
        return text
    shown = "".join(
        character
        for character in text
        if character in _LINES_AND_TABS or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )
    begins_badly = shown.lstrip()[:1] in _STARTS_A_FORMULA or shown[:1] in _LINES_AND_TABS
    return f"'{shown}" if shown and begins_badly and not _NUMBER.fullmatch(shown) else shown


def _csv_text(cell: Cell) -> str:
    if isinstance(cell, str):
        return defused(cell)
    return "" if cell is None or not math.isfinite(cell) else str(cell)


def _titles(sheets: Sequence[Sheet]) -> list[str]:
    """Titles as a workbook allows them: 31 characters, no brackets or slashes, each once."""
    titles: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        title = " ".join(_NOT_IN_A_TITLE.sub(" ", sheet.title).split())[:_LONGEST_TITLE].strip()
        taken = {each.casefold() for each in titles} | {"history", ""}
        if title.casefold() in taken:
            title = f"{title[: _LONGEST_TITLE - 6]} {number}".strip()
        titles.append(title)
    return titles


def _width(sheet: Sheet, column: int) -> int:
    """Wide enough for the first hundred cells of a column, within reason; headings wrap."""
    texts = [str(row[column]) for row in sheet.rows[:100] if column < len(row) and row[column] is not None]
    return min(_WIDEST, max(_NARROWEST, len(sheet.header[column]) // 2, *map(len, texts), 0) + 2)


def _check_fits(sheet: Sheet) -> None:
    width = max([len(sheet.header), *map(len, sheet.rows)])
    if len(sheet.rows) >= _MOST_ROWS or width > _MOST_COLUMNS:
        raise _does_not_fit(
            f"The table {quoted(sheet.title)} has more rows or columns than a workbook can hold."
        )
    for number, row in enumerate((sheet.header, *sheet.rows), 1):
        for cell in row:
            if isinstance(cell, str) and len(cell) > MOST_CHARACTERS:
                raise _does_not_fit(
                    f"Row {number} of the table {quoted(sheet.title)} has a text of {len(cell):,} "
                    f"characters, and a cell of a workbook holds {MOST_CHARACTERS:,}."
                )


def _does_not_fit(happened: str) -> Refusal:
    return Refusal(
        happened,
        "No file was written, and nothing in Casebook was changed.",
        "Write the table as CSV instead.",
    )
