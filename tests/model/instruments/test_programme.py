"""The parts of a programme are found by their ids."""

import pytest

from model.instruments.instrument import say
from tests.model.instruments.small import PROGRAMME_TEXT, programme, swapped


def test_parts_are_found_by_id() -> None:
    held = programme()
    assert held.measure("m_safety").question == "safety"
    assert held.standard("assessment").measures == ("m_engage", "m_safety")
    assert held.sample("supervision").strata[0].field == "sentence_type"
    column = held.list("supervision").column("surname")
    assert column is not None
    assert column.personal
    assert held.list("supervision").column("shoe_size") is None


def test_what_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        programme().measure("2.1.1")
    with pytest.raises(KeyError):
        programme().list("victims")


WORD = 'NPS = { label.en = "National Probation Service division" }'
WORDS = """NPS = { label.en = "Division", words.body.en = "division" }
CRC = { label.en = "Company", words.body.en = "company" }
"""


def test_the_wordings_take_the_words_of_the_provider() -> None:
    text = swapped(
        swapped(PROGRAMME_TEXT, WORD, WORDS), "Assessment is well", "Assessment by the {body} is well"
    )
    held = programme(swapped(text, 'base.en = "all cases"', 'base.en = "all cases of the {body}"'))
    assert say(held.within("CRC").standard("assessment").statement).startswith("Assessment by the company is")
    assert say(held.within("NPS").measure("m_engage").base) == "all cases of the division"
    assert say(held.within("other").measure("m_engage").base) == "all cases of the {body}"
    assert held.within("NPS").fingerprint == held.fingerprint
