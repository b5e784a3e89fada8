"""The outline says where every question stands."""

from model.answers import NOT_APPLICABLE
from ui.presenters.assessment import doing
from ui.presenters.assessment.outline import QUESTION_ROW, SECTION, VIEW, OutlineRow
from ui.presenters.assessment.state import AssessmentState, show
from ui.session import Session


def rows(state: AssessmentState) -> dict[str, OutlineRow]:
    return {row.id: row for row in state.outline if row.kind != VIEW}


def test_every_view_section_and_question_is_there_in_order(megan: Session, assessment: str) -> None:
    state = show(megan, assessment)
    assert [row.id for row in state.outline if row.kind == QUESTION_ROW] == list(
        state.sheet.instrument.questions
    )
    assert [row.words for row in state.outline if row.kind == VIEW] == [
        "Case facts", "Assessment", "Planning", "Implementation and delivery", "Reviewing",
    ]  # fmt: skip


def test_a_row_shows_the_answer_with_its_side_of_the_line(megan: Session, assessment: str) -> None:
    for question, value in (("assess_engage", "no"), ("assess_desistance", "yes"), ("gender", "male")):
        doing.answer(megan, assessment, question, value)
    doing.answer(megan, assessment, "features", ("iom", "marac"))
    found = rows(show(megan, assessment))
    assert (found["assess_engage"].said.word, found["assess_engage"].said.tone) == ("No", "not_sufficient")
    assert (found["assess_desistance"].said.word, found["assess_desistance"].said.tone) == (
        "Yes",
        "sufficient",
    )
    assert (found["gender"].said.word, found["gender"].said.tone) == ("Male", "")
    assert found["features"].said.word == "2 chosen"


def test_what_is_not_answered_says_so_in_words(megan: Session, assessment: str) -> None:
    doing.answer(megan, assessment, "plan_safety_need", "no")
    doing.answer(megan, assessment, "plan_safety_agencies", NOT_APPLICABLE, "Nobody else is involved")
    doing.answer(megan, assessment, "assess_safety_victims", NOT_APPLICABLE, "None can be named")
    found = rows(show(megan, assessment))
    assert found["plan_safety"].said.word == "Set aside"
    assert found["plan_safety"].greyed
    assert found["plan_safety_agencies"].said.word == "Set aside"
    assert found["assess_safety_victims"].said.word == "Not applicable"
    assert found["deliver_safety"].said.word == "Not known yet"
    assert found["assess_engage"].said.word == "Not answered"


def test_sections_count_what_applies(megan: Session, assessment: str) -> None:
    assert rows(show(megan, assessment))["s2_2_3"].said.word == "0 of 1"
    doing.answer(megan, assessment, "plan_safety_need", "yes")
    section = rows(show(megan, assessment))["s2_2_3"]
    assert (section.kind, section.said.word) == (SECTION, "1 of 6")
    doing.answer(megan, assessment, "plan_safety_need", "no")
    section = rows(show(megan, assessment))["s2_2_3"]
    assert (section.said.word, section.said.icon) == ("1 of 1", "tick")


def test_notes_and_points_are_counted_and_spoken(megan: Session, assessment: str) -> None:
    beside = {"assessment": assessment, "question": "assess_engage"}
    doing.write(megan, "note", "a" * 32, "He was nineteen.", beside)
    doing.write(megan, "note", "b" * 32, "Nothing on maturity.", beside)
    doing.write(megan, "point", "c" * 32, "Ask about the shifts", beside)
    doing.remove(megan, assessment, "note", "b" * 32)
    row = rows(show(megan, assessment))["assess_engage"]
    assert (row.notes, row.points) == (1, 1)
    assert row.spoken().startswith("2.1.1. Not answered. Does assessment focus sufficiently")
    assert row.spoken().endswith("1 evidence. 1 to raise")
