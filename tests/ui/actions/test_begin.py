"""First start, unlocking and restoring, on real files."""

from pathlib import Path

import pytest

from model.people import Role, fingerprint
from model.refusal import Refusal
from storage.cards import read_card
from storage.slots import WrongPassphrase
from storage.wrapping import Cost
from ui.actions import begin, team, unlock
from ui.actions.begin import Begun, OfficeMade
from ui.actions.make_inspection import Particulars, make_inspection, programmes_offered
from ui.reading import inspections
from ui.session import Session

QUICK = Cost(64, 1, 1)
OFFICE_WORDS, ANN_WORDS = "office passphrase", "ann's passphrase"
PARTICULARS = Particulars(
    "North Vale 2018", "North Vale", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)


@pytest.fixture
def office(tmp_path: Path) -> OfficeMade:
    return begin.set_up_office(tmp_path / "office", "Olwen Ŵyn", OFFICE_WORDS, cost=QUICK)


@pytest.fixture
def at_work(office: OfficeMade) -> Session:
    return make_inspection(office.session, PARTICULARS)


@pytest.fixture
def ann(tmp_path: Path, at_work: Session) -> Begun:
    invitation = team.invite(at_work, "Ann Archer")
    return begin.begin_with_invitation(tmp_path / "ann", invitation, "Ann Archer", ANN_WORDS, cost=QUICK)


def test_an_inspection_has_its_programme_and_its_office(at_work: Session) -> None:
    assert inspections.inspection(at_work).name == "North Vale 2018"
    assert inspections.programme(at_work).id == "probation_services_2018"
    assert {instrument.id for instrument in inspections.instruments(at_work)} >= {"case_supervision"}
    (office,) = inspections.people(at_work)
    assert (office.name, office.role, office.confirmed) == ("Olwen Ŵyn", Role.OFFICE, True)
    assert "probation_services_2018" in programmes_offered()


def test_a_card_answers_an_invitation_and_gets_a_role(at_work: Session, ann: Begun) -> None:
    shown = team.look_at_card(at_work, ann.card_file)
    assert (shown.card.name, shown.known, shown.same_name) == ("Ann Archer", False, False)
    assert shown.fingerprint == fingerprint(begin.own_card(ann.session))
    team.take_card(at_work, ann.card_file, Role.INSPECTOR, confirmed=False)
    here = {person.id: person for person in inspections.people(at_work)}
    assert here[ann.session.author].confirmed is False
    team.confirm_card(at_work, ann.session.author)
    team.give_role(at_work, ann.session.author, Role.LEAD)
    here = {person.id: person for person in inspections.people(at_work)}
    assert (here[ann.session.author].confirmed, here[ann.session.author].role) == (True, Role.LEAD)


def test_other_keys_under_a_known_name_are_pointed_out(tmp_path: Path, at_work: Session, ann: Begun) -> None:
    team.take_card(at_work, ann.card_file, Role.INSPECTOR, confirmed=True)
    again = begin.begin_with_invitation(
        tmp_path / "again", team.invite(at_work), "Ann Archer", ANN_WORDS, cost=QUICK
    )
    shown = team.look_at_card(at_work, again.card_file)
    assert (shown.known, shown.same_name) == (False, True)


def test_withdrawing_needs_a_reason(at_work: Session, ann: Begun) -> None:
    team.take_card(at_work, ann.card_file, Role.INSPECTOR, confirmed=True)
    with pytest.raises(Refusal, match="reason"):
        team.withdraw_card(at_work, ann.session.author, " ")
    team.withdraw_card(at_work, ann.session.author, "laptop lost")
    assert [person.withdrawn for person in inspections.people(at_work) if person.name == "Ann Archer"] == [
        True
    ]


def test_only_the_office_invites(ann: Begun) -> None:
    with pytest.raises(Refusal, match="Only the office"):
        team.invite(ann.session)


def test_a_passphrase_opens_the_store_and_another_does_not(tmp_path: Path, ann: Begun) -> None:
    unlock.lock(ann.session)
    with pytest.raises(WrongPassphrase):
        unlock.unlock(tmp_path / "ann", OFFICE_WORDS)
    again = unlock.unlock(tmp_path / "ann", ANN_WORDS)
    assert (again.author, again.inspection) == (ann.session.author, ann.session.inspection)
    assert [owner.name for owner in unlock.owners(tmp_path / "ann")] == ["Ann Archer"]
    assert len(unlock.copies_of(tmp_path / "ann")) == 1
    unlock.lock(again)


def test_a_changed_passphrase_replaces_the_old_one(tmp_path: Path, ann: Begun) -> None:
    unlock.lock(ann.session)
    unlock.change_passphrase(tmp_path / "ann", ANN_WORDS, "another passphrase", QUICK)
    with pytest.raises(WrongPassphrase):
        unlock.unlock(tmp_path / "ann", ANN_WORDS)
    unlock.lock(unlock.unlock(tmp_path / "ann", "another passphrase"))


def test_a_copy_can_be_restored(tmp_path: Path, ann: Begun) -> None:
    unlock.lock(ann.session)
    unlock.lock(unlock.unlock(tmp_path / "ann", ANN_WORDS))
    (copy,) = unlock.copies_of(tmp_path / "ann")
    (tmp_path / "ann" / "casebook.store").unlink()
    restored = unlock.restore_copy(tmp_path / "ann", copy, ANN_WORDS)
    assert restored.inspection == ann.session.inspection
    unlock.lock(restored)


def test_a_second_store_is_not_made_over_the_first(tmp_path: Path, ann: Begun) -> None:
    with pytest.raises(Refusal, match="already"):
        begin.set_up_office(tmp_path / "ann", "Olwen", OFFICE_WORDS, cost=QUICK)
    with pytest.raises(Refusal, match="name"):
        begin.set_up_office(tmp_path / "other", "  ", OFFICE_WORDS, cost=QUICK)
    assert not (tmp_path / "other").exists()
    assert ann.session.author


def test_a_first_start_that_was_cut_short_can_begin_again(tmp_path: Path) -> None:
    (tmp_path / "office" / "making").mkdir(parents=True)
    (tmp_path / "office" / "making" / "casebook.store").write_bytes(b"half")
    (tmp_path / "office" / begin.SLOTS_FILE).write_bytes(b"{}")
    assert unlock.owners(tmp_path / "office") == ()
    made = begin.set_up_office(tmp_path / "office", "Olwen", OFFICE_WORDS, cost=QUICK)
    unlock.lock(made.session)
    unlock.lock(unlock.unlock(tmp_path / "office", OFFICE_WORDS))


def test_the_card_file_holds_nothing_secret(ann: Begun) -> None:
    assert read_card(ann.card_file).card == begin.own_card(ann.session)
    assert b"AGE-SECRET" not in ann.card_file
