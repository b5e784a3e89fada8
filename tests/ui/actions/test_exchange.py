"""The office's actions on real stores: list, draw, allocation, exchange, deciding, erasing, printing."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from model.allocation.allocate import Exclusion
from model.answers import NOT_APPLICABLE
from model.cases import Purpose
from model.instruments.instrument import Part
from model.people import Role
from model.refusal import Refusal
from model.sampling.record import repeat
from storage import projection
from storage.bundle_refused import BundleRefused, Why
from storage.wrapping import Cost
from ui.actions import (
    allocate,
    answer,
    assess,
    begin,
    decide,
    draw_sample,
    exchange,
    print_paper,
    read_list,
    team,
    unlock,
)
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import cases, inspections, results, samples
from ui.session import Session

QUICK = Cost(64, 1, 1)
WORDS = "practice passphrase"
SAMPLE = "case_supervision"
HEADINGS = (
    "Case reference",
    "Surname",
    "Gender",
    "Responsible officer",
    "LDU",
    "Sentence type",
    "RoSH level",
)
PARTICULARS = Particulars("Small", "North Vale", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19")


@dataclass(frozen=True)
class Day:
    """An office, an inspector and a lead inspector, with a list of twenty cases and six of them drawn."""

    office: Session
    ann: Session
    lee: Session
    folder: Path

    def cases_of(self, session: Session) -> list[str]:
        """Return the ids of the assessments that a session's author holds, in drawn order."""
        held = cases.cases(session)
        mine = [one for one, _ in cases.assessments(session).values() if one.holder == session.author]
        return [one.id for one in sorted(mine, key=lambda one: held[one.case].places[SAMPLE].position)]


def provider_list(folder: Path) -> Path:
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADINGS)
        for number in range(20):
            officer, level = f"Officer {number % 5}", ("Medium", "High")[number % 2]
            rows.writerow((f"X{number:06}", f"Name{number}", "Male", officer, "Cumbria", "Licence", level))
    return path


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    yield from prepare(tmp_path_factory.mktemp("day"))


@pytest.fixture
def of_its_own(tmp_path: Path) -> Iterator[Day]:
    """A day for a test that closes the draw or withdraws a card."""
    yield from prepare(tmp_path)


def prepare(folder: Path) -> Iterator[Day]:
    made = begin.set_up_office(folder / "office", "Olwen", WORDS, cost=QUICK)
    office = make_inspection(made.session, PARTICULARS)
    sessions = []
    for name, role in (("Ann", Role.INSPECTOR), ("Lee", Role.LEAD)):
        begun = begin.begin_with_invitation(folder / name, team.invite(office), name, WORDS, cost=QUICK)
        team.take_card(office, begun.card_file, role, confirmed=True)
        sessions.append(begun.session)
    ann, lee = sessions
    read_list.accept(office, read_list.preview(office, provider_list(folder), SAMPLE))
    draw_sample.draw_sample(office, SAMPLE, "a seed", size=6)
    people = [session.author for session in sessions]
    allocate.allocate_cases(office, SAMPLE, allocate.propose(office, SAMPLE, people))
    for session in sessions:
        written = exchange.write_allocation_bundle(office, session.author, folder)
        assert exchange.take_bundle(session, written.path).refusal is None
    yield Day(office, ann, lee, folder)
    for session in (office, ann, lee):
        unlock.lock(session)


def key_question(session: Session, assessment: str) -> str:
    instrument = cases.sheet(session, assessment).instrument
    return next(question.id for question in instrument.questions.values() if question.part is Part.KEY)


def test_the_draw_can_be_repeated_by_anyone_with_the_list(prepared: Day) -> None:
    (drawn,) = samples.draws(prepared.office)
    assert repeat(drawn.record, samples.population(prepared.office, drawn.sample)) == ()
    held = cases.cases(prepared.office).values()
    assert sorted(case.places[SAMPLE].position for case in held) == [1, 2, 3, 4, 5, 6]
    assert len({case.number for case in held}) == len(held)
    with pytest.raises(Refusal, match="drawn already"):
        draw_sample.draw_sample(prepared.office, SAMPLE, "another seed")


def test_names_stay_at_the_office_and_colleagues_cases_with_colleagues(prepared: Day) -> None:
    for session in (prepared.ann, prepared.lee):
        bodies = session.store.db.execute("SELECT body FROM entry").fetchall()
        assert not any(b"Name1" in (body or b"") for (body,) in bodies)
        assert projection.read_subjects(session.store.db, session.inspection, "row") == {}
    mine = {one.case for one, _ in cases.assessments(prepared.ann).values()}
    assert set(cases.cases(prepared.ann)) == mine
    assert len(cases.cases(prepared.lee)) > len(mine)


