"""Northumbria 2013: the invented answers reproduce the published figures one by one, or say why not."""

import csv
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from model.answers import Answer
from model.assessments import completeness
from model.instruments.instrument import Instrument, Kind, say
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme
from model.instruments.routing import State, states
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood, understand
from model.measures import Results, count, together
from model.sampling.draw import draw
from model.sampling.strata import eligible_cases
from resources import path

FOLDER = path("programmes", "adult_offending_2013")
PRACTICE = path("practice", "northumbria_2013")
Published = Mapping[str, Any]
Figure = Mapping[str, Any]
Sheets = Mapping[str, Mapping[str, Answer]]

FILES = {
    "answers.csv": "case_assessment.toml",
    "practitioners.csv": "practitioner_interview.toml",
    "victims.csv": "victim_questionnaire.toml",
}
PUBLISHED: Published = json.loads((PRACTICE / "published.json").read_text("utf-8"))
EQUAL = [figure for figure in PUBLISHED["figures"] if figure["equal"]]
NOT_EQUAL = [figure for figure in PUBLISHED["figures"] if not figure["equal"]]


@pytest.fixture(scope="module")
def programme() -> Programme:
    return read_programme((FOLDER / "programme.toml").read_text("utf-8"), "programme.toml")


@pytest.fixture(scope="module")
def instruments() -> Mapping[str, Instrument]:
    return {file: read_instrument((FOLDER / name).read_text("utf-8"), name) for file, name in FILES.items()}


def rows(file: str) -> list[dict[str, str]]:
    with (PRACTICE / file).open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def sheet(row: Mapping[str, str], instrument: Instrument) -> dict[str, Answer]:
    """The answers of one line: an empty cell is none, several choices are parted by semicolons."""
    questions = instrument.questions
    return {
        name: Answer(tuple(cell.split(";")) if questions[name].kind is Kind.SEVERAL else cell)
        for name, cell in row.items()
        if name in questions and cell
    }


@pytest.fixture(scope="module")
def sheets(instruments: Mapping[str, Instrument]) -> Mapping[str, Sheets]:
    return {
        file: {str(number): sheet(row, instrument) for number, row in enumerate(rows(file), start=1)}
        for file, instrument in instruments.items()
    }


@pytest.fixture(scope="module")
def results(
    programme: Programme, instruments: Mapping[str, Instrument], sheets: Mapping[str, Sheets]
) -> Results:
    counts = [count(programme, instruments[file], held.items()) for file, held in sheets.items()]
    return together(programme, counts)


