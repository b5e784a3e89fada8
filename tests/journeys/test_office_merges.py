"""The office's evening: a folder merged, what differs decided, results read, printed and answered."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from tests.merging import Evening, evening
from ui.actions import exchange, unlock
from ui.session import Session
from ui.window.background import Work
from ui.window.desk import Place
from ui.window.errors import Unexpected
from ui.window.main_window import MainWindow
from ui.window.pages.decisions.page import DecisionsPage
from ui.window.pages.merge.page import MergePage
from ui.window.pages.papers.page import PapersPage
from ui.window.pages.results.page import ResultsPage
from ui.window.rail import entries
from ui.window.surroundings import MeantStore, Preferences, Surroundings
from ui.window.theme import Appearance, Choice, Look

KEY = Qt.Key


class Chosen:
    """Stands in for the file dialogues: the next path is handed over whatever is asked."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def open_file(self, words: str, kinds: str, start: Path | None = None) -> Path | None:
        return self.paths.pop(0)

    def open_files(self, words: str, kinds: str) -> tuple[Path, ...]:
        return (self.paths.pop(0),)

    def save_file(self, words: str, name: str, kinds: str) -> Path | None:
        return self.paths.pop(0)

    def folder(self, words: str, start: Path | None = None) -> Path | None:
        return self.paths.pop(0)


class PrintsToFile:
    """Stands in for the printer's dialogue: a real printer that draws into a PDF."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def choose(self, name: str) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        return printer


class Officer:
    """Somebody at the office: goes by the rail, presses keys, and waits until the work has come back."""

    def __init__(self, qtbot: Any, window: MainWindow, work: Work, chosen: Chosen) -> None:
        self._qtbot = qtbot
        self._busy = False
        self.window = window
        self.chosen = chosen
        work.busy.connect(self._hear)

    def go(self, page: str) -> None:
        self.window.navigate(page)
        self.rest()

    def press(self, button: QWidget, *paths: Path) -> None:
        """Press Space on a button that is in sight; dialogues are answered with these paths."""
        assert button.isVisible()
        assert button.isEnabled()
        self.chosen.paths = list(paths)
        button.setFocus()
        self._qtbot.keyClick(button, KEY.Key_Space)
        self.rest()

    def write(self, words: str) -> None:
        """Type where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        self._qtbot.keyClicks(target, words)

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self._qtbot.keyClick(QApplication.focusWidget() or self.window, key)
            self.rest()

    def rest(self) -> None:
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self._busy)
        QApplication.processEvents()

    def _hear(self, busy: bool) -> None:
        self._busy = busy


@pytest.fixture
def day(tmp_path: Path) -> Evening:
    return evening(tmp_path)


@pytest.fixture
def session(day: Evening) -> Session:
    return day.open("office")


@pytest.fixture
def olwen(qtbot: Any, qapp: QApplication, day: Evening, session: Session) -> Iterator[Officer]:
    qapp.setStyle("Fusion")
    work, chosen = Work(), Chosen()
    around = Surroundings(day.folder, MeantStore(day.folder), Preferences({}), lambda *_: None)
    window = MainWindow(
        work,
        entries(around),
        Appearance(qapp, Look(Choice.LIGHT)),
        Unexpected(),
        unlock.lock,
        files=chosen,
    )
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    person = Officer(qtbot, window, work, chosen)
    window.enter(session, frozenset({"office"}), Place("Small inspection"))
    person.rest()
    yield person
    window.close()


def page_of(olwen: Officer, kind: type[Any]) -> Any:
    page = olwen.window.page()
    assert isinstance(page, kind)
    return page


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_an_evening_at_the_office(olwen: Officer, day: Evening) -> None:
    olwen.go("merge")
    merge = page_of(olwen, MergePage)
    olwen.press(merge.take_folder, day.bundles)
    assert merge.outcomes.heading.text().startswith("4 bundles taken in, ")
    assert len(merge.outcomes.refused) == 1
    assert merge.strips[0].text() == "2 of 6 cases received"
    olwen.press(merge.take_folder, day.bundles)
    assert "0 new entries" in merge.outcomes.heading.text()

    olwen.press(merge.decide)
    decisions = page_of(olwen, DecisionsPage)
    assert decisions.badge.text() == "3 to decide"
    olwen.key(KEY.Key_1)
    decide_with(olwen, decisions.conflict.reasoned.reason, "Read again with both")
    assert decisions.badge.text() == "2 to decide"
    olwen.key(KEY.Key_1)
    decide_with(olwen, decisions.twice.reasoned.reason, "The case was allocated to this inspector")
    olwen.press(decisions.kept.take)
    olwen.press(decisions.kept.confirm.confirm)
    assert decisions.badge.text() == "Nothing to decide"

    olwen.go("results")
    table = page_of(olwen, ResultsPage)
    assert table.received.text() == "3 of 6 assessments received"
    olwen.press(table.waiting_button)
    assert {one.holder for one in table.waiting.rows.shown()} == {"Ben", "Lee"}
    olwen.press(table.export)
    olwen.press(table.confirm.confirm, day.folder / "results.csv")
    assert (day.folder / "results.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    olwen.press(table.print)
    papers = page_of(olwen, PapersPage)
    assert "Provisional: 3 of 6 received" in papers.viewer.accessibleDescription()
    papers.printers = PrintsToFile(day.folder / "results.pdf")
    olwen.press(papers.print)
    assert (day.folder / "results.pdf").read_bytes().startswith(b"%PDF")
    assert papers.done.text().startswith("Printed as number ")

    olwen.go("merge")
    out = day.folder / "out"
    out.mkdir()
    olwen.press(merge.write, out)
    assert merge.written.text().startswith("3 bundles written and checked")
    olwen.window.lock()
    olwen.rest()
    the_laptops_have_nothing_left_to_send(day, out)


def decide_with(olwen: Officer, reason: QWidget, words: str) -> None:
    """Type the reason and decide, by keyboard alone."""
    reason.setFocus()
    olwen.write(words)
    olwen.key(KEY.Key_Tab, KEY.Key_Space)


def the_laptops_have_nothing_left_to_send(day: Evening, out: Path) -> None:
    """The office's answer reaches Ben, who then has nothing that it does not hold."""
    ben = day.open("ben")
    taken = exchange.take_files(ben, exchange.bundles_in(out))
    assert sum(one.refusal is None for one in taken) == 1  # the other two are sealed to others
    assert exchange.write_fieldwork_bundle(ben, out).entries == 0
    unlock.lock(ben)