def test_a_list_is_taken_in_once(prepared: Day) -> None:
    shown = read_list.preview(prepared.office, prepared.folder / "list.csv", SAMPLE)
    with pytest.raises(Refusal, match="already"):
        read_list.accept(prepared.office, shown)


def test_an_officers_cases_stay_with_one_inspector_unless_excluded(prepared: Day) -> None:
    with pytest.raises(Refusal, match="no case waiting"):
        allocate.allocate_cases(prepared.office, SAMPLE, allocate.propose(prepared.office, SAMPLE, ["x"]))
    assert [person.name for person in allocate.assessors(prepared.office)] == ["Ann", "Lee"]
    assert Exclusion("x", "Officer 1").inspector == "x"


def test_answers_arrive_are_acknowledged_and_not_sent_again(prepared: Day) -> None:
    assessment = prepared.cases_of(prepared.ann)[0]
    question = key_question(prepared.ann, assessment)
    answer.answer(prepared.ann, assessment, question, "yes")
    written = exchange.write_fieldwork_bundle(prepared.ann, prepared.folder)
    assert written.entries >= 2
    taken = exchange.take_bundle(prepared.office, written.path)
    assert taken.arrival is not None
    assert cases.sheet(prepared.office, assessment).answers[question].value == "yes"
    back = exchange.write_allocation_bundle(prepared.office, prepared.ann.author, prepared.folder)
    assert exchange.take_bundle(prepared.ann, back.path).refusal is None
    assert exchange.write_fieldwork_bundle(prepared.ann, prepared.folder).entries == 0
    result = results.team_results(prepared.office)[0]
    assert (result.received, result.expected) == (0, 6)


