"""A CRC inspection of 2018/19: two samples of its own judged, officers asked, domain one proposed."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from model.answers import Value
from model.documents.results_table import filled_table
from model.instruments.instrument import About, Kind, Part, Question, say
from model.people import Role
from tests.judging import complete, form_of
from tests.office import Office, set_up
from ui.actions import answer, assess, draw_sample, interview, occasions, officers, write
from ui.actions.make_inspection import Particulars
from ui.reading import cases, documents, inspections, interviews, results
from ui.session import Session

PARTICULARS = Particulars(
    "Marches, spring 2019",
    "Marches CRC",
    "CRC",
    "probation_services_2018",
    "2019-03-25",
    "2019-04-05",
)
TEAM = (("Lesley Marsh", Role.LEAD), ("Ann Archer", Role.INSPECTOR))
LEAD = "Lesley Marsh"

SAMPLES = {"unpaid_work": (29, 25), "through_the_gate": (20, 18)}
"""By sample how many are eligible and how many are drawn, as in Warwickshire and West Mercia."""

ABOVE = {
    "4.1.1": 20, "4.1.2": 23, "4.1.3": 25, "4.1.4": 25, "4.2.1": 15, "4.2.2": 12, "4.2.3": 12,
}  # fmt: skip
"""Cases judged Yes, so that the published percentages follow."""

PER_CENT = {
    "4.1.1": 80, "4.1.2": 92, "4.1.3": 100, "4.1.4": 100, "4.2.1": 83, "4.2.2": 67, "4.2.3": 67,
}  # fmt: skip
OFFICERS = ("Iris Vale", "Tom Ashdown", "Joan Pike")


def list_of(folder: Path, sample: str, eligible: int) -> Path:
    """The provider's list; the second list has officers and people of its own."""
    file = folder / f"{sample}.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        out = csv.writer(opened)
        out.writerow(["CRN", "Surname", "Sex", "LDU", "RO", "NPS/CRC", "RoSH"])
        for at in range(eligible):
            risk, sex = ("Low", "Medium", "Medium", "High")[at % 4], "F" if at % 7 == 0 else "M"
            number = f"{'U' if sample == 'unpaid_work' else 'G'}{at:03}"
            out.writerow([number, "Hill", sex, "Marches North", OFFICERS[at % 3], "CRC", risk])
    return file


def settle(question: Question, yes: bool) -> Value:
    """Some answer that fits; a key question, and whatever is judged, as it is said."""
    if question.kind is Kind.JUDGEMENT:
        return "yes" if yes else "no"
    if question.kind is Kind.SEVERAL:
        return (question.codes()[-1],)
    if question.kind is Kind.CHOICE:
        return question.typical or question.codes()[0]
    if question.kind is Kind.NUMBER:
        return 60
    return "2019-02-11" if question.kind is Kind.DATE else "Said in a few words."


def fill(session: Session, assessment: str, judged: Mapping[str, bool]) -> None:
    """Answer what is asked, until nothing more is; `judged` is by the code of a key question."""
    open_before: tuple[str, ...] = ()
    while True:
        sheet = cases.sheet(session, assessment)
        wanted = assess.what_is_open(sheet)
        waiting = tuple(one.question for one in (*wanted.missing, *wanted.warnings) if one.question)
        waiting = tuple(name for name in waiting if name not in sheet.answers)
        if not waiting or waiting == open_before:
            break
        open_before = waiting
        for name in waiting:
            question = sheet.instrument.question(name)
            code = sheet.instrument.question(question.parent).code if question.parent else question.code
            answer.answer(session, assessment, name, settle(question, judged.get(code, True)))
    for key in cases.sheet(session, assessment).instrument.questions.values():
        if key.part is Part.KEY and not judged.get(key.code, True):
            write.write(
                session, "note", session.new_id(), "Seen on record.", assessment=assessment, question=key.id
            )
    complete(session, assessment)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("marches")
    made = set_up(folder).make_inspection(PARTICULARS).gather(TEAM)
    for sample, (eligible, _) in SAMPLES.items():
        made.read(list_of(folder, sample, eligible), sample)
        draw_sample.draw_sample(made.session, sample, "a seed")
        made.allocate(sample)
    officers.confirm(made.session, interviews.directory(made.session).proposals)
    interview.give_interviews(made.session)
    delivery = form_of(made.session, About.INSPECTION)
    occasions.start_for_inspection(made.session, delivery.fingerprint, made.id(LEAD))
    made.hand_out()
    seen: dict[str, int] = {}
    for session in made.people.values():
        for id, (held, _) in sorted(cases.assessments(session).items()):
            sheet = cases.sheet(session, id)
            if held.holder == session.author and held.case:
                number = seen[sheet.instrument.id] = seen.get(sheet.instrument.id, 0) + 1
                fill(session, id, {code: number <= many for code, many in ABOVE.items()})
    yield made
    made.close()


