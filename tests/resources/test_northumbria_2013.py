"""Northumbria 2013: the invented answers reproduce the published figures one by one, or say why not."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from model.assessments import completeness
from model.instruments.instrument import Instrument, Kind
from model.instruments.programme import Programme
from model.instruments.routing import State, states
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood
from model.measures import Results, count, together
from model.sampling.draw import draw
from tests.resources import files
from tests.resources.files import NORTHUMBRIA, OF_2013, Sheets, instrument_file, programme_file, rows

Figure = Mapping[str, Any]

FILES = {
    "answers.csv": "case_assessment",
    "practitioners.csv": "practitioner_interview",
    "victims.csv": "victim_questionnaire",
    "sentencers.csv": "sentencer_interview",
}
PUBLISHED = files.published(NORTHUMBRIA)
CASES, PRACTITIONERS = (rows(NORTHUMBRIA / file) for file in ("answers.csv", "practitioners.csv"))
EQUAL = [figure for figure in PUBLISHED["figures"] if figure["equal"]]
NOT_EQUAL = [figure for figure in PUBLISHED["figures"] if not figure["equal"]]


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file(OF_2013)


@pytest.fixture(scope="module")
def instruments() -> Mapping[str, Instrument]:
    return {file: instrument_file(name, OF_2013) for file, name in FILES.items()}


@pytest.fixture(scope="module")
def sheets(instruments: Mapping[str, Instrument]) -> Mapping[str, Sheets]:
    return {file: files.sheets(NORTHUMBRIA / file, instrument) for file, instrument in instruments.items()}


@pytest.fixture(scope="module")
def results(
    programme: Programme, instruments: Mapping[str, Instrument], sheets: Mapping[str, Sheets]
) -> Results:
    counts = [count(programme, instruments[file], held.items()) for file, held in sheets.items()]
    return together(programme, counts)


@pytest.fixture(scope="module")
def understood(programme: Programme) -> Understood:
    return files.listed(NORTHUMBRIA / "eligible_cases.csv", programme, PUBLISHED["sample"])


def test_the_list_is_understood(understood: Understood) -> None:
    assert len(understood.rows) == 180
    kinds = Counter(remark.kind for remark in understood.remarks)
    assert kinds[RemarkKind.REFUSED] == 1
    assert kinds[RemarkKind.MENDED] == 3
    assert (understood.columns.unknown, understood.columns.not_found) == ((), ())


def test_the_draw_by_the_seed_gives_the_cases_that_are_answered(
    programme: Programme, understood: Understood
) -> None:
    population = files.population(understood, programme.sample(PUBLISHED["sample"]))
    done = draw(population, PUBLISHED["size"], PUBLISHED["seed"])
    answered = {int(row["position"]): row["reference"] for row in CASES}
    assert {place.position: place.reference for place in done.drawn} == answered


def test_the_list_says_of_the_answered_cases_what_their_facts_say(
    understood: Understood, instruments: Mapping[str, Instrument], sheets: Mapping[str, Sheets]
) -> None:
    """Where the list is blank, the assessor found none recorded."""
    listed = {row.reference: row.values for row in understood.rows}
    case = instruments["answers.csv"]
    proposed = {each.id: str(each.proposes) for each in case.questions.values() if each.proposes}
    for row, answers in zip(CASES, sheets["answers.csv"].values(), strict=True):
        for name, field in proposed.items():
            given = listed[row["reference"]][field] or "none_recorded"
            assert given == answers[name].value, (row["reference"], name)


def test_seventy_practitioners_hold_the_eighty_six_cases(understood: Understood) -> None:
    listed = {row.reference: row.values for row in understood.rows}
    officers = {listed[row["reference"]]["officer"] for row in CASES}
    interviewed = {row["officer"]: row["unit"] for row in PRACTITIONERS}
    assert officers == set(interviewed)
    victims = rows(NORTHUMBRIA / "victims.csv")
    assert (len(CASES), len(interviewed), len(victims)) == (86, 70, 10)


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
        assert completeness(case, answers, {}, 0).missing == (), label


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
    assert (len(EQUAL), len(NOT_EQUAL)) == (159, 15)
