"""Sharing out: the proposal follows who takes cases and what keeps them apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.cases import Case
from model.people import Role
from model.refusal import Refusal
from tests.office import PRACTICE_LIST, SAMPLE, Office, set_up, small_list
from ui.actions import draw_sample, team
from ui.presenters import holders, share_out
from ui.reading import cases


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(9)
    yield made
    made.close()


def test_everybody_confirmed_takes_cases_and_loads_are_even(office: Office) -> None:
    team.take_card(office.session, office.card("Dilys Evans").read_bytes(), Role.INSPECTOR, confirmed=False)
    state = share_out.show(office.session)
    assert (state.waiting, state.drawn) == (9, 9)
    assert [(one.name, one.may, one.takes) for one in state.takers] == [
        ("Ann Archer", True, True),
        ("Bilal Chowdhury", True, True),
        ("Dilys Evans", False, False),
        ("Lesley Marsh", True, True),
    ]
    assert "not confirmed" in state.takers[2].words
    assert [line.new for line in state.proposal.lines] == [3, 3, 3]
    assert sum(len(held) for held in cases.assessments(office.session)) == 0


def test_fewer_people_get_more_and_nobody_gets_none(office: Office) -> None:
    ann = office.id("Ann Archer")
    state = share_out.show(office.session, SAMPLE, [ann])
    assert [(line.name, line.new) for line in state.proposal.lines] == [("Ann Archer", 9)]
    assert state.proposal.words == "Every officer meets one inspector only."
    state = share_out.show(office.session, SAMPLE, [])
    assert (state.proposal.problem, state.proposal.allocation) == ("Tick whoever takes cases.", None)


def test_a_case_that_nobody_may_take_is_named_by_its_number(office: Office) -> None:
    ann = office.id("Ann Archer")
    officer = share_out.show(office.session).officers[0]
    state = share_out.exclude(office.session, SAMPLE, [ann], ann, officer, "")
    assert [line.words for line in state.conflicts] == [f"Ann Archer takes no case of {officer}"]
    numbers = {case.number for case in cases.cases(office.session).values()}
    assert any(f"case {number} of {officer}" in state.proposal.problem for number in numbers)
    state = share_out.lift(office.session, SAMPLE, [ann], state.conflicts[0].id)
    assert (state.conflicts, state.proposal.problem) == ((), "")


def test_what_was_proposed_is_recorded_once(office: Office) -> None:
    allocation = share_out.show(office.session).proposal.allocation
    assert allocation is not None
    state = share_out.share_out(office.session, SAMPLE, allocation)
    assert (state.waiting, state.said) == (0, "9 cases allocated")
    assert state.proposal.lines == ()
    with pytest.raises(Refusal, match="since this was proposed"):
        share_out.share_out(office.session, SAMPLE, allocation)


def test_a_replaced_case_waits_and_goes_to_whoever_has_room(office: Office) -> None:
    office.allocate()
    draw_sample.replace_case(office.session, SAMPLE, next(iter(cases.cases(office.session))), "Moved away")
    state = share_out.show(office.session)
    assert (state.waiting, state.drawn) == (1, 9)
    assert sum(line.new for line in state.proposal.lines) == 1
    assert sum(line.now for line in state.proposal.lines) == 9


def test_split_officers_are_named(tmp_path: Path, office: Office) -> None:
    state = share_out.show(office.session)
    assert state.proposal.allocation is not None
    split = state.proposal.allocation.split
    assert all(officer in state.proposal.words for officer in split)
    assert sum(line.shared for line in state.proposal.lines) == sum(
        officer in {case.facts()["officer"] for case in _held(office, cases_)}
        for cases_ in state.proposal.allocation.cases.values()
        for officer in split
    )


def _held(office: Office, ids: tuple[str, ...]) -> list[Case]:
    held = cases.cases(office.session)
    return [held[id] for id in ids]


def test_conflicts_of_interest_are_with_whoever_a_list_names(tmp_path: Path) -> None:
    office = set_up(tmp_path).make_inspection().gather()
    office.read(PRACTICE_LIST.with_name("court_report_list.csv"), "court_reports").draw(12, "court_reports")
    held = {case.id: case.places["court_reports"].facts for case in cases.cases(office.session).values()}
    state = share_out.show(office.session, "court_reports")
    assert set(state.officers) == {facts["report_author"] for facts in held.values()}
    assert set(state.units) == {facts["court"] for facts in held.values()}
    ann, author = office.id("Ann Archer"), state.officers[0]
    court = next(facts["court"] for facts in held.values() if facts["report_author"] != author)
    share_out.exclude(office.session, "court_reports", [], ann, author, "")
    share_out.exclude(office.session, "court_reports", [], ann, "", court)
    allocation = share_out.show(office.session, "court_reports").proposal.allocation
    assert allocation is not None
    mine = [held[case] for case in allocation.cases[ann]]
    assert mine
    assert not any(facts["report_author"] == author or facts["court"] == court for facts in mine)
    share_out.share_out(office.session, "court_reports", allocation)
    line = next(line for line in holders.show(office.session).lines if line.officer == author)
    assert "Ann Archer" in holders.offer(office.session, line.assessment).barred
    office.close()
