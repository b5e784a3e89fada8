"""A practice case is judged as it is given, so that nothing stands in the way of completing it."""

from typing import Any

from model.instruments.instrument import Part
from ui.actions import practise_judging
from ui.reading import cases


def test_key_questions_are_answered_as_given_and_every_no_has_its_evidence(practice: Any) -> None:
    mine = practice.assessments[0]
    asked = practise_judging.judge(practice.ann, mine, {"2.1.2": "No", "2.2.3": "Not applicable"})
    sheet = cases.sheet(practice.ann, mine)
    keys = [one for one in sheet.instrument.questions.values() if one.part is Part.KEY]
    answered = {key.code: sheet.answers[key.id].value for key in keys if key.id in sheet.answers}
    assert "2.2.3" not in answered
    assert {code for code, value in answered.items() if value == "no"} == {"2.1.2"}
    assert len(answered) == len(keys) - 1
    assert sheet.assessment.state == "complete"
    assert asked > len(keys)
    (note,) = sheet.of("note")
    assert note.text == practise_judging.EVIDENCE.text


def test_half_a_case_can_be_answered(practice: Any) -> None:
    mine = practice.assessments[0]
    assert practise_judging.answer_all(practice.ann, mine, {}, most=10) == 10
    assert cases.sheet(practice.ann, mine).assessment.state == "reading"
