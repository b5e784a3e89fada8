"""An inspection is made with the instruments that are for its type of provider."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from storage.wrapping import Cost
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, swapped
from ui.actions import begin
from ui.actions.make_inspection import Particulars, make_inspection, programmes_offered
from ui.reading import inspections

TYPES = """NPS = { label.en = "Division", words.body.en = "division" }
CRC = { label.en = "Company", words.body.en = "company" }
"""
ONLY = '[[only]]\ninstrument = "company.toml"\nprovider_types = ["CRC"]\n'
OF_COMPANIES = (
    '[[measure]]\nid = "m_company"\ncode = "C"\nkind = "mean"\nof = ["m_engage"]\nmethod.en = "Mean."\n'
)
PARTICULARS = Particulars("Autumn", "North", "NPS", "scratch", "2018-10-08", "2018-10-19")


@pytest.fixture
def programmes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programmes of its own, with one of two instruments, one of which is for companies only."""
    folder = tmp_path / "resources" / "programmes" / "scratch"
    folder.mkdir(parents=True)
    text = swapped(PROGRAMME_TEXT, 'NPS = { label.en = "National Probation Service division" }', TYPES)
    text = swapped(text, '["supervision.toml"]', '["supervision.toml", "company.toml"]')
    company = INSTRUMENT_TEXT.replace('id = "', 'id = "c_').replace('"Supervision"', '"At the {body}"')
    for key in ("parent", "question"):
        company = company.replace(f'{key} = "', f'{key} = "c_')
    (folder / "programme.toml").write_text(text + ONLY + OF_COMPANIES, "utf-8")
    (folder / "supervision.toml").write_text(INSTRUMENT_TEXT, "utf-8")
    (folder / "company.toml").write_text(company, "utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return folder


@pytest.mark.parametrize(
    ("provider_type", "titles"), [("NPS", ["Supervision"]), ("CRC", ["At the company", "Supervision"])]
)
def test_only_what_is_for_the_provider_travels(
    tmp_path: Path, programmes: Path, provider_type: str, titles: list[str]
) -> None:
    assert list(programmes_offered()) == [programmes.name]
    made = begin.set_up_office(tmp_path / "office", "Olwen Ŵyn", "office passphrase", cost=Cost(64, 1, 1))
    opened = make_inspection(made.session, replace(PARTICULARS, provider_type=provider_type))
    held = inspections.instruments(opened)
    assert sorted(instrument.title["en"] for instrument in held) == titles
    assert len(inspections.programme(opened).instruments) == len(titles)
    made.session.store.close()
