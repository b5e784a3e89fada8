"""Reading the first visible sheet of an XLSX workbook that holds anything, with openpyxl."""

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl.reader.excel import ExcelReader

from storage.tables.archive import Archive
from storage.tables.table import Lines, too_large
from storage.tables.values import moment, plain_number, share, shows_a_share

_MOST_PLACES = 3_000_000
"""Cells and rows, blank ones too, that are looked at."""
_RETURN = "_x000D_"


class _Reader(ExcelReader):  # type: ignore[misc]
    """openpyxl's reader of a workbook, without the parts that hold no list."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive.fp, read_only=True, data_only=True, keep_links=False)
        self.archive, self.valid_files = archive, archive.namelist()

    def _passed_over(self, *_: object) -> None:
        pass

    read_properties = read_custom = read_theme = read_chartsheet = _passed_over


def read_xlsx(archive: Archive, name: str) -> tuple[Sequence[Sequence[str]], str]:
    """Return the lines of a workbook's first filled visible sheet, and that sheet's name.

    Formulas count by the value that was last worked out. Raises NotATable over the limits, and whatever
    openpyxl raises where the workbook is damaged.
    """
    return next(((lines, title) for title, lines in read_every_sheet(archive, name) if lines), ([], ""))


def read_every_sheet(archive: Archive, name: str) -> Iterator[tuple[str, Sequence[Sequence[str]]]]:
    """Yield the name and the lines of every visible sheet, in order; raises as `read_xlsx` does."""
    warnings.filterwarnings("ignore", module="openpyxl")
    reader = _Reader(archive)
    reader.read()
    for sheet in reader.wb.worksheets:
        if sheet.sheet_state == "visible":
            yield sheet.title, _lines(sheet, name)


def _lines(sheet: Any, name: str) -> Sequence[Sequence[str]]:
    """All rows of a sheet to the last one filled, whatever size it states."""
    sheet.reset_dimensions()
    lines, places = Lines(name), 0
    for cells in sheet.iter_rows():
        places += 1 + len(cells)
        if places > _MOST_PLACES:
            raise too_large(name, f"it has more than {_MOST_PLACES:,} rows and cells, the blank ones too")
        lines.add([_shown(cell) for cell in cells])
    return lines.filled


def _shown(cell: Any) -> str:
    match cell.value:
        case None:
            return ""
        case str(text):
            return text.replace(_RETURN, "\r")
        case bool(fact):
            return str(fact).upper()
        case int() | float() as number if shows_a_share(cell.number_format):
            return share(number)
        case float(number):
            return plain_number(number)
        case datetime() as when:
            return moment(when)
        case date() | time() as when:
            return when.isoformat()
        case other:
            return str(other)
