"""The window from its start to the first page painted after unlocking, and an empty window as its floor.

python -m tests.benchmarks.starting window PLACE PASSPHRASE
    starts the program's own window, unlocks, and ends when the first page has been painted; says how long it
    took from the passphrase on, and the modules of Casebook that were loaded
python -m tests.benchmarks.starting empty PLACE PASSPHRASE MODULES
    imports the same, opens the store and shows an empty window
"""

import importlib
import sys
import time
from pathlib import Path

OWN = ("model", "storage", "resources", "ui")
SIZE = (1366, 768)


def window(place: str, passphrase: str) -> None:
    """Start, unlock, and wait for the first page."""
    from PySide6.QtCore import QEventLoop

    from ui.presenters import settings
    from ui.window.app import make_application
    from ui.window.background import Work
    from ui.window.start import furnish
    from ui.window.surroundings import Preferences

    preferences = Preferences(settings.values(Path(place)))
    application, appearance = make_application([], preferences.look())
    work = Work()
    busy = [False]
    work.busy.connect(lambda on: busy.__setitem__(0, on))
    made = furnish(appearance, preferences, Path(place), work)
    made.resize(*SIZE)
    made.show()

    def settle() -> None:
        application.processEvents()
        while busy[0]:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        application.processEvents()

    settle()
    door = made.page()
    assert door is not None
    start = time.perf_counter()
    door.door.typed.emit(passphrase)  # type: ignore[attr-defined]  # the unlock page's own
    settle()
    took = time.perf_counter() - start
    assert made.page() is not door
    assert made.held.session is not None
    loaded = [name for name in sys.modules if name.split(".")[0] in OWN]
    made.close()
    settle()
    sys.stdout.write("\n".join([f"{took * 1000:.1f}", *loaded]))


def empty(place: str, passphrase: str, modules: str) -> None:
    """Import the same, open the store, show nothing."""
    for name in modules.split(","):
        importlib.import_module(name)
    from PySide6.QtWidgets import QApplication, QMainWindow

    from storage import slots, store
    from ui.actions.begin import SLOTS_FILE

    application = QApplication([])
    made = QMainWindow()
    made.resize(*SIZE)
    made.show()
    application.processEvents()
    unlocked = slots.unlock(slots.read_slots(Path(place) / SLOTS_FILE), passphrase)
    opened = store.open_store(Path(place), unlocked.key)
    application.processEvents()
    opened.close()
    made.close()


if __name__ == "__main__":
    if sys.argv[1] == "window":
        window(*sys.argv[2:])
    else:
        empty(*sys.argv[2:])
