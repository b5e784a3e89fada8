"""Programmes of the office's own are offered from the folder beside the store, and asked like any other."""

import shutil
from pathlib import Path

import pytest

from model.refusal import Refusal
from resources import path
from tests.office import PARTICULARS, Office, set_up
from tests.several import instrument_text, list_of, programme_text
from ui.actions import answer, instrument_files
from ui.actions.make_inspection import Particulars, programmes_offered
from ui.reading import cases, inspections, programmes

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


def test_an_instrument_of_the_offices_own_is_used_from_allocation_to_an_answer(tmp_path: Path) -> None:
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
    assert answered(office, f"{SAMPLE}_enough") == "yes"
    office.close()


def answered(office: Office, question: str) -> object:
    """Let an inspector answer a question of a case, and give back what the office reads of it."""
    ann = office.people["Ann Archer"]
    assessment = next(iter(cases.assessments(ann)))
    answer.answer(ann, assessment, question, "yes")
    office.receive("Ann Archer")
    return cases.sheet(office.session, assessment).answers[question].value


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
