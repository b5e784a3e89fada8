"""One row is one question."""

import pytest

from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.items import is_left_out, question_values, type_of
from model.instruments.xlsform.lists import Lists
from model.instruments.xlsform.remarks import Remarks


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("begin group", "begin_group"),
        ("select one  yn", "select_one yn"),
        ("select_multiple l", "select_multiple l"),
        ("begin repeat", "begin_repeat"),
        ("text", "text"),
        ("Begin Group", "begin_group"),
        ("Select_One Yes-No", "select_one Yes-No"),
        ("select1 yn", "select_one yn"),
        ("select one from yn", "select_one yn"),
        ("select all that apply from l", "select_multiple l"),
        ("int", "integer"),
    ],
)
def test_older_ways_of_writing_a_type_are_understood(written: str, meant: str) -> None:
    assert type_of(Row("f", "survey", 2, {"type": written})) == meant


def test_what_a_row_leaves_open_is_an_offices_own_fact() -> None:
    row = Row("f", "survey", 2, {"type": "date", "name": "seen", "label": "Seen on"})
    assert question_values(row, Lists(None, "f", Remarks()), {}, Remarks()) == {
        "id": "seen",
        "code": "seen",
        "part": "fact",
        "kind": "date",
        "text": {"en": "Seen on"},
        "wording": "office",
        "guidance_standing": "office",
        "source": "Written by the office.",
        "meaning": 1,
    }


def test_what_nobody_is_asked_is_left_out() -> None:
    for kind in ("start", "End", "today", "deviceid", "note", "calculate"):
        assert is_left_out(Row("f", "survey", 2, {"type": kind, "name": "x"}))
    assert is_left_out(Row("f", "survey", 2, {"type": "text", "name": "x", "disabled": "yes"}))
    assert not is_left_out(Row("f", "survey", 2, {"type": "text", "name": "start", "disabled": "no"}))
