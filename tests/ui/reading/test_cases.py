"""An assessment read whole: what of it stands, after people took things back."""

from dataclasses import replace
from typing import Any

from model.assessments import Stage
from ui.actions import assess
from ui.actions.answer import answer
from ui.actions.undo import undo
from ui.reading import cases

BEN = "b" * 32
ALERT = "alert_open.case"


def test_a_confirmation_that_was_taken_back_confirms_nothing(practice: Any) -> None:
    mine = practice.assessments[0]
    answer(practice.ann, mine, "assess_engage", "yes")
    assess.hand_over(practice.ann, mine, BEN, "Ann is ill")
    ben = replace(practice.ann, author=BEN)
    assess.confirm_inherited(ben, mine, "assess_engage")
    assert cases.sheet(ben, mine).confirmed == {"assess_engage"}
    undo(ben)
    assert cases.sheet(ben, mine).confirmed == frozenset()
    assert assess.inherited(ben, cases.sheet(ben, mine)) == ("assess_engage",)


def test_a_reply_that_was_taken_back_is_none(practice: Any) -> None:
    mine = practice.assessments[0]
    assess.move(practice.ann, mine, Stage.READING, replies={ALERT: "The team manager knows"})
    assert cases.sheet(practice.ann, mine).replies == {ALERT: "The team manager knows"}
    undo(practice.ann)
    assert cases.sheet(practice.ann, mine).replies == {}
