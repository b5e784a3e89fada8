"""First steps on the screen: the card again, the digits, and the bundle that opens the work."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.people import Role, fingerprint
from storage.wrapping import Cost
from ui.actions import begin, exchange, team
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import own
from ui.session import Session
from ui.window.pages.first_steps import FirstStepsPage
from ui.window.surroundings import Surroundings

QUICK = Cost(64, 1, 1)
PARTICULARS = Particulars(
    "Autumn 2018", "North West", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)


@pytest.fixture
def office(tmp_path: Path) -> Session:
    made = begin.set_up_office(tmp_path / "office", "Olwen", "office passphrase", cost=QUICK)
    return make_inspection(made.session, PARTICULARS)


@pytest.fixture
def page(
    tmp_path: Path,
    make_desk: Callable[..., Any],
    files: Any,
    around: Surroundings,
    show: Callable[..., Any],
    office: Session,
) -> FirstStepsPage:
    begun = begin.begin_with_invitation(
        tmp_path / "ann", team.invite(office), "Ann", "ann's passphrase", cost=QUICK
    )
    made = show(FirstStepsPage(make_desk(begun.session, files=files), around))
    assert isinstance(made, FirstStepsPage)
    return made


def test_the_card_and_its_digits(page: FirstStepsPage, files: Any, tmp_path: Path, said: Any) -> None:
    assert page.desk.held.session is not None
    assert page.digits.text() == fingerprint(begin.own_card(page.desk.held.session))
    files.paths[:] = [tmp_path / "card"]
    QTest.keyClick(page.save_card, Qt.Key.Key_Return)
    assert (tmp_path / "card").exists()
    assert said.named("announce") == ["Saved as card"]


def test_the_office_s_bundle_begins_the_work(
    page: FirstStepsPage, files: Any, tmp_path: Path, said: Any, office: Session
) -> None:
    me = page.desk.held.session
    assert me is not None
    card = own.card_file(me)
    assert card is not None
    team.take_card(office, card, Role.INSPECTOR, confirmed=True)
    bundle = exchange.write_allocation_bundle(office, me.author, tmp_path)
    (tmp_path / "bad.casebook").write_bytes(b"bad")
    files.paths[:] = [tmp_path / "bad.casebook", bundle.path]
    page.read_bundle.click()
    assert "damaged" in said.named("refuse")[0].happened
    page.read_bundle.click()
    ((_, roles, place),) = said.named("enter")
    assert roles == {"inspector"}
    assert place.inspection == "Autumn 2018"
