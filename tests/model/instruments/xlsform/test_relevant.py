"""`relevant` says of every question that it is asked exactly when routing knows that it is."""

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from model.answers import Answer, Answers
from model.instruments.instrument import Instrument
from model.instruments.routing import states
from model.instruments.xlsform.relevant import relevants
from tests.model.instruments.small import instrument
from tests.model.instruments.xlsform.any_instrument import answered, routed


def holds(expression: str, answers: Answers) -> bool:
    """What a program that knows XPath makes of an expression; it hides no answer of what is not asked."""

    def value(match: re.Match[str]) -> str:
        answer = answers.get(match[1])
        said = "" if answer is None else answer.value
        return repr(" ".join(said) if isinstance(said, tuple) else said)

    python = re.sub(r"\$\{(\w+)\}", value, expression or "1 = 1")
    python = re.sub(r"(?<!!)=", "==", python)
    names = {
        "selected": lambda chosen, code: code in chosen.split(),
        "false": lambda: False,
        "__builtins__": {},
    }
    return bool(eval(python.replace("not(", "not ("), names))  # noqa: S307 - written by the code under test


@given(routed(), st.integers(0, 2**32))
@settings(max_examples=60)
def test_a_question_is_relevant_when_it_is_known_to_be_asked(whole: Instrument, seed: int) -> None:
    random = Random(seed)
    said = relevants(whole)
    for _ in range(40):
        answers = answered(whole, random)
        found = states(whole, answers)
        assert {name: holds(said[name], answers) for name in whole.questions} == {
            name: state.is_asked for name, state in found.items()
        }


def test_what_hangs_under_a_question_is_relevant_with_it() -> None:
    said = relevants(instrument())
    assert said["sentence"] == ""
    assert said["safety"] == "${safety_need} = 'yes'"
    assert said["safety_risk"] == "${safety_need} = 'yes'"
    assert said["safety_why"] == "${safety_need} = 'yes' and ${safety} = 'no'"


def test_an_answer_of_what_is_set_aside_opens_nothing() -> None:
    said = relevants(instrument())["safety_why"]
    assert not holds(said, {"safety_need": Answer("no"), "safety": Answer("no")})
