"""Which assessment counts."""

from model.cases import Assessment, Case, Purpose
from model.double_work import double_work, firsts, of_record

FINGERPRINTS = {"f1": "case_supervision", "f2": "case_supervision"}


def case(**records: str) -> Case:
    return Case("c1", "1001", "", "s", 1, True, "", {}, "", "", records)


def assessment(
    id: str, instrument: str = "f1", purpose: Purpose = Purpose.FIRST, state: str = "complete"
) -> Assessment:
    return Assessment(id, "c1", instrument, purpose, "ann", False, state, "", "", "")


def test_a_single_first_assessment_counts_by_itself() -> None:
    assert of_record(case(), "case_supervision", [assessment("a1")]) == assessment("a1")


def test_double_work_counts_nothing_until_somebody_chooses() -> None:
    both = [assessment("a1"), assessment("a2", "f2")]
    assert of_record(case(), "case_supervision", both) is None
    assert of_record(case(case_supervision="a2"), "case_supervision", both) == both[1]
    (found,) = double_work({"c1": case()}, both, FINGERPRINTS)
    assert [one.id for one in found.assessments] == ["a1", "a2"]
    assert found.chosen == ""


def test_an_assessment_that_was_never_begun_is_no_double_work() -> None:
    both = [assessment("a1"), assessment("a2", state="not_started")]
    assert double_work({"c1": case()}, both, FINGERPRINTS) == ()
    assert of_record(case(), "case_supervision", both) == both[0]


def test_second_assessments_are_never_mixed_with_firsts() -> None:
    made = [assessment("a1"), assessment("a2", purpose=Purpose.SECOND)]
    assert firsts({"c1": case()}, made, FINGERPRINTS) == {("c1", "case_supervision"): [made[0]]}


def test_a_choice_that_is_not_among_them_counts_nothing() -> None:
    both = [assessment("a1"), assessment("a2")]
    assert of_record(case(case_supervision="a9"), "case_supervision", both) is None
