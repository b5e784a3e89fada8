"""Workbooks for tests: plain ones, ones with parts altered, and ODS ones written by hand."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from storage.tables.writing import Cell, Sheet, write_xlsx

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


def xlsx(*rows: Sequence[Cell]) -> bytes:
    """A workbook of one sheet: the first of the rows are its headings."""
    return write_xlsx([Sheet("Cases", tuple(map(str, rows[0])), rows[1:])])


def altered(data: bytes, **changes: Callable[[bytes], bytes]) -> bytes:
    """A zip file with some of its parts changed, each named by the stem of its file name."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for path in before.namelist():
            change = changes.get(Path(path).stem.strip("[]"))
            after.writestr(path, change(before.read(path)) if change else before.read(path))
    return target.getvalue()


def ods(*tables: str, kind: str = ODS_TYPE, titles: Sequence[str] = ()) -> bytes:
    """An ODS workbook of sheets given as the XML of their rows, called Sheet1, Sheet2 … without titles."""
    named = titles or [f"Sheet{number}" for number in range(1, len(tables) + 1)]
    sheets = "".join(
        f'<table:table table:name="{title}">{rows}</table:table>'
        for title, rows in zip(named, tables, strict=True)
    )
    content = (
        f"<office:document-content {_NAMESPACES}><office:body><office:spreadsheet>{sheets}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("mimetype", kind)
        file.writestr("content.xml", content)
    return target.getvalue()


def row(*cells: str, times: int = 1) -> str:
    """The XML of a row of an ODS sheet."""
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def text_cell(text: str, times: int = 1) -> str:
    """The XML of an ODS cell of text (which may be XML itself)."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{times}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def no_cell(times: int = 1) -> str:
    """The XML of empty ODS cells."""
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'
