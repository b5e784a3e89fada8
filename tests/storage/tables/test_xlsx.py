"""XLSX: read as other writers write it, never beyond the limits."""

import datetime
import io
from collections.abc import Sequence

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from storage.tables.archive import Archive
from storage.tables.table import NotATable
from storage.tables.xlsx import read_xlsx
from tests.storage.tables.workbooks import altered, xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = f'<worksheet xmlns="{MAIN}">%s<sheetData>%s</sheetData></worksheet>'
READING_AID = '<rPh sb="0" eb="1"><t>x</t></rPh>'


def lines(data: bytes) -> list[list[str]]:
    return [list(line) for line in read_xlsx(Archive(data, "x.xlsx"), "x.xlsx")[0]]


def with_sheet(rows: str, before: str = "") -> bytes:
    """A workbook whose one sheet has these rows, as XML; its shared strings are "a" and "b"."""
    return altered(xlsx(["a", "b"]), sheet1=lambda _: (SHEET % (before, rows)).encode())


def written(rows: Sequence[Sequence[str | float]], code: str = "General") -> bytes:
    """A workbook by XlsxWriter of these cells, all shown by one number format."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    page, shown = workbook.add_worksheet(), workbook.add_format({"num_format": code})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            write = page.write_string if isinstance(cell, str) else page.write_number
            write(number, column, cell, shown)
    workbook.close()
    return target.getvalue()


def chart(workbook: xlsxwriter.Workbook) -> object:
    drawn = workbook.add_chart({"type": "line"})
    drawn.add_series({"values": "=Cases!$A$1:$A$2"})
    return drawn


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


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"])).filter(str.strip),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_text_is_read_letter_for_letter(rows: list[list[str]]) -> None:
    assert lines(written(rows)) == rows


def test_ends_of_lines_are_read_as_such() -> None:
    assert lines(written([["a\r\nb\tc"]])) == [["a\r\nb\tc"]]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd/mm/yyyy", "2018-04-01"),
        ("[$-809]d mmmm yyyy;@", "2018-04-01"),
        ("yyyy", "2018-04-01"),
        ('d" of "mmm', "2018-04-01"),
        ("General", "43191"),
        ('0" days"', "43191"),
        (r"0\d", "43191"),
        ("[Red]0", "43191"),
        ("@", "43191"),
        ("0%", "4319100%"),
        ('0"%"', "43191"),
    ],
)
def test_a_number_is_a_day_or_a_share_where_the_cell_shows_it(code: str, shown: str) -> None:
    assert lines(written([[43191]], code)) == [[shown]]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (43191.5, "2018-04-01 12:00:00"),
        (43190.999999999, "2018-04-01"),
        (43191.000011574, "2018-04-01 00:00:01"),
        (0.5, "12:00:00"),
        (1e9, "#VALUE!"),
        (-1e9, "#VALUE!"),
    ],
)
def test_moments_and_what_is_none(number: float, shown: str) -> None:
    assert lines(written([[number]], "d/m/yy h:mm")) == [[shown]]


@given(st.dates(datetime.date(1900, 3, 1)))
def test_every_day_is_found_again(when: datetime.date) -> None:
    number = (when - datetime.date(1899, 12, 30)) // datetime.timedelta(days=1)
    assert lines(written([[number]], "dd/mm/yyyy")) == [[when.isoformat()]]


def test_a_workbook_may_count_days_from_1904() -> None:
    since_1904 = altered(
        written([[41729]], "dd/mm/yyyy"),
        workbook=lambda xml: xml.replace(b"<workbookPr ", b'<workbookPr date1904="1" '),
    )
    assert lines(since_1904) == [["2018-04-01"]]


@pytest.mark.parametrize("hiding", ["hide", "very_hidden"])
def test_the_first_visible_sheet_with_anything_in_it_is_read(hiding: str) -> None:
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    workbook.add_chartsheet("Chart").set_chart(chart(workbook))
    for name in ("Empty", "Hidden", "Cases", "Notes"):
        page = workbook.add_worksheet(name)
        if name != "Empty":
            page.write_string(0, 0, name)
    getattr(workbook.get_worksheet_by_name("Hidden"), hiding)()
    workbook.get_worksheet_by_name("Cases").activate()
    workbook.close()
    assert read_xlsx(Archive(target.getvalue(), "x"), "x") == ([("Cases",)], "Cases")


def test_what_is_beside_the_sheets_is_not_looked_at() -> None:
    """Properties and pictures of charts, in which libraries trip over more than in tables."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    workbook.add_worksheet("Cases").write_string(0, 0, "a")
    workbook.add_chartsheet("Chart").set_chart(chart(workbook))
    workbook.set_custom_property("Office", "x")
    workbook.close()
    broken = dict.fromkeys(("core", "app", "custom", "theme1", "chart1", "drawing1"), lambda _: b"<broken")
    assert lines(altered(target.getvalue(), **broken)) == [["a"]]


def test_what_openpyxl_would_say_of_a_workbook_is_not_said() -> None:
    """A warning would end this test."""
    extension = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'
    odd = altered(
        xlsx(["a"]), sheet1=lambda xml: xml.replace(b"</worksheet>", f"{extension}</worksheet>".encode())
    )
    assert lines(odd) == [["a"]]


def test_a_workbook_without_anything_has_no_lines() -> None:
    assert read_xlsx(Archive(with_sheet("<row><c><v/></c></row>"), "x"), "x") == ([], "")


@pytest.mark.parametrize("stated", ["A1", "A1:XFD1048576", "B7:C9"])
def test_the_size_that_a_sheet_states_is_passed_over(stated: str) -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert lines(with_sheet(rows, f'<dimension ref="{stated}"/>')) == [["1", "2"], ["3"]]


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
            f'<row><c t="inlineStr"><is>{READING_AID}<r><t>in</t></r><r><t>line</t></r></is></c></row>',
            [["inline"]],
        ),
        ('<row><c t="d"><v>2018-04-01</v></c><c t="str"><f>A1</f><v>x</v></c></row>', [["2018-04-01", "x"]]),
        ('<row><c t="e"><v>#N/A</v></c><c t="b"><v>0</v></c></row>', [["#N/A", "FALSE"]]),
        ("<row><c><v>1234567890123456</v></c><c><v>1E3</v></c></row>", [["1234567890123456", "1000"]]),
        ("<row><c><f>A2</f></c><c><f>A3</f><v>7</v></c></row>", [["", "7"]]),
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
        '<row><c r="ZZZ1"/></row>' * 200,
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
        '<row><c r="1B"><v>1</v></c></row>',
        '<row><c r="ZZZZZZ1"><v>1</v></c></row>',
        '<row><c s="x"><v>1</v></c></row>',
        '<row><c s="99"><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        '<row r="-5"><c><v>1</v></c></row>',
        "<row><c><v>x</v></c></row>",
        f"<row><c><v>{'9' * 5_000}</v></c></row>",
    ],
)
def test_a_damaged_cell_is_an_error(rows: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        lines(with_sheet(rows))
