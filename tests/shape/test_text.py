"""Text from people is never markup, nothing is left open in the code, and no file knows one machine."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.shape.source import TREE, modules, names, read

PERCENTAGES = Path("model/documents/percentages.py")
PLAIN_LABEL = Path("ui/window/widgets/plain_label.py")
MARKS = ("TO" + "DO", "FIX" + "ME", "X" * 3)
ONE_MACHINE = re.compile(r"(?<![\w.:/~-])/(home|mnt|opt|root|tmp|Users|usr|var|work)/\w")


def labels(source: str) -> list[int]:
    """The lines that name Qt's own label, which would read markup out of what people wrote."""
    return sorted({line for name, line in names(source) if name.split(".")[-1] == "QLabel"})


def percentages(source: str) -> list[int]:
    """The lines that write a number's percent sign themselves, or leave a space before one."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            for before, after in pairwise(node.values):
                sign = isinstance(after, ast.Constant) and re.match(r"[\s\u00a0]?%", str(after.value))
                if isinstance(before, ast.FormattedValue) and sign:
                    found.append(node.lineno)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [node.lineno] * bool(re.search(r"\d[\s\u00a0]%", node.value))
    return found


def left_open(text: str) -> list[str]:
    """The words by which authors mark what they left for later."""
    return [mark for mark in MARKS if re.search(rf"\b{mark}\b", text)]


def machine_paths(source: str) -> list[str]:
    """The texts in a piece of Python that are paths of one machine."""
    texts = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return [text for text in texts if isinstance(text, str) and ONE_MACHINE.search(text)]


def test_every_label_is_a_plain_label() -> None:
    others = [file for file in modules("ui") if file != PLAIN_LABEL]
    assert {str(file): labels(read(file)) for file in others if labels(read(file))} == {}


def test_the_plain_label_shows_plain_text() -> None:
    assert labels(read(PLAIN_LABEL))
    assert "PlainText" in {name for name, _ in names(read(PLAIN_LABEL))}


def test_percentages_are_written_by_one_function() -> None:
    others = [file for file in modules("model", "ui") if file != PERCENTAGES]
    assert {str(file): percentages(read(file)) for file in others if percentages(read(file))} == {}
    assert percentages(read(PERCENTAGES))


@pytest.mark.parametrize("source", ['f"{share}%"', 'f"{share} % of {n}"', '"Above 150 % it is folded"'])
def test_a_percentage_written_otherwise_is_noticed(source: str) -> None:
    assert percentages(source)
    assert not percentages('f"{share} per cent"')


def test_nothing_is_left_open() -> None:
    assert [str(file) for file in [*modules(), *modules("tests")] if left_open(read(file))] == []


def test_no_file_knows_one_machine() -> None:
    assert {str(file): machine_paths(read(file)) for file in modules() if machine_paths(read(file))} == {}


def test_no_page_of_the_documents_knows_one_machine() -> None:
    pages = [*TREE.glob("*.md"), *(TREE / "docs").rglob("*.md"), *(TREE / "resources").rglob("*.md")]
    assert pages
    assert [page.name for page in pages if ONE_MACHINE.search(page.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtWidgets import QLabel\nQLabel('x')",
        "QtWidgets.QLabel(name)",
        "class Words(QLabel):\n    pass",
        "from PySide6.QtWidgets import QLabel as Words",
    ],
)
def test_a_bare_label_is_noticed(source: str) -> None:
    assert labels(source)


@pytest.mark.parametrize("mark", MARKS)
def test_what_is_left_open_is_noticed(mark: str) -> None:
    assert left_open(f"x = 1  # {mark} later")


@pytest.mark.parametrize("path", ["/home/ann/cases", "/usr/share/fonts/x.ttf", "see /tmp/casebook"])
def test_a_path_of_one_machine_is_noticed(path: str) -> None:
    assert machine_paths(f"x = {path!r}")


def test_other_slashes_are_allowed() -> None:
    assert machine_paths("x = 'docs/usr/file'; y = 'https://host/home/x'; z = 'and/or'") == []
