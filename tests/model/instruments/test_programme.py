"""The parts of a programme are found by their ids."""

import pytest

from tests.model.instruments.small import programme


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
