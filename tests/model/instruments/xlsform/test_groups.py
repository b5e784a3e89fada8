"""Groups are views and sections, and loose questions find their place."""

from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.columns import SheetRows
from model.instruments.xlsform.groups import Order, views_in
from model.instruments.xlsform.lists import Lists
from model.instruments.xlsform.remarks import Remarks


def rows(*cells: dict[str, str]) -> tuple[Row, ...]:
    return tuple(Row("f", "survey", number, one) for number, one in enumerate(cells, start=2))


YES_NO = SheetRows(
    "choices", ("list_name", "name"), [{"list_name": "yn", "name": "yes"}, {"list_name": "yn", "name": "no"}]
)


def order(*cells: dict[str, str], remarks: Remarks | None = None) -> Order:
    form = {"id": "form", "title": {"en": "Form"}}
    said = remarks or Remarks()
    return views_in(rows(*cells), form, Lists(YES_NO, "f", said), said)


def shape_of(made: Order) -> list[tuple[object, list[tuple[str, list[str]]]]]:
    return [
        (view["id"], [(one["id"], [each["id"] for each in one["question"]]) for one in view["section"]])  # type: ignore[attr-defined]
        for view in made.views
    ]


def test_loose_questions_stand_in_a_view_or_section_named_like_what_is_around_them() -> None:
    made = order(
        {"type": "text", "name": "first", "label": "?"},
        {"type": "begin_group", "name": "view-v", "label": "V"},
        {"type": "text", "name": "second", "label": "?"},
        {"type": "begin_group", "name": "section-s", "label": "S"},
        {"type": "text", "name": "third", "label": "?"},
        {"type": "end_group"},
        {"type": "end_group"},
    )
    assert shape_of(made) == [("form", [("form", ["first"])]), ("v", [("v", ["second"]), ("s", ["third"])])]
    assert made.rows["question third"].number == made.rows["section s"].number + 1 == 6


def test_the_condition_of_a_group_is_one_of_its_questions() -> None:
    yes, no = ({"question": "need", "is": [word]} for word in ("yes", "no"))
    made = order(
        {"type": "select_one yn", "name": "need", "label": "?"},
        {"type": "begin_group", "name": "v", "relevant": "${need} = 'yes'"},
        {"type": "text", "name": "how", "label": "?"},
        {"type": "select_one yn or_other", "name": "who", "label": "?", "relevant": "${need} = 'no'"},
        {"type": "end_group"},
        {"type": "text", "name": "else", "label": "?"},
    )
    asked = [question for view in made.views for one in view["section"] for question in one["question"]]  # type: ignore[attr-defined]
    other = {"question": "who", "is": ["other"]}
    assert [(one["id"], one.get("when")) for one in asked] == [
        ("need", None),
        ("how", yes),
        ("who", {"all": [yes, no]}),
        ("who_other", {"all": [yes, other]}),
        ("else", None),
    ]


def test_a_deeper_group_stands_in_its_section_and_an_empty_one_nowhere() -> None:
    remarks = Remarks()
    made = order(
        {"type": "begin group", "name": "empty"},
        {"type": "note", "name": "welcome", "label": "Welcome"},
        {"type": "end group"},
        {"type": "begin group", "name": "v"},
        {"type": "begin group", "name": "s"},
        {"type": "text", "name": "first", "label": "?"},
        {"type": "begin group", "name": "deep"},
        {"type": "text", "name": "second", "label": "?"},
        {"type": "end group"},
        {"type": "text", "name": "third", "label": "?"},
        {"type": "end group"},
        {"type": "end group"},
        remarks=remarks,
    )
    assert shape_of(made) == [("v", [("s", ["first", "second", "third"])])]
    assert remarks.lines() == (
        "Left out, as nobody is asked: sheet survey, row 3 (welcome)",
        "Groups within sections, whose questions stand in the section: sheet survey, row 8 (deep)",
    )
