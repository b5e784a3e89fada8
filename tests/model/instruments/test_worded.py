"""An instrument takes the words of a provider everywhere, and stays the same instrument."""

import pytest

from model.instruments.instrument import say
from model.instruments.placeholders import placeholders
from model.instruments.worded import worded, wordings
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped

WORDS = {"body": {"en": "division", "cy": "rhanbarth"}}
PLACES = (
    ('title.en = "Supervision"', "", "title"),
    ('title.en = "Case"', "view case", "title"),
    ('title.en = "Facts"', "section facts", "title"),
    ('text.en = "Score"', "question score", "text"),
    ('look_for.en = "What was done."', "question engage", "guidance.look_for"),
    ('where.en = "The record."', "question engage", "guidance.where"),
    ('sufficient.en = "On balance enough."', "question engage", "guidance.sufficient"),
    ('slip.en = "Counting prompts."', "question engage", "guidance.slip"),
    ('drugs = { label.en = "Drugs"', "question features", "options.drugs.label"),
)


@pytest.mark.parametrize(("passage", "thing", "key"), PLACES)
def test_every_wording_is_filled(passage: str, thing: str, key: str) -> None:
    written = instrument(swapped(INSTRUMENT_TEXT, passage, passage[:-1] + ' {body}"'))
    assert [place[:2] for place in wordings(written) if placeholders(place[2])] == [(thing, key)]
    filled = worded(written, WORDS)
    changed = [
        (before[:2], say(after[2]))
        for before, after in zip(wordings(written), wordings(filled), strict=True)
        if before != after
    ]
    assert len(changed) == 1
    assert changed[0][0] == (thing, key)
    assert changed[0][1].endswith(" division")


def test_it_stays_the_same_instrument() -> None:
    written = instrument(swapped(INSTRUMENT_TEXT, 'text.en = "Score"', 'text.en = "Score of the {body}"'))
    filled = worded(written, WORDS)
    assert filled.fingerprint == written.fingerprint
    assert list(filled.questions) == list(written.questions)
    assert say(filled.question("score").text) == "Score of the division"
    assert filled.children("engage") == written.children("engage")


def test_an_instrument_without_placeholders_is_not_touched() -> None:
    written = instrument()
    assert worded(written, WORDS) is written
