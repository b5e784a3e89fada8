"""Groups are views and sections, and loose questions find their place."""

from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.groups import views_of
from model.instruments.xlsform.lists import Lists


def rows(*cells: dict[str, str]) -> tuple[Row, ...]:
    return tuple(Row("f", "survey", number, one) for number, one in enumerate(cells, start=2))


def test_loose_questions_stand_in_a_view_or_section_named_like_what_is_around_them() -> None:
    views = views_of(
        rows(
            {"type": "text", "name": "first", "label": "?"},
            {"type": "begin_group", "name": "view-v", "label": "V"},
            {"type": "text", "name": "second", "label": "?"},
            {"type": "begin_group", "name": "section-s", "label": "S"},
            {"type": "text", "name": "third", "label": "?"},
            {"type": "end_group"},
            {"type": "end_group"},
        ),
        {"id": "form", "title": {"en": "Form"}},
        Lists(None, "f"),
    )
    shape = [
        (view["id"], [(one["id"], [each["id"] for each in one["question"]]) for one in view["section"]])  # type: ignore[attr-defined]
        for view in views
    ]
    assert shape == [("form", [("form", ["first"])]), ("v", [("v", ["second"]), ("s", ["third"])])]
