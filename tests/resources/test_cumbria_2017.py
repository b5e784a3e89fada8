"""The practice inspection of Cumbria: its list and draw, and every published figure that cases can give."""

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from model.instruments.instrument import Instrument, say
from model.instruments.measure import ResultTable
from model.instruments.routing import State, states
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood
from model.measures import Results, Tally, Why, count, percentage, together
from model.sampling.draw import Draw, draw
from model.sampling.minimum import minimums_of
from model.sampling.record import read_record, record_of, repeat, rule_of, size_by, written
from model.sampling.strata import Eligible, quotas
from tests.resources.files import (
    CUMBRIA,
    OF_2017,
    Sheets,
    instruments_of,
    listed,
    population,
    programme_file,
    published,
    rows,
    sheets,
)

PROGRAMME = programme_file(OF_2017)
PUBLISHED = published(CUMBRIA)
CASES = rows(CUMBRIA / "answers.csv")
FIGURES = PUBLISHED["figures"]
COUNTED = [figure for figure in FIGURES if "counts" in figure]
ADDED_UP = [figure for figure in FIGURES if "figure" in figure]
OTHERS = [figure for figure in FIGURES if "not_counted" in figure]
IN_WORDS = PUBLISHED["in_words"]
ROWS = [row for table in PUBLISHED["tables"] for row in table["rows"]]
FILES = {
    "case_assessment": "answers.csv",
    "responsible_officer_interview": "officers.csv",
    "service_user_interview": "service_users.csv",
    "staff_meeting": "staff_meetings.csv",
    "partner_meeting": "partner_meetings.csv",
    "sentencer_comments": "sentencers.csv",
}
OUTSIDE_ITS_BAND = {"C-P05"}
"""The figure whose words no whole number over its base fits (see its note)."""


def answered(instrument: Instrument) -> Sheets:
    return sheets(CUMBRIA / FILES[instrument.id], instrument)


@pytest.fixture(scope="module")
def instruments() -> dict[str, Instrument]:
    return instruments_of(OF_2017)


@pytest.fixture(scope="module")
def results(instruments: dict[str, Instrument]) -> Results:
    counted = [count(PROGRAMME, instruments[id], answered(instruments[id]).items()) for id in FILES]
    return together(PROGRAMME, counted)


@pytest.fixture(scope="module")
def understood() -> Understood:
    return listed(CUMBRIA / "cases_list.csv", PROGRAMME, "cases")


@pytest.fixture(scope="module")
def eligible(understood: Understood) -> tuple[Eligible, ...]:
    return population(understood, PROGRAMME.sample("cases"))


@pytest.fixture(scope="module")
def drawn(eligible: tuple[Eligible, ...]) -> Draw:
    sample = PROGRAMME.sample("cases")
    size = size_by(rule_of(sample), len(eligible))
    return draw(eligible, size, PUBLISHED["draw"]["seed"], minimums_of(sample.strata))


def test_the_list_is_understood_row_by_row(understood: Understood) -> None:
    assert len(understood.rows) == 194
    assert understood.columns.unknown == ()
    assert understood.columns.not_found == ()
    assert understood.counts[RemarkKind.REFUSED] == 1
    blank = Counter(each.column for each in understood.remarks if each.kind is RemarkKind.LEFT_BLANK)
    assert blank == {"Ethnicity": 1}
    mended = [each.column for each in understood.remarks if each.kind is RemarkKind.MENDED]
    assert sorted(mended) == ["Gender", "Office", "RoSH level"]


def test_the_draw_keeps_to_31_and_16_and_to_the_minimum_numbers(
    eligible: tuple[Eligible, ...], drawn: Draw
) -> None:
    assert drawn.size == PUBLISHED["draw"]["size"] == 47
    of = [Counter(place.group[part] for place in drawn.drawn) for part in range(3)]
    assert of[0] == {"CRC": 31, "NPS": 16}
    assert of[1]["Female"] == 8
    assert of[2]["Minority ethnic"] == 3
    plain = quotas((case.group for case in eligible), 47)
    assert sum(quota.drawn for quota in plain if quota.group[1] == "Female") < 8


