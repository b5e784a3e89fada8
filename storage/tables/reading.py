"""Reading a table from any file: what kind it is, by its content; the end is a table or a refusal."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from model.lists.remarks import quoted
from storage.platform import read_limited
from storage.tables.archive import Archive
from storage.tables.ods import read_ods
from storage.tables.separated import read_separated
from storage.tables.table import MOST_BYTES, NotATable, Table, damaged, not_a_table, table_of, too_large
from storage.tables.xlsx import read_xlsx

_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_CONTENT_TYPES, _WORKBOOK_FOLDER = "[Content_Types].xml", "xl/"
_OPEN_DOCUMENT = "mimetype"
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

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    EOFError,
    LookupError,
    ValueError,
    OverflowError,
    OSError,
    RuntimeError,
)
"""What a damaged zip or XML raises; an encrypted part a RuntimeError, an unknown encoding a LookupError."""


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


def _read_workbook(data: bytes, name: str) -> Table:
    try:
        archive = Archive(data, name)
        if archive.holds(_CONTENT_TYPES) and archive.has_folder(_WORKBOOK_FOLDER):
            lines, sheet = read_xlsx(archive, name)
            kind = "XLSX"
        elif archive.holds(_OPEN_DOCUMENT) and archive.part(_OPEN_DOCUMENT).strip() == _SPREADSHEET:
            lines, sheet = read_ods(archive, name)
            kind = "ODS"
        else:
            raise _other(name, "a packed archive or another kind of document")
    except _BROKEN:
        raise damaged(name) from None
    return table_of(lines, name, f"{kind}, sheet {quoted(sheet)}")


def _other(name: str, what: str) -> NotATable:
    return not_a_table(
        f"{quoted(name)} is {what}, not a list that Casebook reads.",
        "Open it in the program it comes from and save the list as .xlsx, .ods or CSV, without a password.",
    )
