"""The window for real: where it begins, what locks it, and what is kept for the next start."""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from storage.settings import read_settings
from tests.practised import Practised
from ui.actions import practise, unlock
from ui.presenters import settings
from ui.presenters.case_words import Said
from ui.presenters.exchanging import Read, TakenShown
from ui.presenters.opened import Opened
from ui.presenters.start import CardMade, Invited
from ui.window.background import AtOnce
from ui.window.idle import Idle
from ui.window.main_window import MainWindow
from ui.window.pages.start.page import StartPage
from ui.window.pages.unlock.page import UnlockPage
from ui.window.sleep import PowerMessages, Sleep
from ui.window.start import furnish, watch
from ui.window.surroundings import Preferences
from ui.window.theme import Appearance, Choice, Look

DIGITS = ("48213", "99120", "00451", "77812", "12345", "67890", "11122", "33344")
INVITED = Invited(
    "Olwen Ŵyn-Parry", "North West, autumn 2018", "North West NPS division", "Ann Archer", DIGITS, b""
)
READ = Read(
    (
        TakenShown(
            "fieldwork-7c5ff843-2018-10-08-d9c7.casebook", Said("Read", "sufficient"), "From Ann: 148 new."
        ),
        TakenShown(
            "fieldwork-12345678-2018-10-08-aaaa.casebook",
            Said("Refused", "not_sufficient", "stop"),
            "This file is damaged or incomplete, or it is not a Casebook bundle. Nothing was taken in.",
        ),
    ),
    "1 bundle read, 1 refused.",
    None,
)


