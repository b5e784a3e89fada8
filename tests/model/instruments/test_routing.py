"""What applies is asked, what does not is set aside and comes back, and what is not known yet says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import NOT_APPLICABLE, Answer, Value
from model.instruments.instrument import Kind, Question
from model.instruments.instrument_rules import rests_on
from model.instruments.routing import State, carry, lacks_need, progress, state_of, states
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, sheet, swapped

HELD = instrument()
WANTED = (("safety_need", "yes"), ("sentence", "licence"))


def values(question: Question) -> st.SearchStrategy[Value]:
    if question.kind is Kind.SEVERAL:
        chosen: st.SearchStrategy[Value] = st.lists(st.sampled_from(question.codes()), unique=True).map(tuple)
        return chosen
    if question.kind.has_options:
        return st.sampled_from([*question.codes(), "gone", NOT_APPLICABLE])
    return st.sampled_from([None, 3, "2018-10-08", "text"])


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, Answer]:
    found = {}
    for question in HELD.questions.values():
        if draw(st.booleans()):
            found[question.id] = Answer(
                draw(st.none() | values(question)),
                reason=draw(st.none() | st.just("Because.")),
                conflict=draw(st.integers(0, 5)) == 0,
                meaning=draw(st.sampled_from([None, question.meaning, question.meaning + 1])),
            )
    return found


def test_before_anything_is_answered() -> None:
    found = states(HELD, {})
    assert found["sentence"] is found["engage"] is found["engage_involved"] is State.NOT_ANSWERED
    assert found["engage_release"] is State.NOT_KNOWN_YET  # rests on the sentence
    assert found["safety"] is found["safety_risk"] is found["safety_why"] is State.NOT_KNOWN_YET
    assert found["engage_why"] is State.NOT_KNOWN_YET


def test_no_need_sets_the_key_question_and_what_hangs_under_it_aside() -> None:
    found = states(HELD, sheet(safety_need="no", safety="no", safety_risk="no"))
    assert found["safety_need"] is State.ANSWERED
    assert {found[name] for name in ("safety", "safety_risk", "safety_why")} == {State.SET_ASIDE}


def test_why_is_asked_after_a_no_only() -> None:
    assert states(HELD, sheet(engage="no"))["engage_why"] is State.NOT_ANSWERED
    assert states(HELD, sheet(engage="yes"))["engage_why"] is State.SET_ASIDE


def test_a_conflict_is_one_and_leaves_open_what_rests_on_it() -> None:
    answers = {"safety_need": Answer("no", conflict=True), "safety": Answer("yes")}
    found = states(HELD, answers)
    assert found["safety_need"] is State.CONFLICT
    assert found["safety"] is State.NOT_KNOWN_YET


def test_another_meaning_is_asked_again_and_leaves_open_what_rests_on_it() -> None:
    found = states(HELD, {"engage": Answer("no", meaning=1)})
    assert found["engage"] is State.ASK_AGAIN
    assert found["engage_why"] is State.NOT_KNOWN_YET
    assert states(HELD, {"engage": Answer("no", meaning=2)})["engage"] is State.ANSWERED


@pytest.mark.parametrize(
    ("question", "value"), [("engage", "maybe"), ("engage", NOT_APPLICABLE), ("score", 101)]
)
def test_what_is_no_answer_to_this_question_is_asked_again(question: str, value: Value) -> None:
    assert states(HELD, {question: Answer(value)})[question] is State.ASK_AGAIN


def test_what_hangs_under_a_question_that_is_not_applicable_is_set_aside() -> None:
    text = swapped(
        INSTRUMENT_TEXT, 'when = { question = "safety_need", is = ["yes"] }', "not_applicable = true"
    )
    found = states(
        instrument(text), {"safety": Answer(NOT_APPLICABLE, reason="Never seen."), **sheet(safety_risk="no")}
    )
    assert found["safety"] is State.NOT_APPLICABLE
    assert found["safety_risk"] is found["safety_why"] is State.SET_ASIDE


def test_a_condition_on_a_question_set_aside_is_not_met() -> None:
    asked = 'when = { question = "safety_why", is = ["late"] }'
    held = instrument(swapped(INSTRUMENT_TEXT, 'when = { question = "sentence", is = ["licence"] }', asked))
    told = sheet(safety_need="yes", safety="no", safety_why="late")
    assert states(held, told)["engage_release"] is State.NOT_ANSWERED
    assert states(held, {**told, **sheet(safety_need="no")})["engage_release"] is State.SET_ASIDE


@given(sheets())
def test_every_question_has_exactly_one_state_and_alone_the_same(answers: dict[str, Answer]) -> None:
    found = states(HELD, answers)
    assert list(found) == list(HELD.questions)
    assert {name: state_of(HELD, answers, name) for name in found} == found


@given(sheets(), st.sampled_from(["yes", "no"]))
def test_answers_set_aside_come_back_as_they_were(answers: dict[str, Answer], need: str) -> None:
    with_need = {**answers, **sheet(safety_need="yes")}
    before = states(HELD, with_need)
    away = {**with_need, **sheet(safety_need="no")}
    assert states(HELD, away)["safety"] is State.SET_ASIDE
    assert states(HELD, {**away, **sheet(safety_need="yes")}) == before
    assert away.get("safety") == answers.get("safety")
    assert states(HELD, {**away, **sheet(safety_need=need)})["safety_need"] is State.ANSWERED


@given(sheets(), st.sampled_from(list(HELD.questions)), st.data())
def test_a_new_answer_changes_only_what_rests_on_it(
    answers: dict[str, Answer], name: str, data: st.DataObject
) -> None:
    before = states(HELD, answers)
    after = states(HELD, {**answers, name: Answer(data.draw(values(HELD.question(name))))})
    reached = [name]
    for step in reached:
        held = HELD.questions.values()
        reached.extend(each.id for each in held if step in rests_on(each) and each.id not in reached)
    assert {each for each in before if before[each] is not after[each]} <= set(reached)


@given(sheets())
def test_progress_counts_what_applies(answers: dict[str, Answer]) -> None:
    found = list(states(HELD, answers).values())
    counted = progress(HELD, answers)
    assert counted.answered <= counted.asked
    assert counted.asked + counted.not_known_yet + found.count(State.SET_ASIDE) == len(found)
    assert counted.answered == sum(state.is_settled for state in found)
    assert counted.asked == sum(state.is_asked for state in found)
    assert counted.words == f"{counted.answered} of {counted.asked}"
    assert (counted.share == 1.0) is (counted.asked > 0 and counted.answered == counted.asked)


def test_no_need_is_told_from_set_aside_for_another_reason() -> None:
    assert lacks_need(HELD, sheet(safety_need="no"), "safety")
    assert lacks_need(HELD, sheet(safety_need="no"), "safety_risk")
    assert not lacks_need(HELD, sheet(safety_need="yes"), "safety")
    assert not lacks_need(HELD, {}, "safety")
    assert not lacks_need(HELD, sheet(sentence="community"), "engage_release")
    need, licence = (f'{{ question = "{name}", is = ["{code}"] }}' for name, code in WANTED)
    both = f"when = {{ all = [{need}, {licence}] }}"
    held = instrument(swapped(INSTRUMENT_TEXT, 'when = { question = "safety_need", is = ["yes"] }', both))
    assert lacks_need(held, sheet(safety_need="no", sentence="licence"), "safety")
    assert not lacks_need(held, sheet(safety_need="yes", sentence="community"), "safety")


def test_older_ids_are_read_and_nothing_is_written() -> None:
    old = {"older_engage": Answer("no", meaning=1), "unknown": Answer("yes"), "score": Answer(4)}
    carried = carry(HELD, old)
    assert carried == {"engage": Answer("no", meaning=1), "score": Answer(4)}
    assert states(HELD, carried)["engage"] is State.ASK_AGAIN
    assert set(old) == {"older_engage", "unknown", "score"}


def test_the_own_id_wins_over_older_ones_even_when_emptied() -> None:
    old = {"engage": Answer(None), "old_engage": Answer("yes"), "older_engage": Answer("no")}
    assert carry(HELD, old)["engage"] == Answer(None)
    assert carry(HELD, {name: held for name, held in old.items() if name != "engage"})["engage"] == Answer(
        "yes"
    )
