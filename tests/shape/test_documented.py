"""What the program can do stands in its help, and why it stands on others' work in the decisions."""

import importlib
import re
import tomllib
from pathlib import Path

import click
import pytest

from storage.settings import SETTINGS
from tests.shape.source import TREE
from ui.terminal.commands import casebook

HELP = TREE / "resources" / "help"
DECISIONS = TREE / "docs" / "decisions"


def words_of(folder: Path) -> str:
    """Every page of a folder, one after the other."""
    return "\n".join(page.read_text("utf-8") for page in sorted(folder.rglob("*.md")))


def commands(group: click.Group, before: str) -> list[str]:
    """Every command below a group as it is typed, groups within groups too."""
    found = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        typed = f"{before} {name}"
        found += commands(command, typed) if isinstance(command, click.Group) else [typed]
    return found


def undocumented(typed: list[str], words: str) -> list[str]:
    """Those that no page names, whole: `casebook case` is not named by `casebook case-list`."""
    return [one for one in typed if not re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", words)]


def unexplained(keys: dict[str, str], words: str) -> list[str]:
    """Those shortcuts for which no line of the help has both the key, in backticks, and what it does."""
    lines = words.casefold().splitlines()
    return [
        f"{key}: {does}"
        for key, does in keys.items()
        if not any(f"`{key.casefold()}`" in line and does.casefold() in line for line in lines)
    ]


def unreasoned(dependencies: list[str], pages: str) -> list[str]:
    """Those libraries that no page of the decisions names."""
    named = [re.split(r"[<>=!~\[; ]", dependency)[0] for dependency in dependencies]
    return undocumented([name.casefold() for name in named], pages.casefold())


def test_every_command_is_in_the_help() -> None:
    assert undocumented(commands(casebook, "casebook"), words_of(HELP)) == []


def test_every_setting_is_in_the_help() -> None:
    assert SETTINGS
    assert undocumented([f"`{setting.key}`" for setting in SETTINGS], words_of(HELP)) == []


def test_every_shortcut_is_in_the_help() -> None:
    shortcuts = importlib.import_module("ui.window.shortcuts").Shortcut
    keys = {shortcut.key: shortcut.words for shortcut in shortcuts}
    assert keys
    assert unexplained(keys, words_of(HELP)) == []


def test_every_dependency_has_its_reason_written_down() -> None:
    project = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))
    chosen = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert unreasoned(chosen, words_of(DECISIONS)) == []


def test_a_command_that_the_help_leaves_out_is_noticed() -> None:
    group = click.Group(
        "sample", commands={"inner": click.Group("inner", commands={"go": click.Command("go")})}
    )
    assert commands(group, "casebook") == ["casebook inner go"]
    assert undocumented(["casebook case"], "Type `casebook case-list`.") == ["casebook case"]
    assert undocumented(["casebook case"], "Type `casebook case`.") == []


def test_a_shortcut_that_the_help_leaves_out_is_noticed() -> None:
    assert unexplained({"Ctrl+L": "Lock"}, "| `Ctrl+K` | Lock |") == ["Ctrl+L: Lock"]
    assert unexplained({"Ctrl+L": "Lock"}, "`Ctrl+L` something else") == ["Ctrl+L: Lock"]
    assert unexplained({"Ctrl+L": "Lock"}, "| `Ctrl+L` | Lock |") == []


@pytest.mark.parametrize("dependency", ["left-pad>=1", "Left-Pad", "left-pad[extra]==2"])
def test_a_dependency_without_a_reason_is_noticed(dependency: str) -> None:
    assert unreasoned([dependency], "# reportlab\nDraws paper.") == ["left-pad"]
