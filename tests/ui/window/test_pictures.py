"""Pictures of the screens, drawn by the program itself in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from storage.wrapping import Cost
from tests.shape.source import TREE
from ui.actions import begin, unlock
from ui.actions.make_inspection import Particulars, make_inspection

WORDS = "practice passphrase"
OFFICE = Particulars("Small", "North Vale", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19")


def pictures(home: Path, folder: Path, **environment: str) -> list[str]:
    """Run the program as `make demo` does; nothing may be said, least of all about what a store holds."""
    done = subprocess.run(
        [sys.executable, str(TREE / "main.py"), "pictures", str(folder)],
        env={**os.environ, "CASEBOOK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return sorted(path.stem for path in folder.glob("*.png"))


def test_without_a_store_the_first_start_is_drawn(tmp_path: Path) -> None:
    assert pictures(tmp_path / "home", tmp_path / "drawn") == ["start"]


def test_a_store_is_drawn_locked_and_with_its_passphrase_page_by_page(tmp_path: Path) -> None:
    home = tmp_path / "office"
    made = begin.set_up_office(home, "Olwen", WORDS, cost=Cost(64, 1, 1))
    make_inspection(made.session, OFFICE)
    unlock.lock(made.session)
    assert pictures(home, tmp_path / "locked") == ["unlock"]
    drawn = pictures(home, tmp_path / "open", CASEBOOK_PASSPHRASE=WORDS)
    assert {"inspection", "team", "merge", "results", "settings", "help"} <= set(drawn)
