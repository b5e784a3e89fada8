"""The page on writing instruments is true: its example reads, its keys exist, its counts are right."""

import re
from collections import Counter
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
from tests.resources.wordings import instrument_file


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


def test_its_counts_are_those_of_the_instrument(page: str) -> None:
    text = path("programmes", "probation_services_2018", "case_supervision.toml").read_text("utf-8")
    instrument = read_instrument(text, "case_supervision.toml")
    report = check(instrument, None)
    parts = Counter(question.part for question in instrument.questions.values())
    section = " ".join(page[page.index("## Case supervision") :].split())
    assert (
        f"{report.items} questions: {parts[Part.FACT]} facts, {parts[Part.NEED]} needs, {parts[Part.KEY]} "
        f"key questions, {parts[Part.PROMPT]} prompts, {parts[Part.WHY]} whys" in section
    )
    assert f"at least {report.shortest.items} of them" in section
    assert f"all {report.longest.items}; a typical one asks {len(report.typical)} " in section
    asked = report.typical_parts
    assert (
        f"({asked[Part.FACT]} facts, {asked[Part.NEED]} needs, {asked[Part.KEY]} key questions, "
        f"{asked[Part.PROMPT]} prompts, {asked[Part.FACTOR]} + {asked[Part.SERVICE]} on needs" in section
    )


@pytest.mark.parametrize(
    ("title", "file"), [("Court reports", "court_reports.toml"), ("Victim work", "victim_work.toml")]
)
def test_the_counts_of_the_shorter_instruments_are_theirs(page: str, title: str, file: str) -> None:
    report = check(instrument_file(file), None)
    section = " ".join(page[page.index("## Court reports and victim work") :].split())
    assert (
        f"{title}: {report.items} questions, of which a case asks at least {report.shortest.items} and a "
        f"typical one {len(report.typical)}." in section
    )


@pytest.mark.parametrize(
    ("title", "file"), [("Unpaid work", "unpaid_work.toml"), ("Through the Gate", "through_the_gate.toml")]
)
def test_the_counts_of_the_instruments_for_companies_are_theirs(page: str, title: str, file: str) -> None:
    report = check(instrument_file(file), None)
    section = " ".join(page[page.index("## Unpaid work and Through the Gate") :].split())
    assert (
        f"{title}: {report.items} questions, of which a case asks at least {report.shortest.items} and a "
        f"typical one {len(report.typical)}." in section
    )


def test_the_counts_of_domain_one_and_of_the_interview_are_theirs(page: str) -> None:
    section = " ".join(page[page.index("## Organisational delivery, meetings and officers") :].split())
    delivery, interview = (
        instrument_file(f"{name}.toml") for name in ("organisational_delivery", "officer_interview")
    )
    assert f"(about the inspection): {len(delivery.questions)} questions." in section
    assert f"Officer interview: {len(interview.questions)} questions asked once of each officer" in section
