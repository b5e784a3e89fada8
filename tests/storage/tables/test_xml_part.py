"""XML is walked through once, without entities, and given up where it is no workbook's."""

from collections.abc import Mapping
from xml.parsers import expat

import pytest

from storage.tables import xml_part
from storage.tables.xml_part import walk


class Notes:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.told.append((name, dict(attributes)))

    def end(self, name: str) -> None:
        self.told.append(f"/{name}")

    def text(self, text: str) -> None:
        self.told.append(text)


def told(xml: str | bytes) -> list[object]:
    notes = Notes()
    walk(xml.encode() if isinstance(xml, str) else xml, notes)
    return notes.told


def test_names_come_without_their_namespace() -> None:
    xml = '<x:a xmlns:x="urn:1" xmlns:y="urn:2" y:b="1" c="2">Zo\u00eb &amp; &#65;<d/></x:a>'
    assert told(xml) == [("a", {"b": "1", "c": "2"}), "Zoë & A", ("d", {}), "/d", "/a"]


def test_other_encodings_are_read_as_they_say() -> None:
    assert told('<?xml version="1.0" encoding="utf-16"?><a>ŵ</a>'.encode("utf-16")) == [("a", {}), "ŵ", "/a"]


def test_a_document_type_is_refused_before_any_entity_can_grow() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'
    with pytest.raises(ValueError, match=r"^$"):
        told(bomb)


@pytest.mark.parametrize(
    "xml", ["", "<a>", "<a></b>", "<a/><b/>", "text", "<a>&other;</a>", b"<a>\xff</a>", b"\0"]
)
def test_bad_xml_is_an_error(xml: str | bytes) -> None:
    with pytest.raises(expat.ExpatError):
        told(xml)


def test_there_is_an_end_to_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_part, "_MOST_ELEMENTS", 3)
    assert len(told("<a><b/><b/></a>")) == 6
    with pytest.raises(ValueError, match="b"):
        told("<a><b/><b/><b/></a>")
