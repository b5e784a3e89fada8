"""The officer interview: asked once of each officer, two items for each case, and what reports counted."""

from collections.abc import Mapping

import pytest

from model.answers import Answer
from model.instruments.instrument import About, Instrument, Part, say
from model.instruments.programme import Programme
from model.measures import count
from tests.resources.files import instrument_file, programme_file

PUBLISHED = {
    "skills_enough": ("yes", 40, 91),
    "cases_suit": ("always", 37, 84),
    "training_enough": ("yes", 24, 55),
    "good_work_noticed": ("yes", 26, 59),
    "systems": ("yes", 31, 70),
}
"""By item the answer, how many of 44 officers gave it, and the percentage: Warwickshire and West Mercia."""


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file()


@pytest.fixture(scope="module")
def interview() -> Instrument:
    return instrument_file("officer_interview")


@pytest.fixture(scope="module")
def of_a_case() -> Instrument:
    return instrument_file("officer_interview_case")


def test_one_is_about_officers_and_the_other_about_cases_in_one_family(
    interview: Instrument, of_a_case: Instrument
) -> None:
    assert (interview.about, of_a_case.about) == (About.OFFICER, About.CASE)
    assert interview.family == of_a_case.family
    assert list(of_a_case.questions) == ["agencies_harm", "agencies_desistance"]
    assert not interview.questions.keys() & of_a_case.questions.keys()


def test_nothing_but_facts_is_asked(interview: Instrument, of_a_case: Instrument) -> None:
    for instrument in (interview, of_a_case):
        assert {question.part for question in instrument.questions.values()} == {Part.FACT}


def test_every_published_item_is_counted_and_stands_in_a_table(
    programme: Programme, interview: Instrument, of_a_case: Instrument
) -> None:
    """All items with two or more answers to choose from, but for post, hours and frequency."""
    described = {"officer_grade", "contract", "supervision_often"}
    asked = {
        question.id
        for instrument in (interview, of_a_case)
        for question in instrument.questions.values()
        if question.options and question.id not in described
    }
    counted = {
        measure.id: measure.question for measure in programme.measures if measure.id.startswith("officers_")
    }
    assert set(counted.values()) == {*asked, "caseload"}
    printed = {name for table in programme.tables for row in table.rows for name in row.measures}
    assert printed == set(counted)
    assert say(programme.tables[0].title) == "What responsible officers told us"


def sheets(answers: Mapping[str, list[str | int]]) -> list[tuple[str, dict[str, Answer]]]:
    many = max(len(given) for given in answers.values())
    return [
        (f"officer {at}", {name: Answer(given[at]) for name, given in answers.items() if at < len(given)})
        for at in range(many)
    ]


def test_the_published_shares_of_44_officers_come_out(programme: Programme, interview: Instrument) -> None:
    given: dict[str, list[str | int]] = {}
    for name, (answer, above, _) in PUBLISHED.items():
        other = "mostly" if answer == "always" else "no"
        given[name] = [*[answer] * above, *[other] * (44 - above)]
    tallies = count(programme, interview, sheets(given)).tallies
    by_question = {
        measure.question: tallies[measure.id] for measure in programme.measures if measure.id in tallies
    }
    for name, (_, above, percentage) in PUBLISHED.items():
        tally = by_question[name]
        assert (tally.above, tally.base, tally.percentage) == (above, 44, percentage), name


def test_only_officers_who_need_adjustments_are_in_their_base(
    programme: Programme, interview: Instrument
) -> None:
    """Warwickshire and West Mercia: 4 of the 11 who had asked for adjustments had received them."""
    given = ["received"] * 4 + ["not_received"] * 7 + ["not_needed"] * 33
    tally = count(programme, interview, sheets({"adjustments": [*given]})).tallies["officers_adjustments"]
    assert (tally.above, tally.base, tally.percentage) == (4, 11, 36)


def test_the_caseload_is_a_mean(programme: Programme, interview: Instrument) -> None:
    """North West: 36.5 cases for a probation officer."""
    figures = count(programme, interview, sheets({"caseload": [36, 37, 30, 43]})).figures
    mean = figures["officers_caseload"].mean
    assert mean is not None
    assert float(mean) == 36.5


def test_cases_in_which_no_agency_was_needed_are_in_no_base(
    programme: Programme, of_a_case: Instrument
) -> None:
    given = ["yes", "yes", "yes", "no", "none_needed"]
    tallies = count(programme, of_a_case, sheets({"agencies_harm": [*given]})).tallies
    tally = tallies["officers_agencies_harm"]
    assert (tally.above, tally.base, tally.percentage) == (3, 4, 75)
