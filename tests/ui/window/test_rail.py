"""Which pages each role has, and in which order."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources import path
from ui.window.contents import EVERYBODY, Entry
from ui.window.desk import Desk
from ui.window.rail import entries
from ui.window.surroundings import MeantStore, Preferences, Surroundings

VALUES: dict[str, str | int] = {
    "theme": "light",
    "text_size": 100,
    "lock_after": 10,
    "guidance": "beside",
    "language": "en",
}


@pytest.fixture
def all_entries(tmp_path: Path) -> tuple[Entry, ...]:
    return entries(Surroundings(tmp_path, MeantStore(tmp_path), Preferences(VALUES), lambda *_: None))


def places(all_entries: tuple[Entry, ...], role: str) -> list[str]:
    return [entry.name for entry in all_entries if entry.on_rail and (not entry.roles or role in entry.roles)]


def test_what_each_role_sees(all_entries: tuple[Entry, ...]) -> None:
    assert places(all_entries, "waiting") == ["first_steps", "settings", "help"]
    assert places(all_entries, "beginning") == ["inspection", "settings", "help"]
    inspector = ["cases", "meetings", "search", "counts", "day_end", "settings", "help"]
    assert places(all_entries, "inspector") == inspector
    assert places(all_entries, "local_assessor") == inspector
    office = places(all_entries, "office")
    assert office[:5] == ["inspection", "team", "list", "sample", "allocation"]
    assert {"officers", "meetings", "merge", "decisions", "results"} <= set(office)
    assert not {"cases", "counts", "day_end"} & set(office)
    lead = places(all_entries, "lead")
    assert lead[0] == "cases"
    assert {"officers", "meetings", "merge", "decisions", "results", "day_end"} <= set(lead)


def test_names_are_unique_icons_exist_and_everybody_has_settings_and_help(
    all_entries: tuple[Entry, ...],
) -> None:
    names = [entry.name for entry in all_entries]
    assert len(set(names)) == len(names)
    for entry in all_entries:
        assert path("icons", f"{entry.icon}.svg")
        assert entry.parent in {"", *names}
    assert [entry.name for entry in all_entries if entry.on_rail and entry.roles == EVERYBODY] == [
        "settings",
        "help",
    ]


def test_a_page_is_called_what_the_rail_calls_it(
    all_entries: tuple[Entry, ...], qtbot: QtBot, desk: Desk
) -> None:
    for entry in all_entries:
        page = entry.make(desk)
        qtbot.addWidget(page)
        if entry.on_rail:
            assert page.title == entry.words


class Flashes(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt’s own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def test_no_page_flashes_a_window_of_its_own_while_it_is_made(
    all_entries: tuple[Entry, ...], qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    for entry in all_entries:
        qtbot.addWidget(entry.make(desk))
        assert flashes.seen == [], entry.name
    qapp.removeEventFilter(flashes)
