"""The command: each practice inspection by its folder, its figures in a table, the phases timed."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from ui.reading.practice import Practice, practices
from ui.terminal.commands import casebook
from ui.terminal.demo import command


def shortened(**changed: object) -> Practice:
    """The second practice inspection with few cases."""
    whole = practices()[1]
    samples = tuple(replace(one, size=8) for one in whole.samples)
    return replace(whole, samples=samples, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(("published", "code"), [("8", 0), ("9", 1)])
def test_figures_that_are_not_equal_and_not_explained_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, published: str, code: int
) -> None:
    first = next(one for one in practices()[1].figures if one.shown == "received")
    wanted = replace(first, shown="received", published=published)
    why = replace(first, figure="other", of="", shown="", why="No case says so.")
    only = shortened(figures=(wanted, why))
    monkeypatch.setattr(command, "practices", lambda: (only,))
    result = CliRunner().invoke(casebook, ["demo", "--into", str(tmp_path / "demo")])
    assert result.exit_code == code, result.output
    for said in ("Before fieldwork", "On site", "At the office", " s)", "1 not: No case says so."):
        assert said in result.output
    assert ("1 of 2 figures equal." in result.output) is (code == 0)
    assert ("not those published" in result.output) is (code == 1)
    assert (tmp_path / "demo" / only.folder / command.TABLE).exists()


def test_another_folder_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    result = CliRunner().invoke(casebook, ["demo", "--into", str(tmp_path)])
    assert result.exit_code == 1
    assert "It was not touched." in result.output
    assert (tmp_path / "mine").exists()
