"""Commands are loaded when they are called, and a refusal reaches the person in its own words."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from resources import VERSION
from ui.terminal.commands import COMMANDS, LateGroup, casebook

LATE = """
import click
from model.refusal import Refusal

@click.command()
@click.argument("word")
def say(word):
    click.echo(f"said {word}")

@click.command()
def refuse():
    raise Refusal("The stick is full.", "Nothing was lost.", "Use another stick.")

nothing = 1
"""


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LateGroup]:
    (tmp_path / "late_commands.py").write_text(LATE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    table = {
        name: (f"late_commands:{name}", f"Line about {name}.")
        for name in ("say", "refuse", "nothing", "absent")
    }
    yield LateGroup(name="sample", late=table)
    sys.modules.pop("late_commands", None)


def test_help_lists_the_table_and_loads_nothing(group: LateGroup) -> None:
    shown = CliRunner().invoke(group, ["--help"]).output
    assert [line.split()[0] for line in shown.splitlines() if "Line about" in line] == list(group.late)
    assert "late_commands" not in sys.modules


def test_a_command_is_loaded_and_run_when_it_is_called(group: LateGroup) -> None:
    assert CliRunner().invoke(group, ["say", "good day"]).output == "said good day\n"


def test_a_refusal_is_told_in_its_three_sentences_and_fails(group: LateGroup) -> None:
    done = CliRunner().invoke(group, ["refuse"])
    assert done.exit_code == 1
    assert "The stick is full. Nothing was lost. Use another stick." in done.output
    assert "Traceback" not in done.output


def test_an_unknown_command_is_refused_by_name(group: LateGroup) -> None:
    done = CliRunner().invoke(group, ["sing"])
    assert done.exit_code == 2
    assert "sing" in done.output


def test_an_entry_of_the_table_that_is_no_command_is_our_mistake(group: LateGroup) -> None:
    with pytest.raises(TypeError, match="late_commands:nothing"):
        CliRunner().invoke(group, ["nothing"], catch_exceptions=False)


def test_the_version_is_said() -> None:
    assert CliRunner().invoke(casebook, ["--version"]).output == f"Casebook {VERSION}\n"


def test_every_command_of_the_table_can_be_loaded_and_explains_itself() -> None:
    for name, (_, words) in COMMANDS.items():
        command = casebook.get_command(click.Context(casebook), name)
        assert command is not None
        assert command.help, name
        assert words.endswith("."), name
