"""Cells are found by column, and a refusal names the place."""

import pytest

from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.cells import Row, rows_in
from model.instruments.xlsform.columns import SheetRows


def row(**cells: str) -> Row:
    return Row("form.xlsx", "survey", 7, cells)


def test_cells_are_read_without_blanks_around_them_or_to_the_letter() -> None:
    assert row(name=" q ").text("name") == "q"
    assert row(name=" q ").exact("name") == " q "
    assert row().text("name") == ""
    assert row(name=" q ").need("name") == "q"


def test_a_flag_is_yes_or_no() -> None:
    assert [row(f=word).flag("f") for word in ("yes", "TRUE", "no", "False", "")] == [True, True] + [
        False
    ] * 3


def test_wordings_are_found_by_any_name_of_their_language() -> None:
    found = Row("f", "s", 2, {"label::Cymraeg (cy)": "Ie", "label:English": "Yes", "labelled": "?"})
    assert found.words("label") == {"en": "Yes", "cy": "Ie"}
    assert row(label="Yes").words("label") == {"en": "Yes"}
    assert row(casebook_where_cy="Yno").our_words("where") == {"cy": "Yno"}


def test_a_refusal_names_sheet_row_and_column() -> None:
    refused = row().wrong("type", "it is wrong", "Mend it.")
    assert refused.happened == "form.xlsx, sheet survey, row 7, column type: it is wrong."
    with pytest.raises(WrongInstrument, match="column name: the cell is empty"):
        row().need("name")


def test_blank_rows_count_and_are_passed_over() -> None:
    sheet = SheetRows("survey", ("name", "", ""), [{"name": "a"}, {"name": " "}, {"name": "b"}], 4)
    assert [(one.number, one.text("name")) for one in rows_in(sheet, "f")] == [(4, "a"), (6, "b")]


def test_headings_are_found_however_they_are_written() -> None:
    header = ("Type", " List name", "Label::Cymraeg (cy)", "Relevance")
    sheet = SheetRows("survey", header, [dict.fromkeys(header, "x")])
    (found,) = rows_in(sheet, "f", "type")
    assert list(found.cells) == ["type", "list_name", "label::Cymraeg (cy)", "relevant"]


def test_rows_without_a_column_that_they_need_are_refused_once() -> None:
    sheet = SheetRows("survey", ("Art", "name"), [{"Art": "text", "name": "q"}])
    with pytest.raises(
        WrongInstrument, match="sheet survey, row 1: there is no column with the heading type"
    ):
        list(rows_in(sheet, "f", "type", "name"))


def test_a_wording_that_shows_another_answer_is_refused() -> None:
    with pytest.raises(WrongInstrument, match=r"column label: the wording shows another answer, \$\{days\}"):
        row(label="After ${days} days?").words("label")
