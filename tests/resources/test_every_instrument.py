"""What every instrument of every programme keeps: guided, named, without fault, and told on its page."""

import re
from collections import Counter
from operator import attrgetter
from pathlib import Path

import pytest

from model.instruments.check import Report, check
from model.instruments.instrument import About, Instrument, Kind, Line, Part, Question, Standing, say
from model.instruments.programme import Programme
from model.instruments.programme_rules import check_fit
from resources import path
from tests.resources.files import (
    OF_2013,
    OF_2017,
    OF_2018,
    PROGRAMMES,
    instrument_file,
    instruments_of,
    programme_file,
)
from tests.resources.wordings import of_part, our_words, pieces, unguided

EVERY = [(programme, name) for programme in PROGRAMMES for name in instruments_of(programme)]
LISTS = [(programme, each.id) for programme in PROGRAMMES for each in programme_file(programme).lists]

BRIEF = {"case_assessment_2013", "officer_interview_case", "domain_findings"}
"""Their facts say what to look for and no more; so do those of interviews and meetings."""

JUDGED_BESIDE = {"case_supervision", "court_reports", "victim_work"}
"""They judge a few facts beside their key questions, never among those that come first."""
WEIGHED = {"case_assessment"}
"""What stood in the way of progress is chosen here, and must not lie before the officer."""
SAID_WELL = {"victim_questionnaire_2013"}
"""What people said of the work stands above or below the line here, and is no judgement of ours."""

OFFICIAL = re.compile(
    r"(?<!Integrated )\b(offenders?|criminals|inmates?|addicts?|abusers?|service users?)\b", re.IGNORECASE
)
"""Words for people that Casebook quotes and does not use."""
POSTS = {OF_2013: ["offender manager"]}
"""What a post was called in its time."""

SOURCES = {
    OF_2013: r"^Northumbria 2013, .*\(line ",
    OF_2017: r"^Cumbria 2017, ",
    OF_2018: r"(report|NPS|CRC|guide).*2019|2019.*(report|NPS|CRC|guide)",
}

MEANING = attrgetter(
    "part", "kind", "text", "options", "wording", "meaning", "when", "evidence", "proposes",
    "allows_not_applicable", "minimum", "maximum",
)  # fmt: skip

SHARED = {
    "court_reports": "gender age_group ethnic_group ogrs_band domestic_abuse child_safeguarding",
    "victim_work": "gender age_group ethnic_group rosh_level mappa domestic_abuse",
    "unpaid_work": "gender age_group ethnic_group disability officer_grade rosh_level domestic_abuse "
    "child_safeguarding",
    "through_the_gate": "gender age_group ethnic_group disability officer_grade rosh_level domestic_abuse "
    "child_safeguarding mappa",
}
"""The facts of case supervision that the others of its family ask too."""

PROPOSED = {
    "case_assessment_2013": 8, "case_assessment": 9, "case_supervision": 11, "court_reports": 10,
    "victim_work": 7, "unpaid_work": 11, "through_the_gate": 13,
}  # fmt: skip
"""How many facts the provider's list proposes."""
LISTED_ELSEWHERE = {
    "court_reports": {"ogrs"},
    "victim_work": {"gender", "age_group", "ethnic_group", "rosh_level", "mappa_level", "domestic_abuse"},
}
"""Columns that another list of the family has, for a case that stands in both."""
ONLY_FOUND = {"contact_taken_up": {"not_clear"}}
"""Options that no list gives."""

MORE_PERSONAL = {"court_reports": ["police_number"]}
MORE_REQUIRED = {"cases": ["organisation"]}

PLAINLY_COUNTED = [
    ("Court reports and victim work 2018/19", "Court reports", OF_2018, "court_reports"),
    ("Court reports and victim work 2018/19", "Victim work", OF_2018, "victim_work"),
    ("Unpaid work and Through the Gate 2018/19", "Unpaid work", OF_2018, "unpaid_work"),
    ("Unpaid work and Through the Gate 2018/19", "Through the Gate", OF_2018, "through_the_gate"),
    ("Adult offending work 2013", "Case assessment", OF_2013, "case_assessment"),
    ("Quality & Impact 2017", "Case assessment", OF_2017, "case_assessment"),
]
"""Section and title on the page about instruments, and the instrument of which it gives the counts."""


