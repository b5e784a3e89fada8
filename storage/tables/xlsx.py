"""Reading the first visible sheet of an XLSX workbook that has anything in it."""

import re
from collections.abc import Mapping, Sequence

from storage.tables.archive import Archive
from storage.tables.numbers import day, plain_number, share
from storage.tables.table import check_size
from storage.tables.xlsx_parts import Surroundings, surroundings, unescaped
from storage.tables.xml_part import walk

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_FACTS = {"1": "TRUE", "0": "FALSE"}


class _Sheet:
    """Collects the text of the cells that hold anything, by row and column counted from 0."""

    def __init__(self, around: Surroundings, name: str) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.width = 0
        self._around = around
        self._name = name
        self._row = self._column = -1
        self._kind = self._style = ""
        self._value: list[str] = []
        self._inside = self._aid = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "c":
            self._column += 1
            if "r" in attributes:
                self._row, self._column = _place(attributes["r"])
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._value = []
        elif name == "rPh":
            self._aid = True
        self._inside = name in ("v", "t") and not self._aid

    def end(self, name: str) -> None:
        self._inside = False
        if name == "rPh":
            self._aid = False
        elif name == "c" and self._value:
            self._keep(self._shown("".join(self._value)))

    def text(self, text: str) -> None:
        if self._inside:
            self._value.append(text)

    def lines(self) -> Sequence[Sequence[str]]:
        """All rows from the first of the sheet to the last one filled, each to its last filled cell."""
        return [
            [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]
            for cells in (self.rows.get(row, {}) for row in range(max(self.rows, default=-1) + 1))
        ]

    def _keep(self, shown: str) -> None:
        if self._row < 0:
            raise ValueError(self._row)
        self.width = max(self.width, self._column + 1)
        check_size(self._name, self._row + 1, self.width)
        self.rows.setdefault(self._row, {})[self._column] = shown

    def _shown(self, value: str) -> str:
        if self._kind == "s":
            return self._around.strings[int(value)]
        if self._kind == "b":
            return _FACTS.get(value, value)
        if self._kind != "n":
            return unescaped(value)
        style = int(self._style)
        if style in self._around.days:
            return day(value, self._around.since)
        return share(value) if style in self._around.shares else plain_number(value)


def read_xlsx(archive: Archive, name: str) -> tuple[Sequence[Sequence[str]], str]:
    """Return the lines of a workbook's first filled visible sheet, and that sheet's name.

    Formulas count by the value that was last worked out. Raises NotATable over the limits, and what parsing
    raises where the workbook is damaged.
    """
    around = surroundings(archive)
    for sheet_name, path in around.sheets:
        sheet = _Sheet(around, name)
        walk(archive.part(path), sheet)
        if any(cell.strip() for cells in sheet.rows.values() for cell in cells.values()):
            return sheet.lines(), sheet_name
    return [], ""


def _place(reference: str) -> tuple[int, int]:
    """Row and column, counted from 0, of a cell called like "B2"; ValueError for any other name."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
