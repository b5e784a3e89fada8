"""Walking through the XML of a workbook: element by element, no entities, nothing kept."""

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

_BETWEEN = " "
_MOST_ELEMENTS = 5_000_000
"""More than two for each cell of the largest table."""


class Walker(Protocol):
    """What is told of each element; names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text stands here; it may come in pieces."""


def walk(xml: bytes, walker: Walker) -> None:
    """Tell the walker all of a document.

    Raises ExpatError for bad XML, ValueError for a document type or for more elements than a table can have.
    """
    numbers = iter(range(_MOST_ELEMENTS))

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if next(numbers, None) is None:
            raise ValueError(name)
        walker.start(_local(name), {_local(key): value for key, value in attributes.items()})

    parser = expat.ParserCreate(None, _BETWEEN)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_document_type
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: walker.end(_local(name))
    parser.CharacterDataHandler = walker.text
    parser.Parse(xml, True)


def _local(name: str) -> str:
    return name.rpartition(_BETWEEN)[2]


def _no_document_type(*_: object) -> None:
    raise ValueError
