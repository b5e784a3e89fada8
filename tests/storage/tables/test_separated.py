"""Text with separators: encodings, separators and quotation marks as spreadsheets anywhere write them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.tables.separated import read_separated
from storage.tables.table import NotATable

LINES = [["Name", "Unit"], ["Zoë", "Bury, Rochdale"], ["", "x;y"], ['say "hi"', "two\nlines"]]


def written(lines: list[list[str]], separator: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=separator, quoting=quoting).writerows(lines)  # type: ignore[arg-type]
    return target.getvalue()


@pytest.mark.parametrize(
    ("encoding", "called"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252"), ("utf-16", "UTF-16")],
)
@pytest.mark.parametrize(("separator", "named"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs")])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_every_usual_dress_is_recognised(
    encoding: str, called: str, separator: str, named: str, quoting: int
) -> None:
    data = written(LINES, separator, quoting).encode(encoding)
    assert read_separated(data, "x") == (LINES, f"CSV, {called}, {named}")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    assert read_separated(f"a,b{end}1,2{end}".encode(), "x")[0] == [["a", "b"], ["1", "2"]]


def test_a_separator_that_the_file_states_is_used_and_its_line_counts() -> None:
    assert read_separated(b"sep=;\r\na,b;c\r\n1;2\r\n", "x") == (
        [[], ["a,b", "c"], ["1", "2"]],
        "CSV, UTF-8, semicolons",
    )
    assert read_separated(b'"sep=\t"\na\tb\n', "x")[0] == [[], ["a", "b"]]


def test_a_cell_that_only_looks_like_it_states_nothing() -> None:
    assert read_separated(b"sep=x,b\n1,2\n", "x")[0] == [["sep=x", "b"], ["1", "2"]]


def test_blank_lines_keep_their_numbers() -> None:
    assert read_separated(b"\na,b\n\n1,2\n\n\n", "x")[0] == [[], ["a", "b"], [], ["1", "2"]]


def test_one_column_needs_no_separator() -> None:
    assert read_separated(b"CRN\nX1\n", "x") == ([["CRN"], ["X1"]], "CSV, UTF-8, commas")


@pytest.mark.parametrize(
    "data",
    [
        b"\0",
        b"a\0b",
        "a,b".encode("utf-16-le"),
        b"\x81\x8d\x8f",
        b"\xef\xbb\xbf\xff",
        b"\xff\xfea",
        b"\xfe\xff\xd8\x00",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotATable, match="neither text nor a workbook"):
        read_separated(data, "x")


@pytest.mark.parametrize(
    ("data", "line"), [(b'a,b\n"1,2\n3,4\n', 3), (b'a,b\n1,2\n"x"y,2\n', 3), (b"a\n" + b"x" * 140_000, 2)]
)
def test_quotation_marks_out_of_place_are_refused_with_their_line(data: bytes, line: int) -> None:
    with pytest.raises(NotATable, match=f"cannot be read from line {line} on"):
        read_separated(data, "x")


def test_too_many_rows_are_refused_and_too_many_blank_ones_forgotten() -> None:
    assert read_separated(b"a\n" * 20_001 + b"\n" * 100_000, "x")[0] == [["a"]] * 20_001
    for data in (b"a\n" * 20_002, b"a" + b"\n" * 30_000 + b"a"):
        with pytest.raises(NotATable, match="more than 20,000 rows"):
            read_separated(data, "x")


CELLS = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=8)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width).filter(any), max_size=6)
)


@given(TABLES, st.sampled_from([",", ";", "\t"]))
def test_what_was_written_is_read(lines: list[list[str]], separator: str) -> None:
    width = len(lines[0]) if lines else 2
    lines = [[f"h{number}" for number in range(width)], *lines]
    data = written(lines, separator).encode("utf-8-sig")
    assert read_separated(data, "x")[0] == lines


@given(st.binary(max_size=200))
def test_any_bytes_are_lines_or_refused(data: bytes) -> None:
    try:
        lines, source = read_separated(data, "x")
    except NotATable:
        return
    assert source.startswith("CSV, ")
    assert all(isinstance(cell, str) for line in lines for cell in line)
