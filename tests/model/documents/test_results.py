"""The table of results: ratings by the rule, counts beside percentages, and what is still possible."""

from dataclasses import replace
from typing import Any

import pytest

import resources
from model.documents.reported import reported
from model.documents.results import results_document
from model.documents.results_rows import ResultsDocument
from model.instruments.instrument import Instrument
from model.instruments.programme import Programme
from model.instruments.reader import read_programme
from model.measures import Range, Results, Tally, Why
from tests.model.documents import varied


@pytest.fixture(scope="module")
def programme(instrument: Instrument) -> Programme:
    """What of the programme the answers to this instrument decide."""
    name = "programme.toml"
    file = resources.path("programmes", "probation_services_2018", name)
    whole = read_programme(file.read_text(encoding="utf-8"), name)
    measures = tuple(each for each in whole.measures if each.question in instrument.questions)
    known = {each.id for each in measures}
    standards = tuple(each for each in whole.standards if each.measures and known.issuperset(each.measures))
    return replace(whole, measures=measures, standards=standards)


def _tallies(programme: Programme, **changed: Tally) -> dict[str, Tally]:
    return {measure.id: Tally(measure.id, 96, 128, {}) for measure in programme.measures} | changed


def _final(programme: Programme, instrument: Instrument, **more: Any) -> ResultsDocument:
    tallies = more.pop("tallies", None) or _tallies(programme)
    given = {"received": 128, "expected": 128, "final": True, **more}
    awaited = dict.fromkeys(tallies, given["expected"] - given["received"])
    found = reported(programme, (instrument,), Results(tallies, {}, {}), awaited=awaited)
    return results_document(found, **given)


def test_each_standard_has_its_questions_in_the_order_of_the_report(
    programme: Programme, instrument: Instrument
) -> None:
    results = _final(programme, instrument)
    codes = [[row.wording.code for row in standard.questions] for standard in results.standards]
    assert codes[0] == ["2.1.1", "2.1.2", "2.1.3"]
    assert [standard.code for standard in results.standards] == ["2.1", "2.2", "2.3", "2.4"]
    assert {row.percentage for standard in results.standards for row in standard.questions} == {75}
    assert [standard.rating for standard in results.standards] == ["Good"] * 4
    assert len(list(results.wordings())) == 12


def test_final_results_have_no_range_and_no_status(programme: Programme, instrument: Instrument) -> None:
    results = _final(programme, instrument)
    assert results.status == ""
    assert all(standard.still_possible == "" for standard in results.standards)
    assert all(row.still_possible is None for each in results.standards for row in each.questions)


def test_provisional_results_say_how_many_are_missing_and_what_they_could_change(
    programme: Programme, instrument: Instrument
) -> None:
    results = _final(programme, instrument, received=100, expected=128, final=False)
    assert results.status == "Provisional: 100 of 128 received"
    waiting = _final(programme, instrument, received=128, expected=128, final=False)
    assert waiting.status == "Provisional: not every rating or verdict is complete"
    row = results.standards[0].questions[0]
    assert row.still_possible == Range(62, 79)
    assert results.standards[0].still_possible == "Requires improvement to Good"


def test_relevant_cases_are_footnoted_together_and_the_unsettled_apart(
    programme: Programme, instrument: Instrument
) -> None:
    need = {Why.NO_NEED: ("1", "2"), Why.NOT_APPLICABLE: ("3",)}
    tallies = _tallies(
        programme,
        m2_2_3=Tally("m2_2_3", 90, 125, need),
        m2_3_3=Tally("m2_3_3", 80, 120, {Why.NO_NEED: tuple("12345678")}),
        m2_1_2=Tally("m2_1_2", 90, 127, {Why.CONFLICT: ("9",)}),
    )
    results = _final(programme, instrument, tallies=tallies)
    unsettled, relevant = results.footnotes
    assert unsettled.text == "Left out until settled. 2.1.2: 1 conflict."
    assert "2.2.3: 125 of 128 (2 no need, 1 not applicable). Cases in which" in relevant.text
    assert "2.3.3: 120 of 128 (8 no need). Cases in which" in relevant.text
    marked = {
        row.wording.code: row.marks for each in results.standards for row in each.questions if row.marks
    }
    assert marked == {"2.1.2": (1,), "2.2.3": (2,), "2.3.3": (2,)}