@pytest.fixture(params=EVERY, ids="-".join)
def place(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A programme, and one of its instruments."""
    programme, name = request.param
    return programme, name


@pytest.fixture
def programme(place: tuple[str, str]) -> Programme:
    return programme_file(place[0])


@pytest.fixture
def instrument(place: tuple[str, str]) -> Instrument:
    return instrument_file(place[1], place[0])


@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_programme_names_the_instruments_of_its_folder_and_fits_them(name: str) -> None:
    programme = programme_file(name)
    files = {file.name for file in path("programmes", name).glob("*.toml")}
    assert programme.id == name
    assert {*programme.instruments, "programme.toml"} == files
    check_fit(programme, {f"{each}.toml": found for each, found in instruments_of(name).items()}, name)


def test_every_programme_says_where_its_words_come_from() -> None:
    assert sorted(SOURCES) == PROGRAMMES


def test_no_two_instruments_have_one_name() -> None:
    names = Counter(instrument_file(name, programme).id for programme, name in EVERY)
    assert [name for name, times in names.items() if times > 1] == []


def test_the_check_finds_nothing(instrument: Instrument, programme: Programme) -> None:
    assert check(instrument, programme).findings == ()


def test_one_case_may_ask_everything(instrument: Instrument) -> None:
    """But for meetings, each kind of which has a topic of its own."""
    report = check(instrument, None)
    assert (report.longest.items == report.items) is (instrument.id != "meeting")


def test_every_question_is_guided(instrument: Instrument) -> None:
    assert [each.id for each in instrument.questions.values() if not say(each.guidance.look_for)] == []
    brief = instrument.about in (About.OFFICER, About.OCCASION) or instrument.id in BRIEF
    lacking = {instrument.question(name).part for name, _ in unguided(instrument)}
    assert lacking == ({Part.FACT} if brief else set())


def test_guidance_is_ours_and_says_so(instrument: Instrument) -> None:
    assert {each.guidance_standing for each in instrument.questions.values()} == {Standing.OURS}


@pytest.mark.parametrize("piece", ["look_for", "sufficient", "slip"])
def test_each_judgement_is_guided_in_words_of_its_own(instrument: Instrument, piece: str) -> None:
    """But for one slip of 2013: a review that was due and not done, of plans and of harm."""
    judged = of_part(instrument, Part.KEY) + of_part(instrument, Part.PROMPT)
    words = Counter(pieces(question.guidance)[piece] for question in judged)
    twice = [each for each, times in words.items() if times > 1]
    known = (instrument.id, piece) == ("case_assessment_2013", "slip")
    assert twice == (["Dropping cases in which a due review was not done."] if known else [])


def test_our_own_words_put_the_person_first(
    place: tuple[str, str], instrument: Instrument, programme: Programme
) -> None:
    """The statement of a standard is the inspectorate's also where our guidance quotes it."""
    statements = [f"“{say(standard.statement)}”" for standard in programme.standards]
    theirs = "|".join(re.escape(each) for each in (*statements, *POSTS.get(place[0], ())))
    ours = [re.sub(theirs, "", words) for words in our_words(instrument)]
    assert [words for words in ours if OFFICIAL.search(words)] == []


def test_the_key_questions_of_2018_are_all_quoted() -> None:
    keys = [key for each in instruments_of(OF_2018).values() for key in of_part(each, Part.KEY)]
    assert {key.wording for key in keys} == {Standing.PUBLISHED}


def test_prompts_claim_no_more_than_is_known(instrument: Instrument) -> None:
    """A letter is known from the quotation only; guides give wordings for case supervision alone."""
    prompts = of_part(instrument, Part.PROMPT)
    quoted = [each for each in prompts if each.wording is Standing.PUBLISHED]
    assert {each.letter for each in quoted} <= {Standing.PUBLISHED}
    others = [each for each in prompts if each.wording is not Standing.PUBLISHED]
    assert {each.letter for each in others} <= {Standing.PROVISIONAL}
    from_guides = Standing.PROVISIONAL in {each.wording for each in others}
    assert from_guides is (instrument.id == "case_supervision")


def test_codes_are_unique(instrument: Instrument) -> None:
    codes = Counter(question.code for question in instrument.questions.values())
    assert [code for code, times in codes.items() if times > 1] == []


def test_every_source_is_named(place: tuple[str, str], instrument: Instrument) -> None:
    sources = {question.source for question in instrument.questions.values()}
    assert [source for source in sources if not re.search(SOURCES[place[0]], source)] == []


def test_options_are_chosen_with_y_n_c_and_digits(instrument: Instrument) -> None:
    """Yes is y and No is n everywhere; 0 is the tenth."""
    for question in instrument.questions.values():
        keys = {option.code: option.key for option in question.options}
        assert set(keys.values()) <= set("ync0123456789"), question.id
        assert (keys.get("yes", "y"), keys.get("no", "n")) == ("y", "n"), question.id
        assert "0" not in keys.values() or "9" in keys.values(), question.id


def test_prompts_are_lettered_before_their_key_question_and_why_follows_it(instrument: Instrument) -> None:
    order = list(instrument.questions)
    for key in of_part(instrument, Part.KEY):
        children = instrument.children(key.id)
        prompts = [child for child in children if child.part is Part.PROMPT]
        whys = [child for child in children if child.part is Part.WHY]
        letters = "abcdefghi"[: len(prompts)]
        assert [each.code for each in prompts] == [f"{key.code}({letter})" for letter in letters]
        assert [*prompts, key, *whys] == sorted([*children, key], key=lambda each: order.index(each.id))
        assert [why.kind for why in whys] in ([], [Kind.SEVERAL])
        assert whys or not prompts or instrument.about is not About.CASE, key.id


def facts(instrument: Instrument) -> list[Question]:
    """The facts that come first: those the officer may see; of anything but a case, all facts."""
    if instrument.about is About.CASE:
        return [question for section in instrument.views[0].sections for question in section.questions]
    return of_part(instrument, Part.FACT)


def test_the_facts_that_come_first_hold_no_judgement(instrument: Instrument) -> None:
    first = facts(instrument)
    assert {question.part for question in first} == {Part.FACT}
    assert Kind.JUDGEMENT not in {question.kind for question in first}
    lines = {option.line for question in first for option in question.options}
    assert lines <= {Line.OUTSIDE} or instrument.id in SAID_WELL


def test_few_instruments_judge_a_fact_at_all(instrument: Instrument) -> None:
    every = of_part(instrument, Part.FACT)
    judged = Kind.JUDGEMENT in {question.kind for question in every}
    lines = {option.line for question in every for option in question.options}
    assert judged is (instrument.id in JUDGED_BESIDE)
    assert (not lines <= {Line.OUTSIDE}) is (instrument.id in JUDGED_BESIDE | WEIGHED | SAID_WELL)


def test_an_occasion_is_named_first() -> None:
    every = [instrument_file(name, programme) for programme, name in EVERY]
    occasions = [instrument for instrument in every if instrument.about is About.OCCASION]
    for first in [next(iter(instrument.questions.values())) for instrument in occasions]:
        assert (first.part, first.kind, first.when) == (Part.FACT, Kind.TEXT, None), first.id


def test_a_fact_with_one_id_means_the_same_throughout_its_family(instrument: Instrument) -> None:
    for other in (instrument_file(name, programme) for programme, name in EVERY):
        if other.family == instrument.family:
            for name in instrument.questions.keys() & other.questions.keys():
                assert MEANING(instrument.question(name)) == MEANING(other.question(name)), (other.id, name)


@pytest.mark.parametrize(("name", "ids"), SHARED.items(), ids=SHARED)
def test_what_case_supervision_asks_too_has_its_ids(name: str, ids: str) -> None:
    here, there = instrument_file(name), instrument_file("case_supervision")
    assert here.family == there.family
    assert {here.views[0].id, there.views[0].id} == {"case_facts"}
    assert here.questions.keys() & there.questions.keys() == set(ids.split())


def test_what_a_list_proposes_is_an_option_of_its_fact(instrument: Instrument, programme: Programme) -> None:
    proposing = [question for question in instrument.questions.values() if question.proposes is not None]
    assert len(proposing) == PROPOSED.get(instrument.id, 0)
    samples = [each.id for each in programme.samples if each.instrument == instrument.id]
    own = {column.field for name in samples for column in programme.list(name).columns}
    assert {each.proposes for each in proposing} - own == LISTED_ELSEWHERE.get(instrument.id, set())
    for question in proposing:
        columns = [column for each in programme.lists if (column := each.column(str(question.proposes)))]
        assert columns
        for column in columns:
            if column.values:
                only_found = ONLY_FOUND.get(question.id, set())
                assert set(column.values) == set(question.codes()) - only_found, (question.id, column.field)


@pytest.mark.parametrize(("programme", "name"), LISTS, ids=map("-".join, LISTS))
def test_what_names_a_person_stays_at_the_office_and_little_is_required(programme: str, name: str) -> None:
    columns = programme_file(programme).list(name).columns
    personal = [column.field for column in columns if column.personal]
    assert personal == ["surname", "forename", "date_of_birth", *MORE_PERSONAL.get(name, [])]
    required = [column.field for column in columns if column.required]
    assert required == ["reference", *MORE_REQUIRED.get(name, [])]


@pytest.fixture(scope="module")
def page(tree: Path) -> str:
    """The page about instruments, in one line."""
    return " ".join((tree / "docs" / "instruments.md").read_text("utf-8").split())


def about(page: str, section: str) -> str:
    """A section of the page."""
    return page[page.index(f"## {section} ") :].split(" ## ", maxsplit=1)[0]


def counts(instrument: Instrument) -> tuple[Report, Counter[Part]]:
    return check(instrument, None), Counter(question.part for question in instrument.questions.values())


@pytest.mark.parametrize(("section", "title", "programme", "name"), PLAINLY_COUNTED)
def test_the_page_gives_the_counts_of_the_check(
    page: str, section: str, title: str, programme: str, name: str
) -> None:
    report, _ = counts(instrument_file(name, programme))
    assert (
        f"{title}: {report.items} questions, of which a case asks at least {report.shortest.items} and a "
        f"typical one {len(report.typical)}." in about(page, section)
    )


def test_the_page_counts_case_supervision_by_part(page: str) -> None:
    report, parts = counts(instrument_file("case_supervision"))
    section = about(page, "Case supervision 2018/19")
    assert (
        f"{report.items} questions: {parts[Part.FACT]} facts, {parts[Part.NEED]} needs, {parts[Part.KEY]} "
        f"key questions, {parts[Part.PROMPT]} prompts, {parts[Part.WHY]} whys" in section
    )
    assert f"at least {report.shortest.items} of them" in section
    assert f"all {report.longest.items}; a typical one asks {len(report.typical)} " in section
    typical = report.typical_parts
    assert (
        f"({typical[Part.FACT]} facts, {typical[Part.NEED]} needs, {typical[Part.KEY]} key questions, "
        f"{typical[Part.PROMPT]} prompts, {typical[Part.FACTOR]} + {typical[Part.SERVICE]} on "
        "needs and services)"
    ) in section


def test_the_page_counts_what_is_particular_to_the_others(page: str) -> None:
    delivery, interview = instrument_file("organisational_delivery"), instrument_file("officer_interview")
    section = about(page, "Organisational delivery, meetings and officers 2018/19")
    assert f"(about the inspection): {len(delivery.questions)} questions." in section
    assert f"Officer interview: {len(interview.questions)} questions asked once of each officer" in section
    _, parts = counts(instrument_file("case_assessment", OF_2013))
    assert (
        f"each of {parts[Part.KEY]} judgements is scored by itself (part `key`), after {parts[Part.NEED]} "
        "needs" in about(page, "Adult offending work 2013")
    )
    _, parts = counts(instrument_file("case_assessment", OF_2017))
    section = about(page, "Quality & Impact 2017")
    assert f"{parts[Part.KEY]} judgements are key questions" in section
    assert f"`small_base = {programme_file(OF_2017).small_base}`" in section
