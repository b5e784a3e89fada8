"""Reading the first visible sheet of an ODS workbook that holds anything, row by row, with odfpy."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax import handler

from defusedxml.sax import make_parser
from odf.load import LoadParser
from odf.namespaces import OFFICENS, STYLENS, TABLENS, TEXTNS
from odf.opendocument import OpenDocumentSpreadsheet
from odf.teletype import extractText

from storage.tables.archive import Archive
from storage.tables.table import Lines, check_size, too_large
from storage.tables.values import plain_number, share

_CONTENT = "content.xml"
_MOST_SPACES = 1_000_000
_MIDNIGHT = "T00:00:00"

_TABLE, _ROW = (TABLENS, "table"), (TABLENS, "table-row")
_CELLS = ((TABLENS, "table-cell"), (TABLENS, "covered-table-cell"))
_PARAGRAPH = (TEXTNS, "p")
_TABLE_STYLE = (STYLENS, "table-properties")
_SPACES, _DISPLAY = (TEXTNS, "c"), (TABLENS, "display")
_KEPT = frozenset(
    {
        _SPACES,
        _DISPLAY,
        (STYLENS, "name"),
        *((TABLENS, name) for name in "name style-name number-rows-repeated number-columns-repeated".split()),
        *((OFFICENS, name) for name in "value-type value date-value boolean-value string-value".split()),
    }
)
"""Attributes that say what a cell holds: the others cost time and are none of our business."""


class _Sheets(LoadParser):  # type: ignore[misc]
    """odfpy's builder of documents, but each row is taken out as soon as it is whole.

    odfpy's own `load` holds all rows at once, and where the XML breaks off it keeps what it has got.
    """

    def __init__(self, name: str, *, every: bool) -> None:
        document = OpenDocumentSpreadsheet()
        document._parsing = _CONTENT
        super().__init__(document)
        self.found: list[tuple[str, Sequence[Sequence[str]]]] = []
        self._every = every
        self._sheet = ""
        self._lines = Lines(name)
        self._name = name
        self._hidden_styles: set[str] = set()
        self._visible = True
        self._done = False
        self._spaces = 0

    def startElementNS(self, tag: tuple[str, str], qname: str, attrs: Any) -> None:  # noqa: N802
        if self._done:
            return
        kept = {name: value for name, value in attrs.items() if name in _KEPT}
        super().startElementNS(tag, qname, kept)
        if tag == _TABLE_STYLE and kept.get(_DISPLAY) == "false":
            self._hidden_styles.add(self.curr.parentNode.getAttrNS(STYLENS, "name"))
        elif tag == _TABLE:
            self._sheet, self._lines = kept.get((TABLENS, "name"), ""), Lines(self._name)
            self._visible = kept.get((TABLENS, "style-name")) not in self._hidden_styles
        self._check_spaces(kept)

    def endElementNS(self, tag: tuple[str, str], qname: str) -> None:  # noqa: N802
        if self._done:
            return
        element = self.curr
        super().endElementNS(tag, qname)
        if tag == _TABLE:
            if self._lines.filled:
                self.found.append((self._sheet, self._lines.filled))
                self._done = not self._every
        elif tag == _ROW:
            if self._visible:
                self._lines.add(_cells(element, self._name), _times(element, "number-rows-repeated"))
            element.parentNode.removeChild(element)

    def _check_spaces(self, attributes: Mapping[tuple[str, str], str]) -> None:
        self._spaces += abs(int(attributes.get(_SPACES, "0")))
        if self._spaces > _MOST_SPACES:
            raise too_large(self._name, f"it has more than {_MOST_SPACES:,} spaces side by side")


def read_ods(archive: Archive, name: str) -> tuple[Sequence[Sequence[str]], str]:
    """Return the lines of a workbook's first filled visible sheet, and that sheet's name.

    Formulas count by the value that was last worked out. Raises NotATable over the limits, and whatever odfpy
    raises where the workbook is damaged.
    """
    return next(((lines, title) for title, lines in _read(archive, name, every=False)), ([], ""))


def read_every_sheet(archive: Archive, name: str) -> Sequence[tuple[str, Sequence[Sequence[str]]]]:
    """Return the name and the lines of every filled visible sheet, in order; raises as `read_ods` does."""
    return _read(archive, name, every=True)


def _read(archive: Archive, name: str, *, every: bool) -> Sequence[tuple[str, Sequence[Sequence[str]]]]:
    sheets = _Sheets(name, every=every)
    parser = make_parser()
    parser.setFeature(handler.feature_namespaces, True)
    parser.setContentHandler(sheets)
    with archive.open(_CONTENT) as content:
        parser.parse(content)
    return sheets.found


def _cells(row: Any, name: str) -> Sequence[str]:
    """The text of each cell of a row, to the last one filled; repeats are unfolded within the limits."""
    cells: list[str] = []
    gap = 0
    for cell in row.childNodes:
        if getattr(cell, "qname", None) not in _CELLS:
            continue
        times, shown = _times(cell, "number-columns-repeated"), _shown(cell)
        if shown.strip():
            check_size(name, 1, len(cells) + gap + times)
            cells += [""] * gap + [shown] * times
            gap = 0
        else:
            gap += times
    return cells


def _times(element: Any, repeated: str) -> int:
    times = int(element.getAttrNS(TABLENS, repeated) or "1")
    if times < 1:
        raise ValueError(times)
    return times


def _shown(cell: Any) -> str:
    def stated(name: str) -> str:
        return str(cell.attributes[OFFICENS, name])

    match cell.getAttrNS(OFFICENS, "value-type"):
        case "float" | "currency":
            return plain_number(float(stated("value")))
        case "percentage":
            return share(float(stated("value")))
        case "date":
            return stated("date-value").removesuffix(_MIDNIGHT).replace("T", " ")
        case "boolean":
            return stated("boolean-value").upper()
    paragraphs = [each for each in cell.childNodes if getattr(each, "qname", None) == _PARAGRAPH]
    return "\n".join(map(extractText, paragraphs)) or cell.getAttrNS(OFFICENS, "string-value") or ""
