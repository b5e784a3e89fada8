"""Deciding what holds: by whoever may, with a reason, and by nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.journal.change import Change
from model.journal.entry import FieldKey
from model.refusal import Refusal
from tests.fieldwork import LEAD, MEGAN, OFFICE, OWEN, allot, as_, begin, disagree
from ui.actions.decide import conflicts, decide_conflict
from ui.session import Session

SIDES = ((MEGAN, "medium", None), (OWEN, "high", "RoSH summary"))


@pytest.fixture
def megan(tmp_path: Path) -> Iterator[Session]:
    session = begin(tmp_path)
    yield session
    session.store.close()


@pytest.mark.parametrize("person", [MEGAN, LEAD, OFFICE])
def test_the_holder_the_lead_and_the_office_decide_an_answer(megan: Session, person: str) -> None:
    mine = allot(megan, 1)
    disagree(megan, mine, "rosh_level", *SIDES)
    key = FieldKey("assessment", mine, "answer.rosh_level")
    with pytest.raises(Refusal, match="needs a reason"):
        decide_conflict(as_(megan, person), key, "high", " ")
    decide_conflict(as_(megan, person), key, "high", "The summary of July says so")
    assert conflicts(megan) == ()


def test_another_inspector_decides_nothing(megan: Session) -> None:
    mine = allot(megan, 1)
    disagree(megan, mine, "rosh_level", *SIDES)
    key = FieldKey("assessment", mine, "answer.rosh_level")
    with pytest.raises(Refusal, match="Somebody else decides"):
        decide_conflict(as_(megan, OWEN), key, "high", "I know better")
    assert [one.key for one in conflicts(megan)] == [key]


def test_a_note_is_decided_by_whoever_holds_its_assessment_and_who_holds_it_is_not(megan: Session) -> None:
    mine, note = allot(megan, 1), "d" * 32
    megan.record(Change(FieldKey("note", note, "assessment"), mine))
    for person, text in ((MEGAN, "He came"), (LEAD, "He did not come")):
        as_(megan, person).record(Change(FieldKey("note", note, "text"), text, replaces=()))
    for person in (MEGAN, OWEN):
        as_(megan, LEAD).record(Change(FieldKey("assessment", mine, "holder"), person, replaces=()))
    key, holder = FieldKey("note", note, "text"), FieldKey("assessment", mine, "holder")
    for disputed in (key, holder):
        with pytest.raises(Refusal, match="Somebody else decides"):
            decide_conflict(megan, disputed, MEGAN, "It is mine")
    decide_conflict(as_(megan, LEAD), holder, MEGAN, "It is hers")
    decide_conflict(megan, key, "He came", "The contact log says so")
    assert conflicts(megan) == ()
