"""Joining a further inspection on the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage.wrapping import Cost
from tests.practised import Practised
from ui.actions import begin, team
from ui.actions.make_inspection import Particulars, make_inspection
from ui.window.pages.join import JoinPage

PARTICULARS = Particulars("Second", "North", "NPS", "probation_services_2018", "2018-11-05", "2018-11-16")


@pytest.fixture
def invitation(tmp_path: Path) -> Path:
    made = begin.set_up_office(tmp_path / "office", "Olwen", "office passphrase", cost=Cost(64, 1, 1))
    file = tmp_path / "second.casebook-invitation"
    file.write_bytes(team.invite(make_inspection(made.session, PARTICULARS)))
    return file


@pytest.fixture
def page(
    practised: Practised,
    make_desk: Callable[..., Any],
    files: Any,
    show: Callable[..., Any],
    invitation: Path,
) -> JoinPage:
    made = show(JoinPage(make_desk(practised.session, files=files)), invitation=invitation)
    assert isinstance(made, JoinPage)
    return made


def test_digits_first_then_the_card_then_the_new_inspection(
    page: JoinPage, practised: Practised, files: Any, tmp_path: Path, said: Any
) -> None:
    assert page.window().focusWidget() is page.compare.tick
    assert not page.compare.on.isEnabled()
    QTest.keyClick(page.compare.tick, Qt.Key.Key_Space)
    QTest.keyClick(page.compare.on, Qt.Key.Key_Return)
    assert page.card.words.text().startswith("You have joined. ")
    files.paths[:] = [tmp_path / "card"]
    QTest.keyClick(page.card.save_card, Qt.Key.Key_Return)
    assert (tmp_path / "card").exists()
    QTest.keyClick(page.card.on, Qt.Key.Key_Return)
    ((session, roles, _),) = said.named("enter")
    assert roles == {"waiting"}
    assert session.store is practised.session.store
    assert session.inspection != practised.session.inspection


def test_esc_goes_back_and_joins_nothing(page: JoinPage, said: Any) -> None:
    QTest.keyClick(page.compare.tick, Qt.Key.Key_Escape)
    assert [kind for kind, _ in said.all] == ["back"]
