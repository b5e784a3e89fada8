"""Single fields on a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.journal.entry import FieldKey
from tests.fieldwork import LEAD, MEGAN, OWEN, Clock, allot, as_, begin, disagree
from ui.actions.answer import answer
from ui.actions.undo import undo
from ui.actions.write import write
from ui.reading import fields
from ui.session import Session


@pytest.fixture
def megan(tmp_path: Path) -> Iterator[Session]:
    session = begin(tmp_path, clock=Clock())
    yield session
    session.store.close()


def key(assessment: str, question: str) -> FieldKey:
    return FieldKey("assessment", assessment, f"answer.{question}")


def test_what_stands_and_what_was_never_recorded(megan: Session) -> None:
    assessment = allot(megan, 1)
    answer(megan, assessment, "gender", "male")
    gender, age = key(assessment, "gender"), key(assessment, "age_group")
    found = fields.current(megan, [gender, age])
    held = found[gender]
    assert held is not None
    assert (held.value, held.author) == ("male", MEGAN)
    assert found[age] is None
    assert fields.fields_of(megan, "assessment", assessment)["state"].value == "reading"


def test_history_marks_what_stands_and_what_an_undo_brought_back(megan: Session) -> None:
    assessment = allot(megan, 1)
    answer(megan, assessment, "gender", "male")
    answer(megan, assessment, "gender", "female")
    undo(megan)
    told = [
        (past.value, past.stands, past.took_back) for past in fields.history(megan, key(assessment, "gender"))
    ]
    assert told == [("male", True, True), ("female", False, False), ("male", False, False)]
    assert fields.history(megan, key(assessment, "age_group")) == ()


def test_both_sides_of_a_conflict_and_one_after_it_is_decided(megan: Session) -> None:
    assessment = allot(megan, 1)
    disagree(megan, assessment, "gender", (MEGAN, "male", None), (OWEN, "female", "The list is wrong"))
    sides = fields.sides(megan, key(assessment, "gender"))
    assert {(side.author, side.value, side.reason) for side in sides} == {
        (MEGAN, "male", None),
        (OWEN, "female", "The list is wrong"),
    }
    answer(as_(megan, LEAD), assessment, "gender", "male")
    assert [side.author for side in fields.sides(megan, key(assessment, "gender"))] == [LEAD]
    assert fields.sides(megan, key(assessment, "age_group")) == ()


def test_pieces_that_were_never_recorded_are_left_out(megan: Session) -> None:
    assessment = allot(megan, 1)
    write(megan, "note", "1" * 32, "A note", assessment=assessment)
    (piece,) = fields.pieces(megan, [("note", "1" * 32), ("note", "2" * 32)])
    assert piece.text == "A note"