def test_anyone_can_repeat_the_draw_from_its_record(eligible: tuple[Eligible, ...], drawn: Draw) -> None:
    sample = PROGRAMME.sample("cases")
    fields = [stratum.field for stratum in sample.strata]
    record = record_of(drawn, eligible, rule_of(sample), fields, minimums_of(sample.strata))
    assert repeat(read_record(written(record)), eligible[::-1]) == ()


def test_the_answers_are_of_the_drawn_cases_in_drawn_order(drawn: Draw) -> None:
    assert [row["reference"] for row in CASES] == [place.reference for place in drawn.drawn]
    assert [int(row["position"]) for row in CASES] == list(range(1, 48))


def test_what_the_list_says_of_a_case_stands_on_its_sheet(
    understood: Understood, instruments: dict[str, Instrument]
) -> None:
    listed = {row.reference: row.values for row in understood.rows}
    proposing = [
        each for each in instruments["case_assessment"].questions.values() if each.proposes is not None
    ]
    for row in CASES:
        assert {each.id: row[each.id] for each in proposing} == {
            each.id: listed[row["reference"]][str(each.proposes)] for each in proposing
        }


def test_every_case_is_whole_and_asks_no_more_than_ninety_items_on_average(
    instruments: dict[str, Instrument],
) -> None:
    asked = []
    for answers in answered(instruments["case_assessment"]).values():
        found = states(instruments["case_assessment"], answers)
        assert set(found.values()) <= {State.ANSWERED, State.NOT_APPLICABLE, State.SET_ASIDE}
        assert {name for name, state in found.items() if state is State.SET_ASIDE}.isdisjoint(answers)
        asked.append(sum(state.is_asked for state in found.values()))
    assert 85 < sum(asked) / len(asked) < 90


def test_every_answer_is_an_option_of_its_question(instruments: dict[str, Instrument]) -> None:
    for instrument in (instruments[id] for id in FILES):
        for answers in answered(instrument).values():
            for name, held in answers.items():
                question = instrument.question(name)
                if question.kind.has_options and not held.is_not_applicable:
                    codes = held.value if isinstance(held.value, tuple) else (held.value,)
                    assert set(codes) <= set(question.codes()), name


def test_officers_are_those_of_the_drawn_cases(understood: Understood) -> None:
    listed = {row.reference: row.values for row in understood.rows}
    held = {(listed[row["reference"]]["officer"], listed[row["reference"]]["organisation"]) for row in CASES}
    assert {(row["officer"], row["officer_organisation"]) for row in rows(CUMBRIA / "officers.csv")} == held


def _counts(told: dict[str, Any], results: Results) -> list[tuple[dict[str, Any], Tally]]:
    return [(each, results.tallies[each["measure"]]) for each in told["counts"]]


def _told(figure: dict[str, Any], tally: Tally) -> int:
    return tally.below if figure.get("told_as") == "below" else tally.above


def test_each_figure_of_the_report_is_there_once_and_counted_or_explained() -> None:
    assert len(FIGURES) == 77
    assert len({figure["id"] for figure in FIGURES}) == 77
    assert (len(COUNTED), len(ADDED_UP), len(OTHERS)) == (50, 6, 21)
    assert all(figure["not_counted"].strip() for figure in OTHERS)


