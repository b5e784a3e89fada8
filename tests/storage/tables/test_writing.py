"""Tables written: nothing is a formula, no text is lost, other readers find what was put in."""

import csv
import io
import math
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.refusal import Refusal
from storage.tables.reading import read_table
from storage.tables.writing import Cell, Sheet, defused, write_csv, write_xlsx

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "|calc",
    "%0A",
    '=HYPERLINK("http://x")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\uff1d1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u202e=1+1",
    "\x00=1+1",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PRINTED = st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("=+-@ \uff1d"), max_size=12)


def cells_of_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_begins_like_a_formula(text: str) -> None:
    [[heading], [cell]] = cells_of_csv(write_csv(Sheet("t", (text,), [[text]])))
    assert cell == heading
    assert cell.startswith("'")
    assert cell.endswith(text.lstrip("\u200b\ufeff\u202e\x00"))


@pytest.mark.parametrize(
    "text", ["", "Zoë = me", "-1", "-12.50", "86", "2018-04-01", "a\nb", "J909231", "don't", "'quoted'", "課"]
)
def test_text_that_is_none_stays_as_it_is(text: str) -> None:
    assert defused(text) == text


def test_characters_that_nobody_sees_are_left_out() -> None:
    assert defused("Le\u202eeds\u200b\x07 x") == "Leeds x"


@given(TEXTS)
def test_nothing_defused_begins_a_formula_and_nothing_visible_is_lost(text: str) -> None:
    written = defused(text)
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", written) or written.lstrip()[:1] not in {
        *"=+-@|%\uff1d\uff0b\uff0d\uff20"
    }
    assert written[:1] not in {"\t", "\r", "\n"}
    visible = "".join(filter(str.isprintable, text))
    assert "".join(filter(str.isprintable, written)) in (visible, f"'{visible}")


def test_a_csv_is_what_spreadsheets_open_without_asking() -> None:
    data = write_csv(Sheet("t", ("a", "b"), [["Zoë, ŵ", 'say "hi"'], [1, 2.5], [None, math.nan]]))
    assert data == '\ufeff"a","b"\r\n"Zoë, ŵ","say ""hi"""\r\n"1","2.5"\r\n"",""\r\n'.encode()


@given(st.lists(st.lists(PRINTED, min_size=2, max_size=2), max_size=5))
def test_another_reader_finds_the_text_in_a_workbook_letter_for_letter(rows: list[list[str]]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([Sheet("Cases", ("=a", "b"), rows)])))
    read = [[cell.value or "" for cell in line] for line in book["Cases"].iter_rows(max_col=2)]
    assert read == [["=a", "b"], *rows]
    assert all(cell.data_type in ("s", "n") for line in book["Cases"].iter_rows() for cell in line)


@pytest.mark.parametrize("text", [*FORMULAS[:7], "http://x.org", "file:///etc/passwd", "1e5", "007"])
def test_text_in_a_workbook_is_text_and_nothing_else(text: str) -> None:
    data = write_xlsx([Sheet("t", ("a",), [[text]])])
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["t"]["A2"].value == text
    assert book["t"]["A2"].data_type == "s"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not any(
            b"<f>" in parts.read(path) or b"hyperlink" in parts.read(path) for path in parts.namelist()
        )


def test_numbers_in_a_workbook_are_numbers_and_gaps_are_gaps() -> None:
    rows: list[list[Cell]] = [[86, 12.5], [None, math.inf], ["86"]]
    page = openpyxl.load_workbook(io.BytesIO(write_xlsx([Sheet("t", ("a", "b"), rows)])))["t"]
    assert [[cell.value for cell in line] for line in page.iter_rows(min_row=2)] == [
        [86, 12.5],
        [None, None],
        ["86", None],
    ]


@given(
    st.lists(
        st.lists(PRINTED.filter(str.strip), min_size=1, max_size=3),
        max_size=4,
    )
)
def test_our_own_reader_finds_the_same_in_both(rows: list[list[str]]) -> None:
    header = ("h1", "h2", "h3")
    workbook = read_table(write_xlsx([Sheet("t", header, rows)]), "t.xlsx")
    assert (workbook.header, workbook.rows) == (header, tuple(map(tuple, rows)))
    text = read_table(write_csv(Sheet("t", header, rows)), "t.csv")
    assert text.header == header
    expected = [tuple(defused(cell) for cell in row) for row in rows]
    assert [row for row in text.rows if row] == [row for row in map(_without_blank_end, expected) if row]


def _without_blank_end(row: tuple[str, ...]) -> tuple[str, ...]:
    return _without_blank_end(row[:-1]) if row and not row[-1].strip() else row


def test_titles_are_made_to_fit() -> None:
    titles = ["A/B [c]: *?", "x" * 40, "X" * 40, "", "History", "A B C", "'q'"]
    data = write_xlsx([Sheet(title, ("a",), []) for title in titles])
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert names == ["A B c", "x" * 31, "X" * 25 + " 3", "4", "History 5", "A B C 6", "q"]


def test_a_text_too_long_for_a_workbook_is_refused_not_cut() -> None:
    rows = [["x"], ["y" * 32_768]]
    with pytest.raises(Refusal) as caught:
        write_xlsx([Sheet("Notes", ("a",), rows)])
    assert caught.value.happened == (
        "Row 3 of the table “Notes” has a text of 32,768 characters, and a cell of a workbook holds 32,767."
    )
    assert "CSV" in caught.value.next
    assert len(cells_of_csv(write_csv(Sheet("Notes", ("a",), rows)))[2][0]) == 32_768


def test_a_table_too_wide_for_a_workbook_is_refused() -> None:
    with pytest.raises(Refusal, match="more rows or columns"):
        write_xlsx([Sheet("t", ("a",) * 16_385, [])])


def test_nothing_is_written_to_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there"))
    assert write_xlsx([Sheet("t", ("a",), [["b"]])])
