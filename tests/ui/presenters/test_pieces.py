"""What inspectors write, listed and edited."""

from datetime import date

from model.evidence import KINDS, Written
from ui.presenters.pieces import FORMS, Typed, piece_view, read_typed, typed_from

TODAY = date(2018, 10, 8)


def piece(kind: str = "note", **other: str) -> Written:
    fields = {"source": "OASys", "date": "2018-04-12", "state": "", "told": ""} | other
    return Written(
        kind, "1", "a", "q", "Text", fields["source"], fields["date"], fields["state"], fields["told"],
        "me", "2018-10-08T12:00:00Z", conflict=False, removed=False,
    )  # fmt: skip


def test_every_kind_has_a_form() -> None:
    assert set(FORMS) == set(KINDS)


def test_dates_are_read_and_a_wrong_one_is_named_and_left_out() -> None:
    read = read_typed("note", Typed("x", {"source": " OASys ", "date": "12 Apr 2018"}), TODAY)
    assert (read.beside, read.problems) == ({"source": "OASys", "date": "2018-04-12"}, {})
    read = read_typed("note", Typed("x", {"source": "OASys", "date": "soon"}), TODAY)
    assert read.beside == {"source": "OASys"}
    assert "“soon” is no date" in read.problems["date"]


def test_a_month_will_do_in_a_chronology() -> None:
    assert read_typed("line", Typed("x", {"date": "May 2018"}), TODAY).beside["date"] == "2018-05"


def test_what_is_recorded_comes_back_into_its_editor_as_it_would_be_typed() -> None:
    typed = typed_from(piece())
    assert typed == Typed("Text", {"source": "OASys", "date": "12 Apr 2018"})
    assert read_typed("note", typed, TODAY).beside == {"source": "OASys", "date": "2018-04-12"}
    assert typed_from(piece("alert", told="Jane Holt")).beside == {"told": "Jane Holt", "date": "12 Apr 2018"}
    assert typed_from(piece("point")).beside == {}


def test_a_list_says_where_a_note_comes_from() -> None:
    note = piece_view(piece(), TODAY, "me", {})
    assert note.about.startswith("OASys · 12 Apr 2018 · you, ")
    line = piece_view(piece("line", source=""), TODAY, "other", {"me": "Ann"})
    assert line.date == "12 Apr 2018"
    assert line.about.startswith("Ann, ")
