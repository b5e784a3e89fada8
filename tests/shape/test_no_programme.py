"""No programme in the code: ids, codes and bands of the programme files stand there and nowhere else."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.shape.source import TREE, modules, read

FILES = sorted((TREE / "resources" / "programmes").glob("*/*.toml"))
ORDINARY: Mapping[str, str] = {
    "assessment": "one case by one instrument, and its page",
    "cases": "a command and a page",
    "date": "a kind of question, and a field of what is written",
    "occasion": "what an instrument may be about",
    "office": "a role",
    "officers": "a command, and people that a practice names",
    "place": "a field of what is found",
    "sample": "what is drawn, and its page",
}
"""Ids of a file that are words of the program too, each with what it means there."""
NUMBERED = re.compile(r"\d+(\.\d+)+(\([a-z]\))?")
CALLED = frozenset({"question", "sample", "measure", "standard", "band", "table", "list"})
"""Tables whose ids are names of data; sections, views and strata are only places in a file."""


def _tables(value: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every table of a file with the key under which it stands."""
    if isinstance(value, dict):
        for key, below in value.items():
            for one in below if isinstance(below, list) else [below]:
                if isinstance(one, dict):
                    yield key, one
                    yield from _tables(one)


def names_of(text: str) -> set[str]:
    """What a programme or instrument file calls its own: ids, numbered codes, labels of bands, providers."""
    file = tomllib.loads(text)
    found = {str(file["id"]), str(file.get("family", ""))}
    for key, table in _tables(file):
        code = str(table.get("code", ""))
        found |= {str(table.get("id", ""))} if key in CALLED else set()
        found |= {code} if NUMBERED.fullmatch(code) else set()
        found |= set(table.get("label", {}).values()) if key == "band" else set()
        found |= set(table) if key == "provider_types" else set()
    return found - {""}


def known() -> set[str]:
    return {name for file in FILES for name in names_of(file.read_text("utf-8"))} | {
        file.parent.name for file in FILES
    }


def literals(source: str) -> Iterator[tuple[str, int]]:
    """Every text that a piece of Python holds, but not what documents it, with its line."""
    tree = ast.parse(source)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value, node.lineno


def unmistakable(names: set[str]) -> re.Pattern[str]:
    """Finds, inside a longer text, the names that can be nothing else: words joined, and numbered codes."""
    joined = sorted((name for name in names if "_" in name or NUMBERED.fullmatch(name)), key=len)
    return re.compile(rf"(?<![\w.])({'|'.join(re.escape(name) for name in reversed(joined))})(?![\w.]*\w)")


def named(source: str) -> list[str]:
    """The names of data that a piece of Python holds, with their lines."""
    return [
        f"{line}: {name}"
        for text, line in literals(source)
        for name in ([text] if text in NAMES - ORDINARY.keys() else INSIDE.findall(text))
    ]


NAMES = known()
INSIDE = unmistakable(NAMES)
PRACTICES = {folder.name for folder in (TREE / "resources" / "practice").iterdir() if folder.is_dir()}


@pytest.mark.parametrize("file", modules(), ids=str)
def test_no_file_of_the_program_names_what_is_data(file: Path) -> None:
    assert named(read(file)) == []


@pytest.mark.parametrize("file", ["Makefile", "build.spec", *sorted(map(str, (TREE / ".ci").iterdir()))])
def test_nothing_that_builds_or_runs_it_names_a_programme_or_an_instrument(file: str) -> None:
    text = (TREE / file).read_text("utf-8")
    named_there = {name for name in NAMES if "_" in name} | PRACTICES
    assert [name for name in sorted(named_there) if re.search(rf"\b{re.escape(name)}\b", text)] == []


@pytest.mark.parametrize(
    "source",
    [
        'question = "assess_engage"',
        'code = "2.1.1"',
        'kind = "NPS"',
        'words = "Requires improvement"',
        'if programme == "adult_offending_2013": ...',
        'click.echo("the programme quality_impact_2017")',
        'help = f"as in 2.2.3 of {case}"',
    ],
)
def test_a_name_of_data_is_noticed(source: str) -> None:
    assert len(named(source)) == 1


def test_what_documents_and_what_is_ordinary_may_be_said() -> None:
    assert named('"""As assess_engage, 2.1.1."""\nkind = "assessment"\nversion = "0.1.0"') == []


def test_no_ordinary_word_outlives_its_reason() -> None:
    said = {text for file in modules() for text, _ in literals(read(file))}
    assert [word for word in ORDINARY if word not in said or word not in NAMES] == []


def test_every_programme_is_looked_at() -> None:
    assert len(FILES) > 10
    assert {file.parent.name for file in FILES} <= NAMES
    assert {"2.1.1", "case_supervision", "outstanding", "Good", "NPS"} <= NAMES
