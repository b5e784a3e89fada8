"""The page of papers on a real store: choosing, looking, printing, saving; nothing clipped."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from tests.merging import SAMPLE, Evening, assessments_of
from ui.actions import exchange, unlock
from ui.actions.print_paper import CASE_SUMMARY, DRAW, INSPECTORS_COPY, INTERVIEW_SHEET, RESULTS
from ui.reading import cases
from ui.session import Session
from ui.window.pages.papers.page import PapersPage
from ui.window.theme import Appearance, Choice, Look


@pytest.fixture
def ann(day: Evening) -> Iterator[Session]:
    session = day.open("ann")
    yield session
    unlock.lock(session)


@pytest.fixture
def show(qtbot: Any, make_desk: Callable[..., Any]) -> Callable[[Session], PapersPage]:
    def make(session: Session) -> PapersPage:
        made = PapersPage(make_desk(session))
        qtbot.addWidget(made)
        made.resize(1198, 680)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open()
        return made

    return make


@pytest.fixture
def page(show: Callable[[Session], PapersPage], ann: Session) -> PapersPage:
    return show(ann)


class ToFile:
    """Stands in for the dialogue: a real printer that draws into a PDF file."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.asked: list[str] = []

    def choose(self, name: str) -> QPrinter | None:
        self.asked.append(name)
        if self.path is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        return printer


def choose(page: PapersPage, document: str, subject: str = "") -> None:
    """Choose as a person does with the two fields."""
    page.document.set_code(document)
    page.document.activated.emit(page.document.currentIndex())
    if subject:
        page.subject.set_code(subject)
        page.subject.activated.emit(page.subject.currentIndex())


def test_nothing_is_laid_out_before_a_case_is_chosen(page: PapersPage) -> None:
    assert page.document.currentText() == "Case summary"
    assert page.nothing.accessibleName().startswith("Choose a case")
    assert not page.viewer.isVisible()
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()


def test_a_chosen_document_stands_there_as_it_will_be_printed(page: PapersPage, ann: Session) -> None:
    choose(page, CASE_SUMMARY, assessments_of(ann)[0])
    assert page.viewer.isVisible()
    assert page.viewer.pages() >= 1
    assert page.bar.which.text() == f"Page 1 of {page.viewer.pages()}"
    assert page.viewer.accessibleName().startswith("Case summary · ")
    assert "OFFICIAL-SENSITIVE" in page.viewer.accessibleDescription()
    assert page.print.isEnabled()


def test_it_can_be_asked_for_from_another_page(show: Callable[[Session], PapersPage], day: Evening) -> None:
    office = day.open("office")
    exchange.take_bundle(office, day.bundle("ann"))
    page = show(office)
    page.open(document=RESULTS, subject=SAMPLE)
    assert page.document.currentText() == "Results"
    assert page.asks.text() == "Sample"
    assert "Provisional: 2 of 6 received" in page.viewer.accessibleDescription()
    unlock.lock(office)


def test_from_a_case_its_summary_comes_first_and_its_officer_next(page: PapersPage, ann: Session) -> None:
    wanted = assessments_of(ann)[1]
    page.open(assessment=wanted)
    assert page.laid is not None
    assert (page.laid.document, page.laid.subject) == (CASE_SUMMARY, wanted)
    choose(page, INTERVIEW_SHEET)
    officer = cases.sheet(ann, wanted).listed["officer"]
    assert page.laid.subject == officer
    choose(page, INSPECTORS_COPY)
    assert page.laid.subject == wanted


def test_the_only_draw_needs_no_choosing(show: Callable[[Session], PapersPage], day: Evening) -> None:
    office = day.open("office")
    page = show(office)
    choose(page, DRAW)
    assert page.viewer.pages() >= 1
    unlock.lock(office)


