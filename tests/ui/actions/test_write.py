"""Notes, chronology lines, points, alerts; drafts that survive; undo; search."""

from typing import Any

import pytest

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.journal.erasure import tombstone
from model.refusal import Refusal
from storage import drafts
from ui.actions import write
from ui.actions.find import find
from ui.actions.undo import undo
from ui.reading import cases

NOTE = "e" * 32


def notes(practice: Any) -> list[str]:
    return [piece.text for piece in cases.sheet(practice.ann, practice.assessments[0]).of("note")]


def note(practice: Any, text: str, id: str = NOTE, **beside: str) -> Any:
    return write.write(practice.ann, "note", id, text, assessment=practice.assessments[0], **beside)


def test_only_what_differs_is_recorded_again(practice: Any) -> None:
    first = note(practice, "Contact log, 3 May", source="nDelius", question="q")
    again = note(practice, "Contact log, 4 May", source="nDelius", question="q")
    assert len(first.fields) == 4
    assert again.fields == (FieldKey("note", NOTE, "text"),)
    assert note(practice, "Contact log, 4 May").fields == ()


def test_a_draft_is_durable_at_once_and_becomes_an_entry_when_put_away(practice: Any) -> None:
    beside = {"assessment": practice.assessments[0], "question": "q"}
    write.type_on(practice.ann, "note", NOTE, "half a sen", beside)
    assert [draft.text for draft in drafts.kept(practice.ann.store.db, practice.ann.inspection)] == [
        "half a sen"
    ]
    assert notes(practice) == []
    write.put_drafts_away(practice.ann)
    assert notes(practice) == ["half a sen"]
    assert drafts.kept(practice.ann.store.db, practice.ann.inspection) == ()


def test_a_draft_of_somebody_else_is_left_alone(practice: Any) -> None:
    write.type_on(practice.lee, "note", NOTE, "Lee's", {"assessment": practice.assessments[0]})
    write.put_drafts_away(practice.ann)
    assert [draft.text for draft in drafts.kept(practice.ann.store.db, practice.ann.inspection)] == ["Lee's"]


def test_removed_writing_is_gone_from_sight_and_from_search_until_undone(practice: Any) -> None:
    note(practice, "Rosebud phoned")
    write.remove(practice.ann, "note", NOTE)
    assert notes(practice) == []
    assert find(practice.ann, "rosebud") == ()
    undo(practice.ann)
    assert notes(practice) == ["Rosebud phoned"]
    assert [hit.snippet for hit in find(practice.ann, "rose")] == ["⟦Rosebud⟧ phoned"]


def test_a_new_alert_is_open(practice: Any) -> None:
    write.write(practice.ann, "alert", NOTE, "Child at risk", assessment=practice.assessments[0])
    (alert,) = cases.sheet(practice.ann, practice.assessments[0]).of("alert")
    assert alert.state == "open"


@pytest.mark.parametrize("words", ['"', "AND", "a OR", "NEAR(", "col:x", "\0", "*", "-x"])
def test_no_words_are_operators(practice: Any, words: str) -> None:
    note(practice, "an OR and a NEAR")
    find(practice.ann, words)


def test_empty_text_and_hidden_characters_are_refused_and_nothing_is_kept(practice: Any) -> None:
    for text in ("  ", "over\u202eride", "bell\x07"):
        with pytest.raises(Refusal):
            note(practice, text)
    assert notes(practice) == []


def test_undo_takes_back_whole_acts_one_after_another_and_then_says_so(practice: Any) -> None:
    note(practice, "one", source="OASys")
    note(practice, "two")
    undo(practice.ann)
    assert notes(practice) == ["one"]
    undo(practice.ann)
    assert notes(practice) == []
    with pytest.raises(Refusal, match="nothing of yours"):
        undo(practice.ann)


def test_what_the_lead_changed_since_is_not_undone_and_the_lead_is_named(practice: Any) -> None:
    note(practice, "mine")
    write.write(practice.lee, "note", NOTE, "the lead's words")
    with pytest.raises(Refusal, match="Lee Long"):
        undo(practice.ann)
    assert notes(practice) == ["the lead's words"]


def test_no_draft_is_begun_in_what_was_erased(practice: Any) -> None:
    practice.office.record(Change(tombstone("note", NOTE), "retention rule 4"))
    with pytest.raises(Refusal, match="has erased"):
        write.type_on(practice.ann, "note", NOTE, "half a sen", {"assessment": practice.assessments[0]})
    assert write.put_drafts_away(practice.ann).fields == ()


def test_no_draft_holds_what_could_never_be_recorded(practice: Any) -> None:
    for text, source in (("over\u202eride", ""), ("sound", "bell\x07")):
        with pytest.raises(Refusal, match="hidden characters"):
            write.type_on(practice.ann, "note", NOTE, text, {"source": source})
    assert drafts.kept(practice.ann.store.db, practice.ann.inspection) == ()
