"""Pictures of the screens as they are: drawn off the screen, one PNG for each page of the rail."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler

from ui.presenters import pictured, settings, unlock
from ui.presenters import start as starting
from ui.window.app import make_application, make_window
from ui.window.background import AtOnce
from ui.window.contents import START, UNLOCK
from ui.window.desk import Place
from ui.window.main_window import MainWindow
from ui.window.rail import entries
from ui.window.surroundings import MeantStore, Preferences, Surroundings
from ui.window.theme import Choice, Look

WIDTH, HEIGHT = 1366, 768
PASSPHRASE = "CASEBOOK_PASSPHRASE"


def pictures(folder: Path, choice: Choice = Choice.LIGHT, scale: int = 100) -> list[Path]:
    """Draw the screens of the store at this person's place into `folder`; return what was written.

    Where no store is there, that is the first start. With the passphrase in CASEBOOK_PASSPHRASE it is
    every page of the rail, and a case with its assessment; else the unlock page.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_pass_on)
    folder.mkdir(parents=True, exist_ok=True)
    place = starting.place()
    preferences = Preferences(settings.values(place))
    _application, appearance = make_application(["casebook"], Look(choice, scale))
    around = Surroundings(place, MeantStore(place), preferences, lambda *_: None)
    pages = entries(around)
    window = make_window(appearance, pages, unlock.lock, AtOnce())
    window.resize(WIDTH, HEIGHT)
    window.show()
    if not starting.store_is_there(place):
        return [_picture(window, folder, START)]
    passphrase = os.environ.get(PASSPHRASE, "")
    if not passphrase:
        return [_picture(window, folder, UNLOCK)]
    now = unlock.unlock(place, passphrase)
    window.enter(now.session, now.roles, Place(now.inspection))
    on_rail = [page.name for page in pages if page.on_rail and (not page.roles or page.roles & now.roles)]
    shown = [_picture(window, folder, name) for name in on_rail]
    held, question = pictured.worth_showing(now.session)
    if held:
        shown.append(_picture(window, folder, "case", assessment=held))
        shown.append(_picture(window, folder, "assessment", assessment=held, question=question))
        shown.append(_picture(window, folder, "papers", document=pictured.PAPER, subject=held))
    window.close()
    return shown


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Say what Qt says, except that a screen which is none cannot tell a window its smallest size."""
    del kind, context
    if message and "propagateSizeHints" not in message:
        sys.stderr.write(message + "\n")


def _picture(window: MainWindow, folder: Path, page: str, **what: str) -> Path:
    window.navigate(page, **what)
    for _ in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    path = folder / f"{page}.png"
    window.grab().save(str(path))
    return path
