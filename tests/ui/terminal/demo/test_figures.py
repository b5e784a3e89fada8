"""Published figures beside ours: each kind of row, equal and not, and the reasons why not."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from model.documents.reported import Statement, reported
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme
from model.measures import Figure as Number
from model.measures import Mean, Results, Tally, Why
from resources import path
from ui.reading.practice import Figure
from ui.reading.results import WHOLE, Report
from ui.terminal.demo import figures

FOLDER = path("programmes", "probation_services_2018")


def row(
    of: str, shown: str, published: str = "", *, why: str = "", edges: tuple[str, str] = ("", "")
) -> Figure:
    return Figure(of or shown, "Some words", of, shown, published, *edges, "", why)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return read_programme((FOLDER / "programme.toml").read_text("utf-8"), "programme.toml").within("NPS")


@pytest.fixture(scope="module")
def report(programme: Programme) -> Report:
    """Every measure 3 of 4 but one of three quarters of 8; four standards stated; two figures in numbers."""
    every = [each for each in programme.measures if each.kind == "proportion"]
    tallies = {each.id: Tally(each.id, 3, 4, {Why.NO_NEED: ("4101",)}) for each in every}
    tallies["m2_2_3"] = Tally("m2_2_3", 5, 8, {})
    numbers = {"officers_caseload": Number("officers_caseload", Fraction(73), 2, {})}
    means = {"some_mean": Mean("some_mean", Fraction(775, 1000), (), ())}
    instruments = [
        read_instrument((FOLDER / name).read_text("utf-8"), name) for name in programme.instruments
    ]
    stated = {
        standard.id: Statement(code, code, "Lesley Marsh", "2018-10-19T10:00:00Z", complete=True)
        for standard, code in zip(programme.standards, ("good", "inadequate", "good", "good"), strict=False)
    }
    results = Results(tallies, numbers, means)
    return Report(
        WHOLE, "Whole", (), reported(programme, tuple(instruments), results, stated=stated, whole=True)
    )


@pytest.mark.parametrize(
    ("wanted", "ours", "equal"),
    [
        (row("m2_1_1", "percent", "75"), "75%", True),
        (row("m2_1_1", "percent", "76"), "75%", False),
        (row("m2_1_1", "above", "3"), "3", True),
        (row("m2_1_1", "below", "1"), "1", True),
        (row("m2_1_1", "base", "4"), "4", True),
        (row("m2_2_3", "percent", "63"), "63%", True),
        (row("m2_2_3", "percent below", "38"), "38%", True),
        (row("m2_1_1+m2_1_2", "above", "6"), "6", True),
        (row("m2_1_1+m2_2_3", "percent", "67"), "67%", True),
        (row("m2_1_1", "percent", edges=("75", "80")), "75%", True),
        (row("m2_2_3", "percent", edges=("62.6", "70")), "63%", False),
        (row("some_mean", "percent", "78"), "78%", True),
        (row("officers_caseload", "mean", "36.5"), "36.5", True),
        (row("officers_caseload", "sum", "73"), "73", True),
        (row("leadership", "rating", "Good"), "Good", True),
        (row("staff", "rating", "Good"), "Inadequate", False),
        (row("planning", "rating", "Requires improvement"), "Requires improvement", True),
        (row("", "points", "17"), "17", True),
        (row("", "overall", "Good"), "Good", True),
        (row("", "", "863", why="From a survey."), "–", False),
        (row("case_supervision", "received", "0"), "0", True),
    ],
    ids=lambda value: f"{value.of} {value.shown}" if isinstance(value, Figure) else "",
)
def test_a_row_is_compared(report: Report, wanted: Figure, ours: str, equal: bool) -> None:
    (found,) = figures.compare([wanted], report)
    assert (found.ours, found.equal) == (ours, equal)


def test_what_was_published_is_told_as_a_value_or_its_edges(report: Report) -> None:
    rows = [
        row("m2_1_1", "percent", "75"),
        row("m2_1_1", "percent", edges=("70", "80")),
        row("", "", why="No."),
    ]
    assert [one.published for one in figures.compare(rows, report)] == ["75%", "70% to 80%", "–"]


def test_a_figure_is_equal_when_all_its_rows_are(report: Report, tmp_path: Path) -> None:
    rows = [
        row("m2_1_1", "above", "3"),
        row("m2_1_1", "base", "5"),
        row("", "", why="No case says."),
        row("m2_2_3", "above", "5"),
    ]
    found = figures.compare(rows, report)
    assert figures.by_figure(found) == {"m2_1_1": False, "": False, "m2_2_3": True}
    assert [one.row.shown for one in figures.unexplained(found)] == ["base"]
    assert figures.reasons(found) == {"": 1, "No case says.": 1}
    figures.save(found, tmp_path / "figures.csv")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as opened:
        told = list(csv.DictReader(opened))
    assert [(line["ours"], line["equal"]) for line in told] == [
        ("3", "yes"),
        ("4", "no"),
        ("–", "no"),
        ("5", "yes"),
    ]


def test_ours_is_told_out_of_what(report: Report) -> None:
    rows = [
        row("m2_1_1", "percent", "75"),
        row("m2_1_1", "above", "3"),
        row("m2_1_1", "base", "4"),
        row("some_mean", "percent", "78"),
    ]
    found = figures.compare(rows, report)
    assert [figures.beside(one, report) for one in found] == ["75% (3 of 4)", "3 of 4", "4", "78%"]


def test_a_measure_that_is_not_counted_stops_the_run(report: Report) -> None:
    with pytest.raises(KeyError):
        figures.compare([row("nothing", "percent", "75")], report)
