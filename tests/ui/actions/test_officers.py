"""Confirming, splitting and joining officers, on real stores that exchange bundles."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.refusal import Refusal
from tests.office import WORDS, Office
from tests.several import SUPERVISION, list_of, several
from ui.actions import decide, exchange, officers, undo, unlock
from ui.actions.answer import answer
from ui.actions.interview import give_interview, give_interviews
from ui.reading import interviews
from ui.reading.interviews import Known
from ui.session import Session


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Twelve cases of four officers, allocated; nobody has confirmed an officer."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    made.draw(10, SUPERVISION).allocate(SUPERVISION).hand_out()
    yield made
    made.close()


def confirm_all(session: Session) -> None:
    officers.confirm(session, interviews.directory(session).proposals)


def known(session: Session, name: str) -> Known:
    return next(one for one in interviews.directory(session).known if one.officer.name == name)


def test_the_list_proposes_and_nothing_is_known_until_somebody_confirms(office: Office) -> None:
    found = interviews.directory(office.session)
    assert found.known == ()
    assert len(found.proposals) == 4
    assert sum(len(one.cases) for one in found.proposals) == len(found.cases)
    confirm_all(office.session)
    after = interviews.directory(office.session)
    assert after.proposals == ()
    assert {one.officer.name for one in after.known} == {f"Supervision {number}" for number in range(4)}
    with pytest.raises(Refusal, match="nothing to confirm"):
        officers.confirm(office.session, ())


def test_splitting_gives_some_cases_to_somebody_new_and_an_undo_takes_it_back(office: Office) -> None:
    confirm_all(office.session)
    whole = known(office.session, "Supervision 1")
    first = whole.cases[0].id
    other = officers.split(office.session, whole.officer.id, [first], "Another of that name")
    apart = interviews.directory(office.session).of(other)
    assert apart is not None
    assert [case.id for case in apart.cases] == [first]
    with pytest.raises(Refusal, match="some of the officer"):
        officers.split(office.session, other, [first])
    undo.undo(office.session)
    assert known(office.session, "Supervision 1").cases == whole.cases


def test_a_name_is_corrected_where_somebody_confirmed_it_and_the_list_stays_as_it_is(office: Office) -> None:
    officers.confirm(office.session, interviews.directory(office.session).proposals)
    before = interviews.directory(office.session)
    one = before.known[0]
    officers.rename(office.session, one.officer.id, "  Siân   Llewellyn ", "Kendal")
    after = interviews.directory(office.session)
    renamed = after.of(one.officer.id)
    assert renamed is not None
    assert (renamed.officer.name, renamed.officer.unit) == ("Siân Llewellyn", "Kendal")
    assert [case.id for case in renamed.cases] == [case.id for case in one.cases]
    assert after.proposals == before.proposals == ()
    for name, unit, why in ((" ", "Kendal", "needs a name"), ("Siân Llewellyn", "Kendal", "already")):
        with pytest.raises(Refusal, match=why):
            officers.rename(office.session, one.officer.id, name, unit)
    undo.undo(office.session)
    assert interviews.directory(office.session).of(one.officer.id) == one
    with pytest.raises(Refusal, match="not known"):
        officers.rename(office.session, "0" * 32, "Somebody", "")


def test_joined_officers_have_each_others_cases_until_they_are_separated(office: Office) -> None:
    confirm_all(office.session)
    one, two = known(office.session, "Supervision 0"), known(office.session, "Supervision 2")
    officers.join(office.session, two.officer.id, one.officer.id)
    both = known(office.session, "Supervision 0")
    assert len(both.cases) == len(one.cases) + len(two.cases)
    assert [each.name for each in both.joined] == ["Supervision 2"]
    with pytest.raises(Refusal, match="one officer already"):
        officers.join(office.session, one.officer.id, two.officer.id)
    officers.separate(office.session, two.officer.id)
    assert known(office.session, "Supervision 2").cases == two.cases


def test_lead_and_office_who_confirm_the_same_agree(office: Office) -> None:
    lead = office.people["Lesley Marsh"]
    confirm_all(lead)
    confirm_all(office.session)
    office.receive("Lesley Marsh")
    assert decide.conflicts(office.session) == ()
    assert len(interviews.directory(office.session).known) == 4


def test_lead_and_office_who_name_different_officers_for_a_case_disagree(office: Office) -> None:
    confirm_all(office.session)
    office.hand_out()
    lead = office.people["Lesley Marsh"]
    case = known(lead, "Supervision 1").cases[0].id
    officers.move(lead, [case], known(lead, "Supervision 2").officer.id)
    officers.move(office.session, [case], known(office.session, "Supervision 3").officer.id)
    office.receive("Lesley Marsh")
    (conflict,) = decide.conflicts(office.session)
    assert conflict.key == ("case", case, "officer")
    waiting = interviews.directory(office.session).proposals
    assert [one.cases for one in waiting] == [(case,)]


def test_an_inspector_learns_who_asks_an_officer_of_theirs_and_of_nobody_else(office: Office) -> None:
    confirm_all(office.session)
    give_interviews(office.session)
    ann, ben = office.people["Ann Archer"], office.people["Bilal Chowdhury"]
    theirs = known(office.session, "Supervision 1")
    shared = next(
        one
        for one in interviews.directory(office.session).known
        if any(interviews.directory(office.session).holders[case.id] == ann.author for case in one.cases)
    )
    give_interview(office.session, shared.officer.id, ben.author, "He has met this officer before")
    office.hand_out()
    assert interviews.asked_by(ann, shared.officer.id) == ben.author
    (made,) = [one for one in known(ben, shared.officer.name).interviews if one.holder == ben.author]
    answer(ben, made.id, "workload_manageable", "no")
    office.receive("Bilal Chowdhury").hand_out()
    assert "answer.workload_manageable" not in _fields(ann, made.id)
    own = {one.officer.id for one in interviews.directory(ann).known}
    holds = {case.id for case in interviews.directory(ann).cases.values()}
    assert own == {
        one.officer.id
        for one in interviews.directory(office.session).known
        if holds & {case.id for case in one.cases}
        or any(each.holder == ann.author for each in one.interviews)
    }
    assert theirs.officer.id in {one.officer.id for one in interviews.directory(office.session).known}


def _fields(session: Session, assessment: str) -> set[str]:
    rows = session.store.db.execute("SELECT field FROM field WHERE subject = ?", [assessment])
    return {row[0] for row in rows}


def test_two_interviews_of_one_officer_are_double_work_and_one_counts(office: Office) -> None:
    confirm_all(office.session)
    give_interviews(office.session)
    office.hand_out()
    one, two = known(office.session, "Supervision 0"), known(office.session, "Supervision 2")
    for session in office.people.values():
        for made in (
            made for each in (one, two) for made in each.interviews if made.holder == session.author
        ):
            answer(session, made.id, "workload_manageable", "no")
    for name in office.people:
        office.receive(name)
    assert decide.work_done_twice(office.session) == ()
    officers.join(office.session, two.officer.id, one.officer.id)
    (work,) = decide.work_done_twice(office.session)
    assert work.subject.words == "officer Supervision 0"
    with pytest.raises(Refusal, match="something else"):
        decide.choose_record(
            office.session, two.officer.id, "officer_interview", work.assessments[0].id, "Longer"
        )
    decide.choose_record(
        office.session, one.officer.id, "officer_interview", work.assessments[1].id, "The longer talk"
    )
    (decided,) = decide.work_done_twice(office.session)
    assert decided.chosen == work.assessments[1].id
    assert interviews.asked_by(office.session, one.officer.id) == work.assessments[1].holder


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office and a team whose stores are locked; nobody has confirmed an officer."""
    folder = tmp_path_factory.mktemp("prepared")
    made = several(folder).read(list_of(folder, SUPERVISION, range(8), officers=3), SUPERVISION)
    made.draw(6, SUPERVISION).allocate(SUPERVISION).hand_out()
    made.close()
    return folder


