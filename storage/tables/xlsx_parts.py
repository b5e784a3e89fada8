"""The parts of an XLSX workbook around its sheets: where they are, shared strings, what cell styles show."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from storage.tables.archive import Archive
from storage.tables.numbers import SINCE_1900, SINCE_1904, shows_a_day, shows_a_share
from storage.tables.xml_part import walk

_YES = ("1", "true")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass
class _Relations:
    """Reads a relationships part: id → (kind, path)."""

    folder: str
    found: dict[str, tuple[str, str]] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes["Type"].rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", self.folder, attributes["Target"]))
            self.found[attributes["Id"]] = (kind, target.lstrip("/"))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


@dataclass
class _Workbook:
    """Reads the list of sheets: (name, relation id) of each that is not hidden, and how days are counted."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    since: date = SINCE_1900

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            self.sheets.append((attributes["name"], attributes["id"]))
        elif name == "workbookPr" and attributes.get("date1904") in _YES:
            self.since = SINCE_1904

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


@dataclass
class _SharedStrings:
    """Reads the strings that cells share, without the reading aids of East Asian names."""

    strings: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _inside: bool = False
    _aid: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._aid = True
        self._inside = name == "t" and not self._aid

    def end(self, name: str) -> None:
        self._inside = False
        if name == "rPh":
            self._aid = False
        elif name == "si":
            self.strings.append(unescaped("".join(self._pieces)))

    def text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)


@dataclass
class _Styles:
    """Reads the number format of each cell style."""

    codes: dict[int, str] = field(default_factory=dict)
    formats: list[int] = field(default_factory=list)
    _in_cell_styles: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self.codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name == "cellXfs":
            self._in_cell_styles = True
        elif name == "xf" and self._in_cell_styles:
            self.formats.append(int(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cell_styles = False

    def text(self, text: str) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that is needed to read the cells of an XLSX workbook.

    `sheets` are the names and paths of the visible worksheets, in their order; `days` and `shares` the
    numbers of the cell styles that show a day or per cent; `since` is the day from which days are counted.
    """

    sheets: tuple[tuple[str, str], ...]
    strings: tuple[str, ...]
    days: frozenset[int]
    shares: frozenset[int]
    since: date


def unescaped(text: str) -> str:
    """Return text with the characters that XLSX writes by their number, as in "_x000D_".

    >>> unescaped("_x005F_x0041_")
    '_x0041_'
    """
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def surroundings(archive: Archive) -> Surroundings:
    """Read what surrounds the sheets. Raises KeyError, ValueError or ExpatError where that is damaged."""
    [path] = [path for kind, path in _relations(archive, "").values() if kind == "officeDocument"]
    relations = _relations(archive, path)
    workbook = _Workbook()
    walk(archive.part(path), workbook)
    strings, styles = _SharedStrings(), _Styles()
    for kind, target in relations.values():
        if kind == "sharedStrings":
            walk(archive.part(target), strings)
        elif kind == "styles":
            walk(archive.part(target), styles)
    code = {style: styles.codes.get(format_id, "") for style, format_id in enumerate(styles.formats)}
    return Surroundings(
        tuple((name, relations[at][1]) for name, at in workbook.sheets if relations[at][0] == "worksheet"),
        tuple(strings.strings),
        frozenset(style for style, each in enumerate(styles.formats) if shows_a_day(each, code[style])),
        frozenset(style for style, each in enumerate(styles.formats) if shows_a_share(each, code[style])),
        workbook.since,
    )


def _relations(archive: Archive, path: str) -> Mapping[str, tuple[str, str]]:
    folder, name = posixpath.split(path)
    relations = _Relations(folder)
    walk(archive.part(posixpath.join(folder, "_rels", f"{name}.rels")), relations)
    return relations.found
