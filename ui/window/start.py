"""Opens the window for real: this person's place and settings, the pages, locking when idle and at sleep."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.presenters import settings, unlock
from ui.presenters import start as starting
from ui.window.app import make_application, make_window
from ui.window.background import Runner
from ui.window.contents import START, UNLOCK
from ui.window.idle import Idle
from ui.window.keeping import Keeping
from ui.window.main_window import MainWindow
from ui.window.rail import entries
from ui.window.sleep import PowerMessages, Sleep
from ui.window.surroundings import MeantStore, Preferences, Surroundings
from ui.window.theme import Appearance


def start() -> int:
    """Open the window, and stay until it is closed; gives back the code for the system."""
    place = starting.place()
    preferences = Preferences(settings.values(place))
    application, appearance = make_application(sys.argv[:1], preferences.look())
    window = furnish(appearance, preferences, place)
    messages = watch(application, window, preferences)
    window.show()
    code = application.exec()
    application.removeNativeEventFilter(messages)
    return code


def furnish(
    appearance: Appearance, preferences: Preferences, place: Path, work: Runner | None = None
) -> MainWindow:
    """The window with all its pages, at the page where this person begins: unlocking, or the first start."""
    keeping = Keeping(appearance, preferences, place)
    around = Surroundings(place, MeantStore(place), preferences, keeping.keep)
    window = make_window(appearance, entries(around), unlock.lock, work)
    keeping.begin(window)
    window.navigate(UNLOCK if starting.store_is_there(place) else START)
    return window


def watch(application: QApplication, window: MainWindow, preferences: Preferences) -> PowerMessages:
    """Lock when nobody has touched anything for long, and when the laptop sleeps."""

    def lock() -> None:
        if isValid(window) and window.held.session is not None:
            window.lock()

    idle = Idle(window, int(preferences.value("lock_after")))
    idle.long_enough.connect(lock)
    application.installEventFilter(idle)
    preferences.changed.connect(idle.hear)
    Sleep(window).slept.connect(lock)
    messages = PowerMessages(lock)
    application.installNativeEventFilter(messages)
    return messages
