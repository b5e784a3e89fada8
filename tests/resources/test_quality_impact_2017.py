"""The programme of 2017: three domains told apart by organisation, counted, never scored, judged in words."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from model.answers import Answer
from model.instruments.check import check
from model.instruments.conditions import Is
from model.instruments.instrument import About, Instrument, Kind, Part, Question, Standing, say
from model.instruments.measure import MeasureKind, Order, Show
from model.instruments.programme import Programme, RatingRule
from model.instruments.programme_rules import check_fit
from model.instruments.reader import read_instrument, read_programme
from model.instruments.routing import State, states
from model.sampling.record import rule_of
from resources import path
from tests.resources.wordings import OFFICIAL, of_part, our_words, pieces, unguided

FOLDER = path("programmes", "quality_impact_2017")
CASE = "case_assessment.toml"

ABOUT = {
    "case_assessment.toml": About.CASE,
    "responsible_officer_interview.toml": About.OFFICER,
    "service_user_interview.toml": About.OCCASION,
    "staff_meeting.toml": About.OCCASION,
    "partner_meeting.toml": About.OCCASION,
    "sentencer_comments.toml": About.OCCASION,
    "domain_findings.toml": About.INSPECTION,
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
    return read_programme((FOLDER / "programme.toml").read_text("utf-8"), "programme.toml")


@pytest.fixture(scope="module")
def instruments(programme: Programme) -> dict[str, Instrument]:
    return {name: read_instrument((FOLDER / name).read_text("utf-8"), name) for name in programme.instruments}


@pytest.fixture(scope="module")
def case(instruments: dict[str, Instrument]) -> Instrument:
    return instruments[CASE]


def test_the_programme_fits_its_instruments(programme: Programme, instruments: dict[str, Instrument]) -> None:
    check_fit(programme, instruments, "programme.toml")
    assert {name: instrument.about for name, instrument in instruments.items()} == ABOUT


def test_the_instrument_check_finds_nothing(programme: Programme, instruments: dict[str, Instrument]) -> None:
    for instrument in instruments.values():
        assert check(instrument, programme).findings == ()
    report = check(instruments[CASE], programme)
    assert (report.shortest.items, len(report.typical), report.longest.items) == (62, 88, 119)
    assert report.longest.items == report.items


def test_every_question_is_guided(instruments: dict[str, Instrument]) -> None:
    assert list(unguided(instruments[CASE])) == []
    for instrument in instruments.values():
        assert all("look_for" in pieces(each.guidance) for each in instrument.questions.values())


def test_only_the_one_question_that_the_report_prints_is_called_published(
    instruments: dict[str, Instrument],
) -> None:
    published = [
        question
        for instrument in instruments.values()
        for question in instrument.questions.values()
        if question.wording is Standing.PUBLISHED
    ]
    assert [say(question.text) for question in published] == [
        STEM + group for group in ("children", "a known adult", "the public")
    ]
    assert all(
        question.wording in (Standing.PUBLISHED, Standing.OURS)
        and question.guidance_standing is Standing.OURS
        for instrument in instruments.values()
        for question in instrument.questions.values()
    )


def test_our_own_words_put_the_person_first(instruments: dict[str, Instrument]) -> None:
    for instrument in instruments.values():
        assert [words for words in our_words(instrument) if OFFICIAL.search(words)] == []


def test_codes_are_unique_and_every_source_is_the_report(instruments: dict[str, Instrument]) -> None:
    for instrument in instruments.values():
        questions = instrument.questions.values()
        assert [code for code, times in Counter(each.code for each in questions).items() if times > 1] == []
        assert all(each.source.startswith("Cumbria 2017, ") for each in questions)
        keys = {option.key for each in questions for option in each.options}
        assert keys <= set("ync123456789")


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


ROUTED = [
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


@pytest.mark.parametrize(("question", "on", "asked", "aside"), ROUTED)
def test_a_question_is_asked_only_where_it_applies(
    case: Instrument, question: str, on: str, asked: str | tuple[str, ...], aside: str | tuple[str, ...]
) -> None:
    assert states(case, {})[question] is State.NOT_KNOWN_YET
    assert states(case, {on: Answer(asked)})[question] is State.NOT_ANSWERED
    assert states(case, {on: Answer(aside)})[question] is State.SET_ASIDE


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
    findings = instruments["domain_findings.toml"]
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


def test_every_value_of_a_proposed_column_is_an_option_of_its_fact(
    programme: Programme, case: Instrument
) -> None:
    columns = programme.list("cases")
    proposed = {each.proposes: each for each in case.questions.values() if each.proposes is not None}
    assert len(proposed) == 9
    for field, question in proposed.items():
        column = columns.column(field)
        assert column is not None
        assert set(column.values) == set(question.codes()), field
    assert [column.field for column in columns.columns if column.personal] == [
        "surname",
        "forename",
        "date_of_birth",
    ]
    assert [column.field for column in columns.columns if column.required] == ["reference", "organisation"]


def test_an_occasion_is_named_first_and_its_people_are_counted(instruments: dict[str, Instrument]) -> None:
    for name, instrument in instruments.items():
        if ABOUT[name] is About.OCCASION:
            first: Question = next(iter(instrument.questions.values()))
            assert (first.part, first.kind) == (Part.FACT, Kind.TEXT)
    for name, question in (
        ("staff_meeting.toml", "staff_people"),
        ("partner_meeting.toml", "partner_people"),
    ):
        assert instruments[name].question(question).kind is Kind.NUMBER


def test_the_page_on_instruments_counts_as_the_check_does(
    tree: Path, programme: Programme, case: Instrument
) -> None:
    page = " ".join((tree / "docs" / "instruments.md").read_text("utf-8").split())
    section = page[page.index("## Quality & Impact 2017") :]
    report = check(case, programme)
    assert f"{report.items} questions, of which a case asks at least {report.shortest.items}" in section
    assert f"a typical one {len(report.typical)}." in section
    assert f"{len(of_part(case, Part.KEY))} judgements are key questions" in section
    assert f"`small_base = {programme.small_base}`" in section
