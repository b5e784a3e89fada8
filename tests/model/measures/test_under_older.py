"""Who was closed before something was asked is outside for that reason, and moves no count."""

from model.answers import Answer
from model.instruments.difference import not_shared
from model.measures import Why, count, named_apart
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, programme, sheet, swapped

HELD, PROGRAMME = instrument(), programme()
WITHOUT = instrument(
    swapped(INSTRUMENT_TEXT, 'id = "safety_need"\n', 'id = "older_need"\n').replace(
        'question = "safety_need"', 'question = "older_need"'
    )
)
SHEETS = {
    "1": sheet(engage="yes", safety_need="yes", safety="no"),
    "2": sheet(engage="no", safety="yes"),
    "3": sheet(engage="yes"),
}


def test_what_an_older_version_did_not_ask_is_named_apart() -> None:
    before = count(PROGRAMME, HELD, SHEETS.items())
    after = named_apart(PROGRAMME, before, {"2": not_shared(WITHOUT, HELD)})
    assert before.tallies["m_safety"].outside == {Why.NOT_KNOWN_YET: ("2", "3")}
    assert after.tallies["m_safety"].outside == {Why.NOT_KNOWN_YET: ("3",), Why.OTHER_VERSION: ("2",)}
    assert after.tallies["m_engage"] == before.tallies["m_engage"]
    assert after.tallies["m_safety"].base == before.tallies["m_safety"].base == 1
    assert after.tallies["m_safety"].unsettled == 2  # reopening would let it count


def test_another_meaning_is_asked_again_and_stays_so() -> None:
    answers = {"1": {"engage": Answer("yes", meaning=1)}}
    counts = count(PROGRAMME, HELD, answers.items())
    found = named_apart(PROGRAMME, counts, {"1": frozenset({"engage"})})
    assert found.tallies["m_engage"].outside == {Why.ASK_AGAIN: ("1",)}


def test_with_one_version_nothing_is_counted_anew() -> None:
    counts = count(PROGRAMME, HELD, SHEETS.items())
    assert named_apart(PROGRAMME, counts, {}) is counts
