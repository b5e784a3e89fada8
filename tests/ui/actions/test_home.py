"""This person's place: where it is, what is kept in it."""

from pathlib import Path

import pytest

from storage.settings import SETTINGS
from ui.actions import home


def test_a_place_can_be_named_and_the_practice_store_lies_below_it(tmp_path: Path) -> None:
    place = home.home({"CASEBOOK_HOME": str(tmp_path / "here")})
    assert place == tmp_path / "here"
    assert home.practice_folder(place).parent == place
    assert not place.exists()


def test_settings_are_kept_before_there_is_a_store(tmp_path: Path) -> None:
    place = tmp_path / "new"
    assert home.change(place, "text_size", 150)["text_size"] == 150
    assert home.settings(place)["text_size"] == 150
    assert (
        {setting.key for setting in home.declared()} == set(home.settings(place)) == {s.key for s in SETTINGS}
    )
    with pytest.raises(ValueError, match="theme"):
        home.change(place, "theme", "pink")


def test_the_last_place_of_a_bundle_is_remembered(tmp_path: Path) -> None:
    place, stick = tmp_path / "new", tmp_path / "stick"
    stick.mkdir()
    assert home.last_place(place) is None
    home.remember_place(place, stick)
    assert home.last_place(place) == stick
