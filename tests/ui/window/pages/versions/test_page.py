"""Words and versions of an instrument on a real store, with real widgets: written, shown, issued."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from model.instruments.instrument import Standing
from resources import path
from tests.model.instruments.small import swapped
from tests.office import Office, set_up
from ui.actions import write
from ui.reading import inspections
from ui.window.pages.versions.page import VersionsPage
from ui.window.theme import Appearance, Choice, Look

ID, KEY = "case_supervision", "assess_engage"
TEXT = path("programmes", "probation_services_2018", f"{ID}.toml").read_text("utf-8")


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = set_up(tmp_path_factory.mktemp("o")).make_inspection()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, make_desk: Callable[..., Any], office: Office) -> VersionsPage:
    made = VersionsPage(make_desk(office.session))
    qtbot.addWidget(made)
    made.resize(1198, 680)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.open(ID)
    return made


def write_at(
    page: VersionsPage, question: str, words: str, place: str = "text", language: str = "en"
) -> None:
    wording = page.wording
    for field, code in ((wording.question, question), (wording.place, place), (wording.language, language)):
        field.setCurrentIndex(field.findData(code))
        field.activated.emit(field.currentIndex())
    wording.editor.setPlainText(words)
    wording.editor.finish()


def issue(page: VersionsPage, reason: str = "The wording misled.") -> None:
    page.issue_button.click()
    page.reason.field.setText(reason)
    page.reason.confirm.click()


def test_the_first_question_is_shown_with_what_stands_and_what_stood(page: VersionsPage) -> None:
    assert page.about.text() == "Case supervision, version 1.0"
    assert page.wording.question.code()
    assert page.wording.editor.text() == page.wording.now.text() == page.wording.first.text()
    assert not page.difference.isVisible()
    assert not page.difference_button.isEnabled()


def test_own_words_are_kept_shown_as_a_difference_and_issued(
    page: VersionsPage, office: Office, said: Any
) -> None:
    write_at(page, KEY, "Is the person engaged?")
    write_at(page, KEY, "In the file.", "guidance.where")
    assert "2 wordings written and not issued yet." in page.known.text()
    page.difference_button.click()
    assert page.difference.heading.text() == "Version 1.0 → 1.1"
    assert "→ Is the person engaged?" in page.lines.text()
    issue(page)
    assert page.done.text().startswith("Version 1.1 of Case supervision is issued.")
    assert page.about.text() == "Case supervision, version 1.1"
    assert "not issued yet" not in page.known.text()
    asked = inspections.standing_versions(office.session)[ID].question(KEY)
    assert (asked.text["en"], asked.wording) == ("Is the person engaged?", Standing.OFFICE)
    assert any(words.startswith("Version 1.1") for words in said.named("announce"))


def test_words_outlive_the_page_and_a_lock(page: VersionsPage, office: Office) -> None:
    write_at(page, KEY, "Is the person engaged?")
    write.leave_drafts(office.session)
    page.open(ID)
    assert page.wording.question.code() == KEY
    assert page.wording.editor.text() == "Is the person engaged?"
    assert "1 wording written" in page.known.text()


def test_the_first_words_can_be_put_back(page: VersionsPage, office: Office) -> None:
    write_at(page, KEY, "Is the person engaged?")
    page.difference_button.click()
    issue(page)
    assert page.wording.take_back.isVisible()
    page.wording.take_back.click()
    page.difference_button.click()
    issue(page, "It misled nobody.")
    asked = inspections.standing_versions(office.session)[ID].question(KEY)
    assert asked.wording is Standing.PUBLISHED


def test_a_newer_file_and_a_filled_table_are_looked_at_before_they_are_issued(
    page: VersionsPage, tmp_path: Path
) -> None:
    file, table = tmp_path / "newer.toml", tmp_path / "words.xlsx"
    newer = swapped(TEXT, 'version = "1.0"', 'version = "2.0"')
    file.write_text(swapped(newer, 'id = "gender"\n', 'id = "sex"\nwas = ["gender"]\n'), encoding="utf-8")
    page.desk.files.paths.extend([file, table, table])  # type: ignore[attr-defined]
    page.file_button.click()
    assert "takes over the answers of “gender”" in page.lines.text()
    page.table_button.click()
    assert page.done.text().startswith("Written: words.xlsx")
    page.filled_button.click()
    assert page.done.text().startswith("There is nothing to change")
    assert not page.difference.isVisible()


def test_a_file_that_is_wrong_is_refused_in_words(page: VersionsPage, tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text("format = 1", encoding="utf-8")
    page.desk.files.paths.append(file)  # type: ignore[attr-defined]
    page.file_button.click()
    assert "wrong.toml" in page.done.text()


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_clipped_or_nameless(
    page: VersionsPage,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    choice: Choice,
    scale: int,
) -> None:
    write_at(page, KEY, "Is the person engaged?")
    page.difference_button.click()
    page.issue_button.click()
    appearance.set(Look(choice, scale))
    assert faults(page) == []
