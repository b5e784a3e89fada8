"""Working out only what an answer changes says the same as working out everything."""

import random

from model.answers import NOT_APPLICABLE, Answer
from model.instruments.instrument import Kind
from model.instruments.routing import states
from ui.presenters.assessment.outline import QUESTION_ROW, SECTION
from ui.presenters.assessment.shape import shape_of, states_after
from ui.presenters.assessment.state import show
from ui.session import Session


def test_over_random_answers_the_states_are_those_of_routing(megan: Session, assessment: str) -> None:
    instrument = show(megan, assessment).sheet.instrument
    shape, questions = shape_of(instrument), list(instrument.questions.values())
    chance = random.Random(20181008)
    answers: dict[str, Answer] = {}
    held = states(instrument, answers)
    for _ in range(2000):
        asked = chance.choice(questions)
        codes = [option.code for option in asked.options]
        value = chance.choice([*codes, None, NOT_APPLICABLE if asked.allows_not_applicable else None])
        several = asked.kind is Kind.SEVERAL and value is not None
        answers = {
            **answers,
            asked.id: Answer(
                (value,) if several else value,  # type: ignore[arg-type]
                "Because" if value == NOT_APPLICABLE else None,
                conflict=chance.random() < 0.05,
                meaning=2 if chance.random() < 0.05 else None,
            ),
        }
        held = dict(states_after(instrument, answers, held, [asked.id], shape))
        assert held == states(instrument, answers)


def test_places_are_those_of_the_outline(megan: Session, assessment: str) -> None:
    state = show(megan, assessment)
    for question, place in state.shape.rows.items():
        assert (state.outline[place].kind, state.outline[place].id) == (QUESTION_ROW, question)
        title, section = state.shape.sections[question]
        assert (state.outline[title].kind, state.outline[title].id) == (SECTION, section.id)
        assert question in [asked.id for asked in section.questions]


def test_what_rests_on_an_answer_is_known_through_others(megan: Session, assessment: str) -> None:
    resting = show(megan, assessment).shape.resting
    assert resting["gender"] == ("gender",)
    assert {"plan_safety", "plan_safety_why", "plan_safety_agencies"} <= set(resting["plan_safety_need"])
