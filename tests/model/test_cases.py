"""Cases and assessments out of recorded fields."""

from hypothesis import given
from hypothesis import strategies as st

from model.cases import Purpose, answers_from, assessment_from, case_from, facts_from, facts_to
from model.journal.entry import Value
from model.journal.fields import Current


def held(value: Value, author: str = "ann", conflict: bool = False, reason: str | None = None) -> Current:
    return Current(value, conflict, author, "2018-10-08T10:00:00Z", reason, 1)


@given(st.dictionaries(st.sampled_from(["gender", "officer", "ldu"]), st.text(max_size=20)))
def test_facts_come_back_whatever_they_say(facts: dict[str, str]) -> None:
    assert facts_from(facts_to(facts)) == facts


def test_a_case_is_read_from_its_fields_and_a_conflict_reads_empty() -> None:
    fields = {
        "number": held("4101"),
        "reference": held(None, conflict=True),
        "position": held(7),
        "standing": held("drawn"),
        "list": held(("gender=Male", "officer=A = B")),
        "replaced": held("c2", reason="transferred"),
        "record.case_supervision": held("a1"),
    }
    case = case_from("c1", fields)
    assert (case.number, case.reference, case.position, case.drawn) == ("4101", "", 7, True)
    assert case.facts == {"gender": "Male", "officer": "A = B"}
    assert (case.replaced, case.replaced_because) == ("c2", "transferred")
    assert case.records == {"case_supervision": "a1"}


def test_an_assessment_knows_whether_somebody_else_answered_before() -> None:
    fields = {"case": held("c1"), "holder": held("ben"), "answer.q": held("yes", "ann")}
    assert assessment_from("a1", fields).held_before
    assert not assessment_from("a1", {**fields, "answer.q": held("yes", "ben")}).held_before
    assert assessment_from("a1", {}).state == "not_started"
    assert assessment_from("a1", {"purpose": held("unheard of")}).purpose is Purpose.FIRST


def test_answers_keep_reason_conflict_and_meaning() -> None:
    fields = {
        "answer.q": held("not_applicable", reason="none"),
        "answer.r": held(None, conflict=True),
        "x": held(1),
    }
    answers = answers_from(fields)
    assert set(answers) == {"q", "r"}
    assert (answers["q"].is_not_applicable, answers["q"].reason, answers["q"].meaning) == (True, "none", 1)
    assert answers["r"].conflict