DOINGS = st.lists(
    st.tuples(
        st.sampled_from(["office", "Lesley Marsh"]),
        st.sampled_from(["confirm", "move", "split", "join", "separate", "give", "send"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=9,
)


def do(session: Session, what: str, one: int, other: int) -> None:
    """Do something with what stands at these places here, as far as it can be done."""
    found = interviews.directory(session)
    cases = sorted(found.cases)
    officer = found.known[one % len(found.known)].officer.id if found.known else ""
    second = found.known[other % len(found.known)].officer.id if found.known else ""
    with contextlib.suppress(Refusal):
        match what:
            case "confirm":
                officers.confirm(session, found.proposals[one % 3 :])
            case "move":
                officers.move(session, [cases[other % len(cases)]], officer)
            case "split":
                officers.split(session, officer, [cases[other % len(cases)]])
            case "join":
                officers.join(session, officer, second)
            case "separate":
                joined = [each.id for known in found.known for each in known.joined]
                officers.separate(session, joined[other % len(joined)] if joined else "")
            case "give":
                give_interviews(session, officer)


@given(doings=DOINGS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_office_and_lead_do_they_agree_once_bundles_have_gone_both_ways(
    prepared: Path, doings: list[tuple[str, str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "copy"
        shutil.copytree(prepared, place)
        office, lead = (unlock.unlock(place / name, WORDS) for name in ("office", "Lesley Marsh"))

        def exchange_once() -> None:
            up = exchange.write_fieldwork_bundle(lead, place)
            assert exchange.take_bundle(office, up.path).refusal is None
            down = exchange.write_allocation_bundle(office, lead.author, place)
            assert exchange.take_bundle(lead, down.path).refusal is None

        try:
            for person, what, one, other in doings:
                if what == "send":
                    exchange_once()
                else:
                    do(office if person == "office" else lead, what, one, other)
            exchange_once()
            here, there = interviews.directory(office), interviews.directory(lead)
            assert here == there
            held = [case for known in here.known for case in known.cases]
            waiting = [case for proposal in here.proposals for case in proposal.cases]
            assert len(held) + len(waiting) == len(here.cases)
            assert decide.conflicts(office) == decide.conflicts(lead)
            assert decide.work_done_twice(office) == decide.work_done_twice(lead)
        finally:
            for session in (office, lead):
                unlock.lock(session)
