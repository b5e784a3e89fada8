"""At the terminal a newer version is shown first and recorded with a reason; tables go out and come back."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from resources import path
from tests.model.instruments.small import swapped
from tests.office import WORDS, set_up
from ui.terminal.commands import casebook

ID = "case_supervision"
TEXT = path("programmes", "probation_services_2018", f"{ID}.toml").read_text("utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The office's store with an inspection, locked."""
    set_up(tmp_path).make_inspection().close()
    return tmp_path / "office"


def run(home: Path, *words: str, code: int = 0) -> str:
    env = {"CASEBOOK_HOME": str(home), "CASEBOOK_PASSPHRASE": WORDS}
    result = CliRunner().invoke(casebook, list(words), env=env)
    assert result.exit_code == code, result.output
    return result.output


def test_a_version_is_shown_and_then_issued(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "newer.toml"
    newer = swapped(TEXT, 'version = "1.0"', 'version = "2.0"')
    file.write_text(swapped(newer, 'id = "gender"\n', 'id = "sex"\n'), encoding="utf-8")
    shown = run(home, "issue-instrument", str(file))
    assert "Version 1.0 → 2.0" in shown
    assert "Questions: 1 new, 1 gone." in shown
    assert "Nothing is recorded yet." in shown
    assert "Issued: version 2.0" in run(home, "issue-instrument", "--reason", "Asked otherwise.", str(file))
    assert "stands already" in run(home, "issue-instrument", str(file), code=1)


def test_words_are_replaced_and_tables_go_out_and_in(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "words.xlsx"
    words = ("reword", "--instrument", ID, "--question", "2.1.1", "Is the person engaged?")
    assert "→ Is the person engaged?" in run(home, *words)
    assert "Issued: version 1.1" in run(home, *words, "--reason", "Ours.")
    assert "wordings." in run(home, "export-translations", "--instrument", ID, str(table))
    assert "nothing to change" in run(home, "import-translations", "--instrument", ID, str(table), code=1)
