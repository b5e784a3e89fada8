"""Searching in what was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.journal.change import Change
from model.journal.entry import FieldKey
from storage.search import quoted, search
from tests.team import ANN, INSPECTION, OFFICE, record, team

TEXTS = ("Cyfarfod yn Llanŵchan", "Missed the home visit", "Home address unknown; visit refused")


def test_every_word_must_be_there_by_its_beginning_and_without_accents() -> None:
    with team(OFFICE, ANN) as (_, ann):
        for number, text in enumerate(TEXTS):
            record(ann, ANN, Change(FieldKey("note", f"{number:032x}", "text"), text))
        assert len(search(ann.db, INSPECTION, "home visit")) == 2
        assert [found.snippet for found in search(ann.db, INSPECTION, "visit miss")] == [
            "⟦Missed⟧ the home ⟦visit⟧"
        ]
        assert [found.id for found in search(ann.db, INSPECTION, "llanwch")] == ["0" * 32]
        assert search(ann.db, INSPECTION, "absent") == ()
        assert search(ann.db, "9" * 32, "home") == ()


@pytest.mark.parametrize("words", ["", "  ", "\0"])
def test_nothing_asked_finds_nothing(words: str) -> None:
    assert quoted(words) == ""


def test_nothing_that_people_type_is_an_operator() -> None:
    with team(OFFICE, ANN) as (_, ann):
        record(ann, ANN, Change(FieldKey("note", "0" * 32, "text"), TEXTS[1]))

        @settings(deadline=None)
        @given(st.text(max_size=40))
        def never_fails(words: str) -> None:
            search(ann.db, INSPECTION, words)

        never_fails()
