"""A table: headings first, blank ends left out, within limits, and refused in words."""

import pickle

import pytest

from model.refusal import Refusal
from storage.tables.table import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    Lines,
    NotATable,
    Table,
    check_size,
    damaged,
    table_of,
    too_large,
)


def test_blank_rows_above_and_blank_ends_are_left_out_and_row_numbers_stay() -> None:
    lines = [[], ["", " "], ["a", "b", ""], ["1", "", "  "], [], ["", "2"], [""], []]
    assert table_of(lines, "x.csv", "CSV") == Table(("a", "b"), (("1",), (), ("", "2")), 3, "CSV")


def test_rows_are_gathered_and_blank_ones_only_move_the_place() -> None:
    lines = Lines("x.ods")
    lines.add(["", " "])
    lines.add([], times=2)
    lines.add(["a", "", "b", " "], times=2)
    lines.add([""], times=10**12)
    assert lines.filled == [(), (), (), ("a", "", "b"), ("a", "", "b")]


def test_rows_are_gathered_within_the_limits() -> None:
    for times_before, cells, times in ((0, ["a"], MOST_ROWS + 2), (10**12, ["a"], 1), (0, ["a"] * 501, 1)):
        lines = Lines("x.ods")
        lines.add([], times_before)
        with pytest.raises(NotATable, match="larger than any list"):
            lines.add(cells, times)
        assert lines.filled == []


@pytest.mark.parametrize("lines", [[], [[]], [["", " "], ["\t"]]])
def test_nothing_is_refused(lines: list[list[str]]) -> None:
    with pytest.raises(NotATable, match=r"“x\.csv” is empty"):
        table_of(lines, "x.csv", "")


def test_headings_that_are_no_text_are_refused() -> None:
    for heading in ("a\x01", "a\u202eb", "\x7f"):
        with pytest.raises(NotATable, match="characters that are no text"):
            table_of([["ok", heading]], "x.csv", "")
    assert table_of([["a\r\nb"]], "x.csv", "").header == ("a\r\nb",)


def test_a_cell_may_be_as_long_as_excel_allows() -> None:
    assert table_of([["a"], ["x" * MOST_CHARACTERS]], "x.csv", "").rows
    with pytest.raises(NotATable, match="a cell of it is longer than 32,767 characters"):
        table_of([["a"], ["x" * (MOST_CHARACTERS + 1)]], "x.csv", "")


@pytest.mark.parametrize(
    ("rows", "columns", "how"),
    [
        (MOST_ROWS + 2, 1, "more than 20,000 rows"),
        (1, MOST_COLUMNS + 1, "more than 500 columns"),
        (MOST_ROWS, 101, "more than 2,000,000 cells"),
    ],
)
def test_sizes_beyond_any_list_are_refused(rows: int, columns: int, how: str) -> None:
    with pytest.raises(NotATable, match=how):
        check_size("x.csv", rows, columns)


def test_the_largest_sizes_are_not_refused() -> None:
    check_size("x.csv", MOST_ROWS + 1, 99)
    check_size("x.csv", 2, MOST_COLUMNS)


@pytest.mark.parametrize("refusal", [too_large("a\u202e.csv", "it has too much"), damaged("a\u202e.csv")])
def test_every_refusal_names_the_file_says_what_was_kept_and_what_to_do(refusal: NotATable) -> None:
    assert "“a[U+202E].csv”" in refusal.happened
    assert refusal.kept == "Nothing was taken in."
    assert refusal.next.endswith(".")
    assert isinstance(refusal, Refusal)
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)
