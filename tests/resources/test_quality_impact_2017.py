"""The programme of 2017: three domains told apart by organisation, counted, never scored, judged in words."""

from collections import defaultdict

import pytest

from model.answers import Answer, Value
from model.instruments.conditions import Is
from model.instruments.instrument import About, Instrument, Kind, Part, Standing, say
from model.instruments.measure import MeasureKind, Order, Show
from model.instruments.programme import Programme, RatingRule
from model.instruments.routing import State, states
from model.sampling.record import rule_of
from tests.resources.files import OF_2017, instruments_of, programme_file
from tests.resources.wordings import length, misrouted, of_part

ABOUT = {
    "case_assessment": About.CASE,
    "responsible_officer_interview": About.OFFICER,
    "service_user_interview": About.OCCASION,
    "staff_meeting": About.OCCASION,
    "partner_meeting": About.OCCASION,
    "sentencer_comments": About.OCCASION,
    "domain_findings": About.INSPECTION,
}
DOMAINS = {
    "protecting": "Protecting the public",
    "reducing": "Reducing reoffending",
    "abiding": "Abiding by the sentence",
}
STAGES = ["Assessment and planning", "Delivery", "Reviewing progress", "Impact and potential impact"]
STEM = (
    "Up to this point in the order/licence, has the responsible officer made sufficient progress in "
    "influencing the risk of harm posed by this service user to: "
)
"""Appendix 4, figure 4.2: the only question that the report quotes."""
NEEDS = [
    "Emotional well-being", "Thinking and behaviour", "Relationships", "Drug misuse", "Alcohol misuse",
    "Accommodation", "Attitudes to offending", "Lifestyle", "Education, training and employment",
]  # fmt: skip
"""Table 4, in its order."""


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file(OF_2017)


@pytest.fixture(scope="module")
def instruments() -> dict[str, Instrument]:
    return instruments_of(OF_2017)


@pytest.fixture(scope="module")
def case(instruments: dict[str, Instrument]) -> Instrument:
    return instruments["case_assessment"]


def test_there_is_one_instrument_for_cases_and_one_for_every_other_source(
    instruments: dict[str, Instrument],
) -> None:
    assert {name: instrument.about for name, instrument in instruments.items()} == ABOUT


def test_a_case_asks_88_items(case: Instrument) -> None:
    assert length(case) == (62, 88, 119)


def test_only_the_one_question_that_the_report_prints_is_called_published(
    instruments: dict[str, Instrument],
) -> None:
    every = [question for each in instruments.values() for question in each.questions.values()]
    published = [question for question in every if question.wording is Standing.PUBLISHED]
    assert [say(question.text) for question in published] == [
        STEM + group for group in ("children", "a known adult", "the public")
    ]
    assert {question.wording for question in every} == {Standing.PUBLISHED, Standing.OURS}


def test_each_domain_is_worked_through_by_stage(case: Instrument) -> None:
    assert [say(view.title) for view in case.views] == ["Case facts", *DOMAINS.values()]
    for view in case.views[1:]:
        titles = [say(section.title) for section in view.sections]
        assert [title for title in titles if title in STAGES] == STAGES
    extra = [say(section.title) for view in case.views[1:] for section in view.sections]
    assert [title for title in extra if title not in STAGES] == [
        "Allocating cases",
        "MAPPA",
        "Work in court",
        "Assessment and planning: needs",
    ]


def test_each_need_of_table_4_is_planned_for_delivered_and_looked_at_for_progress(case: Instrument) -> None:
    factors = of_part(case, Part.FACTOR)
    assert [say(factor.text).split(": ")[0] for factor in factors] == NEEDS
    for factor in factors:
        children = case.children(factor.id)
        assert [child.id.split("_")[0] for child in children] == ["planned", "delivered", "progress"]
        assert all(say(child.text).startswith(say(factor.text).split(": ")[0]) for child in children)
        assert children[2].codes() == ("sufficient", "insufficient", "deteriorated")
        needed = states(case, {factor.id: Answer("yes")})
        assert {needed[child.id] for child in children} == {State.NOT_ANSWERED}
        spared = states(case, {factor.id: Answer("no")})
        assert {spared[child.id] for child in children} == {State.SET_ASIDE}


