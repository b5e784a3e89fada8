"""Parents, conditions and older ids that do not fit the other questions are refused."""

import pytest

from model.instruments.instrument import About
from model.instruments.instrument_rules import rests_on
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped
from tests.texts import instrument_of, options, question

RELEASE = 'when = { question = "sentence", is = ["licence"] }'
SAFETY = 'when = { question = "safety_need", is = ["yes"] }'
RISK = 'parent = "safety"\n[[view.section.question]]\nid = "safety"\n'
NEED = 'text.en = "Was there a need?"'
WAS = 'was = ["old_engage", "older_engage"]'


@pytest.mark.parametrize(
    ("old", "new", "question", "key", "words"),
    [
        (RISK, RISK.replace('parent = "safety"', ""), "safety_risk", "parent", "missing"),
        (RISK, RISK.replace('parent = "safety"', 'parent = "safe"'), "safety_risk", "parent", "no question"),
        (RISK, RISK.replace('"safety"\n[[', '"safety_need"\n[['), "safety_risk", "parent", "is a need"),
        (WAS, 'was = ["sentence"]', "engage", "was", "still a question"),
        (NEED, NEED + '\nwas = ["old_engage"]', "safety_need", "was", "takes over"),
        (SAFETY, 'when = { question = "safety_risk", is = ["yes"] }', "safety_risk", "parent", "itself"),
    ],
)
def test_faults_between_questions_are_named(old: str, new: str, question: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        instrument(swapped(INSTRUMENT_TEXT, old, new))
    assert (caught.value.question, caught.value.key) == (question, key)
    assert words in caught.value.fault
    assert caught.value.next


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('{ question = "sentense", is = ["licence"] }', "no question “sentense”"),
        ('{ question = "sentence", is = ["prison"] }', "no option “prison”"),
        ('{ question = "sentence", is = ["not_applicable"] }', "no option “not_applicable”"),
        ('{ question = "score", is = ["high"] }', "“score” is a number"),
        ('{ all = [{ not = { question = "remark", is = ["x"] } }] }', "“remark” is a text"),
    ],
)
def test_a_condition_on_what_is_not_there_is_refused(written: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        instrument(swapped(INSTRUMENT_TEXT, RELEASE, f"when = {written}"))
    assert (caught.value.question, caught.value.key) == ("engage_release", "when")
    assert words in caught.value.fault


@pytest.mark.parametrize(
    ("written", "circle"),
    [
        ('{ question = "safety_need", is = ["yes"] }', "safety_need → safety_need"),
        ('{ question = "safety", is = ["yes"] }', "safety_need → safety → safety_need"),
        (
            '{ not = { question = "safety_why", is = ["late"] } }',
            "safety_need → safety_why → safety → safety_need",
        ),
    ],
)
def test_a_circle_of_conditions_is_refused(written: str, circle: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        instrument(swapped(INSTRUMENT_TEXT, NEED, f"{NEED}\nwhen = {written}"))
    assert (caught.value.question, caught.value.key) == ("safety_need", "when")
    assert circle in caught.value.fault


def test_not_applicable_may_be_asked_about_where_it_is_allowed() -> None:
    held = instrument(
        swapped(INSTRUMENT_TEXT, RELEASE, 'when = { question = "features", is = ["not_applicable"] }')
    )
    assert rests_on(held.question("engage_release")) == ("engage", "features")


def test_a_question_rests_on_its_parent_and_its_condition() -> None:
    held = instrument()
    assert rests_on(held.question("engage_why")) == ("engage",)
    assert rests_on(held.question("safety")) == ("safety_need",)
    assert rests_on(held.question("sentence")) == ()


def test_a_brace_that_is_no_placeholder_is_refused() -> None:
    with pytest.raises(WrongInstrument, match="belongs to no placeholder") as caught:
        instrument(swapped(INSTRUMENT_TEXT, 'look_for.en = "What was done."', 'look_for.en = "The {Body}."'))
    assert (caught.value.question, caught.value.key) == ("engage", "guidance.look_for")


NO_FACT = instrument_of(
    "meeting",
    "Meeting",
    question("purpose", "1", "Was it needed?", "choice", "need", options(yes="Yes", no="No")),
    about="occasion",
)


def test_an_occasion_has_a_fact_that_names_it() -> None:
    assert instrument(swapped(NO_FACT, 'part = "need"', 'part = "fact"')).about is About.OCCASION
    with pytest.raises(WrongInstrument, match="no fact says which"):
        instrument(NO_FACT)
