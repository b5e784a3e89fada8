"""A refusal says its three sentences, in order, and survives being carried between processes."""

import pickle

import pytest

from model.refusal import Refusal


class WrongKey(Refusal):
    """A kind of refusal a caller may tell apart."""


def test_it_reads_as_three_sentences() -> None:
    refusal = Refusal("The bundle is damaged.", "Nothing was taken in.", "Ask the sender for it again.")
    assert str(refusal) == "The bundle is damaged. Nothing was taken in. Ask the sender for it again."
    assert (refusal.happened, refusal.kept, refusal.next) == (
        "The bundle is damaged.",
        "Nothing was taken in.",
        "Ask the sender for it again.",
    )


def test_an_empty_sentence_leaves_no_gap() -> None:
    assert str(Refusal("It is locked.", "", "Unlock it.")) == "It is locked. Unlock it."


def test_a_kind_is_caught_as_a_refusal_and_keeps_its_sentences_when_pickled() -> None:
    with pytest.raises(Refusal) as caught:
        raise WrongKey("a.", "b.", "c.")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is WrongKey
    assert str(again) == "a. b. c."
