"""Settings in words, the passphrase, and what the program is."""

from pathlib import Path

import pytest

from model.refusal import Refusal
from resources import VERSION
from storage.settings import SETTINGS
from tests.practised import Practised
from ui.actions import practise, unlock
from ui.presenters import settings


def test_every_setting_has_words_for_itself_and_all_its_choices(tmp_path: Path) -> None:
    shown = settings.shown(settings.values(tmp_path))
    assert [each.key for each in shown] == [setting.key for setting in SETTINGS]
    for each, setting in zip(shown, SETTINGS, strict=True):
        assert each.words
        assert each.hint
        assert tuple(choice for choice, _ in each.choices) == setting.choices
        assert all(words for _, words in each.choices)
        assert each.value == setting.default


def test_a_change_is_kept(tmp_path: Path) -> None:
    settings.change(tmp_path, "lock_after", 5)
    assert settings.values(tmp_path)["lock_after"] == 5


def test_what_the_page_says_of_this_store(practised: Practised) -> None:
    state = settings.show(practised.session, practised.place)
    assert (state.name, state.version) == (practise.NAME, VERSION)
    assert state.store == str(practised.place / "practice")
    assert state.practice
    assert "Open Government Licence" in str(state.notices.blocks)


def test_the_passphrase_is_changed_by_whoever_knows_the_old_one(practised: Practised) -> None:
    with pytest.raises(Refusal, match="does not open"):
        settings.change_passphrase(practised.session, "not this one", "another passphrase")
    with pytest.raises(Refusal, match="at least 12"):
        settings.change_passphrase(practised.session, practise.PASSPHRASE, "short")
    settings.change_passphrase(practised.session, practise.PASSPHRASE, "another passphrase")
    unlock.lock(practised.session)
    unlock.lock(unlock.unlock(practised.place / "practice", "another passphrase"))
