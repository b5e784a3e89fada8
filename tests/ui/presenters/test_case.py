"""The page of one case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.cases import Purpose
from model.instruments.instrument import Kind
from model.refusal import Refusal
from tests.fieldwork import Clock, allot, begin
from tests.several import SUPERVISION, VICTIMS, holder_of, in_the_field, list_of, made_for, several, shared
from ui.actions import draw_sample, exchange
from ui.actions.answer import answer
from ui.actions.assess import start_assessment
from ui.actions.write import write
from ui.presenters import case, cases
from ui.presenters.assessment import moves
from ui.presenters.case import CaseState
from ui.reading.cases import sheet
from ui.session import Session


@pytest.fixture
def megan(tmp_path: Path) -> Iterator[Session]:
    session = begin(tmp_path, clock=Clock())
    yield session
    session.store.close()


@pytest.fixture
def shown(megan: Session) -> CaseState:
    return case.show(megan, allot(megan, 1))


def test_the_list_stands_beside_what_was_found(megan: Session, shown: CaseState) -> None:
    answer(megan, shown.assessment, "rosh_level", "high")
    answer(megan, shown.assessment, "gender", "male")
    facts = {fact.question: fact for fact in case.show(megan, shown.assessment).facts}
    rosh = facts["rosh_level"]
    assert (rosh.listed, rosh.found.word, rosh.differs) == ("Medium", "High", True)
    assert (facts["gender"].listed, facts["gender"].found.word, facts["gender"].differs) == (
        "Male",
        "Male",
        False,
    )
    assert (facts["officer_count"].listed, facts["officer_count"].found.word) == ("", "Not answered")
    assert ("Case reference", "J900001") in shown.listed


def test_no_judgement_is_among_the_facts(megan: Session, shown: CaseState) -> None:
    instrument = sheet(megan, shown.assessment).instrument
    judging = {id for id, asked in instrument.questions.items() if asked.kind is Kind.JUDGEMENT}
    assert "rosh_view" in judging
    assert not judging & {fact.question for fact in shown.facts}


def test_lines_are_in_order_of_their_dates(megan: Session, shown: CaseState) -> None:
    for id, day, text in (
        ("1", "2018-07-03", "later"),
        ("2", "2018-04-09", "first"),
        ("3", "2018-05", "between"),
    ):
        shown = case.write(megan, shown, "line", id * 32, text, {"assessment": shown.assessment, "date": day})
    assert [(line.text, line.date) for line in shown.lines] == [
        ("first", "9 Apr 2018"),
        ("between", "May 2018"),
        ("later", "3 Jul 2018"),
    ]
    shown = case.remove(megan, shown, "line", "3" * 32)
    assert [line.text for line in shown.lines] == ["first", "later"]
    assert len(case.undo(megan, shown).lines) == 3


def test_points_say_which_question_they_belong_to(megan: Session, shown: CaseState) -> None:
    beside = {"assessment": shown.assessment, "question": "assess_engage"}
    shown = case.write(megan, shown, "point", "1" * 32, "Ask about the shifts", beside)
    assert shown.points[0].about.startswith("2.1.1 · you, ")


def test_an_alert_is_closed_with_what_came_of_it(megan: Session, shown: CaseState) -> None:
    beside = {"assessment": shown.assessment, "told": "Jane Holt", "date": "2018-10-08"}
    shown = case.write(megan, shown, "alert", "1" * 32, "He has her new address", beside)
    (alert,) = shown.alerts
    assert (alert.said.word, alert.told, alert.is_open) == ("Open", "Told: Jane Holt, 8 Oct 2018", True)
    with pytest.raises(Refusal, match="what came of it"):
        case.close_alert(megan, shown, "1" * 32, " ")
    (alert,) = case.close_alert(megan, shown, "1" * 32, "She was moved").alerts
    assert (alert.said.word, alert.is_open) == ("Closed", False)
    assert alert.reply.startswith("She was moved (you, ")
    (alert,) = case.reopen_alert(megan, shown, "1" * 32).alerts
    assert alert.is_open


def test_open_alerts_come_first(megan: Session, shown: CaseState) -> None:
    for id in "12":
        shown = case.write(megan, shown, "alert", id * 32, f"Alert {id}", {"assessment": shown.assessment})
    shown = case.close_alert(megan, shown, "1" * 32, "Settled")
    assert [alert.piece.text for alert in shown.alerts] == ["Alert 2", "Alert 1"]
    assert shown.alerts[0].told == "Nobody is named as told."


def test_the_interview_is_set_and_taken_back(megan: Session, shown: CaseState) -> None:
    when, problem = case.interview_from("9 Oct", "10.30", shown.today)
    assert (when, problem) == ("2018-10-09T10:30", "")
    shown = case.set_interview(megan, shown, when)
    assert shown.interview_words == "tomorrow 10:30"
    assert shown.saved
    assert case.set_interview(megan, shown, "").interview_words == ""
    assert "a day and a time" in case.interview_from("9 Oct", "", shown.today)[1]


def test_other_cases_of_the_officer_are_named(megan: Session, shown: CaseState) -> None:
    allot(megan, 2)
    allot(megan, 3, officer="Mark Dixon")
    state = case.show(megan, shown.assessment)
    assert [other.number for other in state.others] == ["4002"]
    kept = case.set_interview(megan, state, "2018-10-09T10:30")
    assert kept.others == state.others


def test_a_reason_for_the_present_state_is_shown(megan: Session, shown: CaseState) -> None:
    moves.move(megan, shown.assessment, "cannot_inspect", "The record is with the court")
    state = case.show(megan, shown.assessment)
    assert (state.said.word, state.because, state.writable) == (
        "Cannot be inspected",
        "Cannot be inspected: The record is with the court",
        False,
    )


def test_a_case_of_two_samples_shows_both_assessments_and_what_was_written_in_each(tmp_path: Path) -> None:
    office = in_the_field(tmp_path)
    held = shared(office, SUPERVISION, VICTIMS)
    session, made = holder_of(office, held), made_for(office, held)
    write(session, "line", "1" * 32, "First contact", assessment=made[SUPERVISION], date="2018-09-01")
    write(session, "alert", "2" * 32, "A child is at risk", assessment=made[VICTIMS])
    answer(session, made[SUPERVISION], "gender", "male")
    shown = case.show(session, made[VICTIMS])
    assert [(one.title, one.progress, one.holder, one.is_this) for one in shown.assessments] == [
        ("Supervision", "1 of 3 answered", "", False),
        ("Victim work", "1 of 3 answered", "", True),
    ]
    (line,), (alert,) = shown.lines, shown.alerts
    assert (line.assessment, line.about.startswith("Supervision · ")) == (made[SUPERVISION], True)
    assert (alert.piece.assessment, "Victim work" in alert.piece.about) == (made[VICTIMS], False)
    gender = shown.facts[0]
    assert gender.found.word == "Male"
    assert gender.source.startswith("verified in Supervision by you, ")
    assert ("Also in the sample", "Supervision") in shown.listed
    assert dict(shown.listed)["Officer"].startswith("Victim work")
    changed = case.write(
        session, shown, "line", line.id, "The first contact", {"assessment": line.assessment}
    )
    assert [(one.text, one.assessment) for one in changed.lines] == [("The first contact", made[SUPERVISION])]
    assert case.show(session, made[SUPERVISION]).facts[0].source == ""
    office.close()


def test_beside_a_blind_second_nothing_of_the_first_is_shown(tmp_path: Path) -> None:
    office = in_the_field(tmp_path)
    held = shared(office, SUPERVISION, VICTIMS)
    session, made = holder_of(office, held), made_for(office, held)
    instrument = sheet(session, made[SUPERVISION]).instrument
    write(session, "line", "1" * 32, "First contact", assessment=made[SUPERVISION])
    second = start_assessment(session, held, instrument.fingerprint, Purpose.SECOND)
    shown = case.show(session, second)
    assert [one.assessment for one in shown.assessments] == [second]
    assert shown.lines == ()
    office.close()


def test_what_another_list_says_stands_beside_where_it_differs(tmp_path: Path) -> None:
    office = several(tmp_path)
    file = list_of(tmp_path, VICTIMS, range(10, 11))
    file.write_text(file.read_text("utf-8").replace("Male", "Female"), "utf-8")
    office.read(list_of(tmp_path, SUPERVISION, range(10, 12)), SUPERVISION).read(file, VICTIMS)
    office.draw(2, SUPERVISION).draw(1, VICTIMS).allocate(SUPERVISION).allocate(VICTIMS)
    made = made_for(office, shared(office, SUPERVISION, VICTIMS))
    assert case.show(office.session, made[SUPERVISION]).facts[0].listed == "Male; Female (Victim work)"
    assert case.show(office.session, made[VICTIMS]).facts[0].listed == "Female; Male (Supervision)"
    office.close()


def test_a_case_replaced_in_one_sample_says_so_there_and_not_in_the_other(tmp_path: Path) -> None:
    office = in_the_field(tmp_path)
    held = shared(office, SUPERVISION, VICTIMS)
    session, made = holder_of(office, held), made_for(office, held)
    draw_sample.replace_case(office.session, SUPERVISION, held, "Moved away")
    sent = exchange.write_allocation_bundle(office.session, session.author, tmp_path)
    assert exchange.take_bundle(session, sent.path).refusal is None
    assert case.show(session, made[SUPERVISION]).because == (
        "Another case takes the place of this one (Moved away). It counts no longer; leave it as it is."
    )
    assert case.show(session, made[VICTIMS]).because == ""
    state = cases.show(session)
    rows = {row.assessment: row for row in state.rows}
    assert (rows[made[SUPERVISION]].said.word, rows[made[VICTIMS]].said.word) == ("Replaced", "Not started")
    assert (cases.GONE, "Replaced", 1) in cases.chips(state.rows)
    assert [row.assessment for row in state.rows].index(made[SUPERVISION]) == len(rows) - 1
    assert [row.assessment for row in cases.wanted(state.rows, cases.GONE, "", everybody=True)] == [
        made[SUPERVISION]
    ]
    office.close()
