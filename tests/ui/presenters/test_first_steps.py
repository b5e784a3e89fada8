"""Between the invitation and the first bundle."""

from pathlib import Path

import pytest

from model.people import Role, fingerprint
from model.refusal import Refusal
from storage.wrapping import Cost
from ui.actions import begin, exchange, home, team
from ui.actions.begin import Begun
from ui.actions.make_inspection import Particulars, make_inspection
from ui.presenters import first_steps
from ui.session import Session

QUICK = Cost(64, 1, 1)
PARTICULARS = Particulars(
    "Autumn 2018", "North West", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)


@pytest.fixture
def office(tmp_path: Path) -> Session:
    made = begin.set_up_office(tmp_path / "office", "Olwen", "office passphrase", cost=QUICK)
    return make_inspection(made.session, PARTICULARS)


@pytest.fixture
def ann(tmp_path: Path, office: Session) -> Begun:
    return begin.begin_with_invitation(
        tmp_path / "ann", team.invite(office), "Ann", "ann's passphrase", cost=QUICK
    )


def test_the_card_can_be_saved_again_and_its_digits_read_out(tmp_path: Path, ann: Begun) -> None:
    state = first_steps.show(ann.session)
    assert state.office == "Olwen"
    assert state.card == ann.card_file
    assert " ".join(state.digits) == fingerprint(begin.own_card(ann.session))
    assert first_steps.save_card(ann.session, tmp_path / state.file_name) == state.file_name
    assert (tmp_path / state.file_name).read_bytes() == ann.card_file


def test_the_office_s_bundle_gives_the_role(tmp_path: Path, office: Session, ann: Begun) -> None:
    team.take_card(office, ann.card_file, Role.LEAD, confirmed=True)
    bundle = exchange.write_allocation_bundle(office, ann.session.author, tmp_path)
    opened = first_steps.read_bundle(ann.session, tmp_path / "ann", bundle.path)
    assert opened.roles == {"lead"}
    assert opened.inspection == "Autumn 2018"
    assert home.last_place(tmp_path / "ann") == tmp_path


def test_a_bundle_that_is_refused_changes_nothing(tmp_path: Path, ann: Begun) -> None:
    (tmp_path / "bad.casebook").write_bytes(b"bad")
    with pytest.raises(Refusal, match="damaged"):
        first_steps.read_bundle(ann.session, tmp_path / "ann", tmp_path / "bad.casebook")


def test_a_store_without_the_card_says_so(tmp_path: Path, office: Session) -> None:
    with pytest.raises(Refusal, match="not in this store"):
        first_steps.save_card(office, tmp_path / "card")
    assert first_steps.show(office).card == b""
