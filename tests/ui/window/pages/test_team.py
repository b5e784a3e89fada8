"""The team page: invite, take a card, confirm, give a role, withdraw; each by buttons and keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.office import TEAM, Office
from ui.actions import begin, forgotten
from ui.reading import inspections
from ui.window.pages.team.page import TeamPage


@pytest.fixture
def page(show: Callable[..., Any], make_desk: Callable[..., Any], office: Office) -> TeamPage:
    made: TeamPage = show(TeamPage(make_desk(office.session)), (1198, 700))
    return made


def take(page: TeamPage, card: Path, role: str, *, compared: bool = True) -> None:
    page.desk.files.paths = [card]  # type: ignore[attr-defined]
    page.take.click()
    page.taking.role.set_code(role)
    if compared:
        page.taking.compared.click()
    page.taking.confirm.click()


def names(office: Office) -> dict[str, tuple[str | None, bool]]:
    found = inspections.people(office.session)
    return {one.name: (one.role.value if one.role else None, one.confirmed) for one in found}


def test_an_invitation_needs_a_name_and_shows_the_offices_digits(page: TeamPage, office: Office) -> None:
    file = office.folder / "for-ann.casebook-invitation"
    page.desk.files.paths = [file]  # type: ignore[attr-defined]
    page.invite.click()
    assert page.inviting.name.hasFocus()
    QTest.keyClick(page.inviting.name, Qt.Key.Key_Return)
    assert "Type the name" in page.inviting.row.problem()
    QTest.keyClicks(page.inviting.name, "Ann Archer")
    QTest.keyClick(page.inviting.name, Qt.Key.Key_Return)
    said = begin.read_invitation(file.read_bytes())
    assert said.invited == "Ann Archer"
    assert page.inviting.written.text() == "Invitation written: for-ann.casebook-invitation"
    assert len(page.inviting.digits.text().split()) == 8
    assert page.inviting.close_button.hasFocus()
    QTest.keyClick(page.inviting.close_button, Qt.Key.Key_Escape)
    assert page.inviting.isHidden()
    assert page.table.hasFocus()


def test_a_card_is_shown_before_it_is_taken(page: TeamPage, office: Office, said: Any) -> None:
    page.desk.files.paths = [office.card("Ann Archer")]  # type: ignore[attr-defined]
    page.take.click()
    assert page.taking.card.heading.text() == "A card from Ann Archer"
    assert page.taking.compared.hasFocus()
    assert page.taking.confirm.text() == "Take the card, to be confirmed later"
    assert "Ann Archer" not in names(office)
    page.taking.confirm.click()
    assert "Choose the role" in page.taking.row.problem()
    page.taking.role.set_code("inspector")
    QTest.keyClick(page.taking.compared, Qt.Key.Key_Space)
    assert page.taking.confirm.text() == "Take the card"
    page.taking.confirm.click()
    assert names(office)["Ann Archer"] == ("inspector", True)
    assert page.taking.isHidden()
    assert page.table.hasFocus()
    now = page.table.current()
    assert now is not None
    assert now.name == "Ann Archer"
    assert said.named("saved")


def test_leaving_a_card_records_nothing(page: TeamPage, office: Office) -> None:
    page.desk.files.paths = [office.card("Ann Archer")]  # type: ignore[attr-defined]
    page.take.click()
    QTest.keyClick(page.taking.compared, Qt.Key.Key_Escape)
    assert page.taking.isHidden()
    assert "Ann Archer" not in names(office)


def test_a_card_is_confirmed_later_from_the_table(page: TeamPage, office: Office) -> None:
    take(page, office.card("Ann Archer"), "inspector", compared=False)
    assert names(office)["Ann Archer"] == ("inspector", False)
    assert page.member.badge.text() == "Not confirmed"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.member.confirm_button.hasFocus()
    page.member.confirm_button.click()
    assert names(office)["Ann Archer"] == ("inspector", True)
    assert page.member.confirm_button.isHidden()


def test_a_role_changes_at_once(page: TeamPage, office: Office, said: Any) -> None:
    take(page, office.card("Ann Archer"), "inspector")
    QTest.keyClicks(page.member.role, "Lead")
    assert names(office)["Ann Archer"] == ("lead", True)
    assert said.named("announce")[-1] == "Ann Archer is lead inspector now"


def test_withdrawing_asks_for_a_reason_first(page: TeamPage, office: Office) -> None:
    take(page, office.card("Ann Archer"), "inspector")
    page.member.withdraw_button.click()
    assert page.reason.field.hasFocus()
    QTest.keyClick(page.reason.field, Qt.Key.Key_Escape)
    assert page.member.badge.text() == "Confirmed"
    page.member.withdraw_button.click()
    QTest.keyClicks(page.reason.field, "Laptop lost")
    QTest.keyClick(page.reason.field, Qt.Key.Key_Return)
    assert page.member.badge.text() == "Withdrawn"
    assert page.member.since.text().endswith("Laptop lost")
    assert page.member.withdraw_button.isHidden()


def test_the_office_itself_is_neither_confirmed_nor_withdrawn_here(page: TeamPage) -> None:
    assert page.member.isVisible()
    assert page.member.role_row.isHidden()
    assert page.member.withdraw_button.isHidden()
    assert page.invite.isVisible()


def test_a_file_that_is_no_card_is_refused_in_words(page: TeamPage, office: Office, said: Any) -> None:
    file = office.folder / "no.casebook-card"
    file.write_text("hello")
    page.desk.files.paths = [file]  # type: ignore[attr-defined]
    page.take.click()
    assert len(said.named("refuse")) == 1
    assert page.taking.isHidden()


def test_a_forgotten_passphrase_is_answered_by_telephone_card_and_code(
    page: TeamPage, office: Office
) -> None:
    office.gather(TEAM)
    page.open()
    page.table.select(lambda member: member.name == "Ann Archer")
    request, reply = office.request("Ann Archer"), office.folder / "ann.casebook-reply"
    page.desk.files.paths = [request, office.safe(), reply]  # type: ignore[attr-defined]
    page.member.forgotten_button.click()
    pane = page.forgotten
    assert pane.isVisible()
    assert page.member.isHidden()
    assert pane.digits.text() == forgotten.digits_of_request(office.folder / "Ann Archer")
    assert pane.compared.hasFocus()
    pane.reply.click()
    assert "Compare the digits first" in pane.problem.text()
    QTest.keyClick(pane.compared, Qt.Key.Key_Space)
    pane.reply.click()
    assert "Choose the recovery card" in pane.problem.text()
    assert not reply.exists()
    assert pane.choose.hasFocus()
    pane.choose.click()
    assert pane.chosen.text() == "Recovery card: casebook-recovery-card.txt"
    assert pane.reply.hasFocus()
    pane.reply.click()
    assert pane.written.text().startswith("Reply written: ann.casebook-reply")
    assert not pane.reply.isVisible()
    code = pane.digits.text()
    assert len(code.split()) == 5
    office.people.pop("Ann Archer").store.close()
    office.people["Ann Archer"] = forgotten.accept_answer(
        office.folder / "Ann Archer", reply.read_bytes(), code, "a new passphrase"
    )
    QTest.keyClick(pane.cancel, Qt.Key.Key_Escape)
    assert pane.isHidden()
    assert pane.digits.text() == ""
    assert page.table.hasFocus()


def test_leaving_the_page_forgets_a_code(page: TeamPage, office: Office) -> None:
    office.gather(TEAM)
    page.open()
    page.table.select(lambda member: member.name == "Ann Archer")
    files = [office.request("Ann Archer"), office.safe(), office.folder / "reply"]
    page.desk.files.paths = files  # type: ignore[attr-defined]
    page.member.forgotten_button.click()
    page.forgotten.compared.click()
    page.forgotten.choose.click()
    page.forgotten.reply.click()
    assert page.forgotten.digits.text()
    page.leave()
    assert page.forgotten.digits.text() == ""
    assert page.forgotten.isHidden()


def test_nobody_answers_for_a_withdrawn_card_or_for_the_office_itself(page: TeamPage, office: Office) -> None:
    assert page.member.forgotten_button.isHidden()
    take(page, office.card("Ann Archer"), "inspector")
    assert page.member.forgotten_button.isVisible()
    page.member.withdraw_button.click()
    QTest.keyClicks(page.reason.field, "Laptop lost")
    QTest.keyClick(page.reason.field, Qt.Key.Key_Return)
    assert page.member.forgotten_button.isHidden()
