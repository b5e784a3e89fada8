"""An inspection of 2013 from list to counts: a local assessor takes part, everybody is asked."""

import csv
from collections.abc import Iterator

import pytest

from model.answers import Answer
from model.instruments.instrument import About
from model.measures import count
from model.people import Role
from resources import path
from tests.judging import complete, counted, form_of, held, take, value
from tests.office import Office, set_up
from ui.actions import draw_sample, interview, occasions, officers
from ui.actions.make_inspection import Particulars
from ui.reading import cases, inspections, interviews
from ui.session import Session

PRACTICE = path("practice", "northumbria_2013")
SAMPLE = "cases_2013"
PARTICULARS = Particulars(
    "Northumbria, summer 2013",
    "Northumbria Probation Trust",
    "trust",
    "adult_offending_2013",
    "2013-08-05",
    "2013-08-16",
)
TEAM = (("Lesley Marsh", Role.LEAD), ("Ann Archer", Role.INSPECTOR), ("Lena Oxley", Role.LOCAL_ASSESSOR))
EACH = 2
"""How many of their cases everybody judges here."""


def rows(file: str, key: str) -> dict[str, dict[str, str]]:
    with (PRACTICE / file).open(encoding="utf-8", newline="") as opened:
        return {row[key]: row for row in csv.DictReader(opened)}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Cases judged, one practitioner and ten victims asked, sentencers met, everything merged."""
    at_work = set_up(tmp_path_factory.mktemp("northumbria")).make_inspection(PARTICULARS).gather(TEAM)
    at_work.read(PRACTICE / "eligible_cases.csv", SAMPLE)
    draw_sample.draw_sample(at_work.session, SAMPLE, "2013", 86)
    at_work.allocate(SAMPLE)
    officers.confirm(at_work.session, interviews.directory(at_work.session).proposals)
    interview.give_interviews(at_work.session)
    at_work.hand_out()
    judged = rows("answers.csv", "reference")
    for session in at_work.people.values():
        for reference, assessment in held(session)[:EACH]:
            take(session, assessment, cases.sheet(session, assessment).instrument, judged[reference])
            complete(session, assessment)
    _ask(at_work.people["Lesley Marsh"])
    for name in at_work.people:
        at_work.receive(name)
    yield at_work
    at_work.close()


def _ask(lead: Session) -> None:
    known = next(
        one
        for one in interviews.directory(lead).known
        if any(i.holder == lead.author for i in one.interviews)
    )
    said = rows("practitioners.csv", "officer")[known.officer.name]
    take(lead, known.interviews[0].id, form_of(lead, About.OFFICER), said)
    form = form_of(lead, About.OCCASION, "victim")
    for number, row in rows("victims.csv", "questionnaire").items():
        take(lead, occasions.start_occasion(lead, form.fingerprint, number, row["returned_on"]), form, row)
    talk = form_of(lead, About.OCCASION, "sentencer")
    met = occasions.start_occasion(lead, talk.fingerprint, "Crown Court", "2013-08-20")
    take(lead, met, talk, {"present": "", "report_quality_view": "yes"})


def test_a_local_assessor_takes_part_and_sees_only_their_own_cases(office: Office) -> None:
    local = office.people["Lena Oxley"]
    own = {reference for reference, _ in held(local)}
    assert {case.reference for case in cases.cases(local).values()} == own
    shares = [len(held(session)) for session in office.people.values()]
    assert sorted(shares) == [28, 29, 29]
    assert len(cases.cases(office.session)) == sum(shares)


def test_the_office_counts_what_everybody_judged(office: Office) -> None:
    form = form_of(office.session, About.CASE)
    number, counts = counted(office.session, form)
    assert number == EACH * len(TEAM)
    judged = rows("answers.csv", "reference")
    done = [reference for session in office.people.values() for reference, _ in held(session)[:EACH]]
    lines: dict[str, dict[str, Answer]] = {
        reference: {
            name: Answer(value(form.questions[name], cell))
            for name, cell in judged[reference].items()
            if name in form.questions and cell
        }
        for reference in done
    }
    expected = count(inspections.programme(office.session), form, lines.items())
    found = {name: (tally.above, tally.base) for name, tally in counts.tallies.items()}
    assert found == {name: (tally.above, tally.base) for name, tally in expected.tallies.items()}
    assert counts.means == expected.means
    assert counts.means["o1_questions"].percentage is not None


def test_practitioners_and_victims_are_counted_by_their_own_instruments(office: Office) -> None:
    number, interviewed = counted(office.session, form_of(office.session, About.OFFICER))
    assert (number, interviewed.tallies["p_grade"].base) == (1, 1)
    number, asked = counted(office.session, form_of(office.session, About.OCCASION, "victim"))
    satisfied = asked.tallies["v_satisfaction"]
    assert (number, satisfied.above, satisfied.base) == (10, 9, 10)
    number, talked = counted(office.session, form_of(office.session, About.OCCASION, "sentencer"))
    assert (number, talked.tallies) == (1, {})
