"""Instruments go out and come in as files at the terminal."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from model.instruments.reader import read_instrument
from resources import path
from storage.tables.writing import Sheet, write_xlsx
from tests.office import WORDS, set_up
from ui.actions.unlock import lock
from ui.terminal.commands import casebook

FOLDER = path("programmes", "probation_services_2018")
MEETING = FOLDER / "meeting.toml"


def run(*words: object, code: int = 0, home: Path | None = None) -> Result:
    environment = {"CASEBOOK_HOME": str(home), "CASEBOOK_PASSPHRASE": WORDS} if home else {}
    result = CliRunner().invoke(casebook, [str(word) for word in words], env=environment)
    assert result.exit_code == code, result.output
    return result


def test_an_instrument_goes_out_as_a_workbook_and_comes_back(tmp_path: Path) -> None:
    workbook, file = tmp_path / "meeting.xlsx", tmp_path / "own.toml"
    assert "30 questions" in run("export-instrument", MEETING, workbook).output
    said = run("import-instrument", workbook, file).output
    found = read_instrument(file.read_text("utf-8"), "own.toml")
    assert found.fingerprint in said
    assert found.views == read_instrument(MEETING.read_text("utf-8"), "meeting.toml").views


def test_what_a_workbook_holds_beyond_an_instrument_is_said(tmp_path: Path) -> None:
    rows = [["start", "start", ""], ["text", "seen", "What was seen?"]]
    workbook = tmp_path / "visits.xlsx"
    workbook.write_bytes(write_xlsx([Sheet("survey", ("type", "name", "label"), rows)]))
    said = run("import-instrument", workbook, tmp_path / "own.toml").output.splitlines()
    assert said[0] == "The workbook has no form_id, and the instrument is called: visits"
    assert said[1] == "Left out, as nobody is asked: sheet survey, row 2 (start)"
    assert said[2].endswith("own.toml, 1 questions.")


def test_a_workbook_that_is_no_instrument_is_refused_and_nothing_written(tmp_path: Path) -> None:
    wrong = tmp_path / "list.xlsx"
    wrong.write_bytes(b"Reference,Name\n")
    assert "list.xlsx" in run("import-instrument", wrong, tmp_path / "own.toml", code=1).output
    assert not (tmp_path / "own.toml").exists()


def test_the_check_runs_random_cases(tmp_path: Path) -> None:
    said = run("check-instrument", "--cases", 50, "--seed", 3, MEETING).output
    assert "50 random cases (seed 3)" in said
    assert "no contradictions" in said


def test_the_blank_form_is_a_pdf(tmp_path: Path) -> None:
    pdf = tmp_path / "form.pdf"
    run("blank-form", "--guidance", "--programme", FOLDER / "programme.toml", MEETING, pdf)
    assert pdf.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("ending", ["pdf", "csv", "xlsx"])
def test_the_codebook_is_written_as_its_name_ends(tmp_path: Path, ending: str) -> None:
    book = tmp_path / f"book.{ending}"
    run("codebook", "--programme", FOLDER / "programme.toml", MEETING, book)
    data = book.read_bytes()
    if ending == "csv":
        rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
        assert len(rows) == 30
        assert rows[0]["id"] == "occasion"
    else:
        assert data.startswith(b"%PDF" if ending == "pdf" else b"PK")


def test_a_codebook_with_another_ending_is_refused(tmp_path: Path) -> None:
    said = run("codebook", MEETING, tmp_path / "book.doc", code=1).output
    assert "Let the name end in .pdf, .csv or .xlsx." in said


def test_the_instruments_of_an_inspection_are_listed(tmp_path: Path) -> None:
    office = set_up(tmp_path).make_inspection()
    lock(office.session)
    said = run("instruments", home=tmp_path / "office").output
    assert "Case supervision, version 1.0" in said
    assert "110 items: 69 to 110 asked, 90 in a typical case" in said
    assert "wordings: " in said
    assert "Unpaid work" not in said


def test_form_and_codebook_are_written_in_welsh_where_it_is_supplied(tmp_path: Path) -> None:
    text = MEETING.read_text("utf-8").replace(
        'title.en = "Meeting"', 'title = { en = "Meeting", cy = "Cyfarfod" }'
    )
    (tmp_path / "meeting.toml").write_text(text, "utf-8")
    book = tmp_path / "book.csv"
    for language, title in (("en", "Meeting"), ("cy", "Cyfarfod")):
        run("codebook", "--language", language, tmp_path / "meeting.toml", book)
        (row, *_) = csv.DictReader(book.read_text("utf-8-sig").splitlines())
        assert title in row.values()
