"""Headings: found however they are typed, unknown ones named, missing or doubled ones refused in words."""

import pytest

from model.instruments.programme import Column, ColumnKind
from model.lists.columns import match_columns
from model.refusal import Refusal


def column(field: str, *headers: str, required: bool = False) -> Column:
    return Column(field, {"en": headers[0]}, headers, ColumnKind.TEXT, {}, required, personal=False)


COLUMNS = (
    column("reference", "Case reference", "CRN", required=True),
    column("gender", "Gender", "Sex", required=True),
    column("ogrs", "OGRS (%)"),
    column("officer", "Responsible officer"),
)


def test_headings_are_found_in_any_order_and_dress() -> None:
    matched = match_columns(["\ufeff SEX", "ogrs  (%):", "Crn", "", "Shoe size"], COLUMNS)
    assert {each.column.field: (each.header, each.place) for each in matched.found} == {
        "gender": ("\ufeff SEX", 0),
        "ogrs": ("ogrs  (%):", 1),
        "reference": ("Crn", 2),
    }
    assert matched.not_found == ("officer",)
    assert matched.unknown == ("Shoe size",)


def test_the_name_of_a_field_is_a_heading_too() -> None:
    matched = match_columns([each.field for each in COLUMNS], COLUMNS)
    assert matched.not_found == matched.unknown == ()


def test_a_required_column_that_is_missing_is_named_with_what_is_there() -> None:
    with pytest.raises(Refusal) as caught:
        match_columns(["List of cases", ""], COLUMNS)
    assert caught.value.happened == (
        "The list has no column for “Case reference” and “Gender”; its first row reads “List of cases”."
    )
    assert caught.value.kept == "Nothing was taken in."
    assert "delete any lines above the headings" in caught.value.next


def test_a_list_without_references_is_refused_even_where_the_programme_forgot_to_ask() -> None:
    with pytest.raises(
        Refusal, match="no column for “Case reference”; its first row reads no headings at all"
    ):
        match_columns([], [column("reference", "Case reference"), column("gender", "Gender")])


def test_two_columns_for_one_field_are_refused_by_their_names() -> None:
    with pytest.raises(Refusal, match="Two columns, “Gender” and “sex”, say the same thing"):
        match_columns(["CRN", "Gender", "sex"], COLUMNS)


def test_a_heading_that_reorders_text_is_shown_spelled_out() -> None:
    assert match_columns(["CRN", "Sex", "a\u202eb"], COLUMNS).unknown == ("a[U+202E]b",)
