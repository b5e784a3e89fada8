"""The team page's state: invitations, cards with their warnings, roles, and withdrawing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.people import Role, fingerprint
from model.refusal import Refusal
from tests.office import TEAM, Office, set_up
from ui.actions import begin
from ui.presenters import team


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection()
    yield made
    made.close()


def test_an_office_alone_is_told_to_invite(office: Office) -> None:
    state = team.show(office.session)
    (own,) = state.members
    assert (own.office, own.role_words, own.confirmed) == (True, "Office", True)
    assert state.words.startswith("Nobody else is in the team yet")
    assert own.digits == state.digits
    assert "office" not in dict(state.roles)


def test_an_invitation_is_written_where_the_person_said(office: Office) -> None:
    file = office.folder / "for-ann.casebook-invitation"
    state = team.invite(office.session, "Ann Archer", file)
    assert state.said == "Invitation written: for-ann.casebook-invitation"
    said = begin.read_invitation(file.read_bytes())
    assert (said.invited, said.title) == ("Ann Archer", "North West, autumn 2018")
    assert tuple(fingerprint(said.office).split()) == state.digits


def test_a_card_is_taken_confirmed_or_to_be_confirmed_later(office: Office) -> None:
    card = team.look_at(office.session, office.card("Ann Archer"))
    assert (card.name, len(card.digits), card.warnings, card.role) == ("Ann Archer", 8, (), "")
    state = team.take(office.session, card, "inspector", confirmed=False)
    ann = state.members[1]
    assert (ann.name, ann.said.word, ann.digits) == ("Ann Archer", "Not confirmed", card.digits)
    assert "nothing is sealed" in ann.since
    assert state.words == "1 person; 1 to be confirmed by telephone"
    assert state.saved
    state = team.confirm(office.session, ann.id)
    assert state.members[1].said.word == "Confirmed"
    assert state.members[1].since.startswith("Confirmed by you")
    assert state.words == "1 person, everybody confirmed"


def test_a_known_name_with_other_keys_is_warned_of(office: Office) -> None:
    office.gather(TEAM)
    (office.folder / "again").mkdir()
    other = Office(office.folder / "again", office.clock, office.session)
    card = team.look_at(office.session, other.card("Ann Archer"))
    assert "other keys" in card.warnings[0]
    assert card.may_take
    other.session = other.people["Ann Archer"]
    other.people.clear()
    other.close()


def test_the_same_card_again_stays_confirmed_and_changes_only_the_role(office: Office) -> None:
    file = office.card("Ann Archer")
    team.take(office.session, team.look_at(office.session, file), "inspector", confirmed=True)
    card = team.look_at(office.session, file)
    assert (card.role, card.kept) == ("inspector", True)
    assert "already, confirmed" in card.warnings[0]
    state = team.take(office.session, card, "lead", confirmed=False)
    assert (state.members[1].role, state.members[1].confirmed) == ("lead", True)


def test_roles_change_and_a_withdrawn_card_cannot_come_back(office: Office) -> None:
    file = office.card("Ann Archer")
    state = team.take(office.session, team.look_at(office.session, file), "inspector", confirmed=True)
    ann = state.members[1].id
    state = team.give_role(office.session, ann, Role.QUALITY.value)
    assert (state.members[1].role_words, state.said) == ("Quality lead", "Ann Archer is quality lead now")
    with pytest.raises(Refusal, match="reason"):
        team.withdraw(office.session, ann, " ")
    state = team.withdraw(office.session, ann, "Laptop lost")
    assert state.members[1].said.word == "Withdrawn"
    assert state.members[1].since.endswith("Laptop lost")
    assert not team.look_at(office.session, file).may_take


def test_what_is_no_card_is_refused(office: Office) -> None:
    file = office.folder / "no.casebook-card"
    file.write_text("hello")
    with pytest.raises(Refusal):
        team.look_at(office.session, file)
