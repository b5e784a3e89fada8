"""Programmes of the office's own are offered from the folder beside the store, and asked like any other."""

import shutil
from pathlib import Path

import pypdfium2
import pytest

from model.assessments import Stage
from model.refusal import Refusal
from resources import path
from tests.office import PARTICULARS, Office, set_up
from tests.several import instrument_text, list_of, programme_text
from ui.actions import answer, assess, instrument_files, print_paper
from ui.actions.make_inspection import Particulars, programmes_offered
from ui.actions.print_paper import Paper
from ui.presenters import instruments as page
from ui.reading import cases, inspections, programmes, results

OWN = "home_visits_2019"
SAMPLE = "supervision"


def put(home: Path, name: str = OWN, **files: str) -> Path:
    """Put a programme of the office's own where Casebook looks for it."""
    folder = programmes.own_folder(home) / name
    folder.mkdir(parents=True)
    for file, text in files.items():
        (folder / f"{file}.toml").write_text(text, "utf-8")
    return folder


def own_programme() -> str:
    """A programme of one sample whose only instrument is one that Casebook has never seen."""
    return programme_text([SAMPLE]).replace(
        'instruments = ["supervision.toml", "court.toml", "victims.toml"]', 'instruments = ["visits.toml"]'
    )


def test_without_a_folder_only_what_comes_with_casebook_is_offered(tmp_path: Path) -> None:
    shipped = sorted(folder.name for folder in path("programmes").iterdir() if folder.is_dir())
    found = programmes.offered(tmp_path)
    assert (sorted(found.programmes), dict(found.refused)) == (shipped, {})
    assert list(programmes_offered()) == list(found.programmes)


def test_an_instrument_of_the_offices_own_is_allocated_answered_printed_merged_and_measured(
    tmp_path: Path,
) -> None:
    office = set_up(tmp_path)
    home = office.session.store.folder
    workbook = tmp_path / "visits.xlsx"
    scratch = tmp_path / "scratch.toml"
    scratch.write_text(instrument_text(SAMPLE), "utf-8")
    instrument_files.export_xlsform(instrument_files.read(scratch), workbook)
    folder = put(home, programme=own_programme())
    eleventh, _ = instrument_files.import_xlsform(workbook, folder / "visits.toml")
    assert OWN in programmes.offered_to(office.session).programmes

    particulars = Particulars("Visits", "North", "NPS", OWN, PARTICULARS.start, PARTICULARS.end)
    office.make_inspection(particulars).gather()
    assert [one.fingerprint for one in inspections.instruments(office.session)] == [eleventh.fingerprint]
    office.read(list_of(tmp_path, SAMPLE, range(12)), SAMPLE).draw(6, SAMPLE).allocate(SAMPLE).hand_out()
    assessment = judged(office, gender="male", **{f"{SAMPLE}_only": "yes", f"{SAMPLE}_enough": "yes"})
    assert cases.sheet(office.session, assessment).answers[f"{SAMPLE}_enough"].value == "yes"
    (found,) = results.team_results(office.session)
    tally = found.tallies[f"m_{SAMPLE}"]
    assert (tally.above, tally.base, found.received) == (1, 1, 1)
    printed = print_paper.print_paper(office.session, print_paper.RESULTS, SAMPLE)
    assert "Was enough done?" in text_of(printed)
    row = next(iter(page.show(office.session).rows))
    page.print_form(office.session, row.fingerprint, tmp_path / "form.pdf", False)
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF")
    assert not page.check(office.session, row.fingerprint, tell=lambda *_: None).is_sound  # no guidance
    office.close()


def text_of(paper: Paper) -> str:
    """What a printed document says."""
    with pypdfium2.PdfDocument(paper.pdf) as document:
        return "\n".join(one.get_textpage().get_text_bounded() for one in document)


def judged(office: Office, **answers: str) -> str:
    """Let an inspector do a case whole, print it and hand it in; give back its assessment."""
    ann = office.people["Ann Archer"]
    assessment = next(id for id, (held, _) in cases.assessments(ann).items() if held.holder == ann.author)
    assess.move(ann, assessment, Stage.READING)
    for question, value in answers.items():
        answer.answer(ann, assessment, question, value)
    assert "Gender" in text_of(print_paper.print_paper(ann, print_paper.CASE_SUMMARY, assessment))
    for stage in (Stage.READY, Stage.JUDGED, Stage.COMPLETE):
        assess.move(ann, assessment, stage)
    office.receive("Ann Archer")
    return assessment


def test_a_folder_that_cannot_be_offered_keeps_no_other_from_it(tmp_path: Path) -> None:
    put(tmp_path, programme=own_programme())
    put(tmp_path, "broken", programme="format = 1")
    put(tmp_path, "probation_services_2018", programme=own_programme())
    put(tmp_path, "latin", programme="").joinpath("programme.toml").write_bytes(b"\xff\xfe")
    (programmes.own_folder(tmp_path) / "empty").mkdir()
    found = programmes.offered(tmp_path)
    assert OWN in found.programmes
    assert found.own == (OWN,)
    assert {name: refusal.happened for name, refusal in found.refused.items()} == {
        "broken": "broken, key “id”: this key is missing.",
        "latin": "The file programme.toml is no text in UTF-8.",
        "probation_services_2018": (
            "The folder probation_services_2018 is called like a programme that comes with Casebook."
        ),
    }
    assert list(programmes_offered(tmp_path)) == list(found.programmes)


@pytest.mark.parametrize(
    ("folder", "name"),
    [(OWN, "../secret.toml"), ("../elsewhere", "x.toml"), ("..", "secret.toml"), (OWN, "deeper/x.toml")],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, folder: str, name: str) -> None:
    put(tmp_path, programme=own_programme())
    (tmp_path / "programmes" / "secret.toml").write_text("x = 1", "utf-8")
    with pytest.raises(Refusal, match="not the name of a file in the folder"):
        programmes.text(folder, name, tmp_path)


def test_an_inspection_needs_every_file_that_its_programme_names(tmp_path: Path) -> None:
    office = set_up(tmp_path)
    put(office.session.store.folder, programme=own_programme())
    with pytest.raises(Refusal, match=r"visits\.toml"):
        office.make_inspection(Particulars("V", "N", "NPS", OWN, "2018-10-08", "2018-10-19"))
    assert inspections.inspections(office.session) == ()
    shutil.rmtree(programmes.own_folder(office.session.store.folder))
    office.close()