def test_a_rating_decided_by_rounding_says_so(programme: Programme, instrument: Instrument) -> None:
    results = _final(programme, instrument, tallies=_tallies(programme, m2_1_1=Tally("m2_1_1", 129, 200, {})))
    assert results.standards[0].questions[0].percentage == 65
    assert results.footnotes[0].text == "Rounding to a whole per cent decided this rating."
    assert results.standards[0].marks == (1,)


def test_no_case_is_not_nought_per_cent(programme: Programme, instrument: Instrument) -> None:
    empty = {measure.id: Tally(measure.id, 0, 0, {}) for measure in programme.measures}
    standard = _final(programme, instrument, tallies=empty).standards[0]
    assert standard.rating == "Not rated"
    assert standard.questions[0].percentage is None


def test_a_standard_with_an_uncounted_question_is_left_out(
    programme: Programme, instrument: Instrument
) -> None:
    tallies = _tallies(programme)
    del tallies["m2_3_2"]
    codes = [standard.code for standard in _final(programme, instrument, tallies=tallies).standards]
    assert codes == ["2.1", "2.2", "2.4"]


def test_the_scale_is_said_in_words_from_the_programme(programme: Programme, instrument: Instrument) -> None:
    assert _final(programme, instrument).scale == (
        "Outstanding: large majority, 80% or more",
        "Good: reasonable majority, 65 to 79%",
        "Requires improvement: too few, 50 to 64%",
        "Inadequate: minority, less than 50%",
    )


def whole(**more: Any) -> ResultsDocument:
    """The varied programme's sixteen cases, as they are printed."""
    final = more.pop("final", True)
    return results_document(varied.found(**more), received=16, expected=16, final=final)


def test_every_kind_of_standard_is_printed() -> None:
    printed = whole(stated=varied.said(leading="good", found="people are met often"))
    rows = {row.id: row for row in printed.standards}
    assert [(row.rating, row.verdict) for row in printed.standards] == [
        ("Good", ""),
        ("Good", ""),
        ("61%", ""),
        ("", "People are met often"),
    ]
    assert {row.id: row.findings for row in printed.standards if row.findings} == varied.FINDINGS
    score = rows["done_well"]
    assert [(row.figure, row.counts, row.depth) for row in score.questions] == [
        ("84%", "mean of 2", 0),
        ("94%", "15 of 16", 1),
        ("75%", "6 of 8", 1),
        ("38%", "3 of 8", 0),
    ]
    assert score.questions[0].note == "Mean of its questions."
    assert score.questions[3].note == "People on licence."
    assert [row.note for row in printed.standards] == ["", "", "Mean of the criteria.", ""]


def test_what_nobody_has_stated_yet_is_said() -> None:
    rows = {row.id: row for row in whole().standards}
    assert rows["leading"].rating == "Not proposed yet"
    assert rows["found"].verdict == "No verdict yet"


def test_the_overall_rating_adds_up_and_says_what_is_missing() -> None:
    row = whole(stated=varied.said(leading="outstanding")).overall
    assert row is not None
    assert (row.title, row.rating, row.points) == ("Overall", "Inadequate", "5 of 6 points")
    assert (row.waiting, row.not_rated, row.still_possible) == ("", "", "")
    missing = whole(final=False, awaited=4).overall
    assert missing is not None
    assert missing.waiting == "Not proposed yet: 1.1."
    assert missing.still_possible == "1 to 6 points"
    assert whole(whole=False).overall is None


def test_a_standard_that_is_not_rated_is_footnoted() -> None:
    printed = whole(stated=varied.said(leading="not_rated"))
    row = next(row for row in printed.standards if row.id == "leading")
    assert row.rating == "Not rated"
    assert "adds no points" in next(note.text for note in printed.footnotes if note.number in row.marks)
    assert printed.overall is not None
    assert printed.overall.points == "2 of 3 points"
    assert printed.overall.not_rated == "Not rated, and without points: 1.1."


def test_tables_and_every_instrument_are_there() -> None:
    printed = whole()
    assert [table.id for table in printed.tables] == ["prevalence"]
    assert [edition.instrument for edition in printed.editions] == ["Supervision", "Leadership"]
