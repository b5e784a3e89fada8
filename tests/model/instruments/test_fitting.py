"""A value is an answer only when the question could have been answered so."""

import pytest

from model.answers import NOT_APPLICABLE, Value
from model.instruments.fitting import fits
from tests.model.instruments.small import instrument


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("engage", "yes"),
        ("sentence", "not_clear"),
        ("features", ("drugs",)),
        ("features", ("alcohol", "drugs")),
        ("features", NOT_APPLICABLE),
        ("score", 0),
        ("score", 99.5),
        ("begun", "2018-02-28"),
        ("remark", "Anything at all"),
    ],
)
def test_answers_fit(question: str, value: Value) -> None:
    assert fits(instrument().question(question), value)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("engage", "perhaps"),
        ("engage", None),
        ("engage", ("yes",)),
        ("engage", 1),
        ("engage", NOT_APPLICABLE),
        ("features", "drugs"),
        ("features", ()),
        ("features", ("drugs", "debt")),
        ("score", -1),
        ("score", 100.5),
        ("score", True),
        ("score", float("nan")),
        ("score", "40"),
        ("begun", "2018-02-30"),
        ("begun", "20180228"),
        ("begun", 20180228),
        ("remark", "  "),
        ("remark", 3),
    ],
)
def test_everything_else_does_not(question: str, value: Value) -> None:
    assert not fits(instrument().question(question), value)
