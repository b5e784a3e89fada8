"""The packed programs, started outside the source tree with no Python and nothing else at hand."""

import csv
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

PACKED = Path(__file__).resolve().parents[2] / "dist" / "Casebook"
LONG_ENOUGH = 120
Run = Callable[..., str]

pytestmark = pytest.mark.frozen


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packed folder, in a place whose name has spaces and accents."""
    place = tmp_path_factory.mktemp("packed") / "Ŵyn's laptop"
    shutil.copytree(PACKED, place, symlinks=True)
    return place


@pytest.fixture(scope="module")
def run(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run a program of the folder with an empty environment; any word on stderr is a failure."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def started(home: Path, *words: object, name: str = "casebook-terminal", code: int = 0) -> str:
        done = subprocess.run(
            [str(program / name), *map(str, words)],
            cwd=elsewhere,
            env={
                "HOME": str(elsewhere),
                "CASEBOOK_HOME": str(home),
                "CASEBOOK_PASSPHRASE": "practice passphrase",
                "QT_QPA_PLATFORM": "offscreen",
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONG_ENOUGH,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert not done.stderr or code, done.stderr
        return done.stdout

    return started


def provider_list(folder: Path) -> Path:
    file = folder / "list.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(
            ("Case reference", "Surname", "Gender", "Responsible officer", "Sentence type", "RoSH level")
        )
        for number in range(6):
            rows.writerow((f"X{number:06}", "Practice", "Male", "Officer", "Licence", "High"))
    return file


PROGRAMME = ("--programme", "probation_services_2018", "--type", "NPS")


def test_a_day_from_unlocking_to_merging_through_the_console_program(run: Run, tmp_path: Path) -> None:
    office, ann = tmp_path / "office", tmp_path / "ann"
    run(office, "set-up-office", "--name", "Olwen", "--recovery-card", tmp_path / "recovery.txt")
    dates = ("--start", "2018-10-08", "--end", "2018-10-19")
    run(office, "make-inspection", "--name", "Small", "--provider", "North", *PROGRAMME, *dates)
    invitation, card = tmp_path / "a.casebook-invitation", tmp_path / "a.casebook-card"
    run(office, "invite", "--name", "Ann", invitation)
    run(ann, "begin", "--name", "Ann", "--card", card, invitation)
    run(office, "take-card", "--role", "inspector", "--confirmed", card)
    run(office, "read-list", provider_list(tmp_path))
    run(office, "draw", "--seed", "packed", "--size", "2")
    run(office, "allocate")
    out, back, papers = (tmp_path / name for name in ("out", "back", "papers"))
    for folder in (out, back, papers):
        folder.mkdir()
    run(office, "write-bundles", out)
    run(ann, "take", out)
    number = run(ann, "cases").split()[0]
    run(ann, "answer", number, "2.1.1", "yes")
    run(ann, "hand-in", back)
    assert "new entries" in run(office, "take", back)
    assert "0 of 2 received" in run(office, "results")
    run(office, "print", "--document", "results", "--about", "case_supervision", papers)
    (paper,) = papers.glob("*.pdf")
    assert paper.read_bytes().startswith(b"%PDF")
    refused = run(ann, "take", tmp_path / "recovery.txt", code=1)
    assert "refused" in refused


def test_help_and_version_say_nothing_unexpected(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path, "--version") == "Casebook 0.1.0\n"
    assert "demo" in run(tmp_path, "--help")


def test_the_windowed_program_draws_its_first_screen(run: Run, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    assert run(tmp_path / "home", "pictures", pictures, name="Casebook") == ""
    (first,) = pictures.glob("*.png")
    assert first.read_bytes().startswith(b"\x89PNG")
    assert first.stat().st_size > 10_000


def test_the_folder_holds_no_source_and_nothing_of_the_qt_that_is_gpl_only(program: Path) -> None:
    names = [path.name for path in program.rglob("*")]
    assert not any(name.endswith(".py") for name in names if "casebook" in name.lower())
    for word in ("QtCharts", "QtDataVisualization", "QtGraphs", "VirtualKeyboard"):
        assert not any(word in name for name in names)
