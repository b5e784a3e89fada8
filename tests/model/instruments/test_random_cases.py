"""Random cases show what is asked how often, and what never happens."""

from hypothesis import given, settings

from model.instruments.instrument import Instrument
from model.instruments.random_cases import run, told
from model.instruments.routing import State
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, instrument, programme, swapped
from tests.model.instruments.woven import woven


def test_the_same_seed_gives_the_same_cases_and_another_others() -> None:
    assert run(instrument(), 7, 50) == run(instrument(), 7, 50)
    assert run(instrument(), 7, 50) != run(instrument(), 8, 50)


def test_what_is_asked_is_counted() -> None:
    trial = run(instrument(), cases=400)
    assert trial.asked["sentence"] == 400
    assert 150 < trial.asked["safety"] < 250
    assert trial.asked["safety_risk"] == trial.asked["safety"]
    assert 50 < trial.asked["safety_why"] < 150
    assert trial.fewest < trial.mean < trial.most
    assert (trial.never_asked, trial.always_asked, trial.unseen) == ((), (), ())
    assert not trial.waiting


def test_what_never_happens_is_named() -> None:
    never = (
        'when = { all = [{ question = "safety_need", is = ["no"] }, { question = "safety", is = ["yes"] }] }'
    )
    release = 'when = { question = "sentence", is = ["licence"] }'
    whole = instrument(swapped(INSTRUMENT_TEXT, release, never))
    trial = run(whole, cases=100)
    assert trial.never_asked == ("engage_release",)
    assert "  never asked: 2.1.1(b) engage_release" in told(trial, whole)


def test_a_condition_that_sets_nothing_aside_is_named() -> None:
    always = 'when = { question = "sentence", is = ["community", "licence", "not_clear"] }'
    release = 'when = { question = "sentence", is = ["licence"] }'
    whole = instrument(swapped(INSTRUMENT_TEXT, release, always))
    assert run(whole, cases=100).always_asked == ("engage_release",)


def test_how_many_items_are_asked_is_said_once_where_it_is_always_the_same() -> None:
    assert " to " in told(run(instrument(), cases=50), instrument())[0]
    assert told(run(instrument(), cases=1), instrument())[0].endswith(" items asked, always.")


def test_states_that_were_never_seen_are_named() -> None:
    text = INSTRUMENT_TEXT.replace("not_applicable = true", "")
    trial = run(instrument(text), cases=100)
    assert trial.unseen == (State.NOT_APPLICABLE,)
    assert "  states never seen: not applicable" in told(trial, instrument(text))


def test_a_question_asked_because_of_what_is_set_aside_is_a_contradiction() -> None:
    release = 'when = { question = "sentence", is = ["licence"] }'
    leaning = 'when = { not = { question = "safety", is = ["yes"] } }'
    whole = instrument(swapped(INSTRUMENT_TEXT, release, leaning))
    trial = run(whole, cases=100)
    assert list(trial.leaning) == ["engage_release"]
    assert any(
        "engage_release is asked because of what is itself set aside" in one for one in told(trial, whole)
    )
    assert "  no contradictions" in told(run(instrument(), cases=100), instrument())


def test_a_base_in_which_no_random_case_stands_is_named() -> None:
    assert run(instrument(), cases=100, programme=programme()).uncounted == ()
    never = swapped(PROGRAMME_TEXT, 'question = "safety"', 'question = "safety"\namong = { all = [%s, %s] }')
    test = '{ question = "safety_need", is = ["%s"] }'
    text = never % (test % "yes", test % "no")
    trial = run(instrument(), cases=100, programme=programme(text))
    assert trial.uncounted == ("2.1.2",)
    assert trial.faults == 1
    assert "  base of 2.1.2 empty in every random case" in told(trial, instrument())


@given(woven())
@settings(max_examples=25)
def test_nothing_ever_waits_for_an_answer_that_nobody_is_asked_for(whole: Instrument) -> None:
    trial = run(whole, cases=20)
    assert trial.waiting == {}
    assert trial.fewest <= trial.most <= len(whole.questions)
