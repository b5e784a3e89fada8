"""ODS: read as LibreOffice writes it, repeats unfolded within limits only."""

import io

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

from storage.tables.archive import Archive
from storage.tables.ods import read_ods
from storage.tables.table import NotATable
from tests.storage.tables.workbooks import no_cell, ods, row, text_cell


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


def test_another_reader_finds_cells_at_the_same_places() -> None:
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(of_every_kind())).get_sheet_by_index(0)
    filled = [[value != "" for value in line] for line in theirs.to_python(skip_empty_area=False)]
    ours = [[*map(bool, line), *[False] * (len(filled[0]) - len(line))] for line in read(of_every_kind())[0]]
    assert ours == filled


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


def test_a_bomb_of_spaces_does_not_go_off() -> None:
    assert read(ods(row(text_cell('a<text:s text:c="2000000000"/>b'))))[0] == [["a" + " " * 1_000 + "b"]]


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
