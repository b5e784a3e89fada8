"""The unlock page on the screen: right, wrong, damaged, forgotten, restored, and practice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage.wrapping import Cost
from tests.practised import Practised
from ui.actions import begin, forgotten, unlock
from ui.window.pages.unlock.page import UnlockPage
from ui.window.surroundings import Surroundings

WORDS = "office passphrase"
RETURN = Qt.Key.Key_Return


@pytest.fixture
def recovery(tmp_path: Path) -> bytes:
    made = begin.set_up_office(tmp_path, "Olwen Ŵyn", WORDS, cost=Cost(64, 1, 1))
    unlock.lock(made.session)
    unlock.lock(unlock.unlock(tmp_path, WORDS))
    return made.recovery_card.encode()


@pytest.fixture
def page(
    make_desk: Callable[..., Any],
    files: Any,
    around: Surroundings,
    show: Callable[..., Any],
    recovery: bytes,
) -> UnlockPage:
    made = show(UnlockPage(make_desk(files=files), around))
    assert isinstance(made, UnlockPage)
    return made


def entered(said: Any) -> Any:
    ((session, roles, place),) = said.named("enter")
    unlock.lock(session)
    return roles, place.inspection


def test_the_passphrase_opens_the_store_by_keyboard(page: UnlockPage, said: Any) -> None:
    door = page.door
    assert page.window().focusWidget() is door.passphrase
    QTest.keyClicks(door.passphrase, WORDS)
    QTest.keyClick(door.passphrase, RETURN)
    assert entered(said) == ({"beginning"}, "")
    assert door.passphrase.text() == ""


def test_a_wrong_one_is_said_plainly_beside_the_field(page: UnlockPage, said: Any) -> None:
    QTest.keyClicks(page.door.passphrase, "something else")
    page.door.unlock.click()
    assert "does not open the store" in page.door.row.problem()
    assert "Caps Lock" in page.door.row.problem()
    assert page.window().focusWidget() is page.door.passphrase
    assert page.door.passphrase.selectedText() or page.door.passphrase.hasSelectedText()
    assert page.door.unlock.isEnabled()
    assert said.named("enter") == []
    page.door.passphrase.clear()
    QTest.keyClick(page.door.passphrase, RETURN)
    assert "Type your passphrase" in page.door.row.problem()


def test_a_damaged_store_leads_to_a_copy(page: UnlockPage, tmp_path: Path, said: Any) -> None:
    (tmp_path / "casebook.store").write_bytes(b"damaged" * 2_000)
    QTest.keyClicks(page.door.passphrase, WORDS)
    QTest.keyClick(page.door.passphrase, RETURN)
    assert "damaged" in page.door.notice.text()
    assert page.window().focusWidget() is page.door.restore_button
    QTest.keyClick(page.door.restore_button, RETURN)
    assert page.restoring.isVisible()
    page.restoring.button.click()
    assert "Type your passphrase" in page.restoring.row.problem()
    QTest.keyClicks(page.restoring.passphrase, "something else")
    page.restoring.button.click()
    assert "does not open" in page.restoring.row.problem()
    page.restoring.passphrase.clear()
    QTest.keyClicks(page.restoring.passphrase, WORDS)
    QTest.keyClick(page.restoring.passphrase, RETURN)
    assert entered(said) == ({"beginning"}, "")


def test_a_store_in_use_is_refused_above_the_page(page: UnlockPage, tmp_path: Path, said: Any) -> None:
    held = unlock.unlock(tmp_path, WORDS)
    QTest.keyClicks(page.door.passphrase, WORDS)
    page.door.unlock.click()
    assert "already open" in said.named("refuse")[0].happened
    unlock.lock(held)


def test_a_forgotten_passphrase_in_three_steps(
    page: UnlockPage, files: Any, tmp_path: Path, recovery: bytes, said: Any
) -> None:
    request, reply = tmp_path / "r.casebook-request", tmp_path / "r.casebook-reply"
    page.door.forgotten_button.click()
    step = page.forgotten
    assert page.window().focusWidget() is step.save_request
    assert not step.digits.isVisible()
    step.set_passphrase.click()
    assert page.window().focusWidget() is step.open_reply
    files.paths[:] = [request, reply]
    step.save_request.click()
    assert step.digits.text() == forgotten.look_at_request(request.read_bytes()).digits
    answered = forgotten.answer_request(request.read_bytes(), recovery, Cost(64, 1, 1))
    reply.write_bytes(answered.reply)
    step.open_reply.click()
    assert page.window().focusWidget() is step.code
    step.set_passphrase.click()
    assert "Type the digits" in step.code_row.problem()
    QTest.keyClicks(step.code, "1" * 25)
    for field in (step.fields.passphrase, step.fields.again):
        QTest.keyClicks(field, "a new passphrase")
    step.set_passphrase.click()
    assert "code" in said.named("refuse")[0].happened
    step.code.setText(answered.code)
    QTest.keyClick(step.fields.again, RETURN)
    assert entered(said) == ({"beginning"}, "")
    assert step.code.text() == ""
    unlock.lock(unlock.unlock(tmp_path, "a new passphrase"))


def test_esc_comes_back_to_the_door(page: UnlockPage) -> None:
    for button in (page.door.forgotten_button, page.door.restore_button):
        button.click()
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
        assert page.door.isVisible()
        assert page.window().focusWidget() is page.door.passphrase


def test_practice_shows_its_passphrase_and_can_be_left(
    page: UnlockPage, around: Surroundings, practised: Practised, said: Any
) -> None:
    unlock.lock(practised.session)
    around.meant.folder = practised.place / "practice"
    page.open()
    assert "practice passphrase" in page.door.practice.text()
    assert not page.door.forgotten_button.isVisible()
    page.door.leave_button.click()
    assert around.meant.folder == around.place
    assert said.named("navigate") == [("start", {})]


def test_without_the_store_only_a_copy_is_offered(page: UnlockPage, tmp_path: Path) -> None:
    (tmp_path / "casebook.store").unlink()
    page.open()
    assert "not in its folder" in page.door.notice.text()
    assert not page.door.unlock.isEnabled()
    assert page.window().focusWidget() is page.door.restore_button


def test_from_the_door_one_can_practise(page: UnlockPage, said: Any) -> None:
    page.door.practise_button.click()
    assert said.named("navigate") == [("start", {})]


def test_the_digits_of_a_request_are_there_when_the_office_telephones_later(
    page: UnlockPage, tmp_path: Path
) -> None:
    (owner,) = unlock.owners(tmp_path)
    request = forgotten.ask_the_office(tmp_path, owner.person)
    page.open()
    page.door.forgotten_button.click()
    assert page.forgotten.digits.isVisible()
    assert page.forgotten.digits.text() == forgotten.look_at_request(request).digits
