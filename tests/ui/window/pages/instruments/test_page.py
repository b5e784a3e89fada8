"""The page of instruments on a real store: checking, writing and taking in files; nothing clipped."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.instruments.reader import read_instrument
from storage.tables.writing import Sheet, write_xlsx
from tests.office import Office, set_up
from ui.window.background import Work
from ui.window.pages.instruments.page import InstrumentsPage
from ui.window.theme import Appearance, Choice, Look


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = set_up(tmp_path_factory.mktemp("o"))  # a path that is no longer than a person's own
    yield made
    made.close()


@pytest.fixture
def show(qtbot: Any, make_desk: Callable[..., Any], office: Office) -> Callable[[], InstrumentsPage]:
    def make() -> InstrumentsPage:
        made = InstrumentsPage(make_desk(office.session))
        qtbot.addWidget(made)
        made.resize(1198, 680)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.open()
        return made

    return make


@pytest.fixture
def page(show: Callable[[], InstrumentsPage], office: Office) -> InstrumentsPage:
    office.make_inspection()
    return show()


def select(page: InstrumentsPage, name: str) -> None:
    page.table.selectRow([row.name for row in page.table.rows.shown()].index(name))


def chosen(page: InstrumentsPage, *paths: Path) -> None:
    page.desk.files.paths.extend(paths)  # type: ignore[attr-defined]


def test_enter_checks_the_selected_instrument(page: InstrumentsPage, qtbot: Any, said: Any) -> None:
    select(page, "meeting")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.done.text() == "Meeting: nothing was found that is wrong."
    assert page.report.isVisible()
    assert "1,000 random cases (seed 1)" in page.report.words.text()
    assert said.named("announce") == ["Meeting: nothing was found that is wrong."]
    assert not page.working.is_on()
    assert page.check_button.isEnabled()


def test_a_check_can_be_stopped_and_leaves_no_report(
    qtbot: Any, make_desk: Callable[..., Any], office: Office
) -> None:
    office.make_inspection()
    work = Work()
    page = InstrumentsPage(replace(make_desk(office.session), work=work))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open()
    qtbot.waitUntil(lambda: bool(page.table.rows.shown()), timeout=10_000)
    select(page, "case_supervision")
    page.check_button.click()
    page.working.stop.click()
    qtbot.waitUntil(lambda: not page.working.is_on(), timeout=20_000)
    work.close()
    assert not page.report.isVisible()
    assert not page.done.isVisible()
    assert page.check_button.isEnabled()


def test_an_instrument_goes_out_and_is_taken_in_again(page: InstrumentsPage, tmp_path: Path) -> None:
    select(page, "meeting")
    workbook, file = tmp_path / "own.xlsx", tmp_path / "own.toml"
    chosen(page, workbook)
    page.export_button.click()
    assert page.done.text() == "Written: own.xlsx 30 questions, nothing left out."
    chosen(page, workbook, file)
    page.import_button.click()
    assert page.done.text().startswith("Written: own.toml, 30 questions, fingerprint ")
    assert len(read_instrument(file.read_text("utf-8"), "own.toml").questions) == 30


def test_what_a_workbook_holds_beyond_an_instrument_is_said_on_the_page(
    page: InstrumentsPage, tmp_path: Path
) -> None:
    workbook = tmp_path / "visits.xlsx"
    rows = [["start", "start", ""], ["note", "hello", "Welcome"], ["text", "seen", "What was seen?"]]
    workbook.write_bytes(write_xlsx([Sheet("survey", ("type", "name", "label"), rows)]))
    chosen(page, workbook, tmp_path / "own.toml")
    page.import_button.click()
    assert page.report.isVisible()
    assert page.done.text().endswith("What was left out or changed stands below.")
    assert page.report.heading.text() == "What was left out or changed"
    assert "sheet survey, rows 2 (start), 3 (hello)" in page.report.words.text()
    select(page, "meeting")
    page.check_button.click()
    assert page.report.heading.text() == "Report of the check"


def test_a_workbook_that_is_no_form_is_refused_on_the_page(page: InstrumentsPage, tmp_path: Path) -> None:
    wrong = tmp_path / "list.xlsx"
    wrong.write_bytes(b"Reference,Name\n")
    chosen(page, wrong, tmp_path / "own.toml")
    page.import_button.click()
    assert "list.xlsx" in page.done.text()
    assert not (tmp_path / "own.toml").exists()


def test_form_and_codebook_are_written_where_somebody_says(page: InstrumentsPage, tmp_path: Path) -> None:
    select(page, "meeting")
    chosen(page, tmp_path / "short.pdf")
    page.form_button.click()
    page.guidance.click()
    chosen(page, tmp_path / "long.pdf")
    page.form_button.click()
    assert (tmp_path / "long.pdf").stat().st_size > (tmp_path / "short.pdf").stat().st_size
    chosen(page, tmp_path / "book.csv")
    page.codebook_button.click()
    assert b"meeting_kind" in (tmp_path / "book.csv").read_bytes()
    page.codebook_button.click()  # and nothing is chosen
    asked = page.desk.files.asked[-1]  # type: ignore[attr-defined]
    assert asked.startswith("Codebook meeting-1.0-codebook.xlsx")


def test_without_an_inspection_the_page_says_what_to_do(
    show: Callable[[], InstrumentsPage], said: Any
) -> None:
    page = show()
    assert page.nothing.isVisible()
    assert not page.buttons.isVisible()
    assert page.import_button.isVisible()
    assert "programme.toml" in page.own.text()


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_clipped_or_nameless(
    page: InstrumentsPage,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    choice: Choice,
    scale: int,
) -> None:
    select(page, "meeting")
    page.check_button.click()
    appearance.set(Look(choice, scale))
    assert faults(page) == []
