"""What a part of XML must keep to before a library builds anything from it."""

import re
from collections.abc import Mapping
from xml.parsers import expat

from storage.tables.table import too_large

MOST_ELEMENTS = 3_000_000
"""Of all parts together: three for each of a million cells. A library takes half a minute for so many."""
_MOST_AT_ONCE = 200_000
"""In one row, or outside of all rows: what a library holds before it can let go of anything."""
_ROWS = ("row", "table-row", "si")
_DEEPEST = 100
_ENDLESS = re.compile(rb"(?:\A|<)[^<]{1000000}")
"""A text or a list of attributes that no cell could hold."""


def check_xml(xml: bytes, name: str, before: int = 0) -> int:
    """Return how many elements a document has; `before` is how many its file has had in other parts.

    Raises NotATable, which calls the file `name`, where there are more or deeper ones than any list has;
    ExpatError for bad XML; ValueError for a document type, so that there are no entities to grow, and for
    rows or cells of an XLSX sheet out of order, because openpyxl leaves those out without a word.
    """
    if _ENDLESS.search(xml):
        raise too_large(name, "a piece of it is longer than a million bytes")
    elements = _Elements(name, before)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _no_document_type
    parser.StartElementHandler = elements.start
    parser.EndElementHandler = elements.end
    parser.Parse(xml, True)
    return elements.number - before


class _Elements:
    """Counts the elements of a document as they come."""

    def __init__(self, name: str, before: int) -> None:
        self.number = before
        self._name = name
        self._at_once = self._depth = self._depth_of_row = 0
        self._place = (0.0, 0, "")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        self.number, self._at_once, self._depth = self.number + 1, self._at_once + 1, self._depth + 1
        if kind in _ROWS and not self._depth_of_row:
            self._at_once, self._depth_of_row = 1, self._depth
        if self.number > MOST_ELEMENTS:
            raise too_large(self._name, f"it is made of more than {MOST_ELEMENTS:,} pieces")
        if self._at_once > _MOST_AT_ONCE or self._depth > _DEEPEST:
            raise too_large(self._name, "a row or another piece of it holds too many smaller ones")
        if kind == "row":
            self._go_on_to(float(attributes.get("r", self._place[0] + 1)), "")
        elif kind == "c" and "r" in attributes:
            self._go_on_to(self._place[0], attributes["r"])

    def end(self, _: str) -> None:
        if self._depth == self._depth_of_row:
            self._depth_of_row = 0
        self._depth -= 1

    def _go_on_to(self, row: float, cell: str) -> None:
        place = row, len(cell), cell
        if not place > self._place:
            raise ValueError(place)
        self._place = place


def _no_document_type(*_: object) -> None:
    raise ValueError
