"""Domain one as an instrument: key questions in the provider's word, logs, and ratings with reasons."""

import pytest

from model.instruments.instrument import About, Instrument, Kind, Line, Part, say
from model.instruments.placeholders import Words, placeholders
from model.instruments.programme import RatingRule
from model.instruments.worded import worded
from model.ratings import overall, stated_rating
from tests.resources.files import NORTH_WEST, instrument_file, programme_file, published
from tests.resources.wordings import of_part, quoted

KEY_QUESTIONS = {
    "1.1.1": "Is there a clear vision and strategy to deliver a high-quality service for all service users?",
    "1.1.2": "Are potential risks to service delivery anticipated and planned for in advance?",
    "1.1.3": "Does the current operating model support effective service delivery, meeting the needs of all "
    "service users?",
    "1.2.1": "Do staffing and workload levels support the delivery of a high-quality service for all service "
    "users?",
    "1.2.2": "Do the skills and profile of staff support the delivery of a high-quality service for all "
    "service users?",
    "1.2.3": "Does the oversight of work support high-quality delivery and professional development?",
    "1.2.4": "Are arrangements for learning and development comprehensive and responsive?",
    "1.2.5": "Do managers pay sufficient attention to staff engagement?",
    "1.3.1": "Is there a sufficiently comprehensive and up-to-date analysis of the profile of service users, "
    "to ensure that the division can deliver well-targeted services?",
    "1.3.2": "Does the division provide the volume, range and quality of services to meet the needs of the "
    "service users?",
    "1.3.3": "Are relationships with providers and other agencies established, maintained, and used "
    "effectively to deliver high-quality services to service users?",
    "1.4.1": "Are the necessary policies and guidance in place to enable staff to deliver a quality service, "
    "meeting the needs of all service users?",
    "1.4.2": "Do the premises and offices enable staff to deliver a quality service, meeting the needs of "
    "all service users?",
    "1.4.3": "Do the Information and Communication Technology (ICT) systems enable staff to deliver a "
    "quality service, meeting the needs of all service users?",
    "1.4.4": "Is analysis, evidence and learning used effectively to drive improvement?",
}
"""The headings of chapter 1 of the North West report."""

OUTSTANDING = (
    "innovative and creative", "forward-looking and proactive", "open and transparent",
    "supportive, empowering and inclusive", "agile and responsive", "collaborative and outward-looking",
)  # fmt: skip
INADEQUATE = (
    "solely reactive", "defensive and blaming", "characterised by division and conflict", "unresponsive",
    "inward-looking",
)  # fmt: skip
"""Annex A of the summary report."""

LOG = ("advance", "gaps", "fieldwork")
DIVISION: Words = {"organisation": {"en": "division"}}


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return instrument_file("organisational_delivery")


def test_the_key_questions_are_the_published_headings_in_the_words_of_a_division(
    instrument: Instrument,
) -> None:
    assert instrument.about is About.INSPECTION
    assert quoted(worded(instrument, DIVISION), Part.KEY) == KEY_QUESTIONS


def test_another_provider_reads_its_own_word(instrument: Instrument) -> None:
    company = worded(instrument, {"organisation": {"en": "CRC"}})
    assert "to ensure that the CRC can deliver" in say(company.question("services_analysis").text)
    assert company.fingerprint == instrument.fingerprint


def test_each_key_question_has_its_log_and_its_prompts_before_it(instrument: Instrument) -> None:
    order = list(instrument.questions)
    for key in of_part(instrument, Part.KEY):
        log = [instrument.question(f"{key.id}_{name}") for name in LOG]
        prompts = instrument.children(key.id)
        assert [each.code for each in log] == [f"{key.code} {name}" for name in LOG]
        assert {(each.part, each.kind, each.evidence) for each in log} == {(Part.FACT, Kind.TEXT, True)}
        assert {each.part for each in prompts} == {Part.PROMPT}
        assert len(prompts) in (3, 4)
        places = [order.index(each.id) for each in (*log, *prompts, key)]
        assert places == sorted(places)


def test_no_prompt_is_published(instrument: Instrument) -> None:
    assert quoted(instrument, Part.PROMPT) == {}


def test_no_answer_is_that_it_is_not_clear(instrument: Instrument) -> None:
    keys = {option.key for question in instrument.questions.values() for option in question.options}
    assert keys <= set("yn1234")


def test_each_standard_ends_with_a_rating_that_has_reasons(instrument: Instrument) -> None:
    bands = [band.id for band in programme_file().bands]
    for view in instrument.views:
        strengths, improvement, rating, reasons = view.sections[-1].questions
        assert rating.id == f"rating_{view.id}"
        assert (rating.kind, rating.part) == (Kind.CHOICE, Part.FACT)
        assert list(rating.codes()) == [*bands, "not_rated"]
        assert not rating.codes(Line.ABOVE) + rating.codes(Line.BELOW)
        assert {strengths.kind, improvement.kind, reasons.kind} == {Kind.TEXT}
    assert [view.id for view in instrument.views] == [
        "leadership", "staff", "services", "information_facilities"
    ]  # fmt: skip


def test_the_characteristics_of_ratings_are_quoted_as_a_framework(instrument: Instrument) -> None:
    for rating in (each for each in instrument.questions.values() if each.id.endswith("_reasons")):
        words = say(instrument.question(rating.id.removesuffix("_reasons")).guidance.sufficient)
        assert words.startswith("A framework, not a checklist")
        assert "summary report 2019, annex A" in words
        before, after = words.split("Of Inadequate")
        assert [each for each in OUTSTANDING if f"“{each}”" not in before] == []
        assert [each for each in INADEQUATE if f"“{each}”" not in after] == []


def test_the_statement_beside_a_rating_is_that_of_its_standard(instrument: Instrument) -> None:
    for standard in programme_file().standards:
        if standard.question in instrument.questions:
            assert f"“{say(standard.statement)}”" in say(
                instrument.question(standard.question).guidance.look_for
            )


def test_the_ten_standards_of_the_north_west_add_up_to_19_which_is_good() -> None:
    """North West report, summary of ratings."""
    programme = programme_file().within("NPS")
    printed = published(NORTH_WEST)
    codes = {say(band.label): band.id for band in programme.bands}
    stated = {each.code: codes[printed["standards"][each.code]] for each in programme.standards}
    points = overall(
        {each.id: stated_rating(stated[each.code], programme) for each in programme.standards}, programme
    )
    assert len(stated) == 10
    assert (points.points, points.at_most) == (printed["score"], 30)
    assert points.band is not None
    assert say(points.band.label) == printed["overall"]


def test_the_overall_bands_are_the_published_ones() -> None:
    programme = programme_file()
    assert programme.overall is not None
    assert [(say(band.label), band.at_least) for band in programme.overall.bands] == [
        ("Outstanding", 26), ("Good", 16), ("Requires improvement", 6), ("Inadequate", 0)
    ]  # fmt: skip


def test_domain_one_is_stated_for_both_types_of_provider() -> None:
    programme = programme_file()
    for provider_type in programme.provider_types:
        theirs = programme.within(provider_type)
        stated = [each for each in theirs.standards if each.rating is RatingRule.STATED]
        assert [each.code for each in stated] == ["1.1", "1.2", "1.3", "1.4"]
        asked = worded(instrument_file("organisational_delivery"), theirs.words_of(provider_type))
        assert [each.id for each in asked.questions.values() if placeholders(each.text)] == []
        assert [each.question for each in stated] == [
            each.id.removesuffix("_reasons")
            for each in asked.questions.values()
            if each.id.endswith("_reasons")
        ]
