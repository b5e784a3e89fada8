"""The office's evening: a folder merged, what differs decided, results read, printed and answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.merging import Evening, evening
from tests.somebody import KEY, Somebody, at_work
from ui.actions import exchange, unlock
from ui.window.pages.decisions.page import DecisionsPage
from ui.window.pages.papers.page import PapersPage


class PrintsToFile:
    """Stands in for the printer's dialogue: a real printer that draws into a PDF."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def choose(self, name: str) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        return printer


@pytest.fixture
def day(tmp_path: Path) -> Evening:
    return evening(tmp_path)


@pytest.fixture
def olwen(qtbot: QtBot, day: Evening) -> Iterator[Somebody]:
    with at_work(qtbot, day.open("office")) as person:
        yield person


def test_an_evening_at_the_office(olwen: Somebody, day: Evening) -> None:
    merge = olwen.go("Merge")
    olwen.push(merge.take_folder, day.bundles)
    assert merge.outcomes.heading.text().startswith("4 bundles taken in, ")
    assert len(merge.outcomes.refused) == 1
    assert merge.strips[0].text() == "2 of 6 cases received"
    olwen.push(merge.take_folder, day.bundles)
    assert "0 new entries" in merge.outcomes.heading.text()

    olwen.push(merge.decide)
    decisions = olwen.page(DecisionsPage)
    assert decisions.badge.text() == "3 to decide"
    olwen.press(KEY.Key_1)
    decide_with(olwen, decisions.conflict.reasoned.reason, "Read again with both")
    assert decisions.badge.text() == "2 to decide"
    olwen.press(KEY.Key_1)
    decide_with(olwen, decisions.twice.reasoned.reason, "The case was allocated to this inspector")
    olwen.push(decisions.kept.take)
    olwen.push(decisions.kept.confirm.confirm)
    assert decisions.badge.text() == "Nothing to decide"

    table = olwen.go("Results")
    assert table.received.text() == "3 of 6 assessments received"
    olwen.push(table.waiting_button)
    assert {one.holder for one in table.waiting.rows.shown()} == {"Ben", "Lee"}
    olwen.push(table.export)
    olwen.push(table.confirm.confirm, day.folder / "results.csv")
    assert (day.folder / "results.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    olwen.push(table.print)
    papers = olwen.page(PapersPage)
    assert "Provisional: 3 of 6 received" in papers.viewer.accessibleDescription()
    papers.printers = PrintsToFile(day.folder / "results.pdf")
    olwen.push(papers.print)
    assert (day.folder / "results.pdf").read_bytes().startswith(b"%PDF")
    assert papers.done.text().startswith("Printed as number ")

    assert olwen.go("Merge") is merge
    out = day.folder / "out"
    out.mkdir()
    olwen.push(merge.write, out)
    assert merge.written.text().startswith("3 bundles written and checked")
    olwen.window.lock()
    olwen.rest()
    the_laptops_have_nothing_left_to_send(day, out)


def decide_with(olwen: Somebody, reason: QWidget, words: str) -> None:
    """Type the reason and decide, by keyboard alone."""
    olwen.fill(reason, words, KEY.Key_Tab, KEY.Key_Space)


def the_laptops_have_nothing_left_to_send(day: Evening, out: Path) -> None:
    """The office's answer reaches Ben, who then has nothing that it does not hold."""
    ben = day.open("ben")
    taken = exchange.take_files(ben, exchange.bundles_in(out))
    assert sum(one.refusal is None for one in taken) == 1  # the other two are sealed to others
    assert exchange.write_fieldwork_bundle(ben, out).entries == 0
    unlock.lock(ben)
