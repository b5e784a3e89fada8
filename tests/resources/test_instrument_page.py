"""The page on writing instruments is true: its example reads, its keys exist."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from model.answers import Answer
from model.instruments.check import check
from model.instruments.instrument import About, Part
from model.instruments.measure import MeasureKind, Show
from model.instruments.programme import RatingRule
from model.instruments.reader import read_instrument, read_programme
from model.instruments.routing import State, states
from resources import path
from tests.model.instruments.small import PROGRAMME_TEXT


@pytest.fixture(scope="module")
def page(tree: Path) -> str:
    return (tree / "docs" / "instruments.md").read_text("utf-8")


def examples(page: str) -> list[str]:
    """The files, and parts of files, that the page shows."""
    return re.findall(r"```toml\n(.*?)```", page, re.DOTALL)


def test_its_example_reads_and_routes(page: str) -> None:
    instrument = read_instrument(examples(page)[0], "docs/instruments.md")
    assert states(instrument, {"first_visit_need": Answer("no")})["first_visit"] is State.SET_ASIDE
    assert check(instrument, None).longest.items == 2


def test_its_table_reads(page: str) -> None:
    measure = '[[measure]]\nid = "{}"\ncode = "N"\nkind = "proportion"\nquestion = "q"\nbase.en = "all"\n'
    measures = "".join(measure.format(name) for name in ("drugs_linked", "drugs_services"))
    [table] = read_programme(PROGRAMME_TEXT + measures + examples(page)[1], "docs/instruments.md").tables
    assert table.rows[0].measures == ("drugs_linked", "drugs_services")
    assert {show.value for show in Show} <= set(re.findall(r"\w+", examples(page)[1]))


@pytest.mark.parametrize("words", [About, MeasureKind, RatingRule], ids=lambda words: words.__name__)
def test_it_names_what_can_be_chosen(page: str, words: type[StrEnum]) -> None:
    for word in words:
        assert f"`{word}`" in page


def test_it_names_every_part_and_key_that_the_instrument_uses(page: str) -> None:
    text = path("programmes", "probation_services_2018", "case_supervision.toml").read_text("utf-8")
    questions = text[text.index("[[view.section.question]]") :]
    keys = set(re.findall(r"^(\w+)(?:\.en)? = ", questions, re.MULTILINE))
    options = set(re.findall(r"^(\w+) = \{ label", questions, re.MULTILINE))
    for key in keys - options - {"title"}:
        assert f"`{key}" in page, key
    for part in Part:
        assert f"`{part}`" in page
