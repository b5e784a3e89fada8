"""The person at work: role, card, office, and where the store lies."""

from pathlib import Path

from model.people import Role, fingerprint
from storage.cards import read_card
from storage.wrapping import Cost
from ui.actions import begin, team
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import own

QUICK = Cost(64, 1, 1)
PARTICULARS = Particulars("Here", "North", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19")


def test_an_office_is_one_before_its_first_inspection(tmp_path: Path) -> None:
    made = begin.set_up_office(tmp_path, "Olwen", "office passphrase", cost=QUICK)
    assert own.role(made.session) is Role.OFFICE
    assert own.roles(made.session) == {own.BEGINNING}
    assert own.roles(make_inspection(made.session, PARTICULARS)) == {"office"}
    assert own.store_folder(made.session) == tmp_path
    assert own.office_card(made.session) is None


def test_somebody_invited_waits_until_the_office_has_given_a_role(tmp_path: Path) -> None:
    office = make_inspection(
        begin.set_up_office(tmp_path / "o", "Olwen", "office passphrase", cost=QUICK).session, PARTICULARS
    )
    begun = begin.begin_with_invitation(
        tmp_path / "a", team.invite(office), "Ann", "ann's passphrase", cost=QUICK
    )
    assert own.role(begun.session) is None
    assert own.roles(begun.session) == {own.WAITING}
    mine, theirs = own.card(begun.session), own.office_card(begun.session)
    assert mine is not None
    assert theirs is not None
    assert theirs.name == "Olwen"
    file = own.card_file(begun.session)
    assert file == begun.card_file
    assert fingerprint(read_card(file).card) == fingerprint(mine)
    assert own.card_file(office) is None
