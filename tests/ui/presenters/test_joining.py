"""A person's several inspections."""

from pathlib import Path

import pytest

from model.people import fingerprint
from model.refusal import Refusal
from storage.wrapping import Cost
from tests.practised import Practised
from ui.actions import begin, team
from ui.actions.make_inspection import Particulars, make_inspection
from ui.actions.write import type_on
from ui.presenters import joining
from ui.reading import cases, own
from ui.session import Session

PARTICULARS = Particulars("Second", "North", "NPS", "probation_services_2018", "2018-11-05", "2018-11-16")


@pytest.fixture
def office(tmp_path: Path) -> Session:
    made = begin.set_up_office(tmp_path / "office", "Olwen", "office passphrase", cost=Cost(64, 1, 1))
    return make_inspection(made.session, PARTICULARS)


def test_one_joins_a_further_inspection_with_the_same_keys(practised: Practised, office: Session) -> None:
    before = joining.show(practised.session)
    assert [each.is_open for each in before.joined] == [True]
    assert before.may_join
    assert before.joined[0].words.startswith("PRACTICE – North West, 8 Oct 2018 to ")
    made = joining.join(practised.session, team.invite(office))
    card = own.card(practised.session)
    assert card is not None
    assert " ".join(made.digits) == fingerprint(card)
    assert made.office == "Olwen"
    assert made.opened.roles == {"waiting"}
    after = joining.show(made.opened.session)
    assert [each.is_open for each in after.joined] == [False, True]
    assert "not been read yet" in after.joined[1].words


def test_going_back_keeps_what_was_being_typed(practised: Practised, office: Session) -> None:
    session = practised.session
    made = joining.join(session, team.invite(office))
    mine = next(iter(cases.assessments(session)))
    type_on(session, "note", "ab" * 16, "Half a sentence", {"assessment": mine})
    joining.choose(session, made.opened.session.inspection)
    assert "Half a sentence" in [note.text for note in cases.written(session, "note")]
    back = joining.choose(made.opened.session, session.inspection)
    assert back.roles == {"inspector"}
    assert back.inspection.startswith("PRACTICE")


def test_joining_keeps_what_was_being_typed(practised: Practised, office: Session) -> None:
    session = practised.session
    mine = next(iter(cases.assessments(session)))
    type_on(session, "note", "ab" * 16, "Half a sentence", {"assessment": mine})
    joining.join(session, team.invite(office))
    assert "Half a sentence" in [note.text for note in cases.written(session, "note")]


def test_the_office_makes_its_own(office: Session) -> None:
    assert not joining.show(office).may_join


def test_another_file_joins_nothing(practised: Practised) -> None:
    with pytest.raises(Refusal, match="not an invitation"):
        joining.join(practised.session, b"other")
    assert len(joining.show(practised.session).joined) == 1
