"""What the page of instruments shows and writes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from model.instruments.reader import read_instrument
from tests.office import Office, set_up
from tests.several import programme_text
from ui.actions import issue_version, reword
from ui.presenters import instruments
from ui.reading import programmes


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path)
    yield made
    made.close()


def test_every_instrument_is_a_row(office: Office) -> None:
    office.make_inspection()
    state = instruments.show(office.session)
    row = next(one for one in state.rows if one.name == "case_supervision")
    assert (row.title, row.version, row.about, row.items) == ("Case supervision", "1.0", "A case", 110)
    assert row.length == "69 to 110, typically 90"
    assert " published" in row.standings
    assert row.short == f"{row.fingerprint[:4]} {row.fingerprint[4:8]}"
    assert instruments.file_name(row, instruments.FORM) == "case_supervision-1.0-form.pdf"
    abouts = [one.about for one in state.rows]
    assert list(dict.fromkeys(abouts)) == ["A case", "An officer", "The inspection", "An occasion"]
    delivery = next(one for one in state.rows if one.name == "organisational_delivery")
    assert delivery.length == "always all"


def test_programmes_of_ones_own_are_named_and_so_is_why_one_is_not_offered(office: Office) -> None:
    own = programmes.own_folder(office.session.store.folder)
    for name, text in (("ours", programme_text()), ("broken", "format = 1")):
        (own / name).mkdir(parents=True)
        (own / name / "programme.toml").write_text(text, "utf-8")
    state = instruments.show(office.session)
    assert state.rows == ()
    assert state.own == ("Three samples (ours)",)
    assert state.own_folder.replace("\u200b", "") == str(own)
    assert [one.split(":")[0] for one in state.refused] == ["broken"]


def test_files_are_written_and_taken_in(office: Office, tmp_path: Path) -> None:
    session = office.make_inspection().session
    row = next(one for one in instruments.show(session).rows if one.name == "organisational_delivery")
    workbook, file = tmp_path / "o.xlsx", tmp_path / "o.toml"
    assert instruments.export(session, row.fingerprint, workbook).words == "Written: o.xlsx"
    taken = instruments.take_in(workbook, file)
    assert taken.words.startswith("Written: o.toml, 129 questions, fingerprint ")
    text = read_instrument(file.read_text("utf-8"), "o").views[0].sections[0].questions
    assert any("{organisation}" in question.text["en"] for question in text) or "{organisation}" in (
        file.read_text("utf-8")
    )
    assert instruments.print_form(session, row.fingerprint, tmp_path / "o.pdf", False).words
    assert (tmp_path / "o.pdf").read_bytes().startswith(b"%PDF")
    assert instruments.codebook(session, row.fingerprint, tmp_path / "o.csv").more == "129 questions."


def test_a_check_says_how_far_it_is_and_what_it_found(office: Office) -> None:
    session = office.make_inspection().session
    row = next(one for one in instruments.show(session).rows if one.name == "meeting")
    told: list[tuple[int, int, str]] = []
    found = instruments.check(session, row.fingerprint, tell=lambda *said: told.append(said))
    assert told[0][:2] == (0, 0)
    assert told[-1] == (980, 1_000, "Random cases")
    assert found.is_sound
    assert found.words == "Meeting: nothing was found that is wrong."
    assert any("1,000 random cases" in line for line in found.lines)


def test_forms_and_codebooks_are_in_the_language_of_the_settings(office: Office, tmp_path: Path) -> None:
    session = office.make_inspection().session
    table = tmp_path / "words.csv"
    reword.export_translations(session, "meeting", table)
    filled = table.read_text("utf-8-sig").replace('"Meeting",""', '"Meeting","Cyfarfod"', 1)
    table.write_text(filled, "utf-8-sig")
    issue_version.issue(session, reword.import_translations(session, "meeting", table), "Welsh.")
    row = next(one for one in instruments.show(session).rows if one.name == "meeting")
    for language, title in (("en", "Meeting"), ("cy", "Cyfarfod")):
        spoken = replace(session, language=language)
        instruments.codebook(spoken, row.fingerprint, tmp_path / "book.csv")
        instruments.print_form(spoken, row.fingerprint, tmp_path / "form.pdf", False)
        assert title in (tmp_path / "book.csv").read_text("utf-8-sig").splitlines()[1]
        with pypdfium2.PdfDocument(tmp_path / "form.pdf") as form:
            first = form[0].get_textpage().get_text_bounded()
        assert title in first
        assert ("because no other wording is supplied" in first) is (language == "cy")
