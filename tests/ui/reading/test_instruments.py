"""The instruments of an inspection with their lengths, and as their files have them."""

from pathlib import Path

import pytest

from model.instruments.instrument import Standing
from model.refusal import Refusal
from tests.office import set_up
from ui.reading.instruments import as_written, carried


def test_every_instrument_is_listed_with_length_and_standing(tmp_path: Path) -> None:
    office = set_up(tmp_path).make_inspection()
    found = {one.instrument.id: one for one in carried(office.session)}
    supervision = found["case_supervision"]
    assert (supervision.shortest, supervision.typical, supervision.longest) == (69, 90, 110)
    assert sum(supervision.standings.values()) == 110
    assert supervision.standings[Standing.PUBLISHED] >= 12
    assert "unpaid_work" not in found
    office.close()


def test_an_instrument_as_written_keeps_its_placeholders(tmp_path: Path) -> None:
    office = set_up(tmp_path).make_inspection()
    delivery = next(
        one.instrument for one in carried(office.session) if one.instrument.id == "organisational_delivery"
    )
    assert not any("{" in question.text["en"] for question in delivery.questions.values())
    written = as_written(office.session, delivery.fingerprint)
    assert any("{organisation}" in question.text["en"] for question in written.questions.values())
    with pytest.raises(Refusal, match="has not arrived"):
        as_written(office.session, "0" * 64)
    office.close()
