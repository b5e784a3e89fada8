"""Cases and assessments out of recorded fields."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.cases import (
    Case,
    Place,
    Purpose,
    answers_from,
    assessment_from,
    case_from,
    facts_from,
    facts_to,
    place_fields,
)
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
        "position.s": held(7),
        "standing.s": held("drawn"),
        "list.s": held(("gender=Male", "officer=A = B")),
        "replaced.s": held("c2", reason="transferred"),
        "record.case_supervision": held("a1"),
    }
    case = case_from("c1", fields)
    place = case.places["s"]
    assert (case.number, case.reference, place.position, place.reserve) == ("4101", "", 7, False)
    assert case.facts() == {"gender": "Male", "officer": "A = B"}
    assert (place.replaced, place.replaced_because) == ("c2", "transferred")
    assert case.records == {"case_supervision": "a1"}


FACTS = st.dictionaries(st.sampled_from(["gender", "officer", "ldu"]), st.text(max_size=5))
PLACES = st.builds(
    Place,
    st.sampled_from(["court", "supervision", "victims"]),
    st.integers(1, 500),
    st.booleans(),
    st.text(max_size=5),
    FACTS,
    st.just(""),
    st.just(""),
)


@given(st.lists(PLACES, unique_by=lambda place: place.sample))
def test_places_come_back_each_in_its_sample(places: list[Place]) -> None:
    fields = {name: held(value) for place in places for name, value in place_fields(place).items()}
    assert case_from("c1", fields).places == {place.sample: place for place in places}


def test_the_list_of_the_sample_that_is_asked_for_wins() -> None:
    case = Case("c", "4101", "X1", {"court": place("court", officer="Bo"), "victims": place("victims")}, {})
    assert case.facts() == {"officer": "Bo", "unit": "Leeds"}
    assert case.facts("victims") == {"officer": "Ann", "unit": "Leeds"}
    assert case.facts("court") == case.facts("unheard of") == case.facts()


def test_a_case_replaced_in_one_sample_counts_in_the_other() -> None:
    gone = replace(place("court"), replaced="c2")
    case = Case("c", "4101", "X1", {"court": gone, "victims": place("victims")}, {})
    assert not case.counts_in("court")
    assert case.counts_in("victims")
    assert case.counts_in("court", "victims")
    assert case.counts_in()
    assert not Case("c", "4101", "X1", {"court": gone}, {}).counts_in("victims")


def place(sample: str, **facts: str) -> Place:
    return Place(sample, 1, False, "", {"officer": "Ann", "unit": "Leeds", **facts}, "", "")


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
