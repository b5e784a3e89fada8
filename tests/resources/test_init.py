"""resources.path finds the program's own files, in the tree and in a packed program, and nothing else."""

import sys
import tomllib
from pathlib import Path

import pytest

import resources


def test_finds_a_file_of_the_tree() -> None:
    assert resources.path("__init__.py").samefile(resources.__file__)


def test_a_packed_program_finds_the_same_folder_beside_its_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources" / "help").mkdir(parents=True)
    (tmp_path / "resources" / "help" / "start.md").write_text("Start", "utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.path("help", "start.md").read_text("utf-8") == "Start"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/help/never-written\.md"):
        resources.path("help", "never-written.md")


@pytest.mark.parametrize("names", [("..", "main.py"), ("help", "..", "..", "main.py"), ("/etc/hosts",)])
def test_nothing_outside_the_folder_is_found(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="outside"):
        resources.path(*names)


def test_the_version_is_the_project_s() -> None:
    project = tomllib.loads((Path(resources.__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == resources.VERSION


def test_the_notices_are_found_beside_the_sources_and_in_a_packed_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Open Government Licence" in resources.notices()
    (tmp_path / "NOTICES.md").write_text("Packed", "utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.notices() == "Packed"
