"""Pieces of writing out of recorded fields."""

from model.evidence import written_from
from model.journal.fields import Current


def held(value: object, author: str, time: str, conflict: bool = False) -> Current:
    return Current(value, conflict, author, time)  # type: ignore[arg-type]


def test_a_note_bears_the_author_and_time_of_its_text() -> None:
    note = written_from(
        "note",
        "n1",
        {
            "text": held("Contact log", "ann", "2018-10-08T10:00:00Z"),
            "source": held("nDelius", "lee", "2018-10-09T10:00:00Z"),
            "removed": held(True, "lee", "2018-10-09T11:00:00Z"),
        },
    )
    assert (note.text, note.author, note.time) == ("Contact log", "ann", "2018-10-08T10:00:00Z")
    assert (note.source, note.date, note.removed, note.conflict) == ("nDelius", "", True, False)


def test_a_conflict_in_any_field_marks_the_whole() -> None:
    alert = written_from("alert", "n1", {"state": held(None, "ann", "2018-10-08T10:00:00Z", conflict=True)})
    assert (alert.conflict, alert.state, alert.author) == (True, "", "ann")
