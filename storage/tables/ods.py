"""Reading the first sheet of an ODS workbook that has anything in it."""

from collections.abc import Mapping, Sequence

from storage.tables.archive import Archive
from storage.tables.numbers import plain_number, share
from storage.tables.table import check_size
from storage.tables.xml_part import walk

_CONTENT = "content.xml"
_CELLS = ("table-cell", "covered-table-cell")
_FACTS = {"true": "TRUE", "false": "FALSE"}
_MOST_SPACES = 1_000
_MIDNIGHT = "T00:00:00"


class _Sheets:
    """Collects the first sheet that holds anything; repeated empty rows and cells only move the place."""

    def __init__(self, name: str) -> None:
        self.rows: dict[int, list[str]] = {}
        self.sheet = ""
        self._name = name
        self._done = False
        self._row = self._gap = 0
        self._row_times = self._cell_times = 1
        self._cells: list[str] = []
        self._attributes: Mapping[str, str] = {}
        self._pieces: list[str] = []
        self._paragraphs = self._annotations = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._done:
            return
        if name == "table":
            self.sheet, self._row = attributes.get("name", ""), 0
        elif name == "table-row":
            self._cells, self._gap = [], 0
            self._row_times = int(attributes.get("number-rows-repeated", "1"))
        elif name in _CELLS:
            self._attributes, self._pieces = attributes, []
            self._cell_times = int(attributes.get("number-columns-repeated", "1"))
        elif name == "annotation":
            self._annotations += 1
        elif not self._annotations:
            self._start_text(name, attributes)

    def end(self, name: str) -> None:
        if self._done:
            return
        if name in _CELLS:
            self._end_cell(self._shown())
        elif name == "table-row":
            self._end_row()
        elif name == "table":
            self._done = bool(self.rows)
        elif name == "annotation":
            self._annotations -= 1
        elif name == "p" and not self._annotations:
            self._paragraphs -= 1

    def text(self, text: str) -> None:
        if self._paragraphs and not self._annotations:
            self._pieces.append(text)

    def lines(self) -> Sequence[Sequence[str]]:
        """All rows from the first of the sheet to the last one filled."""
        return [self.rows.get(row, ()) for row in range(max(self.rows, default=-1) + 1)]

    def _start_text(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "p":
            self._paragraphs += 1
            if self._pieces:
                self._pieces.append("\n")
        elif name == "s":
            self._pieces.append(" " * min(int(attributes.get("c", "1")), _MOST_SPACES))
        elif name == "tab":
            self._pieces.append("\t")
        elif name == "line-break":
            self._pieces.append("\n")

    def _shown(self) -> str:
        kind = self._attributes.get("value-type", "string")
        if kind in ("float", "currency"):
            return plain_number(self._attributes["value"])
        if kind == "percentage":
            return share(self._attributes["value"])
        if kind == "date":
            return self._attributes["date-value"].removesuffix(_MIDNIGHT).replace("T", " ")
        if kind == "boolean":
            return _FACTS.get(self._attributes["boolean-value"], self._attributes["boolean-value"])
        return "".join(self._pieces) or self._attributes.get("string-value", "")

    def _end_cell(self, shown: str) -> None:
        if not shown.strip():
            self._gap += self._cell_times
            return
        check_size(self._name, 1, len(self._cells) + self._gap + self._cell_times)
        self._cells += [""] * self._gap + [shown] * self._cell_times
        self._gap = 0

    def _end_row(self) -> None:
        if self._cells:
            check_size(self._name, self._row + self._row_times, len(self._cells))
            self.rows.update(dict.fromkeys(range(self._row, self._row + self._row_times), self._cells))
        self._row += self._row_times


def read_ods(archive: Archive, name: str) -> tuple[Sequence[Sequence[str]], str]:
    """Return the lines of a workbook's first filled sheet, and that sheet's name.

    Formulas count by the value that was last worked out. Raises NotATable over the limits, and what parsing
    raises where the workbook is damaged.
    """
    sheets = _Sheets(name)
    walk(archive.part(_CONTENT), sheets)
    return sheets.lines(), sheets.sheet if sheets.rows else ""