@pytest.fixture(scope="module")
def understood(programme: Programme) -> Understood:
    with (PRACTICE / "eligible_cases.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    return understand(header, lines, programme.list(PUBLISHED["sample"]).columns)


def test_the_list_is_understood(understood: Understood) -> None:
    assert len(understood.rows) == 180
    kinds = Counter(remark.kind for remark in understood.remarks)
    assert kinds[RemarkKind.REFUSED] == 1
    assert kinds[RemarkKind.MENDED] == 3
    assert (understood.columns.unknown, understood.columns.not_found) == ((), ())


def test_the_draw_by_the_seed_gives_the_cases_that_are_answered(
    programme: Programme, understood: Understood
) -> None:
    strata = programme.sample(PUBLISHED["sample"]).strata
    population = eligible_cases([row.values for row in understood.rows], strata)
    done = draw(population, PUBLISHED["size"], PUBLISHED["seed"])
    answered = {int(row["position"]): row["reference"] for row in rows("answers.csv")}
    assert {place.position: place.reference for place in done.drawn} == answered


def test_the_list_says_of_the_answered_cases_what_their_facts_say(
    understood: Understood, instruments: Mapping[str, Instrument], sheets: Mapping[str, Sheets]
) -> None:
    """Where the list is blank, the assessor found none recorded."""
    listed = {row.reference: row.values for row in understood.rows}
    case = instruments["answers.csv"]
    proposed = {each.id: str(each.proposes) for each in case.questions.values() if each.proposes}
    for row, answers in zip(rows("answers.csv"), sheets["answers.csv"].values(), strict=True):
        for name, field in proposed.items():
            given = listed[row["reference"]][field] or "none_recorded"
            assert given == answers[name].value, (row["reference"], name)


def test_seventy_practitioners_hold_the_eighty_six_cases(understood: Understood) -> None:
    listed = {row.reference: row.values for row in understood.rows}
    officers = {listed[row["reference"]]["officer"] for row in rows("answers.csv")}
    interviewed = {row["officer"]: row["unit"] for row in rows("practitioners.csv")}
    assert officers == set(interviewed)
    assert (len(rows("answers.csv")), len(interviewed), len(rows("victims.csv"))) == (86, 70, 10)


def test_everything_that_is_asked_is_answered_and_nothing_else(
    instruments: Mapping[str, Instrument], sheets: Mapping[str, Sheets]
) -> None:
    """But for what is written in words."""
    for file, held in sheets.items():
        questions = instruments[file].questions
        for label, answers in held.items():
            for name, state in states(instruments[file], answers).items():
                if questions[name].kind is not Kind.TEXT:
                    assert state.is_settled is (name in answers), (file, label, name)
                    assert state.is_settled or state is State.SET_ASIDE, (file, label, name)


def test_every_case_can_be_completed(
    instruments: Mapping[str, Instrument], sheets: Mapping[str, Sheets]
) -> None:
    """What is not applicable takes its reason from the guidance; what is then left are warnings."""
    case = instruments["answers.csv"]
    for label, answers in sheets["answers.csv"].items():
        reasoned = {
            name: Answer(answer.value, say(case.question(name).guidance.not_applicable))
            if answer.is_not_applicable
            else answer
            for name, answer in answers.items()
        }
        assert completeness(case, reasoned, {}, 0).missing == (), label


def check_figure(figure: Figure, results: Results) -> None:
    for name in figure["measures"]:
        if name in results.means:
            assert results.means[name].percentage == figure["percent"]
            continue
        tally = results.tallies[name]
        found = {"above": tally.above, "base": tally.base, "percent": tally.percentage}
        printed = {key: figure[key] for key in found if key in figure}
        assert printed or "between" in figure
        assert {key: found[key] for key in printed} == printed, name
        if "between" in figure:
            low, high = figure["between"]
            assert low <= 100 * tally.above / tally.base <= high, (name, tally.above, tally.base)


@pytest.mark.parametrize("figure", EQUAL, ids=[figure["id"] for figure in EQUAL])
def test_the_published_figure_is_reproduced(
    figure: Figure, results: Results, sheets: Mapping[str, Sheets]
) -> None:
    if "counts" in figure:
        file = {"cases": "answers.csv", "practitioners": "practitioners.csv"}[figure["counts"]]
        assert len(sheets[file]) == figure["above"]
    else:
        check_figure(figure, results)


def test_the_table_of_factors_is_reproduced_whole(results: Results) -> None:
    table = PUBLISHED["table_of_factors"]
    assert len(table) == 9
    for row in table:
        found, interventions, progress = (results.tallies[name] for name in row["measures"])
        assert (found.above, found.base) == (row["cases"], 86), row["factor"]
        assert (interventions.base, progress.base) == (row["cases"], row["cases"])
        assert (interventions.percentage, progress.percentage) == (row["interventions"], row["progress"])


def test_levels_are_reproduced_with_not_done_in_the_base(results: Results) -> None:
    for level in PUBLISHED["levels"]:
        tallies = [results.tallies[name] for name in level["measures"]]
        above = [tally.above for tally in tallies]
        if level["equal"]:
            assert (above, sum(above)) == (level["above"], level["base"]), level["id"]
        else:
            assert above == level["ours"]
            assert sum(level["above"]) == 87
        assert {tally.base for tally in tallies} == {sum(above)}


def test_the_five_scores_come_out_by_the_default_method(programme: Programme, results: Results) -> None:
    scores = {each.code: results.means[each.measures[0]].percentage for each in programme.standards}
    assert scores == PUBLISHED["scores"] == {"1": 89, "2": 82, "3": 77, "4": 72, "5": 77}


def test_the_other_method_gives_other_scores(programme: Programme, results: Results) -> None:
    scores = {each.code: results.means[f"o{each.code}_criteria"].percentage for each in programme.standards}
    assert scores == PUBLISHED["mean_over_criteria"]
    assert scores != PUBLISHED["scores"]


@pytest.mark.parametrize("figure", NOT_EQUAL, ids=[figure["id"] for figure in NOT_EQUAL])
def test_a_figure_that_cannot_be_reproduced_says_why(figure: Figure, results: Results) -> None:
    assert figure["why"].endswith(".")
    assert figure["quote"]
    assert figure["line"]
    for name in figure.get("measures", ()):
        tally = results.tallies[name]
        assert {"above": tally.above, "base": tally.base} == figure["ours"]
        assert tally.above != figure["above"]


def test_every_figure_of_the_report_stands_in_the_file_once() -> None:
    names = [figure["id"] for figure in PUBLISHED["figures"]]
    assert len(set(names)) == len(names)
    assert (len(EQUAL), len(NOT_EQUAL)) == (158, 16)