@pytest.mark.parametrize("figure", COUNTED, ids=lambda figure: figure["id"])
def test_a_published_figure_is_what_the_measures_count(figure: dict[str, Any], results: Results) -> None:
    for each, tally in _counts(figure, results):
        assert (tally.above, tally.base, tally.unsettled) == (each["above"], each["base"], 0)
    tallies = [tally for _, tally in _counts(figure, results)]
    if "between" in figure:
        low, high = (Fraction(str(edge)) for edge in figure["between"])
        for part in [tallies] if figure.get("together") else [[tally] for tally in tallies]:
            told = Fraction(100 * sum(_told(figure, each) for each in part), sum(each.base for each in part))
            assert (low <= told <= high) is (figure["id"] not in OUTSIDE_ITS_BAND)
    printed = figure.get("printed") or figure.get("inferred") or {}
    if "percent" in printed:
        assert percentage(_told(figure, tallies[0]), tallies[0].base) == printed["percent"]
    if "of" in printed:
        counted = (
            sum(tally.above for tally in tallies) if figure["id"] == "C-n" else _told(figure, tallies[0])
        )
        assert (counted, tallies[0].base) == (printed["count"], printed["of"])


@pytest.mark.parametrize("figure", ADDED_UP, ids=lambda figure: figure["id"])
def test_a_published_number_is_what_the_figures_add_up_to(figure: dict[str, Any], results: Results) -> None:
    held = results.figures[figure["figure"]["measure"]]
    found = held.total if figure["figure"]["show"] == "sum" else held.mean
    assert found == figure["figure"]["is"]
    if "printed" in figure:
        assert found == figure["printed"]["count"]


def test_39_service_users_were_spoken_with(results: Results) -> None:
    [figure] = [figure for figure in FIGURES if figure["id"] == "C-I6"]
    assert sum(tally.above for _, tally in _counts(figure, results)) == figure["printed"]["count"] == 39


@pytest.mark.parametrize("told", IN_WORDS, ids=lambda told: f"{told['line']}-{told['counts'][0]['measure']}")
def test_a_result_told_in_words_is_within_them(told: dict[str, Any], results: Results) -> None:
    low, high = (Fraction(str(edge)) for edge in told["between"])
    for each, tally in _counts(told, results):
        assert (tally.above, tally.base) == (each["above"], each["base"])
        assert low <= Fraction(100 * tally.above, tally.base) <= high


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['line']}-{row['need']}")
def test_a_row_of_tables_4_and_6_has_its_percentage(row: dict[str, Any], results: Results) -> None:
    tally = results.tallies[row["counts"]["measure"]]
    assert (tally.above, tally.base) == (row["counts"]["above"], row["counts"]["base"])
    assert tally.percentage == row["percent"]
    assert results.tallies[row["need_measure"]].above == tally.base
    assert tally.outside[Why.SET_ASIDE if Why.SET_ASIDE in tally.outside else Why.NO_NEED]


def test_the_needs_stand_in_the_published_order(results: Results) -> None:
    for table in PUBLISHED["tables"]:
        found = [results.tallies[row["need_measure"]].above for row in table["rows"]]
        assert found == sorted(found, reverse=True)
        printed = next(each for each in PROGRAMME.tables if each.id == table["id"])
        assert {row["counts"]["measure"] for row in table["rows"]} <= {
            row.measures[1] for row in printed.rows
        }
    nps = [results.tallies[row.measures[0]].above for row in _table("needs_nps").rows]
    assert min(nps) == results.tallies["need_emotional_nps"].above == 4


def _table(id: str) -> ResultTable:
    return next(table for table in PROGRAMME.tables if table.id == id)


def test_every_result_of_the_cases_stands_on_a_small_base(results: Results) -> None:
    assert max(tally.base for tally in results.tallies.values()) == 47 < PROGRAMME.small_base


def test_each_verdict_is_a_sentence_of_the_report(instruments: dict[str, Instrument]) -> None:
    findings = {row["question"]: row["answer"] for row in rows(CUMBRIA / "findings.csv")}
    questions = instruments["domain_findings"].questions
    assert set(findings) <= set(questions)
    for standard in PROGRAMME.standards:
        verdict = findings[standard.question]
        assert verdict.endswith(".")
        assert "%" not in verdict
        assert say(questions[standard.question].text) == "Verdict in words"
        for column in ("enablers", "barriers"):
            assert findings[f"{standard.id}_{column}"].endswith(".")
    assert findings["abiding_nps_verdict"] == (
        "The quality of NPS practice was sufficient overall, but below expectations in some areas."
    )
