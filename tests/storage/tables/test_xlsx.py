"""XLSX: read as spreadsheets write it, checked against two other readers, never beyond the limits."""

import datetime
import io

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from storage.tables.archive import Archive
from storage.tables.table import NotATable
from storage.tables.xlsx import read_xlsx
from tests.storage.tables.workbooks import altered, xlsx

SHEET = b"<worksheet><sheetData>%s</sheetData></worksheet>"


def lines(data: bytes) -> list[list[str]]:
    return [list(line) for line in read_xlsx(Archive(data, "x.xlsx"), "x.xlsx")[0]]


def with_sheet(rows: str) -> bytes:
    """A workbook whose one sheet has these rows, as XML; its shared strings are "a" and "b"."""
    return altered(xlsx(["a", "b"]), sheet1=lambda _: SHEET % rows.encode())


def of_every_kind() -> bytes:
    """Written by XlsxWriter: text, numbers, days, times, shares, facts, a formula, an error, gaps."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    page = workbook.add_worksheet("Cases")
    shown = {
        name: workbook.add_format({"num_format": code})
        for name, code in {
            "day": "dd/mm/yyyy",
            "moment": "d mmm yy hh:mm",
            "share": "0.0%",
            "money": "£0.00",
        }.items()
    }
    page.write_row(2, 1, ["text", "Zoë ŵ 課", "two\nlines", " spaced ", "_x0041_", "=1+1"[1:]])
    page.write_datetime(3, 1, datetime.date(2018, 4, 1), shown["day"])
    page.write_datetime(3, 2, datetime.datetime(2018, 4, 1, 14, 2, 11), shown["moment"])  # noqa: DTZ001
    page.write_number(3, 3, 0.125, shown["share"])
    page.write_number(3, 4, 8.7)
    page.write_number(3, 5, 909231)
    page.write_number(3, 6, 12.5, shown["money"])
    page.write_boolean(5, 0, True)
    page.write_formula(5, 1, "=1+1", None, 2)
    page.write_formula(5, 2, '="a"&"b"', None, "ab")
    page.write_formula(5, 3, "=1/0", None, "#DIV/0!")
    page.write_rich_string(5, 4, "Zo", workbook.add_format({"bold": True}), "ë")
    page.write_blank(5, 5, None, shown["day"])
    workbook.close()
    return target.getvalue()


def test_every_kind_of_cell_reads_as_it_shows() -> None:
    assert lines(of_every_kind()) == [
        [],
        [],
        ["", "text", "Zoë ŵ 課", "two\nlines", " spaced ", "_x0041_", "1+1"],
        ["", "2018-04-01", "2018-04-01 14:02:11", "12.5%", "8.7", "909231", "12.5"],
        [],
        ["TRUE", "2", "ab", "#DIV/0!", "Zoë"],
    ]


def test_another_reader_finds_the_same_cells() -> None:
    """Against calamine: text letter for letter, days as days, numbers as numbers, at the same places."""
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(of_every_kind())).get_sheet_by_index(0)
    ours = lines(of_every_kind())
    for number, row in enumerate(theirs.to_python(skip_empty_area=False)):
        for column, value in enumerate(row):
            cell = ours[number][column] if column < len(ours[number]) else ""
            if isinstance(value, str):
                assert cell == value or (value == "" and cell.startswith("#"))
            elif isinstance(value, bool):
                assert cell == str(value).upper()
            elif isinstance(value, datetime.date):
                assert cell == str(value)
            else:
                assert isinstance(value, float)
                assert float(cell.removesuffix("%")) == (value * 100 if cell.endswith("%") else value)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1), min_size=1
    )
)
def test_what_another_writer_wrote_is_read(rows: list[list[str]]) -> None:
    """Written by openpyxl; what it would take for a formula is marked as the text it is."""
    workbook = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            workbook.active.cell(number, column).value = text
            workbook.active.cell(number, column).data_type = "s"
    target = io.BytesIO()
    workbook.save(target)
    assert lines(target.getvalue()) == rows


def test_the_first_visible_sheet_with_anything_in_it_is_read() -> None:
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    for name in ("Empty", "Hidden", "Cases", "Notes"):
        page = workbook.add_worksheet(name)
        if name != "Empty":
            page.write_string(0, 0, name)
    workbook.get_worksheet_by_name("Hidden").hide()
    workbook.get_worksheet_by_name("Cases").activate()
    workbook.close()
    assert read_xlsx(Archive(target.getvalue(), "x"), "x") == ([["Cases"]], "Cases")


def test_a_workbook_without_anything_has_no_lines() -> None:
    assert read_xlsx(Archive(with_sheet("<row><c><v/></c></row>"), "x"), "x") == ([], "")


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (
            "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>",
            [["1", "2"], [], ["3"]],
        ),
        ('<row r="2"><c r="C2" t="s"><v>1</v></c><c t="s"><v>0</v></c></row>', [[], ["", "", "b", "a"]]),
        ('<row r="2"><c r="AA2"><v>7</v></c></row>', [[], [""] * 26 + ["7"]]),
        (
            '<row r="1"><c t="inlineStr"><is><t>in</t><rPh><t>no</t></rPh><r><t>line</t></r></is></c></row>',
            [["inline"]],
        ),
        ('<row><c t="d"><v>2018-04-01</v></c><c t="str"><f>A1</f><v>x</v></c></row>', [["2018-04-01", "x"]]),
        ('<row><c t="e"><v>#N/A</v></c><c t="b"><v>0</v></c></row>', [["#N/A", "FALSE"]]),
        ('<row r="20001"><c r="A20001"><v>1</v></c></row>', [[]] * 20_000 + [["1"]]),
        ('<row><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>', [["1"]]),
    ],
)
def test_places_stated_or_not(rows: str, read: list[list[str]]) -> None:
    assert lines(with_sheet(rows)) == read


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="4294967297"><c><v>1</v></c></row>',
        '<row r="1"><c r="SG1"><v>1</v></c></row>',
    ],
)
def test_a_cell_far_out_is_refused_not_made_room_for(rows: str) -> None:
    with pytest.raises(NotATable, match="larger than any list"):
        lines(with_sheet(rows))


@pytest.mark.parametrize(
    "rows",
    [
        '<row><c t="s"><v>2</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        '<row><c r="B0"><v>1</v></c></row>',
        '<row><c r="1B"><v>1</v></c></row>',
        '<row><c r="ZZZZZZ1"><v>1</v></c></row>',
        '<row><c s="x"><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        '<row r="-5"><c><v>1</v></c></row>',
        "<c><v>1</v></c>",
    ],
)
def test_a_damaged_cell_is_an_error(rows: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        lines(with_sheet(rows))
