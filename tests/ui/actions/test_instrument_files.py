"""Instruments as files: what is written, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.instruments.wrong_instrument import WrongInstrument
from model.refusal import Refusal
from tests.model.instruments.small import INSTRUMENT_TEXT, PROGRAMME_TEXT, instrument, programme, swapped
from ui.actions import instrument_files

AT = "2018-10-08T14:02:11Z"


def test_files_are_read_by_the_strict_reader(tmp_path: Path) -> None:
    (tmp_path / "i.toml").write_text(INSTRUMENT_TEXT, "utf-8")
    (tmp_path / "p.toml").write_text(PROGRAMME_TEXT, "utf-8")
    assert instrument_files.read(tmp_path / "i.toml") == instrument()
    assert instrument_files.read_its_programme(tmp_path / "p.toml") == programme()
    (tmp_path / "i.toml").write_text("format = 9", "utf-8")
    with pytest.raises(WrongInstrument, match=r"i\.toml"):
        instrument_files.read(tmp_path / "i.toml")
    (tmp_path / "i.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(Refusal, match="no text in UTF-8"):
        instrument_files.read(tmp_path / "i.toml")


def test_an_instrument_comes_back_from_a_workbook_of_its_own(tmp_path: Path) -> None:
    instrument_files.export_xlsform(instrument(), tmp_path / "form.xlsx")
    found, left_out = instrument_files.import_xlsform(tmp_path / "form.xlsx", tmp_path / "own.toml")
    assert left_out == ()
    assert replace(found, fingerprint=instrument().fingerprint) == instrument()
    assert instrument_files.read(tmp_path / "own.toml") == found


def test_the_check_counts_what_it_finds() -> None:
    english = instrument(swapped(INSTRUMENT_TEXT, 'title.cy = "Goruchwyliaeth"\n', ""))
    report = instrument_files.checked(english, programme(), cases=50)
    assert report.faults == sum(": guidance is missing" in line for line in report.lines) > 0
    assert instrument_files.checked(instrument(), programme(), cases=50).faults > report.faults
    assert any(line.startswith("50 random cases (seed 1)") for line in report.lines)


def test_form_and_codebook_are_written(tmp_path: Path) -> None:
    instrument_files.print_form(
        instrument(), programme(), tmp_path / "form.pdf", by="Olwen", at=AT, guidance=True
    )
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF")
    for name in ("book.pdf", "book.CSV", "book.xlsx"):
        instrument_files.write_codebook(instrument(), None, tmp_path / name, by="Olwen", at=AT)
        assert (tmp_path / name).stat().st_size > 1_000
    with pytest.raises(Refusal, match="cannot be written"):
        instrument_files.write_codebook(instrument(), None, tmp_path / "book", by="Olwen", at=AT)
