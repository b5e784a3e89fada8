"""How far the hand-over has come: only the office's own statement counts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.people import Role
from storage.wrapping import Cost
from ui.actions import allocate, begin, draw_sample, exchange, read_list, team, unlock
from ui.actions.answer import answer
from ui.actions.make_inspection import Particulars, make_inspection
from ui.actions.write import write
from ui.reading import cases
from ui.reading.handed_over import HandedOver, handed_over
from ui.session import Session

QUICK = Cost(64, 1, 1)
PARTICULARS = Particulars("Here", "North", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19")
LIST = "Case reference,Gender,RoSH level,Sentence type\nA1,Male,Low,Licence\nA2,Female,High,Licence\n"


@pytest.fixture
def office(tmp_path: Path) -> Session:
    made = begin.set_up_office(tmp_path / "office", "Olwen", "office passphrase", cost=QUICK)
    return make_inspection(made.session, PARTICULARS)


@pytest.fixture
def ann(tmp_path: Path, office: Session) -> Session:
    """Ann, with two cases from the office's first bundle."""
    begun = begin.begin_with_invitation(
        tmp_path / "ann", team.invite(office), "Ann", "ann's passphrase", cost=QUICK
    )
    team.take_card(office, begun.card_file, Role.INSPECTOR, confirmed=True)
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    read_list.accept(office, read_list.preview(office, tmp_path / "list.csv", "case_supervision"))
    draw_sample.draw_sample(office, "case_supervision", "seed", 2)
    share = allocate.propose(office, "case_supervision", [begun.session.author])
    allocate.allocate_cases(office, "case_supervision", share)
    bundle = exchange.write_allocation_bundle(office, begun.session.author, tmp_path)
    assert exchange.take_bundle(begun.session, bundle.path).refusal is None
    return begun.session


@pytest.fixture
def back_and_forth(tmp_path: Path, office: Session, ann: Session) -> Callable[[], None]:
    """Ann's bundle goes to the office, and the office's comes back."""

    def go() -> None:
        assert exchange.take_bundle(office, exchange.write_fieldwork_bundle(ann, tmp_path).path).arrival
        theirs = exchange.write_allocation_bundle(office, ann.author, tmp_path)
        assert exchange.take_bundle(ann, theirs.path).arrival

    return go


def test_before_anything_is_recorded_there_is_nothing_to_hand_over(ann: Session) -> None:
    over = handed_over(ann)
    assert (over.own, over.held, over.written, over.since) == (0, 0, "", 0)
    assert over.said
    assert not over.waiting


def test_a_written_bundle_is_not_yet_received(tmp_path: Path, ann: Session) -> None:
    first, _ = cases.assessments(ann)
    answer(ann, first, "gender", "male")
    exchange.write_fieldwork_bundle(ann, tmp_path)
    over = handed_over(ann)
    assert over.own == 2
    assert (over.held, over.since) == (0, 0)
    assert over.written
    assert over.waiting == {first}


def test_the_offices_next_bundle_says_what_it_holds(ann: Session, back_and_forth: Callable[[], None]) -> None:
    first, second = cases.assessments(ann)
    answer(ann, first, "gender", "male")
    back_and_forth()
    assert handed_over(ann).waiting == frozenset()
    assert handed_over(ann).held == handed_over(ann).own == 2
    write(ann, "note", ann.new_id(), "Written since.", assessment=second, question="assess_engage")
    over = handed_over(ann)
    assert over.waiting == {second}
    assert (over.since, over.own - over.held) == (3, 3)


def test_after_restoring_a_copy_both_streams_count(
    tmp_path: Path, ann: Session, back_and_forth: Callable[[], None]
) -> None:
    first, _ = cases.assessments(ann)
    answer(ann, first, "gender", "male")
    back_and_forth()
    unlock.lock(ann)
    unlock.lock(unlock.unlock(tmp_path / "ann", "ann's passphrase"))
    (copy,) = unlock.copies_of(tmp_path / "ann")
    again = unlock.restore_copy(tmp_path / "ann", copy, "ann's passphrase")
    answer(again, first, "gender", "female")
    over: HandedOver = handed_over(again)
    assert (over.own, over.held) == (3, 2)
    assert over.waiting == {first}
    again.store.close()
