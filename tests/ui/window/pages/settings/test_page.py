"""Settings on the screen: what is chosen holds at once and is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage import streams
from storage.settings import SETTINGS, read_settings
from tests.practised import Practised
from ui.actions import practise, unlock
from ui.window.pages.settings.page import SettingsPage
from ui.window.shortcuts import Shortcut
from ui.window.surroundings import Surroundings
from ui.window.widgets.plain_label import PlainLabel


@pytest.fixture
def page(
    practised: Practised,
    make_desk: Callable[..., Any],
    files: Any,
    around: Surroundings,
    show: Callable[..., Any],
) -> SettingsPage:
    made = show(SettingsPage(make_desk(practised.session, files=files), around))
    assert isinstance(made, SettingsPage)
    return made


def test_every_setting_can_be_chosen_by_key(page: SettingsPage, around: Surroundings) -> None:
    assert set(page.fields) == {setting.key for setting in SETTINGS}
    field = page.fields["theme"]
    assert page.window().focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.code() == "light"
    assert around.preferences.value("theme") == "light"
    assert read_settings(around.place)["theme"] == "light"
    size = page.fields["text_size"]
    QTest.keyClick(size, Qt.Key.Key_Down)
    assert around.preferences.value("text_size") == 110


def test_what_a_key_changed_is_shown(page: SettingsPage, around: Surroundings) -> None:
    around.keep("text_size", 200)
    assert page.fields["text_size"].code() == "200"


def test_where_the_store_lies_and_what_this_is(page: SettingsPage, practised: Practised) -> None:
    assert page.folder.text() == str(practised.place / "practice")
    assert page.folder.isReadOnly()
    assert page.about.version.text().startswith("Casebook 0.")
    page.about.keys.unfold()
    page.about.notices.unfold()
    said = {label.text() for label in page.about.findChildren(PlainLabel)}
    assert {shortcut.words for shortcut in Shortcut} <= said
    assert any("Open Government Licence" in words for words in said)
    page.open()
    assert page.about.notices.body.count() == 1


def test_the_practice_passphrase_is_not_changed_here(page: SettingsPage) -> None:
    assert not page.passphrase.isVisible()


def test_changing_the_passphrase(page: SettingsPage, practised: Practised, said: Any) -> None:
    card = page.passphrase
    card.show()
    card.unfold.unfold()
    card.button.click()
    assert "Type the passphrase" in card.old_row.problem()
    QTest.keyClicks(card.old, "not the right one")
    for field in (card.fields.passphrase, card.fields.again):
        QTest.keyClicks(field, "another passphrase")
    card.button.click()
    assert "does not open" in card.old_row.problem()
    card.old.clear()
    QTest.keyClicks(card.old, practise.PASSPHRASE)
    QTest.keyClick(card.fields.again, Qt.Key.Key_Return)
    assert said.named("announce") == ["Passphrase changed"]
    assert "is changed" in card.said.text()
    assert card.old.text() == card.fields.again.text() == ""
    unlock.lock(practised.session)
    unlock.lock(unlock.unlock(practised.place / "practice", "another passphrase"))


def test_leaving_forgets_what_was_typed(page: SettingsPage) -> None:
    page.passphrase.old.setText("something")
    page.leave()
    assert page.passphrase.old.text() == ""


def test_inspections_are_opened_and_joined_from_here(
    page: SettingsPage, practised: Practised, files: Any, tmp_path: Path, said: Any
) -> None:
    assert page.inspections.open_buttons == []
    files.paths[:] = [tmp_path / "x.casebook-invitation"]
    page.inspections.join_button.click()
    assert said.named("navigate") == [("join", {"invitation": tmp_path / "x.casebook-invitation"})]
    streams.join(practised.session.store.db, "e" * 32, "f" * 32, "2018-10-09T08:00:00Z")
    page.open()
    (button,) = page.inspections.open_buttons
    assert "not been read yet" in button.accessibleName()
    button.click()
    ((session, roles, _),) = said.named("enter")
    assert (session.inspection, set(roles)) == ("e" * 32, {"waiting"})