ROUTED: list[tuple[str, str, Value, Value]] = [
    ("children_planned", "at_risk", ("children", "public"), ("public",)),
    ("progress_known_adult", "at_risk", ("known_adult",), ("none",)),
    ("mappa_level_right", "mappa", "level_1", "none"),
    ("mappa_keeps_safe", "mappa", "level_2", "level_1"),
    ("provider_protects", "provider_involved", "yes", "no"),
    ("provider_action", "provider_involved", "yes", "no"),
    ("partner_action", "partner_involved", "yes", "no"),
    ("change_answered", "change", "yes", "no"),
    ("report_options", "court_report", "yes", "no"),
    ("rar_recorded", "rar", "yes", "no"),
    ("seriousness", "reoffended", "yes", "no"),
    ("barriers_overcome", "barriers", "yes", "no"),
    ("absences_answered", "absences", "yes", "no"),
    ("enforcement_right", "enforcement", "yes", "no"),
    ("harm_assessed_why", "harm_assessed", "no", "yes"),
]


def test_a_question_is_asked_only_where_it_applies(case: Instrument) -> None:
    assert misrouted(case, ROUTED) == {}


def test_there_are_no_bands_and_no_scores(programme: Programme) -> None:
    assert (programme.bands, programme.overall) == ((), None)
    assert {measure.kind for measure in programme.measures} == {MeasureKind.PROPORTION, MeasureKind.FIGURE}
    assert {standard.rating for standard in programme.standards} == {RatingRule.WORDS}


def test_every_percentage_of_such_a_sample_is_warned_of(programme: Programme) -> None:
    assert programme.small_base > 47
    shown = {column.show for table in programme.tables for column in table.columns}
    assert shown == {Show.COUNT_AND_BASE, Show.ALL}


def test_three_domains_have_three_verdicts_each(
    programme: Programme, instruments: dict[str, Instrument]
) -> None:
    findings = instruments["domain_findings"]
    names = [f"{domain}_{whose}" for domain in DOMAINS for whose in ("crc", "nps", "together")]
    assert [standard.id for standard in programme.standards] == names
    for standard in programme.standards:
        assert findings.question(standard.question).kind is Kind.TEXT
        for column in ("enablers", "barriers"):
            assert findings.question(f"{standard.id}_{column}").kind is Kind.TEXT
        assert standard.measures
        organisation = standard.id.rsplit("_", 1)[1]
        if organisation != "together":
            assert all(name.endswith(f"_{organisation}") for name in standard.measures)


def test_every_judgement_is_counted_for_each_organisation_and_for_the_area(
    programme: Programme, case: Instrument
) -> None:
    counted = defaultdict(set)
    for measure in programme.measures:
        if not measure.above and measure.question in case.questions:
            among = measure.among
            assert among is None or isinstance(among, Is)
            counted[measure.question].add("area" if among is None else among.values[0])
    judged = [key.id for key in of_part(case, Part.KEY)]
    assert {name: counted[name] for name in judged} == {name: {"crc", "nps", "area"} for name in judged}
    services = [service.id for service in of_part(case, Part.SERVICE)]
    assert {name: counted[name] for name in services} == {name: {"crc", "nps"} for name in services}


def test_a_measure_says_in_words_whom_it_counts(programme: Programme, case: Instrument) -> None:
    for measure in programme.measures:
        if measure.question in case.questions and isinstance(measure.among, Is):
            assert say(measure.base).startswith(f"{measure.among.values[0].upper()} cases")
            assert measure.code.endswith(f" {measure.among.values[0].upper()}")


def test_tables_have_a_row_for_every_judgement(programme: Programme, case: Instrument) -> None:
    tables = {table.id: table for table in programme.tables}
    rows = {
        programme.measure(name).question
        for domain in DOMAINS
        for row in tables[domain].rows
        for name in row.measures
    }
    assert rows == {key.id for key in of_part(case, Part.KEY)}
    for organisation in ("crc", "nps"):
        table = tables[f"needs_{organisation}"]
        assert table.order is Order.LARGEST_FIRST
        assert [say(row.title) for row in table.rows] == NEEDS
        assert all(name.endswith(f"_{organisation}") for row in table.rows for name in row.measures)


def test_the_sample_is_set_beforehand_with_minimum_numbers(programme: Programme) -> None:
    sample = programme.sample("cases")
    assert rule_of(sample) == 47
    fields = {stratum.field: stratum.minimum for stratum in sample.strata}
    assert fields == {
        "organisation": {"CRC": 31, "NPS": 16},
        "gender": {"Female": 8},
        "ethnic_group": {"Minority ethnic": 3},
        "sentence_type": {},
        "ldu": {},
    }


def test_the_people_of_a_meeting_are_counted(instruments: dict[str, Instrument]) -> None:
    for name, question in (("staff_meeting", "staff_people"), ("partner_meeting", "partner_people")):
        assert instruments[name].question(question).kind is Kind.NUMBER