def test_the_inspectors_copy_warns(page: PapersPage, ann: Session) -> None:
    choose(page, INSPECTORS_COPY, assessments_of(ann)[0])
    assert page.warning.text().startswith("This copy must not lie before the officer.")
    page.save.click()
    assert page.confirm.isVisible()
    assert "must not lie before the officer" in page.confirm.accessibleName()
    page.confirm.keep.click()
    assert page.warning.isVisible()
    choose(page, CASE_SUMMARY)
    assert not page.warning.isVisible()


def test_printing_is_numbered_and_draws_every_page(
    page: PapersPage, day: Evening, ann: Session, said: Any
) -> None:
    choose(page, CASE_SUMMARY, assessments_of(ann)[0])
    page.printers = printer = ToFile(day.folder / "printed.pdf")
    page.print.click()
    number = f"{ann.author[:4].upper()}-1"
    assert page.done.text().startswith(f"Printed as number {number}, ")
    assert (day.folder / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert printer.asked == ["Casebook Case summary"]
    assert said.named("saved") == ["2018-10-08T19:00:00Z"]


def test_a_print_that_is_called_off_is_not_recorded(page: PapersPage, ann: Session) -> None:
    choose(page, CASE_SUMMARY, assessments_of(ann)[0])
    page.printers = ToFile(None)
    page.print.click()
    assert not page.done.isVisible()
    page.printers = ToFile(Path(ann.store.folder) / "printed.pdf")
    page.print.click()
    assert f"number {ann.author[:4].upper()}-1," in page.done.text()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_above_the_page(
    page: PapersPage, day: Evening, ann: Session, said: Any
) -> None:
    choose(page, CASE_SUMMARY, assessments_of(ann)[0])
    page.printers = ToFile(day.folder / "not there" / "printed.pdf")
    page.print.click()
    (refusal,) = said.named("refuse")
    assert refusal.happened == "The printer did not take the document."
    assert not page.done.isVisible()


def test_saving_warns_and_says_where_it_lies(page: PapersPage, day: Evening, ann: Session) -> None:
    choose(page, CASE_SUMMARY, assessments_of(ann)[0])
    page.save.click()
    assert "leaves the encrypted store" in page.confirm.accessibleName()
    page.desk.files.paths.append(day.folder)  # type: ignore[attr-defined]
    page.confirm.confirm.click()
    (saved,) = day.folder.glob("*.pdf")
    assert page.done.text().startswith(f"Saved: {saved.name}, print number ")


def test_a_folder_that_cannot_be_written_is_refused_above_the_page(
    page: PapersPage, day: Evening, ann: Session, said: Any
) -> None:
    choose(page, CASE_SUMMARY, assessments_of(ann)[0])
    page.desk.files.paths.append(day.folder / "not there")  # type: ignore[attr-defined]
    page.save.click()
    page.confirm.confirm.click()
    assert len(said.named("refuse")) == 1
    assert not page.done.isVisible()


def test_leaving_the_page_lets_the_document_go(page: PapersPage, ann: Session) -> None:
    choose(page, CASE_SUMMARY, assessments_of(ann)[0])
    page.leave()
    assert page.laid is None
    assert page.viewer.pages() == 0
    assert page.viewer.leaf.picture().isNull()
    assert page.viewer.accessibleDescription() == ""


def test_without_cases_the_page_says_so(show: Callable[[Session], PapersPage], day: Evening) -> None:
    ann = day.open("ann")
    page = show(ann.within("0" * 32))
    assert page.nothing.accessibleName().startswith("There is nothing to print yet")
    assert not page.choice.isVisible()
    assert page.first_focus() is None
    unlock.lock(ann)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped(
    page: PapersPage,
    ann: Session,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    theme: str,
    scale: int,
) -> None:
    appearance.set(Look(Choice(theme), scale))
    page.resize(1286, 660)
    assert faults(page) == []
    choose(page, INSPECTORS_COPY, assessments_of(ann)[0])
    assert faults(page) == []
    page.save.click()
    assert faults(page) == []
    page.confirm.keep.click()
    page.done.tell("Saved: inspectors-copy-8701-7ADC-2.pdf, print number 7ADC-2.")
    assert faults(page) == []
