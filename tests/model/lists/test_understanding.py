"""A whole list: nothing is lost silently, the order of rows does not matter, once is enough."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.programme import Column, ColumnKind
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood, understand
from model.refusal import Refusal


def column(field: str, kind: ColumnKind, required: bool = False, **values: tuple[str, ...]) -> Column:
    return Column(field, {"en": field}, (field,), kind, values, required, personal=False)


COLUMNS = (
    column("reference", ColumnKind.TEXT, True),
    column("gender", ColumnKind.CHOICE, True, male=("Male", "M"), female=("Female", "F")),
    column("ldu", ColumnKind.TEXT),
    column("sentence_date", ColumnKind.DATE),
    column("ogrs", ColumnKind.NUMBER),
)
HEADER = ("reference", "gender", "ldu", "sentence_date", "ogrs")
GOOD = ("A1", "Male", "Leeds", "06/04/2018", "86")


def read(*rows: Sequence[str], decided: dict[str, int] | None = None) -> Understood:
    return understand(HEADER, rows, COLUMNS, decided=decided)


def only_refusal(understood: Understood) -> str:
    [remark] = [each for each in understood.remarks if each.kind is RemarkKind.REFUSED]
    assert understood.refused == (remark.row,)
    return remark.sentence


def test_a_plain_row_needs_no_remark() -> None:
    understood = read(GOOD)
    assert understood.remarks == ()
    assert understood.rows[0].number == 2
    assert understood.rows[0].values == {
        "reference": "A1",
        "gender": "male",
        "ldu": "Leeds",
        "sentence_date": "2018-04-06",
        "ogrs": "86",
    }


def test_every_remark_says_where_what_and_how() -> None:
    understood = read(GOOD, ("A2", " male", "Leeds", "soon", ""), ("A3", "", "", "", ""))
    about = [(each.row, each.column, each.kind, each.raw, each.value) for each in understood.remarks]
    assert about == [
        (3, "gender", RemarkKind.MENDED, " male", "male"),
        (3, "sentence_date", RemarkKind.LEFT_BLANK, "soon", ""),
        (4, "gender", RemarkKind.LEFT_BLANK, "", ""),
    ]
    assert all(each.sentence.endswith(".") for each in understood.remarks)
    assert understood.standings == {
        2: RemarkKind.UNDERSTOOD,
        3: RemarkKind.LEFT_BLANK,
        4: RemarkKind.LEFT_BLANK,
    }
    assert list(understood.counts.values()) == [1, 0, 2, 0]


def test_a_blank_that_would_be_missed_is_remarked_on() -> None:
    row = ("A1", "M", "", "", "")
    assert read(row).remarks == ()
    [remark] = understand(HEADER, [row], COLUMNS, missed=["ldu", "gender"]).remarks
    assert (remark.row, remark.column, remark.kind) == (2, "ldu", RemarkKind.LEFT_BLANK)


def test_rows_are_numbered_as_in_the_file() -> None:
    assert understand(HEADER, [GOOD], COLUMNS, header_row=4).rows[0].number == 5


def test_short_rows_end_in_blanks() -> None:
    assert read(("A1", "F")).rows[0].values["ogrs"] == ""


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((), "The row is empty."),
        ((" ", "", "\t"), "The row is empty."),
        (("", *GOOD[1:]), "The row has no case reference."),
        (("\u200b", *GOOD[1:]), "The row has no case reference."),
        ((*GOOD, "", "x"), "The row has more cells than there are headings, so its values may have slipped."),
        (
            ("A1", "Male", "Le\u202eeds\x07\x07", "", ""),
            "The cell “ldu” holds a character that hides or reorders text (U+202E, U+0007).",
        ),
        (
            ("A\x001", "Male", "Leeds", "", ""),
            "The cell “reference” holds a character that hides or reorders text (U+0000).",
        ),
    ],
)
def test_rows_that_cannot_be_taken_in_say_why(row: tuple[str, ...], why: str) -> None:
    understood = read(row)
    assert understood.rows == ()
    assert only_refusal(understood) == why


def test_a_hidden_character_in_a_column_that_is_not_taken_in_does_no_harm() -> None:
    understood = understand((*HEADER, "Notes"), [(*GOOD, "a\u202eb")], COLUMNS)
    assert understood.columns.unknown == ("Notes",)
    assert len(understood.rows) == 1


def test_line_ends_inside_a_cell_are_spaces() -> None:
    assert read(("A1", "M", "Bury\r\nRochdale", "", "")).rows[0].values["ldu"] == "Bury Rochdale"


def test_the_same_row_again_is_refused_though_it_is_typed_otherwise() -> None:
    understood = read(GOOD, (" a1", "MALE", "Leeds ", "2018-04-06", "86%"))
    assert [row.number for row in understood.rows] == [2]
    assert only_refusal(understood) == "Case “A1” is already in row 2, with the same content."


def test_the_same_reference_with_other_content_waits_for_a_decision() -> None:
    rows = (GOOD, ("A1", "Female", "Leeds", "06/04/2018", "86"), ("B2", "F"))
    understood = read(*rows)
    assert [row.reference for row in understood.rows] == ["B2"]
    assert understood.refused == (2, 3)
    assert [(twins.reference, twins.rows, twins.differ_in) for twins in understood.undecided] == [
        ("A1", (2, 3), ("gender",))
    ]
    decided = read(*rows, decided={"A1": 3})
    assert [row.values["gender"] for row in decided.rows] == ["female", "female"]
    assert decided.refused == (2,)
    assert decided.undecided == ()


def test_a_list_of_something_else_is_refused() -> None:
    with pytest.raises(Refusal):
        understand(("Book", "Author"), [("Emma", "Austen")], COLUMNS)


CELLS = {
    "reference": st.sampled_from(["A1", "a1 ", "B2", "C3", "D4", "", "\u202eA1"]) | st.text(max_size=4),
    "gender": st.sampled_from(["Male", "male ", "F", "x", ""]),
    "ldu": st.sampled_from(["Leeds", "York", "York ", ""]) | st.text(max_size=4),
    "sentence_date": st.sampled_from(["06/04/2018", "2018-04-06", "43196", "soon", ""]),
    "ogrs": st.sampled_from(["86", "86%", "086", "many", ""]) | st.text(max_size=3),
}
ROWS = st.lists(
    st.tuples(*(CELLS[field] for field in HEADER)).map(list)
    | st.lists(st.sampled_from(["", " ", "A1", "x"]), max_size=7),
    max_size=12,
)


@given(ROWS)
def test_every_row_is_taken_in_or_refused_with_a_reason(rows: list[list[str]]) -> None:
    understood = read(*rows)
    numbers = [row.number for row in understood.rows] + list(understood.refused)
    assert sorted(numbers) == list(range(2, len(rows) + 2))
    assert sum(understood.counts.values()) == len(rows)
    references = [row.reference for row in understood.rows]
    assert len(set(references)) == len(references)
    assert all(references)


@given(ROWS)
def test_understanding_what_was_understood_changes_nothing(rows: list[list[str]]) -> None:
    once = read(*rows).rows
    again = read(*([row.values[field] for field in HEADER] for row in once))
    assert [row.values for row in again.rows] == [row.values for row in once]
    assert {each.kind for each in again.remarks} <= {RemarkKind.LEFT_BLANK}
    assert all(each.raw == "" for each in again.remarks)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(rows: list[list[str]], chance: Random) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    one, other = read(*rows), read(*shuffled)

    def content(understood: Understood) -> Counter[tuple[tuple[str, str], ...]]:
        return Counter(tuple(row.values.items()) for row in understood.rows)

    def remarks(understood: Understood) -> Counter[tuple[str, ...]]:
        return Counter(
            (each.field, each.column, each.kind, each.raw, each.value) for each in understood.remarks
        )

    assert content(one) == content(other)
    assert remarks(one) == remarks(other)
