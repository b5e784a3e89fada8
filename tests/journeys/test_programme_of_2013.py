"""An inspection of 2013 from list to counts: a local assessor takes part, everybody is asked."""

import csv
from collections.abc import Iterator, Mapping

import pytest

from model.answers import Answer
from model.assessments import Stage
from model.instruments.instrument import About, Instrument, Kind, say
from model.measures import Counts, count
from model.people import Role
from resources import path
from tests.office import Office, set_up
from ui.actions import answer, assess, draw_sample, interview, occasions, officers
from ui.actions.make_inspection import Particulars
from ui.reading import cases, inspections, interviews, subjects
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


def take(session: Session, assessment: str, instrument: Instrument, row: Mapping[str, str]) -> None:
    """Record what one line of a practice file says; its reason stands in the guidance where one is asked."""
    for name, cell in row.items():
        question = instrument.questions.get(name)
        if question is not None and cell:
            several = question.kind is Kind.SEVERAL
            reason = say(question.guidance.not_applicable) if cell == "not_applicable" else None
            answer.answer(session, assessment, name, tuple(cell.split(";")) if several else cell, reason)


def complete(session: Session, assessment: str) -> None:
    found = assess.what_is_open(cases.sheet(session, assessment))
    replies = {assess.warning_name(point): "Looked at again." for point in found.warnings}
    assess.move(session, assessment, Stage.COMPLETE, replies=replies)


def held(session: Session) -> list[tuple[str, str]]:
    """The references of a person's cases, each with its assessment."""
    known = cases.cases(session)
    return sorted(
        (known[one.case].reference, id)
        for id, (one, _) in cases.assessments(session).items()
        if one.case in known and one.holder == session.author
    )


def instrument(session: Session, about: About, start: str = "") -> Instrument:
    [found] = [one for one in interviews.instruments(session, about) if one.id.startswith(start)]
    return found


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
    take(lead, known.interviews[0].id, instrument(lead, About.OFFICER), said)
    form = instrument(lead, About.OCCASION, "victim")
    for number, row in rows("victims.csv", "questionnaire").items():
        take(lead, occasions.start_occasion(lead, form.fingerprint, number, row["returned_on"]), form, row)
    talk = instrument(lead, About.OCCASION, "sentencer")
    met = occasions.start_occasion(lead, talk.fingerprint, "Crown Court", "2013-08-20")
    take(lead, met, talk, {"present": "", "report_quality_view": "yes"})


def counted(session: Session, form: Instrument) -> tuple[int, Counts]:
    """What the office counts by one instrument, of everything that arrived with an answer."""
    sheets = {
        id: answers
        for id, (one, answers) in subjects.assessments(session).items()
        if one.instrument == form.fingerprint and answers
    }
    return len(sheets), count(inspections.programme(session), form, sheets.items())


def test_a_local_assessor_takes_part_and_sees_only_their_own_cases(office: Office) -> None:
    local = office.people["Lena Oxley"]
    own = {reference for reference, _ in held(local)}
    assert {case.reference for case in cases.cases(local).values()} == own
    shares = [len(held(session)) for session in office.people.values()]
    assert sorted(shares) == [28, 29, 29]
    assert len(cases.cases(office.session)) == sum(shares)


def test_the_office_counts_what_everybody_judged(office: Office) -> None:
    [form] = interviews.instruments(office.session, About.CASE)
    number, counts = counted(office.session, form)
    assert number == EACH * len(TEAM)
    judged = rows("answers.csv", "reference")
    done = [reference for session in office.people.values() for reference, _ in held(session)[:EACH]]
    lines: dict[str, dict[str, Answer]] = {
        reference: {
            name: Answer(tuple(cell.split(";")) if form.questions[name].kind is Kind.SEVERAL else cell)
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
    number, interviewed = counted(office.session, instrument(office.session, About.OFFICER))
    assert (number, interviewed.tallies["p_grade"].base) == (1, 1)
    number, asked = counted(office.session, instrument(office.session, About.OCCASION, "victim"))
    satisfied = asked.tallies["v_satisfaction"]
    assert (number, satisfied.above, satisfied.base) == (10, 9, 10)
    number, talked = counted(office.session, instrument(office.session, About.OCCASION, "sentencer"))
    assert (number, talked.tallies) == (1, {})
