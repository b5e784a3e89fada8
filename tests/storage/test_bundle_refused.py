"""Every reason to refuse a bundle has three sentences of its own, and is carried whole."""

import pickle

import pytest

from model.people import Card
from model.refusal import Refusal
from storage.bundle_refused import BundleRefused, Why


@pytest.mark.parametrize("why", Why)
def test_each_reason_says_what_happened_that_nothing_was_lost_and_what_to_do(why: Why) -> None:
    refused = BundleRefused(why)
    assert isinstance(refused, Refusal)
    assert all(sentence.endswith(".") for sentence in (refused.happened, refused.kept, refused.next))
    assert "Nothing was taken in" in refused.kept


def test_no_two_reasons_say_the_same() -> None:
    assert (
        len({BundleRefused(why).happened for why in Why})
        == len({BundleRefused(why).next for why in Why})
        == 7
    )


def test_reason_and_maker_survive_being_pickled() -> None:
    card = Card("Ann Reed", "age1", "0a" * 32, "2018-10-01T09:00:00Z")
    again = pickle.loads(pickle.dumps(BundleRefused(Why.UNKNOWN_MAKER, card)))
    assert (again.why, again.maker, str(again)) == (
        Why.UNKNOWN_MAKER,
        card,
        str(BundleRefused(Why.UNKNOWN_MAKER)),
    )