def test_a_damaged_a_foreign_and_a_withdrawn_bundle_are_refused_and_change_nothing(of_its_own: Day) -> None:
    answer.answer(of_its_own.lee, of_its_own.cases_of(of_its_own.lee)[0], "assess_engage", "no")
    written = exchange.write_fieldwork_bundle(of_its_own.lee, of_its_own.folder)
    before = projection.read_subjects(of_its_own.office.store.db, of_its_own.office.inspection, "assessment")
    whole = bytearray(written.path.read_bytes())
    whole[len(whole) // 2] ^= 4
    damaged = of_its_own.folder / "damaged.casebook"
    damaged.write_bytes(whole)
    refused = exchange.take_bundle(of_its_own.office, damaged).refusal
    assert isinstance(refused, BundleRefused)
    assert refused.why is Why.DAMAGED
    elsewhere = exchange.take_bundle(of_its_own.ann, written.path).refusal
    assert isinstance(elsewhere, BundleRefused)
    assert elsewhere.why is Why.WRONG_RECIPIENT
    team.withdraw_card(of_its_own.office, of_its_own.lee.author, "laptop lost")
    unknown = exchange.take_bundle(of_its_own.office, written.path).refusal
    assert isinstance(unknown, BundleRefused)
    assert unknown.why is Why.UNKNOWN_MAKER
    assert before == projection.read_subjects(
        of_its_own.office.store.db, of_its_own.office.inspection, "assessment"
    )


def test_only_confirmed_cards_are_sealed_to(prepared: Day) -> None:
    with pytest.raises(Refusal, match="not confirmed"):
        exchange.write_allocation_bundle(prepared.office, "9" * 32, prepared.folder)
    with pytest.raises(Refusal, match="Only the office"):
        exchange.write_allocation_bundle(prepared.ann, prepared.ann.author, prepared.folder)


def test_a_conflict_is_decided_with_a_reason_and_a_decision_is_made_once(prepared: Day) -> None:
    assessment = prepared.cases_of(prepared.ann)[1]
    answer.answer(prepared.ann, assessment, "plan_engage", "yes")
    answer.answer(prepared.office, assessment, "plan_engage", "no")
    sent = exchange.write_fieldwork_bundle(prepared.ann, prepared.folder)
    assert exchange.take_bundle(prepared.office, sent.path).refusal is None
    conflict = next(one for one in decide.conflicts(prepared.office) if one.key.field == "answer.plan_engage")
    assert {side.recorded.value for side in conflict.sides} == {"yes", "no"}
    with pytest.raises(Refusal, match="reason"):
        decide.decide_conflict(prepared.office, conflict.key, "yes", " ")
    decide.decide_conflict(prepared.office, conflict.key, "yes", "Read again")
    held = cases.sheet(prepared.office, assessment).recorded["plan_engage"]
    assert (held.value, held.reason, held.conflict) == ("yes", "Read again", False)
    with pytest.raises(Refusal, match="no conflict"):
        decide.decide_conflict(prepared.office, conflict.key, "no", "Again")


def test_double_work_is_listed_and_one_assessment_is_chosen(prepared: Day) -> None:
    assessment = prepared.cases_of(prepared.ann)[2]
    at_hand = cases.sheet(prepared.ann, assessment)
    answer.answer(prepared.ann, assessment, "assess_engage", "yes")
    second = assess.start_assessment(
        prepared.office, at_hand.case.id, at_hand.instrument.fingerprint, Purpose.FIRST, prepared.lee.author
    )
    answer.answer(prepared.office, second, "assess_engage", "yes")
    sent = exchange.write_fieldwork_bundle(prepared.ann, prepared.folder)
    assert exchange.take_bundle(prepared.office, sent.path).refusal is None
    (work,) = decide.work_done_twice(prepared.office)
    assert {one.id for one in work.assessments} == {assessment, second}
    waiting = results.team_results(prepared.office)[0].waiting
    assert waiting[at_hand.case.number] == "assessed twice, not decided which counts"
    decide.choose_record(prepared.office, work.subject.id, work.instrument, assessment, "allocated here")
    assert decide.work_done_twice(prepared.office)[0].chosen == assessment
    with pytest.raises(Refusal, match="something else"):
        decide.choose_record(prepared.office, work.subject.id, work.instrument, "0" * 32, "why not")


def test_not_applicable_travels_with_its_reason(prepared: Day) -> None:
    assessment = prepared.cases_of(prepared.ann)[0]
    instrument = cases.sheet(prepared.ann, assessment).instrument
    asked = next(
        one for one in instrument.questions.values() if one.allows_not_applicable and one.when is None
    )
    answer.answer(prepared.ann, assessment, asked.id, NOT_APPLICABLE, "No partner")
    sent = exchange.write_fieldwork_bundle(prepared.ann, prepared.folder)
    assert exchange.take_bundle(prepared.office, sent.path).refusal is None
    assert cases.sheet(prepared.office, assessment).answers[asked.id].reason == "No partner"


def test_every_print_is_numbered_and_recorded_and_a_preview_is_not(prepared: Day) -> None:
    assessment = prepared.cases_of(prepared.ann)[0]
    shown = print_paper.preview(prepared.ann, print_paper.CASE_SUMMARY, assessment)
    assert shown.number == "preview"
    first = print_paper.print_paper(prepared.ann, print_paper.CASE_SUMMARY, assessment)
    second = print_paper.print_paper(prepared.ann, print_paper.INSPECTORS_COPY, assessment)
    numbers = [first.number, second.number]
    assert numbers == [f"{prepared.ann.author[:4].upper()}-{count}" for count in (1, 2)]
    path = print_paper.save_paper(first, prepared.folder)
    assert path.read_bytes().startswith(b"%PDF")
    assert "X0000" not in path.name
    with pytest.raises(Refusal, match="no case of this officer"):
        print_paper.preview(prepared.ann, print_paper.INTERVIEW_SHEET, "Nobody")
    for document, subject in (
        (print_paper.RESULTS, SAMPLE),
        (print_paper.DRAW, samples.draws(prepared.office)[0].id),
    ):
        assert print_paper.print_paper(prepared.office, document, subject).pdf.startswith(b"%PDF")


def test_replacing_takes_the_next_reserve_of_the_stratum_and_closing_erases_the_rest(of_its_own: Day) -> None:
    office = of_its_own.office
    old = next(case for case in cases.cases(office).values() if case.places[SAMPLE].position == 6)
    with pytest.raises(Refusal, match="reason"):
        draw_sample.replace_case(office, SAMPLE, old.id, "")
    new = draw_sample.replace_case(office, SAMPLE, old.id, "Transferred to another area")
    replacement = cases.cases(office)[new].places[SAMPLE]
    assert replacement.stratum == old.places[SAMPLE].stratum
    assert (replacement.position > 6, replacement.reserve) == (True, True)
    assert cases.cases(office)[old.id].places[SAMPLE].replaced == new
    assert [case.id for case in allocate.unallocated(office, SAMPLE)] == [new]
    (drawn,) = samples.draws(office)
    assert draw_sample.close_draw(office, drawn.id) == 20 - 7
    bodies = [body or b"" for (body,) in office.store.db.execute("SELECT body FROM entry")]
    kept = {case.reference for case in cases.cases(office).values()}
    for number in range(20):
        found = any(f"X{number:06}".encode() in body for body in bodies)
        assert found == (f"X{number:06}" in kept)
    live = projection.read_subjects(office.store.db, office.inspection, "case")
    projection.rebuild(office.store.db, office.inspection)
    assert projection.read_subjects(office.store.db, office.inspection, "case") == live
    with pytest.raises(Refusal, match="closed"):
        draw_sample.replace_case(office, SAMPLE, new, "Again")
    assert inspections.people(office)
