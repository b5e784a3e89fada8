"""The sample page: the size follows the rule, drawing asks once, cases are replaced, the draw is closed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.office import PRACTICE_LIST, SAMPLE, Office, small_list
from ui.reading import samples
from ui.window.pages.sample.page import SamplePage
from ui.window.shortcuts import Shortcut


@pytest.fixture
def page(qtbot: QtBot, make_desk: Callable[..., Any], office: Office) -> SamplePage:
    made = SamplePage(make_desk(office.session))
    qtbot.addWidget(made)
    made.resize(1198, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def focus(page: SamplePage) -> None:
    first = page.first_focus()
    assert first is not None
    first.setFocus()


def test_without_a_list_the_page_leads_to_it(page: SamplePage, said: Any) -> None:
    page.open()
    focus(page)
    page.to_list.click()
    assert said.named("navigate") == [("list", {"sample": SAMPLE})]


def test_128_of_570_are_drawn_with_the_seed_that_is_shown(page: SamplePage, office: Office) -> None:
    office.read(PRACTICE_LIST)
    page.open()
    focus(page)
    assert page.before.card.heading.text() == "128 of 570 eligible cases"
    assert page.before.draw_button.hasFocus()
    assert len(page.before.strata.rows.shown()) == 15
    first = page.before.seed.text()
    page.before.new_seed.click()
    assert page.before.seed.text() != first
    page.before.seed.setText("11-22-33")
    page.before.draw_button.click()
    assert page.before.confirm.keep.hasFocus()
    assert samples.draws(office.session) == ()
    page.before.confirm.confirm.click()
    (done,) = samples.draws(office.session)
    assert (done.record.seed, done.record.size) == ("11-22-33", 128)
    assert done.record.rule is not None
    assert page.after.table.hasFocus()
    assert len(page.after.table.rows.shown()) == 128


def test_another_size_is_weighed_while_it_is_typed(page: SamplePage, office: Office) -> None:
    office.read(small_list(office.folder))
    page.open()
    page.before.size_field.setFocus()
    page.before.size_field.selectAll()
    QTest.keyClicks(page.before.size_field, "7")
    assert page.before.card.heading.text() == "7 of 20 eligible cases"
    assert sum(line.drawn for line in page.before.strata.rows.shown()) == 7
    QTest.keyClicks(page.before.size_field, "7")
    assert "from 1 to 20" in page.before.size_row.problem()
    assert not page.before.draw_button.isEnabled()
    page.before.size_field.clear()
    QTest.keyClicks(page.before.size_field, "6")
    page.before.draw_button.click()
    page.before.confirm.confirm.click()
    assert samples.draws(office.session)[0].record.rule is None


def test_a_draw_needs_a_seed(page: SamplePage, office: Office) -> None:
    office.read(small_list(office.folder))
    page.open()
    page.before.seed.clear()
    page.before.draw_button.click()
    assert "Type a seed" in page.before.seed_row.problem()
    assert page.before.confirm.isHidden()


def test_a_case_is_replaced_with_a_reason(page: SamplePage, office: Office, said: Any) -> None:
    office.read(small_list(office.folder)).draw(6)
    page.open()
    focus(page)
    QTest.keyClick(page.after.table, Qt.Key.Key_Down)
    line = page.after.table.current()
    assert line is not None
    QTest.keyClick(page.after.table, Qt.Key.Key_Return)
    assert page.after.reason.field.hasFocus()
    QTest.keyClicks(page.after.reason.field, "Moved away")
    QTest.keyClick(page.after.reason.field, Qt.Key.Key_Return)
    assert "takes its place" in page.after.result.text()
    assert [one.number for one in page.after.table.rows.shown()].count(line.number) == 0
    page.after.chips.chosen.emit("replaced")
    (gone,) = page.after.table.rows.shown()
    assert gone.number == line.number
    assert page.after.why.text().endswith("Moved away")
    assert not page.after.replace_button.isEnabled()
    assert said.named("saved")


def test_drawing_again_is_the_same_and_the_record_goes_to_the_papers(
    page: SamplePage, office: Office, said: Any
) -> None:
    office.read(small_list(office.folder)).draw(6)
    page.open()
    page.after.again_button.click()
    assert page.after.result.text().startswith("Drawn again: the same 6 cases")
    page.after.print_button.click()
    (done,) = samples.draws(office.session)
    assert said.named("navigate") == [("papers", {"document": "record of the draw", "subject": done.id})]


def test_closing_the_draw_says_what_is_erased_and_asks(page: SamplePage, office: Office) -> None:
    office.read(small_list(office.folder)).draw(6)
    page.open()
    assert page.in_place() == (Shortcut.REPLACE,)
    page.after.close_button.click()
    assert "14 rows" in page.after.confirm.accessibleName()
    page.after.confirm.keep.click()
    assert len(samples.rows(office.session, SAMPLE)) == 20
    page.after.close_button.click()
    page.after.confirm.confirm.click()
    assert samples.draws(office.session)[0].closed
    for gone in (page.after.close_button, page.after.replace_button, page.after.again_button):
        assert gone.isHidden()
    assert "closed" in page.after.more.text()
    assert page.in_place() == ()
