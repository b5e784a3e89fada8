"""An inspection of 2017 from list to verdicts: two organisations, everybody is heard, nothing is scored."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.instruments.instrument import About
from model.people import Role
from resources import path
from tests.judging import complete, counted, form_of, held, take
from tests.office import Office, set_up
from ui.actions import draw_sample, interview, occasions, officers
from ui.actions.export_results import export_results
from ui.actions.make_inspection import Particulars
from ui.reading import cases, inspections, interviews, results, subjects
from ui.session import Session

PRACTICE = path("practice", "cumbria_2017")
PUBLISHED = json.loads((PRACTICE / "published.json").read_text("utf-8"))
SAMPLE = PUBLISHED["draw"]["sample"]
PARTICULARS = Particulars(
    "Cumbria, summer 2017",
    "Probation in Cumbria",
    "AREA",
    "quality_impact_2017",
    "2017-06-05",
    "2017-06-23",
)
TEAM = (("Lesley Marsh", Role.LEAD), ("Ann Archer", Role.INSPECTOR), ("Bilal Chowdhury", Role.INSPECTOR))
LEAD = "Lesley Marsh"
COLUMNS = ("_enablers", "_barriers")
EACH = 2
"""How many of their cases everybody judges in the shorter journey."""


def rows(file: str) -> list[dict[str, str]]:
    with (PRACTICE / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def inspected(folder: Path, each: int | None) -> Office:
    """Cases judged by everybody (`each` of them, None all), officers asked, people met, verdicts written."""
    office = set_up(folder).make_inspection(PARTICULARS).gather(TEAM)
    office.read(PRACTICE / "cases_list.csv", SAMPLE)
    draw_sample.draw_sample(office.session, SAMPLE, PUBLISHED["draw"]["seed"])
    office.allocate(SAMPLE)
    officers.confirm(office.session, interviews.directory(office.session).proposals)
    interview.give_interviews(office.session)
    lead = office.id(LEAD)
    findings = form_of(office.session, About.INSPECTION)
    verdicts = occasions.start_for_inspection(office.session, findings.fingerprint, lead)
    office.hand_out()
    judged = {row["reference"]: row for row in rows("answers.csv")}
    asked = {row["officer"]: row for row in rows("officers.csv")}
    for session in office.people.values():
        for reference, assessment in held(session)[:each]:
            take(session, assessment, cases.sheet(session, assessment).instrument, judged[reference])
            complete(session, assessment)
        for known in interviews.directory(session).known:
            for one in known.interviews:
                if one.holder == session.author:
                    form = form_of(session, About.OFFICER)
                    take(session, one.id, form, asked[known.officer.name])
    _meet(office.people[LEAD])
    told = {row["question"]: row["answer"] for row in rows("findings.csv")}
    take(office.people[LEAD], verdicts, findings, told)
    for name in office.people:
        office.receive(name)
    return office


def _meet(lead: Session) -> None:
    for start, file, named, day in (
        ("service_user", "service_users.csv", "person_name", "person_date"),
        ("staff", "staff_meetings.csv", "staff_name", "staff_date"),
        ("partner", "partner_meetings.csv", "partner_name", "partner_date"),
        ("sentencer", "sentencers.csv", "sentencer_name", "sentencer_date"),
    ):
        form = form_of(lead, About.OCCASION, start)
        for row in rows(file):
            met = occasions.start_occasion(lead, form.fingerprint, row[named], row[day])
            take(lead, met, form, {name: cell for name, cell in row.items() if name != named})


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = inspected(tmp_path_factory.mktemp("cumbria"), EACH)
    yield made
    made.close()


def test_both_organisations_are_in_one_sample_as_the_programme_sets(office: Office) -> None:
    places = [case.places[SAMPLE] for case in cases.cases(office.session).values()]
    assert Counter(place.facts["organisation"] for place in places) == {"crc": 31, "nps": 16}
    assert sorted(len(held(session)) for session in office.people.values()) == [15, 16, 16]


def test_what_arrived_is_counted_by_organisation_without_a_rating(office: Office) -> None:
    [result] = results.team_results(office.session)
    assert (result.received, result.expected) == (EACH * len(TEAM), 47)
    whole = result.tallies["harm_assessed"]
    parts = [result.tallies[f"harm_assessed_{organisation}"] for organisation in ("crc", "nps")]
    assert (whole.above, whole.base) == (sum(t.above for t in parts), sum(t.base for t in parts))
    assert whole.base == result.received
    assert inspections.programme(office.session).bands == ()


def test_officers_and_people_who_were_met_are_counted_by_their_own_instruments(office: Office) -> None:
    _, officers_asked = counted(office.session, form_of(office.session, About.OFFICER))
    workload = officers_asked.tallies["officers_workload_cases_nps"]
    assert (workload.above, workload.base) == (8, 11)
    assert officers_asked.figures["officers_caseload_crc"].mean == 65
    _, people = counted(office.session, form_of(office.session, About.OCCASION, "service_user"))
    assert [people.tallies[name].above for name in ("people_crc", "people_nps")] == [24, 15]
    _, staff = counted(office.session, form_of(office.session, About.OCCASION, "staff"))
    assert staff.figures["staff_front_line"].total == 81
    _, partners = counted(office.session, form_of(office.session, About.OCCASION, "partner"))
    assert partners.figures["partners_stakeholders"].total == 10


def test_nine_verdicts_stand_in_words_beside_what_enables_and_what_hinders(office: Office) -> None:
    findings = form_of(office.session, About.INSPECTION)
    record = interviews.of_inspection(office.session, findings.id)
    assert record is not None
    _, answers = subjects.assessments(office.session)[record.id]
    told = {row["question"]: row["answer"] for row in rows("findings.csv")}
    assert {name: held.value for name, held in answers.items()} == told
    standards = inspections.programme(office.session).standards
    assert len(standards) == 9
    assert all(answers[standard.question].value for standard in standards)


def test_enablers_and_barriers_are_reported_line_by_line(office: Office, tmp_path: Path) -> None:
    told = {row["question"]: row["answer"].splitlines() for row in rows("findings.csv")}
    whole = results.reports(office.session)[0]
    assert len(whole.found.findings) == 9
    for standard, found in whole.found.findings.items():
        assert [(one.title, list(one.lines)) for one in found] == [
            ("Enablers", told[f"{standard}_enablers"]),
            ("Barriers", told[f"{standard}_barriers"]),
        ]
    written = export_results(office.session, whole.id, tmp_path / "table.csv").path
    with written.open(encoding="utf-8-sig", newline="") as opened:
        exported = [row for row in csv.DictReader(opened) if row["Level"] == "Finding"]
    assert [(row["Code"], row["Words"], row["Rating"]) for row in exported[:2]] == [
        ("PP CRC", "Enablers", words) for words in told["protecting_crc_enablers"]
    ]
    assert len(exported) == sum(len(lines) for name, lines in told.items() if name.endswith(COLUMNS))


@pytest.mark.slow
def test_every_published_count_comes_out_of_the_whole_inspection(tmp_path: Path) -> None:
    office = inspected(tmp_path, None)
    [result] = results.team_results(office.session)
    assert (result.received, result.expected) == (47, 47)
    told = [each for figure in PUBLISHED["figures"] for each in figure.get("counts", ())]
    told += [each for figure in PUBLISHED["in_words"] for each in figure["counts"]]
    told += [row["counts"] for table in PUBLISHED["tables"] for row in table["rows"]]
    of_cases = [each for each in told if each["measure"] in result.tallies]
    assert len(of_cases) > 90
    for each in of_cases:
        tally = result.tallies[each["measure"]]
        assert (each["measure"], tally.above, tally.base) == (each["measure"], each["above"], each["base"])
    office.close()