@pytest.fixture
def open_window(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path], MainWindow]]:
    """Open the window in a place; tasks run at once."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    opened: list[MainWindow] = []

    def make(place: Path) -> MainWindow:
        window = furnish(appearance, Preferences(settings.values(place)), place, AtOnce())
        window.setProperty("place", str(place))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opened.append(window)
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()
    opened.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def at_work(open_window: Callable[[Path], MainWindow], practised: Practised) -> MainWindow:
    """The practice inspection, unlocked through the page."""
    unlock.lock(practised.session)
    window = open_window(practised.place)
    begin = window.page()
    assert isinstance(begin, StartPage)
    begin.choice.go_on.click()
    door = window.page()
    assert isinstance(door, UnlockPage)
    QTest.keyClicks(door.door.passphrase, practise.PASSPHRASE)
    QTest.keyClick(door.door.passphrase, Qt.Key.Key_Return)
    assert window.held.session is not None
    return window


@pytest.mark.parametrize("left", [b"{}", b""])
def test_a_store_whose_key_file_is_damaged_or_gone_is_told_of_in_words(
    open_window: Callable[[Path], MainWindow], practised: Practised, left: bytes
) -> None:
    unlock.lock(practised.session)
    store = practised.place / practise.FOLDER
    if left:
        (store / "casebook.slots").write_bytes(left)
    else:
        (store / "casebook.slots").unlink()
    page = open_window(store).page()
    assert isinstance(page, UnlockPage)
    assert page.door.notice.isVisible()
    assert not page.door.unlock.isEnabled()
    assert "casebook.slots" in page.door.notice.text()


def test_it_begins_with_the_first_start_or_with_unlocking(
    open_window: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    assert isinstance(open_window(tmp_path).page(), StartPage)
    unlock.lock(practise.practise(tmp_path, lambda *_: None))
    assert isinstance(open_window(tmp_path).page(), UnlockPage)


def test_locked_it_shows_nothing_and_the_same_passphrase_opens_it_again(at_work: MainWindow) -> None:
    assert "PRACTICE" in at_work.windowTitle()
    QTest.keyClick(at_work, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    door = at_work.page()
    assert isinstance(door, UnlockPage)
    assert at_work.windowTitle() == "Casebook"
    assert at_work.pages.count() == 1
    assert door.door.practice.isVisible()
    assert at_work.focusWidget() is door.door.passphrase
    QTest.keyClicks(door.door.passphrase, practise.PASSPHRASE)
    QTest.keyClick(door.door.passphrase, Qt.Key.Key_Return)
    assert at_work.held.session is not None


@pytest.mark.parametrize("why", ["idle", "slept", "about to sleep"])
def test_idleness_and_sleep_lock(at_work: MainWindow, qapp: QApplication, why: str) -> None:
    messages = watch(qapp, at_work, Preferences(read_settings(Path(at_work.property("place")))))
    dialogue = QDialog(at_work)
    dialogue.show()
    for _ in range(2):
        if why == "idle":
            at_work.findChildren(Idle)[-1].long_enough.emit()
        elif why == "slept":
            at_work.findChildren(Sleep)[-1].slept.emit()
        else:
            messages._do()
        assert at_work.held.session is None
        assert isinstance(at_work.page(), UnlockPage)
        assert not dialogue.isVisible()
    qapp.removeNativeEventFilter(messages)
    assert isinstance(messages, PowerMessages)


def test_the_time_until_it_locks_is_a_setting(at_work: MainWindow, qapp: QApplication) -> None:
    preferences = Preferences(read_settings(Path(at_work.property("place"))))
    messages = watch(qapp, at_work, preferences)
    preferences.take({**preferences.values, "lock_after": 30})
    assert at_work.findChildren(Idle)[-1]._timer.interval() == 30 * 60_000
    qapp.removeNativeEventFilter(messages)


def test_a_size_chosen_by_key_is_there_at_the_next_start(at_work: MainWindow) -> None:
    QTest.keyClick(at_work, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert read_settings(Path(at_work.property("place")))["text_size"] == 110


def test_every_page_of_an_inspector_opens(at_work: MainWindow) -> None:
    seen: list[Any] = []
    for name in ("cases", "search", "counts", "day_end", "settings", "help"):
        at_work.navigate(name)
        seen.append(type(at_work.page()).__name__)
        assert not at_work.refusal.isVisible()
    assert len(set(seen)) == 6


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_wrong_on_any_page_at_any_size(
    at_work: MainWindow,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    theme: str,
    scale: int,
) -> None:
    appearance.set(Look(Choice(theme), scale))
    at_work.resize(1366, 728)
    found: list[str] = []

    def look(name: str) -> None:
        found.extend(f"{name}: {fault}" for fault in [*faults(at_work), *_disorder(at_work)])
        _keep(at_work, f"{name}-{theme}-{scale}")

    for name in ("search", "counts", "day_end", "settings", "help"):
        at_work.navigate(name)
        look(name)
    _fill(at_work, look)
    at_work.lock()
    door = at_work.page()
    assert isinstance(door, UnlockPage)
    look("unlock")
    door.door.refused("This passphrase does not open the store.", "Check the Caps Lock key.")
    look("wrong")
    for way in (door.forgotten, door.restoring):
        door._go(way)
        look(type(way).__name__)
    at_work.navigate("start")
    begin = at_work.page()
    assert isinstance(begin, StartPage)
    look("start")
    begin.compare.show_invitation(INVITED)
    begin.card.show_card(CardMade(Opened(None, frozenset(), ""), "Olwen Ŵyn", DIGITS, "card", b""))  # type: ignore[arg-type]
    begin.card.saved("card-12345678.casebook-card")
    for step in begin._steps[1:]:
        begin._go(step)
        look(type(step).__name__)
    assert not found, "\n".join(found)
    assert (at_work.width(), at_work.height()) == (1366, 728)


def _fill(window: MainWindow, look: Callable[[str], None]) -> None:
    """Bring pages into the states in which most is on them."""
    window.navigate("search")
    page: Any = window.page()
    page.words.setText("child")
    page._search()
    look("found")
    window.navigate("counts")
    page = window.page()
    for rate in page.rates:
        rate.unfold()
    look("behind")
    window.navigate("settings")
    page = window.page()
    page.passphrase.show()
    for part in (page.passphrase.unfold, page.about.keys, page.about.notices):
        part.unfold()
    look("unfolded")
    window.navigate("day_end")
    page = window.page()
    page.over.set_busy(on=True)
    page.over.progress.set_words(1, 3, "bundles")
    look("busy")
    page.over.show_read(READ)
    look("read")
    window.navigate("help")
    page = window.page()
    for place in range(page.list.count()):
        page.list.setCurrentRow(place)
        look(f"help{place}")


def _disorder(window: MainWindow) -> list[str]:
    """Where Tab would go up, or back to the left on one line, within the page that is shown."""
    page = window.page()
    assert page is not None
    page.focusNextPrevChild(True)
    places, at = [], page.nextInFocusChain()
    while at is not None and at is not page:
        if page.isAncestorOf(at) and at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            spot = at.mapTo(page, at.rect().topLeft())
            places.append((spot.y() + at.height() // 2, spot.x(), at))
        at = at.nextInFocusChain()
    return [
        f"Tab goes from {before[2].accessibleName()!r} back to {after[2].accessibleName()!r}"
        for before, after in pairwise(places)
        if after[0] < before[0] - 8 and after[1] <= before[1] + before[2].width()
    ]


def _keep(window: MainWindow, name: str) -> None:
    folder = os.environ.get("CASEBOOK_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        window.grab().save(str(Path(folder) / f"{name}.png"))
