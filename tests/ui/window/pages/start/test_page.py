"""The first start on the screen: each way from its first button to the open store."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.people import fingerprint
from storage.wrapping import Cost
from ui.actions import begin, team, unlock
from ui.actions.make_inspection import Particulars, make_inspection
from ui.window.pages.start.page import StartPage
from ui.window.surroundings import Surroundings

PARTICULARS = Particulars(
    "Autumn 2018", "North West", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)
WORDS = "five invented words here"
RETURN = Qt.Key.Key_Return


@pytest.fixture
def page(
    make_desk: Callable[..., Any], files: Any, around: Surroundings, show: Callable[..., Any]
) -> StartPage:
    made = show(StartPage(make_desk(files=files), around))
    assert isinstance(made, StartPage)
    return made


@pytest.fixture
def invitation(tmp_path: Path) -> Path:
    made = begin.set_up_office(tmp_path / "office", "Olwen Ŵyn", "office passphrase", cost=Cost(64, 1, 1))
    file = tmp_path / "for-ann.casebook-invitation"
    file.write_bytes(team.invite(make_inspection(made.session, PARTICULARS), "Ann Archer"))
    return file


def fill(page: StartPage, step: Any, *words: str) -> None:
    """Type into the fields of a step, going on with Tab, and press Enter in the last."""
    for at, typed in enumerate(words):
        field = page.window().focusWidget()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, RETURN if at == len(words) - 1 else Qt.Key.Key_Tab)


def test_three_ways_are_offered_and_the_first_has_the_keyboard(page: StartPage) -> None:
    choice = page.choice
    assert page.window().focusWidget() is choice.open_invitation
    assert choice.begin_practice.isVisible()
    assert choice.begin_office.isVisible()
    assert not choice.open_store.isVisible()
    assert not choice.go_on.isVisible()


def test_an_invitation_leads_to_a_store_and_a_card_by_keyboard(
    page: StartPage, files: Any, tmp_path: Path, invitation: Path, said: Any
) -> None:
    card = tmp_path / "my.casebook-card"
    files.paths[:] = [invitation, card]
    QTest.keyClick(page.choice.open_invitation, RETURN)
    assert page.compare.isVisible()
    assert len(page.compare.digits.text().split()) == 8
    assert not page.compare.on.isEnabled()
    assert page.window().focusWidget() is page.compare.tick
    QTest.keyClick(page.compare.tick, Qt.Key.Key_Space)
    QTest.keyClick(page.compare.on, RETURN)
    assert page.name.fields.name.text() == "Ann Archer"
    fill(page, page.name, WORDS, WORDS)
    assert page.card.isVisible()
    assert page.name.fields.passphrase.text() == ""
    assert page.window().focusWidget() is page.card.save_card
    QTest.keyClick(page.card.save_card, RETURN)
    assert card.exists()
    assert page.window().focusWidget() is page.card.on
    QTest.keyClick(page.card.on, RETURN)
    (entered,) = said.named("enter")
    session, roles, place = entered
    assert roles == {"waiting"}
    assert place.inspection == ""
    assert page.card.digits.text() == fingerprint(begin.own_card(session))
    unlock.lock(session)


def test_another_file_is_refused_and_the_choice_stays(
    page: StartPage, files: Any, tmp_path: Path, said: Any
) -> None:
    (tmp_path / "other").write_bytes(b"other")
    files.paths[:] = [tmp_path / "other"]
    page.choice.open_invitation.click()
    assert "not an invitation" in said.named("refuse")[0].happened
    assert page.choice.isVisible()
    page.choice.open_invitation.click()
    assert page.choice.isVisible()


def test_problems_are_said_beside_the_fields_and_what_was_typed_stays(
    page: StartPage, files: Any, invitation: Path, said: Any
) -> None:
    files.paths[:] = [invitation]
    page.choice.open_invitation.click()
    page.compare.compared.emit()
    fill(page, page.name, "short", "shor")
    assert page.name.isVisible()
    assert page.name.fields.passphrase.text() == "short"
    assert page.window().focusWidget() is page.name.fields.passphrase
    assert "at least 12" in page.name.fields.passphrase.accessibleDescription()
    assert "not the same" in page.name.fields.again.accessibleDescription()
    assert said.named("enter") == []


def test_enter_goes_from_field_to_field(page: StartPage) -> None:
    page.choice.begin_office.click()
    fields = page.office.fields
    for field, after in ((fields.name, fields.passphrase), (fields.passphrase, fields.again)):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert page.window().focusWidget() is after


def test_what_is_typed_can_be_shown(page: StartPage, files: Any, invitation: Path) -> None:
    files.paths[:] = [invitation]
    page.choice.open_invitation.click()
    page.compare.compared.emit()
    fields = page.name.fields
    QTest.keyClicks(fields.passphrase, WORDS)
    assert fields.passphrase.displayText() != WORDS
    QTest.keyClick(fields.shown, Qt.Key.Key_Space)
    assert fields.passphrase.displayText() == WORDS
    page.leave()
    assert fields.passphrase.text() == ""
    assert fields.passphrase.echoMode() == fields.passphrase.EchoMode.Password


def test_esc_goes_back_step_by_step(page: StartPage, files: Any, invitation: Path) -> None:
    files.paths[:] = [invitation]
    page.choice.open_invitation.click()
    page.compare.compared.emit()
    for expected in (page.compare, page.choice):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
        assert expected.isVisible()


def test_the_practice_inspection_opens_at_once(
    page: StartPage, around: Surroundings, said: Any, tmp_path: Path
) -> None:
    page.choice.begin_practice.click()
    (entered,) = said.named("enter")
    session, roles, place = entered
    assert roles == {"inspector"}
    assert place.inspection.startswith("PRACTICE")
    assert around.meant.folder == tmp_path / "practice"
    unlock.lock(session)
    page.open()
    assert page.choice.go_on.isVisible()
    assert page.choice.begin_practice.text() == "Begin it anew"
    page.choice.go_on.click()
    assert said.named("navigate") == [("unlock", {})]


def test_an_office_goes_on_only_after_its_recovery_card_is_saved(
    page: StartPage, files: Any, tmp_path: Path, said: Any
) -> None:
    page.choice.begin_office.click()
    fill(page, page.office, "Olwen", WORDS, WORDS)
    assert page.recovery.isVisible()
    assert not page.recovery.on.isVisible()
    page.recovery.save_card.click()
    assert not (tmp_path / "casebook.store").exists()
    files.paths[:] = [tmp_path / "gone" / "card.txt", tmp_path / "card.txt"]
    page.recovery.save_card.click()
    assert "could not be written" in said.named("refuse")[0].happened
    assert not (tmp_path / "casebook.store").exists()
    page.recovery.save_card.click()
    assert "AGE-SECRET-KEY-1" in (tmp_path / "card.txt").read_text()
    assert page.window().focusWidget() is page.recovery.on
    page.recovery.leave()
    assert page.recovery.isVisible()
    page.recovery.on.click()
    ((session, roles, _),) = said.named("enter")
    assert roles == {"beginning"}
    unlock.lock(session)


def test_a_store_that_is_here_is_offered_instead(
    page: StartPage, around: Surroundings, tmp_path: Path, said: Any
) -> None:
    unlock.lock(begin.set_up_office(tmp_path, "Olwen", WORDS, cost=Cost(64, 1, 1)).session)
    page.open()
    assert page.choice.open_store.isVisible()
    assert not page.choice.open_invitation.isVisible()
    around.meant.folder = tmp_path / "practice"
    page.choice.open_store.click()
    assert around.meant.folder == tmp_path
    assert said.named("navigate") == [("unlock", {})]


def test_leaving_between_the_steps_closes_the_store(
    page: StartPage, files: Any, tmp_path: Path, invitation: Path
) -> None:
    files.paths[:] = [invitation]
    page.choice.open_invitation.click()
    page.compare.compared.emit()
    fill(page, page.name, WORDS, WORDS)
    page.leave()
    unlock.lock(unlock.unlock(tmp_path, WORDS))
