"""Every kind of answer reads in words, and no answer vanishes."""

import pytest

from model.answers import NOT_APPLICABLE, Answer, Value
from model.documents.answer_words import answer_in_words, chosen_labels
from model.instruments.instrument import Kind, Option, Part, Question

OPTIONS = (Option("a", {"en": "First"}, "1"), Option("b", {"en": "Second"}, "2"), Option("bare", {}, "3"))


def _question(kind: Kind) -> Question:
    return Question("q", "1", Part.FACT, kind, {"en": "?"}, OPTIONS if kind.has_options else ())


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (Kind.CHOICE, "b", "Second"),
        (Kind.CHOICE, "gone", "gone"),
        (Kind.CHOICE, "bare", "bare"),
        (Kind.SEVERAL, ("b", "gone"), "Second; gone"),
        (Kind.NUMBER, 36, "36"),
        (Kind.NUMBER, 36.5, "36.5"),
        (Kind.NUMBER, 12345678.25, "12345678.25"),
        (Kind.NUMBER, 40.0, "40"),
        (Kind.DATE, "2018-10-08", "8 October 2018"),
        (Kind.TEXT, "a", "a"),
        (Kind.JUDGEMENT, NOT_APPLICABLE, "Not applicable"),
        (Kind.TEXT, "  ", ""),
        (Kind.SEVERAL, (), ""),
        (Kind.CHOICE, None, ""),
    ],
)
def test_every_kind_of_answer_reads_in_words(kind: Kind, value: Value, words: str) -> None:
    assert answer_in_words(_question(kind), Answer(value)) == words


def test_no_answer_is_no_words() -> None:
    assert answer_in_words(_question(Kind.TEXT), None) == ""
    assert chosen_labels(_question(Kind.SEVERAL), None) == ()


def test_chosen_labels_stand_in_the_order_of_the_instrument_with_unknown_codes_last() -> None:
    assert chosen_labels(_question(Kind.SEVERAL), Answer(("gone", "b", "a"))) == ("First", "Second", "gone")
    assert chosen_labels(_question(Kind.CHOICE), Answer("b")) == ("Second",)
    assert chosen_labels(_question(Kind.CHOICE), Answer(NOT_APPLICABLE, "why")) == ()
