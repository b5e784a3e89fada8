"""A programme is refused when its instruments do not have what it measures."""

import pytest

from model.instruments.programme_rules import check_fit
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, instrument, programme, swapped

FILE = "programme.toml"


def test_the_small_programme_fits_its_instrument() -> None:
    check_fit(programme(), {"supervision.toml": instrument()}, FILE)


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        ('"supervision.toml"', '"court.toml"', "", "instruments", "“court.toml” is not there"),
        (
            'instrument = "supervision"',
            'instrument = "court"',
            "sample supervision",
            "instrument",
            "no instrument",
        ),
        ('question = "safety"', 'question = "safely"', "measure m_safety", "question", "in 0 instruments"),
        ('question = "safety"', 'question = "score"', "measure m_safety", "question", "no options above"),
        ('question = "safety"', 'question = "sentence"', "measure m_safety", "question", "no options above"),
    ],
)
def test_what_is_not_there_is_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        check_fit(programme(swapped(PROGRAMME_TEXT, old, new)), {"supervision.toml": instrument()}, FILE)
    assert (caught.value.file, caught.value.thing, caught.value.key) == (FILE, thing, key)
    assert words in caught.value.fault


def test_a_question_in_two_instruments_cannot_be_measured() -> None:
    again = instrument(swapped(INSTRUMENT_TEXT, 'id = "supervision"', 'id = "again"'))
    with pytest.raises(WrongInstrument, match="in 2 instruments"):
        check_fit(programme(), {"supervision.toml": instrument(), "again.toml": again}, FILE)


WORD = 'NPS = { label.en = "National Probation Service division" }'
WITH_WORD = 'NPS = { label.en = "National Probation Service division", words = { body.en = "division" } }'
TEMPLATED = swapped(INSTRUMENT_TEXT, 'text.en = "Score"', 'text.en = "Score of the {body}"')


def test_every_placeholder_has_a_word_for_every_type_of_provider() -> None:
    written = {"supervision.toml": instrument(TEMPLATED)}
    check_fit(programme(swapped(PROGRAMME_TEXT, WORD, WITH_WORD)), written, FILE)
    with pytest.raises(WrongInstrument) as caught:
        check_fit(programme(), written, FILE)
    assert caught.value.key == "provider_types.NPS.words.body"
    assert "question score of supervision.toml" in caught.value.fault


def test_the_programmes_own_wordings_need_words_too() -> None:
    stated = swapped(PROGRAMME_TEXT, "Assessment is well informed.", "The {body} assesses well.")
    with pytest.raises(WrongInstrument, match="standard assessment"):
        check_fit(programme(stated), {"supervision.toml": instrument()}, FILE)
    check_fit(programme(swapped(stated, WORD, WITH_WORD)), {"supervision.toml": instrument()}, FILE)
    stray = swapped(PROGRAMME_TEXT, "Assessment is well informed.", "The {Body} assesses well.")
    with pytest.raises(WrongInstrument, match="belongs to no placeholder"):
        check_fit(programme(stray), {"supervision.toml": instrument()}, FILE)
