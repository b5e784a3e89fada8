"""Reading a table from any file: what kind it is, by its content; the end is a table or a refusal."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from model.lists.remarks import quoted
from storage.platform import read_limited
from storage.tables.archive import Archive
from storage.tables.separated import read_separated
from storage.tables.table import MOST_BYTES, NotATable, Table, damaged, not_a_table, table_of, too_large

_Read = TypeVar("_Read")
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_CONTENT_TYPES, _WORKBOOK_FOLDER = "[Content_Types].xml", "xl/"
_SAVED = "Choose a file that was saved as .xlsx or .ods."
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"

_OTHERS: Mapping[bytes, str] = {
    b"\xd0\xcf\x11\xe0": "an old Excel workbook (.xls), or one that is protected by a password",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document",
    b"<!DOCTYPE": "a web page",
    b"<html": "a web page",
    b"age-encryption.org/": "a Casebook bundle or another sealed file",
    b"SQLite format 3": "a database",
    b"\x1f\x8b": "a packed archive",
}


def read_table_file(path: Path) -> Table:
    """Read the table in a file of any name. Raises Refusal: CannotRead or NotATable."""
    return read_table(read_limited(path, MOST_BYTES), path.name)


def read_table(data: bytes, name: str) -> Table:
    """Read a table from the bytes of a CSV, XLSX or ODS file; `name` is what a refusal calls it.

    Raises NotATable for everything else, for damage, and above the limits of storage/tables/table.py.
    """
    if len(data) > MOST_BYTES:
        raise too_large(name, f"it has more than {MOST_BYTES // 1_000_000} million bytes")
    if data.startswith(_ZIPPED):
        return _read_workbook(data, name)
    start = data[:64].lstrip()
    for mark, what in _OTHERS.items():
        if start.startswith(mark):
            raise _other(name, what)
    lines, source = read_separated(data, name)
    return table_of(lines, name, source)


def read_sheets(data: bytes, name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the lines of every visible sheet of an XLSX or ODS workbook, by the sheet's name in lower case.

    Raises NotATable for everything else, for damage, and above the limits of storage/tables/table.py.
    """
    if len(data) > MOST_BYTES:
        raise too_large(name, f"it has more than {MOST_BYTES // 1_000_000} million bytes")
    if not data.startswith(_ZIPPED):
        raise not_a_table(f"{quoted(name)} is not a workbook.", _SAVED)
    return _opened(data, name, _every_sheet)


def _read_workbook(data: bytes, name: str) -> Table:
    return _opened(data, name, _first_sheet)


def _opened(data: bytes, name: str, read: Callable[[Archive, str], _Read]) -> _Read:
    try:
        with Archive(data, name) as archive:
            return read(archive, name)
    except NotATable:
        raise
    except MemoryError:
        raise too_large(name, "it needs more memory than there is") from None
    except Exception:  # noqa: BLE001 - whatever a library trips over in a file from outside is the file's fault
        raise damaged(name) from None


def _is_xlsx(archive: Archive) -> bool:
    parts = archive.namelist()
    return _CONTENT_TYPES in parts and any(part.startswith(_WORKBOOK_FOLDER) for part in parts)


def _every_sheet(archive: Archive, name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    if _is_xlsx(archive):
        from storage.tables import xlsx

        sheets = xlsx.read_every_sheet(archive, name)
    elif archive.stated_type().strip() == _SPREADSHEET:
        from storage.tables import ods

        sheets = iter(ods.read_every_sheet(archive, name))
    else:
        raise not_a_table(f"{quoted(name)} is not a workbook.", _SAVED)
    return {title.strip().casefold(): tuple(tuple(line) for line in lines) for title, lines in sheets}


def _first_sheet(archive: Archive, name: str) -> Table:
    if _is_xlsx(archive):
        from storage.tables.xlsx import read_xlsx

        lines, sheet = read_xlsx(archive, name)
        return table_of(lines, name, f"XLSX, sheet {quoted(sheet)}")
    if archive.stated_type().strip() == _SPREADSHEET:
        from storage.tables.ods import read_ods

        lines, sheet = read_ods(archive, name)
        return table_of(lines, name, f"ODS, sheet {quoted(sheet)}")
    raise _other(name, "a packed archive or another kind of document")


def _other(name: str, what: str) -> NotATable:
    return not_a_table(
        f"{quoted(name)} is {what}, not a list that Casebook reads.",
        "Open it in the program it comes from and save the list as .xlsx, .ods or CSV, without a password.",
    )
