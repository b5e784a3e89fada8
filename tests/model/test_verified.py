"""Facts verified once: read beside one's own answers, written nowhere, never mixed with others' work."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import Answer
from model.cases import Assessment, Case, Purpose, answer_in
from model.instruments.instrument import Instrument
from model.instruments.routing import states
from model.journal.entry import Value
from model.journal.fields import Current
from model.verified import Made, read_with, verified_elsewhere
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped

SUPERVISION = instrument()
COURT = instrument(swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "court"'))
CASE = Case("c1", "4101", "X1", {}, {})
FACTS = ("sentence", "features", "score")
RECORDED = st.dictionaries(
    st.sampled_from([*FACTS, "safety_need", "unheard_of"]),
    st.builds(
        Current,
        st.sampled_from(
            ["community", "licence", "not_applicable", ("drugs",), (), 7, None, "yes", "far off"]
        ),
        st.booleans(),
        st.sampled_from(["ann", "ben"]),
        st.sampled_from(["2018-10-08T10:00:00Z", "2018-10-09T10:00:00Z"]),
        st.sampled_from([None, "because"]),
        st.sampled_from([None, 1, 2]),
    ),
)


def made(
    id: str,
    of: Instrument = COURT,
    purpose: Purpose = Purpose.FIRST,
    holder: str = "ann",
    state: str = "reading",
    **recorded: Value,
) -> Made:
    assessment = Assessment(id, "c1", of.fingerprint, purpose, holder, False, state, "", "", "")
    return Made(assessment, of, {name: said(value) for name, value in recorded.items()})


def said(value: Value, time: str = "2018-10-08T10:00:00Z") -> Current:
    return Current(value, False, "ann", time, None, 1)


def read(here: Made, *others: Made, case: Case = CASE) -> dict[str, Value]:
    """What is read of others, by question id."""
    return {name: one.held.value for name, one in verified_elsewhere(here, others, case).items()}


HERE = made("h", SUPERVISION)


def test_a_fact_answered_in_the_other_assessment_is_answered_here() -> None:
    found = verified_elsewhere(HERE, [made("o", sentence="licence")], CASE)
    assert set(found) == {"sentence"}
    assert (found["sentence"].assessment, found["sentence"].instrument.id) == ("o", "court")
    answers = read_with(SUPERVISION, {}, found)
    assert states(SUPERVISION, answers)["sentence"] == "answered"


def test_an_answer_of_ones_own_stays_and_is_read_there_only_where_nothing_is() -> None:
    found = verified_elsewhere(HERE, [made("o", sentence="licence", score=7)], CASE)
    own = {"sentence": Answer("community"), "score": Answer(None)}
    assert read_with(SUPERVISION, own, found) == {"sentence": own["sentence"], "score": Answer(7, meaning=1)}
    in_conflict = {"sentence": Answer(None, conflict=True)}
    assert read_with(SUPERVISION, in_conflict, found)["sentence"].conflict


@pytest.mark.parametrize(
    "other",
    [
        made("o", safety_need="yes"),
        made("o", sentence="unheard of"),
        made("o", score=9_999_999),
        made("o", of=SUPERVISION, sentence="licence"),
        made("o", purpose=Purpose.SECOND, sentence="licence"),
        made("o", of=replace(COURT, family="another"), sentence="licence"),
        replace(made("o"), recorded={"sentence": replace(said("licence"), conflict=True)}),
        replace(made("o"), recorded={"sentence": replace(said("licence"), meaning=2)}),
    ],
    ids=["no fact", "no option", "out of range", "double work", "purpose", "family", "conflict", "meaning"],
)
def test_what_is_no_fact_of_both_is_not_read(other: Made) -> None:
    assert read(HERE, other) == {}


def test_another_case_gives_nothing() -> None:
    other = made("o", sentence="licence")
    assert read(HERE, replace(other, assessment=replace(other.assessment, case="c2"))) == {}
    nobodys = replace(HERE, assessment=replace(HERE.assessment, case=""))
    assert read(nobodys, replace(other, assessment=replace(other.assessment, case=""))) == {}


def test_a_fact_that_has_come_to_mean_something_else_is_asked_again() -> None:
    changed = swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "court"')
    there = instrument(swapped(changed, 'id = "sentence"\n', 'id = "sentence"\nmeaning = 2\n'))
    assert read(HERE, made("o", of=there, sentence="licence")) == {}


def test_a_fact_set_aside_there_is_not_read() -> None:
    when = 'id = "score"\nwhen = { question = "sentence", is = ["licence"] }\n'
    court = swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "court"')
    there = instrument(swapped(court, 'id = "score"\n', when))
    assert read(HERE, made("o", of=there, sentence="community", score=7)) == {"sentence": "community"}
    assert read(HERE, made("o", of=there, sentence="licence", score=7)) == {"sentence": "licence", "score": 7}
    here = made("h", SUPERVISION, sentence="licence")
    assert read(here, made("o", of=there, score=7)) == {"score": 7}


def test_of_work_done_twice_the_one_of_record_gives_its_facts() -> None:
    two = [made("o1", sentence="licence"), made("o2", holder="ben", sentence="community")]
    assert read(HERE, *two) == {}
    assert read(HERE, *two, case=replace(CASE, records={"court": "o2"})) == {"sentence": "community"}


def test_a_blind_second_reads_of_its_own_holder_alone() -> None:
    here = made("h", SUPERVISION, Purpose.SECOND)
    assert read(here, made("o", purpose=Purpose.SECOND, holder="ben", sentence="licence")) == {}
    assert read(here, made("o", purpose=Purpose.SECOND, sentence="licence")) == {"sentence": "licence"}
    assert read(here, made("o", sentence="licence")) == {}


def test_two_others_that_differ_verify_nothing_and_the_first_of_equal_ones_is_named() -> None:
    third = instrument(swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "victims"'))
    late = replace(
        made("o1"), recorded={"score": said(7, "2018-10-09T10:00:00Z"), "sentence": said("licence")}
    )
    early = replace(made("o2", of=third), recorded={"score": said(7), "sentence": said("community")})
    found = verified_elsewhere(HERE, [late, early], CASE)
    assert {name: one.assessment for name, one in found.items()} == {"score": "o2"}


@given(RECORDED, RECORDED, RECORDED, st.permutations(["o1", "o2"]))
def test_nothing_is_lost_invented_or_chained_whatever_the_order(
    mine: dict[str, Current], one: dict[str, Current], two: dict[str, Current], order: list[str]
) -> None:
    third = instrument(swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "victims"'))
    here = replace(HERE, recorded=mine)
    others = {"o1": replace(made("o1"), recorded=one), "o2": replace(made("o2", of=third), recorded=two)}
    found = verified_elsewhere(here, [others[id] for id in order], CASE)
    assert found == verified_elsewhere(here, others.values(), CASE)
    own = {name: answer_in(held) for name, held in mine.items()}
    together = read_with(SUPERVISION, own, found)
    standing = states(SUPERVISION, together)
    for name, verified in found.items():
        assert name in FACTS
        assert verified.held in (one.get(name), two.get(name))
        assert not verified.held.conflict
        assert verified.held.value not in (None, ())
        assert verified.held.meaning in (None, 1)
    for name, answer in own.items():
        if answer.conflict or not answer.is_empty:
            assert together[name] == answer
    assert {name for name in together if name not in own} <= found.keys()
    assert all(standing[name].is_settled for name in found if name not in own)
    assert verified_elsewhere(replace(here, recorded={}), others.values(), CASE).keys() == found.keys()
