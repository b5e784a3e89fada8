"""What stands in which sheet and column."""

from model.instruments.xlsform.writing import rows_of
from tests.model.instruments.small import instrument


def test_sheets_have_the_columns_of_xlsform_first() -> None:
    survey, choices, settings = rows_of(instrument())
    assert [sheet.title for sheet in (survey, choices, settings)] == ["survey", "choices", "settings"]
    ours = [heading.startswith("casebook_") for heading in survey.header]
    assert ours == sorted(ours)
    assert survey.header[:3] == ("type", "name", "label::English (en)")
    assert settings.rows[0]["casebook_title_cy"] == "Goruchwyliaeth"


def test_questions_stand_in_groups() -> None:
    survey, _, _ = rows_of(instrument())
    assert [row["name"] for row in survey.rows][:4] == ["view-case", "section-facts", "sentence", "features"]
    types = {row["name"]: row["type"] for row in survey.rows}
    assert types["sentence"] == "select_one sentence"
    assert types["features"] == "select_multiple features"
    assert (types["score"], types["begun"], types["remark"]) == ("decimal", "date", "text")


def test_questions_share_their_lists() -> None:
    survey, choices, _ = rows_of(instrument())
    types = {row["name"]: row["type"] for row in survey.rows}
    assert types["safety"] == types["engage"] == "select_one engage_release"
    assert types["engage_involved"] == "select_one engage_involved"
    names = [row["name"] for row in choices.rows if row["list_name"] == "engage_involved"]
    assert names == ["yes", "no", "not_applicable"]


def test_bounds_are_constraints() -> None:
    survey, _, _ = rows_of(instrument())
    constraints = {row["name"]: row["constraint"] for row in survey.rows if "constraint" in row}
    assert constraints["score"] == ". >= 0 and . <= 100"
    assert constraints["features"] == "not(selected(., 'not_applicable')) or count-selected(.) = 1"
