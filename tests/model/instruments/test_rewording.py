"""Other words go where they are meant to, and nothing else of an instrument moves."""

import tomllib
from dataclasses import replace

import pytest
import tomli_w

from model.instruments.difference import What, difference
from model.instruments.instrument import Instrument, Standing
from model.instruments.reader import read_instrument
from model.instruments.rewording import Spot, Words, reworded, spots
from model.instruments.worded import wordings
from model.refusal import Refusal
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument

VALUES = tomllib.loads(INSTRUMENT_TEXT)
TEXT = Spot("question score", "text")


def after(*changes: Words) -> Instrument:
    return read_instrument(tomli_w.dumps(reworded(VALUES, changes, "1.1")), "supervision.toml")


def test_without_changes_only_the_number_is_another() -> None:
    found = after()
    assert replace(found, fingerprint="", version="") == replace(instrument(), fingerprint="", version="")
    assert found.version == "1.1"
    assert VALUES["version"] == "1.0"


def test_every_wording_has_a_spot_and_sets_of_options_have_one() -> None:
    places = spots(VALUES)
    assert places[TEXT] == {"en": "Score"}
    assert Spot("options judgement", "yes.label") in places
    assert Spot("question sentence", "options.licence.label") in places
    shown = {text["en"] for _, _, text in wordings(instrument()) if text}
    assert shown == {text["en"] for text in places.values()}


def test_the_offices_wording_stands_as_the_offices_and_meaning_stays() -> None:
    spot = Spot("question engage", "text")
    found = after(Words(spot, "en", "Is the person engaged?", Standing.OFFICE))
    (only,) = difference(instrument(), found).questions
    assert {change.what for change in only.changes} == {What.WORDING, What.STANDING}
    assert not only.asks_again
    assert found.question("engage").wording is Standing.OFFICE
    assert found.question("engage").guidance_standing is Standing.OURS


def test_guidance_is_replaced_added_and_taken_away_piece_by_piece() -> None:
    found = after(
        Words(Spot("question engage", "guidance.where"), "en", "The file.", Standing.OFFICE),
        Words(Spot("question score", "guidance.slip"), "en", "Guessing.", Standing.OFFICE),
        Words(Spot("question engage", "guidance.slip"), "en", ""),
    )
    assert found.question("engage").guidance.where == {"en": "The file."}
    assert found.question("engage").guidance.slip == {}
    assert found.question("engage").guidance_standing is Standing.OFFICE
    assert found.question("score").guidance.slip == {"en": "Guessing."}


def test_another_language_stands_beside_english_and_goes_again() -> None:
    found = after(Words(TEXT, "cy", "Prawf"))
    assert found.question("score").text == {"en": "Score", "cy": "Prawf"}
    assert found.question("score").wording is Standing.OURS
    assert after(Words(TEXT, "cy", "Prawf"), Words(TEXT, "cy", "")).question("score").text == {"en": "Score"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Words(Spot("question gone", "text"), "en", "?"), "not in this instrument"),
        (Words(Spot("question score", "guidance.other"), "en", "?"), "not in this instrument"),
        (Words(TEXT, "fr", "?"), "no language"),
        (Words(TEXT, "en", "  "), "without its English"),
    ],
)
def test_what_cannot_be_put_is_refused(change: Words, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        reworded(VALUES, [change], "1.1")
