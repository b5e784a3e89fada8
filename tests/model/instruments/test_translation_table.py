"""A table of wordings goes out with blanks and comes back filled; what does not fit is named by its row."""

import tomllib

import pytest

from model.instruments.rewording import Spot, Words
from model.instruments.translation_table import HEADINGS, rows_of, words_in
from model.refusal import Refusal
from tests.model.instruments.small import INSTRUMENT_TEXT, swapped

VALUES = tomllib.loads(INSTRUMENT_TEXT)
ROWS = rows_of(VALUES)
SCORE = ("question score", "text", "F3", "Score", "")


def taken(*rows: tuple[str, ...]) -> tuple[Words, ...]:
    return words_in(VALUES, HEADINGS, rows)


def test_every_wording_has_a_row_and_welsh_is_blank_where_there_is_none() -> None:
    assert ROWS[0] == ("", "title", "", "Supervision", "Goruchwyliaeth")
    assert SCORE in ROWS
    assert len({row[:2] for row in ROWS}) == len(ROWS)


def test_the_table_as_it_went_out_changes_nothing() -> None:
    assert taken(*ROWS) == ()


def test_a_filled_row_is_taken_and_a_blank_one_left() -> None:
    filled = [(*row[:4], "Prawf") if row[:2] == SCORE[:2] else row for row in ROWS]
    assert taken(*filled) == (Words(Spot("question score", "text"), "cy", "Prawf"),)
    assert taken((), ("", "", "", "", "")) == ()


def test_columns_may_stand_in_another_order_and_codes_may_be_missing() -> None:
    rows = [("Prawf", "Score", "question score", "text")]
    assert words_in(VALUES, ("Welsh", "English", "Where", "Place"), rows)[0].words == "Prawf"
    with pytest.raises(Refusal, match="heading “English” is missing"):
        words_in(VALUES, ("Welsh", "Where", "Place"), rows)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("question gone", "text", "", "?", "Prawf")], "row 2: “text” of question gone is not in"),
        ([(*SCORE[:3], "The score", "Prawf")], "row 2: the English of .* has changed"),
        ([(*SCORE[:4], "Prawf"), (*SCORE[:4], "Prawf")], "row 3: .* stands in row 2 already"),
        ([(*SCORE[:4], "{sefydliad}")], "row 2: {sefydliad} must stand in both"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_row(rows: list[tuple[str, ...]], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        taken(*rows)


def test_many_wrong_rows_are_named_as_far_as_one_reads() -> None:
    with pytest.raises(Refusal, match="and 15 more"):
        taken(*(("question gone", f"text{number}", "", "?", "Prawf") for number in range(25)))


def test_a_wording_that_looks_like_a_formula_comes_back_as_it_was() -> None:
    values = tomllib.loads(swapped(INSTRUMENT_TEXT, 'text.en = "Score"', 'text.en = "-Score"'))
    rows = [("question score", "text", "F3", "'-Score", "'-Prawf")]
    assert words_in(values, HEADINGS, rows)[0].words == "-Prawf"
