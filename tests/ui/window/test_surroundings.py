"""Settings while the window is open."""

from typing import Any

from ui.window.surroundings import Preferences
from ui.window.theme import Choice, Look

VALUES: dict[str, str | int] = {
    "theme": "dark",
    "text_size": 150,
    "lock_after": 10,
    "guidance": "beside",
    "language": "en",
}


def test_they_are_what_the_window_looks_like() -> None:
    assert Preferences(VALUES).look() == Look(Choice.DARK, 150)


def test_who_listens_hears_only_what_has_changed() -> None:
    preferences = Preferences(VALUES)
    heard: list[tuple[str, Any]] = []
    preferences.changed.connect(lambda key, value: heard.append((key, value)))
    preferences.take({**VALUES, "lock_after": 5})
    preferences.take({**VALUES, "lock_after": 5})
    assert heard == [("lock_after", 5)]
    assert preferences.value("lock_after") == 5
    values = preferences.values
    assert values == {**VALUES, "lock_after": 5}
