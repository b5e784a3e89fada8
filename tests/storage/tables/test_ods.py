"""ODS: read as LibreOffice writes it, repeats unfolded within limits only."""

import io
import tracemalloc
from xml.parsers import expat

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from storage.tables.archive import Archive
from storage.tables.ods import read_ods
from storage.tables.table import NotATable
from tests.storage.tables.workbooks import altered, no_cell, ods, row, text_cell


def read(data: bytes) -> tuple[list[list[str]], str]:
    found, sheet = read_ods(Archive(data, "x.ods"), "x.ods")
    return [list(line) for line in found], sheet


def of_every_kind() -> bytes:
    """Written by odfpy: text, a number, a day, a moment, a share, money, a fact, and gaps between them."""
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="Cases")
    document.spreadsheet.addElement(sheet)
    heading = TableRow()
    for text in ("Name", "Zoë ŵ"):
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=text))
        heading.addElement(cell)
    sheet.addElement(heading)
    sheet.addElement(TableRow(numberrowsrepeated=2))
    values = TableRow()
    for attributes in (
        {"valuetype": "float", "value": "86"},
        {"valuetype": "date", "datevalue": "2018-04-01"},
        {"numbercolumnsrepeated": 2},
        {"valuetype": "date", "datevalue": "2018-04-01T14:02:11"},
        {"valuetype": "percentage", "value": "0.07"},
        {"valuetype": "currency", "value": "12.5"},
        {"valuetype": "boolean", "booleanvalue": "true"},
        {"numbercolumnsrepeated": 16_000},
    ):
        values.addElement(TableCell(**attributes))
    sheet.addElement(values)
    sheet.addElement(TableRow(numberrowsrepeated=1_048_000))
    target = io.BytesIO()
    document.write(target)
    return target.getvalue()


def test_every_kind_of_cell_reads_as_it_shows() -> None:
    assert read(of_every_kind()) == (
        [
            ["Name", "Zoë ŵ"],
            [],
            [],
            ["86", "2018-04-01", "", "", "2018-04-01 14:02:11", "7%", "12.5", "TRUE"],
        ],
        "Cases",
    )


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (text_cell('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:s/>e'), "a   b\tc\nd e"),
        (text_cell("<text:span>Zo<text:span>ë</text:span></text:span>"), "Zoë"),
        (text_cell("one</text:p><text:p>two"), "one\ntwo"),
        (
            text_cell("x").replace(
                "<text:p>", "<office:annotation><text:p>a note</text:p></office:annotation><text:p>"
            ),
            "x",
        ),
        ('<table:table-cell office:value-type="string" office:string-value="said"/>', "said"),
        ('<table:covered-table-cell office:value-type="float" office:value="7.0"/>', "7"),
        (
            '<table:table-cell office:value-type="date" office:date-value="2018-04-01T00:00:00"/>',
            "2018-04-01",
        ),
        ('<table:table-cell office:value-type="date" office:date-value="20018-04-01"/>', "20018-04-01"),
        (
            text_cell("01:00").replace('"string"', '"time" office:time-value="PT1H"'),
            "01:00",
        ),
    ],
)
def test_cells_as_libre_office_writes_them(cell: str, shown: str) -> None:
    assert read(ods(row(cell)))[0] == [[shown]]


def test_repeats_are_unfolded() -> None:
    assert read(ods(row(no_cell(2), text_cell("a", 2), times=2) + row(no_cell(9)) + row(text_cell("b"))))[
        0
    ] == [
        ["", "", "a", "a"],
        ["", "", "a", "a"],
        [],
        ["b"],
    ]


def test_the_first_sheet_with_anything_in_it_is_read() -> None:
    assert read(ods(row(no_cell()), row(text_cell("a")), row(text_cell("b")))) == ([["a"]], "Sheet2")
    assert read(ods(row(no_cell()), "")) == ([], "")


@pytest.mark.parametrize(
    "rows",
    [
        row(text_cell("a"), times=1_000_000),
        row(text_cell("a", 16_384)),
        row(no_cell(1_000_000_000), text_cell("a")),
        row(no_cell(), times=10**12) + row(text_cell("a")),
    ],
)
def test_bombs_of_repeats_are_refused(rows: str) -> None:
    with pytest.raises(NotATable, match="larger than any list"):
        read(ods(rows))


@pytest.mark.parametrize("cells", [[2_000_000_000], [-2_000_000_000], [32_000] * 32])
def test_a_bomb_of_spaces_does_not_go_off(cells: list[int]) -> None:
    bomb = "".join(text_cell(f'a<text:s text:c="{spaces}"/>b') for spaces in cells)
    with pytest.raises(NotATable, match="more than 1,000,000 spaces"):
        read(ods(row(bomb)))


def test_a_sheet_that_is_hidden_is_not_read() -> None:
    hidden = (
        '<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
        '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/>'
        '</style:style><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    sheets = altered(
        ods(row(text_cell("secret")), row(text_cell("a")), row(text_cell("b"))),
        content=lambda xml: (
            xml.replace(b"<office:body>", f"{hidden}<office:body>".encode())
            .replace(b'"Sheet1"', b'"Sheet1" table:style-name="ta2"')
            .replace(b'"Sheet2"', b'"Sheet2" table:style-name="ta1"')
        ),
    )
    assert read(sheets) == ([["a"]], "Sheet2")


def test_headings_repeated_on_every_page_and_groups_of_rows_are_rows() -> None:
    rows = (
        f"<table:table-header-rows>{row(text_cell('a'))}</table:table-header-rows>\n"
        f"<table:table-row-group>{row(text_cell('b'), ' ', text_cell('c'))}</table:table-row-group>"
    )
    assert read(ods(rows))[0] == [["a"], ["b", "c"]]


def test_rows_are_not_all_held_at_once() -> None:
    """A cell takes about two thousand bytes in odfpy's tree."""
    data = ods("".join(row(*[text_cell("a")] * 50) for number in range(200)))
    read(data)
    tracemalloc.start()
    try:
        assert len(read(data)[0]) == 200
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 5_000_000


def test_a_document_that_breaks_off_is_an_error() -> None:
    """The loading of odfpy itself prints it to the terminal and keeps what it has read so far."""
    broken = altered(ods(row(text_cell("a")) * 9), content=lambda xml: xml[: len(xml) // 2])
    with pytest.raises(expat.ExpatError):
        read(broken)


@pytest.mark.parametrize(
    "rows",
    [
        row(text_cell("a")).replace('repeated="1"', 'repeated="x"'),
        row('<table:table-cell office:value-type="float"/>'),
        row('<table:table-cell office:value-type="date"/>'),
    ],
)
def test_a_damaged_cell_is_an_error(rows: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        read(ods(rows))
