"""XML is counted before a library builds anything from it, and given up where it is no workbook's."""

from xml.parsers import expat

import pytest

from storage.tables import xml_limits
from storage.tables.table import NotATable
from storage.tables.xml_limits import check_xml


def test_elements_are_counted() -> None:
    assert check_xml(b'<a x="1"><b/>text<c:d xmlns:c="urn:c"/></a>', "x") == 3


@pytest.mark.parametrize(
    "xml", [b"", b"text", b"<a>", b"<a></b>", b"<a/><b/>", b"\x00", b"<a>\xff</a>", b"<a>&other;</a>"]
)
def test_bad_xml_is_an_error(xml: bytes) -> None:
    with pytest.raises(expat.ExpatError):
        check_xml(xml, "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "iso-8859-1"])
@pytest.mark.parametrize(
    "document_type",
    [
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE a>",
    ],
)
def test_a_document_type_is_refused_before_any_entity_can_grow(encoding: str, document_type: str) -> None:
    stated = f'<?xml version="1.0" encoding="{encoding[:6] if "16" in encoding else encoding}"?>'
    with pytest.raises(ValueError, match=r"^$"):
        check_xml((stated + document_type + "<a>&y;</a>").encode(encoding), "x")


def test_there_is_an_end_to_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_limits, "MOST_ELEMENTS", 9)
    assert check_xml(b"<a>" + b"<b/>" * 8 + b"</a>", "x") == 9
    with pytest.raises(NotATable, match="made of more than 9 pieces"):
        check_xml(b"<a>" + b"<b/>" * 9 + b"</a>", "x")
    with pytest.raises(NotATable, match="made of more than 9 pieces"):
        check_xml(b"<a/>", "x", before=9)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"/><row r="1"/>',
        '<row r="2"/><row r="2"/>',
        '<row r="0"/>',
        '<row r="-1"/>',
        '<row r="nan"/>',
        '<row r="x"/>',
        '<row r="2"/><row/><row r="3"/>',
        '<row r="1"><c r="B1"/><c r="A1"/></row>',
        '<row r="1"><c r="AA1"/><c r="Z1"/></row>',
        '<row><c r="A1"/><c r="A1"/></row>',
    ],
)
def test_rows_and_cells_out_of_order_are_an_error(rows: str) -> None:
    """Where they come in order, none is left out by openpyxl."""
    with pytest.raises(ValueError, match=r"."):
        check_xml(f"<sheetData>{rows}</sheetData>".encode(), "x")


def test_rows_and_cells_in_order_need_not_all_be_there() -> None:
    rows = (
        '<row><c r="A1"/><c/><c r="Z1"/><c r="AA1"/></row><row/><row r="9"><c r="A9"/></row><row r="10.0"/>'
    )
    assert check_xml(f"<sheetData>{rows}</sheetData>".encode(), "x") == 10


@pytest.mark.parametrize("row", ["row", "x:row", "table:table-row", "si"])
def test_no_more_than_a_row_of_a_table_is_held_at_once(row: str) -> None:
    rows = f"<{row}>{'<c/>' * 150_000}</{row}>" * 2
    assert check_xml(f"<a>{rows}</a>".encode(), "x") == 300_003
    for held in (rows.replace(row, "cols"), f"<{row}>{rows}</{row}>", f"<{row}>{'<c/>' * 200_000}</{row}>"):
        with pytest.raises(NotATable, match="holds too many smaller ones"):
            check_xml(f"<a>{held}</a>".encode(), "x")


def test_nothing_lies_deeper_than_libraries_can_go_down() -> None:
    assert check_xml(b"<a>" * 100 + b"</a>" * 100, "x") == 100
    with pytest.raises(NotATable, match="holds too many smaller ones"):
        check_xml(b"<a>" * 101 + b"</a>" * 101, "x")


@pytest.mark.parametrize(
    "xml",
    [
        b"<a>%s</a>" % (b"x" * 1_000_000),
        b"<a %s/>" % b" ".join(b'a%d=">"' % number for number in range(100_000)),
        b"<a><!--%s--></a>" % (b"x" * 1_000_000),
    ],
)
def test_no_piece_is_longer_than_a_cell_could_be(xml: bytes) -> None:
    with pytest.raises(NotATable, match="longer than a million bytes"):
        check_xml(xml, "x")
    assert check_xml(xml[:100].replace(b"<a ", b"<a>").replace(b"<!--", b"") + b"</a>", "x") == 1
