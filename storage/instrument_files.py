"""Instruments as files of an office: XLSForm workbooks out and in, and the TOML that an import becomes."""

from collections.abc import Mapping
from pathlib import Path

import tomli_w

from model.instruments.instrument import Instrument
from model.instruments.reader import read_instrument
from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.columns import SheetRows
from model.instruments.xlsform.reading import form_of
from model.instruments.xlsform.writing import rows_of
from storage.platform import read_limited
from storage.tables.reading import read_sheets
from storage.tables.table import MOST_BYTES
from storage.tables.writing import Sheet, write_xlsx

_HEADINGS = frozenset({"type", "list_name", "list name", "form_id", "form_title"})
_HIGHEST = 10
"""So many filled lines from the top are searched for headings."""


def xlsform_of(instrument: Instrument) -> bytes:
    """Return the instrument as an XLSForm workbook. Refusal: a text that no cell can hold."""
    sheets = rows_of(instrument)
    return write_xlsx(
        [
            Sheet(
                sheet.title,
                sheet.header,
                [[row.get(heading) for heading in sheet.header] for row in sheet.rows],
            )
            for sheet in sheets
        ]
    )


def instrument_text(workbook: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of the instrument file that an XLSForm workbook means, and what of it was left out.

    `name` is the workbook's. The text has been read by the strict reader. Refusal: no workbook, or
    WrongInstrument with sheet and row and what to do.
    """
    sheets = {title: _rows(title, lines) for title, lines in read_sheets(workbook, name).items()}
    form = form_of(sheets, name)
    text = tomli_w.dumps(form.values)
    try:
        read_instrument(text, name)
    except WrongInstrument as wrong:
        raise form.placed(wrong) from None
    return text, form.remarks


def read_workbook_file(path: Path) -> bytes:
    """Return what a workbook file holds. Refusal: CannotRead, or too large."""
    return read_limited(path, MOST_BYTES)


def _rows(title: str, lines: tuple[tuple[str, ...], ...]) -> SheetRows:
    """The lines under their headings, above which somebody may have put a title."""
    filled = [number for number, line in enumerate(lines) if any(cell.strip() for cell in line)]
    headed = (
        number for number in filled[:_HIGHEST] if _HEADINGS & {cell.strip().lower() for cell in lines[number]}
    )
    first = next(headed, filled[0] if filled else 0)
    header = tuple(cell.strip() for cell in lines[first]) if lines else ()
    rows: list[Mapping[str, str]] = [
        {heading: cell for heading, cell in zip(header, line, strict=False) if heading and cell.strip()}
        for line in lines[first + 1 :]
    ]
    return SheetRows(title, header, rows, first + 2)