def test_a_company_has_its_own_two_samples_beside_case_supervision(office: Office) -> None:
    programme = inspections.programme(office.session)
    assert [sample.id for sample in programme.samples] == ["case_supervision", *SAMPLES]
    assert {one.id for one in inspections.instruments(office.session)} == {
        "case_supervision", "unpaid_work", "through_the_gate", "officer_interview",
        "officer_interview_case", "organisational_delivery", "meeting", "focus_group",
    }  # fmt: skip
    held = cases.cases(office.session).values()
    for sample, (_, drawn) in SAMPLES.items():
        places = [case.places[sample] for case in held if sample in case.places]
        assert sum(not place.reserve for place in places) == drawn


def test_the_published_percentages_arrive_at_the_office(office: Office) -> None:
    for name in office.people:
        office.receive(name)
    programme = inspections.programme(office.session)
    by_sample = {one.sample.id: one for one in results.team_results(office.session)}
    for sample, (_, drawn) in SAMPLES.items():
        result = by_sample[sample]
        assert (result.received, result.expected) == (drawn, drawn)
        for name, tally in result.tallies.items():
            assert tally.percentage == PER_CENT[programme.measure(name).code]
            assert tally.base == drawn
    ratings = {
        standard.code: said.band.id
        for result in by_sample.values()
        for standard, said, _ in result.ratings
        if said.band is not None
    }
    assert ratings == {"4.1": "outstanding", "4.2": "good"}


def test_each_officer_is_asked_once_and_counted_in_a_table(office: Office) -> None:
    asked = 0
    for session in office.people.values():
        for known in interviews.directory(session).known:
            for one in known.interviews:
                if one.holder == session.author:
                    answer.answer(session, one.id, "workload_manageable", "yes" if asked == 0 else "no")
                    answer.answer(session, one.id, "caseload", 40 + asked)
                    fill(session, one.id, {})
                    asked += 1
    assert asked == len(OFFICERS)
    for name in office.people:
        office.receive(name)
    whole = next(one for one in results.reports(office.session) if one.id == results.WHOLE)
    tables = {table.id: filled_table(table, whole.found) for table in whole.found.tables}
    rows = {row.title: row.cells for row in tables["officers_told_us"].rows}
    assert rows["Workload is manageable"] == ("33%", "1 of 3")
    assert tables["officers_caseload"].rows[0].cells == ("41 (3 answers)",)


def test_the_sheet_for_an_officer_has_the_items_of_each_case(office: Office) -> None:
    lead = office.people[LEAD]
    officer = next(one.officer for one in interviews.directory(lead).known if one.holder == lead.author)
    sheet = documents.interview_sheet_of(lead, officer.name)
    assert len(set(sheet.numbers)) == len(sheet.numbers) > 1
    for case in sheet.cases:
        assert [item.wording.question for item in case.items] == ["agencies_harm", "agencies_desistance"]


def test_domain_one_is_proposed_by_the_lead_in_the_words_of_a_company(office: Office) -> None:
    lead = office.people[LEAD]
    [made] = [id for id, (one, _) in cases.assessments(lead).items() if one.inspection]
    asked = cases.sheet(lead, made).instrument
    assert "that the CRC can deliver" in say(asked.question("services_analysis").text)
    for standard in inspections.programme(lead).standards:
        if standard.question:
            answer.answer(lead, made, standard.question, "requires_improvement")
    fill(lead, made, {})
    for name in office.people:
        office.receive(name)
    whole = next(one for one in results.reports(office.session) if one.id == results.WHOLE)
    bands = [whole.found.reached[each.id].band for each in whole.found.standards if each.question]
    assert [band.id for band in bands if band is not None] == ["requires_improvement"] * 4
    assert whole.found.score is not None
    assert whole.found.score.points == 4 * 1 + 3 + 2
