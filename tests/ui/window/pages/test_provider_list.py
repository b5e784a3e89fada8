"""The provider's list page: nothing is recorded before "Take in"; twins are decided; a mistake is erased."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.office import PARTICULARS, PRACTICE_LIST, SAMPLE, Office, row, small_list
from ui.reading import samples
from ui.window.pages.provider_list.page import ProviderListPage


@pytest.fixture
def page(show: Callable[..., Any], make_desk: Callable[..., Any], office: Office) -> ProviderListPage:
    made: ProviderListPage = show(ProviderListPage(make_desk(office.session)), (1198, 700))
    return made


def choose(page: ProviderListPage, file: Path) -> None:
    page.desk.files.paths = [file]  # type: ignore[attr-defined]
    (page.choose if page.choose.isVisible() else page.another).click()


def chip(page: ProviderListPage, code: str) -> Any:
    found = page.previewing.chips.findChildren(QWidget)
    return next(each for each in found if getattr(each, "code", "") == code)


def shown(page: ProviderListPage) -> list[int]:
    return [line.row for line in page.previewing.table.rows.shown()]


def test_the_practice_list_is_looked_over_and_taken_in(
    page: ProviderListPage, office: Office, said: Any
) -> None:
    choose(page, PRACTICE_LIST)
    assert shown(page) == [42, 79, 122, 179, 217, 279, 466, 497, 565, 572]
    assert page.previewing.table.hasFocus()
    QTest.keyClick(page.previewing.table, Qt.Key.Key_Down)
    assert page.previewing.row.heading.text() == "Row 79, case F577894"
    assert page.previewing.row.remarks.text() == "RoSH level: “HIGH” read as “High”."
    chip(page, "refused").click()
    assert shown(page) == [572]
    chip(page, "all").click()
    assert len(shown(page)) == 571
    assert samples.rows(office.session, SAMPLE) == ()
    assert page.accept.text() == "Take in 570 cases"
    page.accept.click()
    assert len(samples.rows(office.session, SAMPLE)) == 570
    assert page.taken_in.message.text().startswith("570 eligible cases taken in.")
    assert said.named("announce")[-1] == "570 cases taken in"
    assert page.taken_in.next.hasFocus()
    page.taken_in.next.click()
    assert said.named("navigate") == [("sample", {"sample": SAMPLE})]


def test_a_preview_is_still_there_after_a_look_at_another_page(page: ProviderListPage) -> None:
    choose(page, PRACTICE_LIST)
    page.leave()
    page.open()
    assert page.previewing.isVisible()
    assert page.accept.isVisible()


def test_a_preview_is_not_carried_into_another_inspection(page: ProviderListPage, office: Office) -> None:
    choose(page, PRACTICE_LIST)
    page.desk.held.session = office.make_inspection(replace(PARTICULARS, name="Wales")).session
    page.open()
    assert page.previewing.isHidden()
    assert page.accept.isHidden()
    assert page.empty.isVisible()


def test_twins_are_decided_by_a_person(page: ProviderListPage, office: Office) -> None:
    choose(page, small_list(office.folder, 5, [row(2, gender="Female")]))
    choice = page.previewing.twins.choices["X000002"]
    assert page.previewing.twins.isVisible()
    assert page.accept.text() == "Take in 4 cases"
    assert choice.isAncestorOf(page.window().focusWidget())
    choice.press("7")
    assert page.accept.text() == "Take in 5 cases"
    assert page.previewing.twins.choices["X000002"] is choice
    assert choice.value() == "7"
    page.accept.click()
    (mine,) = [one for one in samples.rows(office.session, SAMPLE) if one.values["reference"] == "X000002"]
    assert mine.values["gender"] == "female"


def test_taking_in_without_a_decision_asks_first(page: ProviderListPage, office: Office) -> None:
    choose(page, small_list(office.folder, 5, [row(2, gender="Female")]))
    page.accept.click()
    assert page.confirm.isVisible()
    assert samples.rows(office.session, SAMPLE) == ()
    page.confirm.keep.click()
    assert samples.rows(office.session, SAMPLE) == ()
    page.accept.click()
    page.confirm.confirm.click()
    assert len(samples.rows(office.session, SAMPLE)) == 4


def test_another_file_begins_anew(page: ProviderListPage, office: Office) -> None:
    choose(page, PRACTICE_LIST)
    chip(page, "mended").click()
    choose(page, small_list(office.folder, 5))
    assert page.previewing.words.text().startswith("list.csv · 5 rows")
    assert page.previewing.chips.selected() == "all"


def test_a_file_that_makes_no_list_is_refused_and_can_be_changed(
    page: ProviderListPage, office: Office, said: Any
) -> None:
    letter = office.folder / "letter.csv"
    letter.write_text("Dear office,\nhere is our list.\n")
    choose(page, letter)
    (refusal,) = said.named("refuse")
    assert "no column for" in refusal.happened
    assert not page.working.is_on()
    assert page.choose.isVisible()


def test_a_list_taken_in_by_mistake_is_erased_after_asking(page: ProviderListPage, office: Office) -> None:
    choose(page, small_list(office.folder))
    page.accept.click()
    page.taken_in.erase_button.click()
    assert page.taken_in.confirm.keep.hasFocus()
    page.taken_in.confirm.confirm.click()
    assert samples.rows(office.session, SAMPLE) == ()
    assert page.empty.isVisible()
    assert page.choose.hasFocus()


def test_choosing_no_file_changes_nothing(page: ProviderListPage) -> None:
    page.choose.click()
    assert page.empty.isVisible()
