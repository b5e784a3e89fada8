"""Files are named for what they know, and stay small enough to be read at once."""

from pathlib import Path

import pytest

from tests.shape.source import modules, read

NAMES_OF_ATTICS = frozenset(
    "base common core data functions handler handlers helper helpers lib logic manager managers misc other "
    "shared stuff support tools util utilities utils various".split()
)
LONGEST = 400


def attic(file: Path) -> bool:
    """Whether the name of a file or of its folder says nothing about what it knows."""
    words = {word for part in file.with_suffix("").parts for word in part.split("_")}
    return bool(words & NAMES_OF_ATTICS)


def too_long(text: str) -> bool:
    """Whether a file has become more than one subject in one room."""
    return text.count("\n") > LONGEST


def test_every_file_says_by_its_name_what_it_knows() -> None:
    assert [str(file) for file in modules() if attic(file)] == []


def test_every_file_is_short() -> None:
    assert [str(file) for file in [*modules(), *modules("tests")] if too_long(read(file))] == []


@pytest.mark.parametrize("name", ["ui/window/utils.py", "storage/key_manager.py", "model/common/dates.py"])
def test_an_attic_is_noticed(name: str) -> None:
    assert attic(Path(name))


def test_a_long_file_is_noticed() -> None:
    assert too_long("line\n" * (LONGEST + 1))
    assert not too_long("line\n" * LONGEST)
