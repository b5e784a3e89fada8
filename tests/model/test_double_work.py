"""Which assessment counts."""

from dataclasses import replace

from model.cases import Assessment, Purpose
from model.double_work import double_work, firsts, of_record
from model.instruments.instrument import About
from model.subjects import Subject

FINGERPRINTS = {"f1": "case_supervision", "f2": "case_supervision"}


def case(**records: str) -> Subject:
    return Subject(About.CASE, "c1", "1001", records)


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


def test_two_interviews_of_one_officer_are_double_work_like_two_of_one_case() -> None:
    first, second = (
        replace(assessment(id), case="", officer="o1", holder=who)
        for id, who in (("a1", "ann"), ("a2", "ben"))
    )
    officer = Subject(About.OFFICER, "o1", "Zoë Thompson", {})
    (found,) = double_work({"c1": case(), "o1": officer}, [second, first], FINGERPRINTS)
    assert found.subject is officer
    assert of_record(officer, "case_supervision", found.assessments) is None
    decided = replace(officer, records={"case_supervision": "a2"})
    assert of_record(decided, "case_supervision", found.assessments) == second


def test_every_occasion_is_an_assessment_of_its_own() -> None:
    both = [replace(assessment(id), case="", occasion="Meeting") for id in ("a1", "a2")]
    assert double_work({"c1": case()}, both, FINGERPRINTS) == ()
