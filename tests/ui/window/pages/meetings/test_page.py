"""Interviews and meetings on the screen: found by filters, opened, and started by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.apart import MEETING, ORGANISATION, TALK, bring
from tests.office import Office
from tests.several import SUPERVISION, list_of, several
from ui.actions import officers
from ui.actions.interview import give_interviews
from ui.presenters import meetings
from ui.reading import interviews
from ui.window.pages.meetings.page import MeetingsPage
from ui.window.theme import Appearance, Choice, Look
from ui.window.widgets.filter_chips import Chip


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Ten cases of four officers, whose interviews are given; bundles are handed out."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    bring(made.session, TALK, MEETING, ORGANISATION)
    made.draw(10, SUPERVISION).allocate(SUPERVISION)
    officers.confirm(made.session, interviews.directory(made.session).proposals)
    give_interviews(made.session)
    yield made.hand_out()
    made.close()


@pytest.fixture
def page(make_desk: Callable[..., Any], office: Office, show: Callable[..., Any]) -> MeetingsPage:
    made: MeetingsPage = show(MeetingsPage(make_desk(office.people["Ann Archer"])))
    return made


def chips(page: MeetingsPage) -> dict[str, Chip]:
    QApplication.processEvents()
    return {chip.code: chip for chip in page.chips.findChildren(Chip) if chip.isVisible()}


def start(page: MeetingsPage, title: str) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Plus)
    assert page.starting.isVisible()
    page.starting.what.setCurrentIndex(page.starting.what.findText("Meeting"))
    page.starting.name.setText(title)
    QTest.keyClick(page.starting.name, Qt.Key.Key_Return)


def test_an_inspector_sees_their_own_interviews_and_opens_one(page: MeetingsPage, said: Any) -> None:
    rows = page.table.rows.shown()
    assert rows
    assert {row.is_mine for row in rows} == {True}
    assert not page.everybody.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_V)
    current = page.table.current()
    assert current is not None
    assert said.named("navigate") == [
        ("assessment", {"assessment": current.assessment}),
        ("interview", {"assessment": current.assessment}),
    ]


def test_a_meeting_is_started_by_keyboard_and_opened(page: MeetingsPage, said: Any) -> None:
    start(page, "")
    assert page.starting.name_row.problem() != ""
    start(page, "Victim liaison officers")
    ((where, what),) = said.named("navigate")
    assert where == "assessment"
    row = next(row for row in page.table.rows.shown() if row.assessment == what["assessment"])
    assert (row.name, row.kind, row.when_words) == ("Victim liaison officers", "Meeting", "today")
    chips(page)["occasion"].click()
    assert [row.name for row in page.table.rows.shown()] == ["Victim liaison officers"]
    assert not page.view_button.isEnabled()


def test_what_is_about_the_inspection_is_started_once_and_held_by_the_lead(
    page: MeetingsPage, said: Any
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Plus)
    what = page.starting.what
    what.setCurrentIndex(what.findText("Organisational delivery"))
    what.activated.emit(what.currentIndex())
    assert not page.starting.name_row.isVisible()
    page.starting.confirm.click()
    assert said.named("navigate") == []
    assert said.named("announce")[-1] == "Started; Lesley Marsh holds it"
    before = len(page.state.startable) if page.state else 0
    page.open()
    assert page.state is not None
    assert len(page.state.startable) == before


def test_an_interview_is_given_to_somebody_else_with_a_reason(
    page: MeetingsPage, office: Office, said: Any
) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Q)
    assert page.giving.isVisible()
    assert "officer Supervision" in page.giving.heading.text()
    page.giving.to.set_code(office.id("Bilal Chowdhury"))
    QTest.keyClicks(page.giving.reason, "Ill from Tuesday on")
    before = page.table.current()
    QTest.keyClick(page.giving.reason, Qt.Key.Key_Return)
    assert before is not None
    assert before.assessment not in [row.assessment for row in page.table.rows.shown()]
    assert "is with Bilal Chowdhury now" in said.named("announce")[-1]


def test_a_day_that_is_none_is_said_to_be_wrong(page: MeetingsPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Plus)
    page.starting.what.setCurrentIndex(page.starting.what.findText("Meeting"))
    page.starting.name.setText("Court team")
    page.starting.day.setText("someday")
    page.starting.confirm.click()
    assert page.starting.day_row.problem() != ""
    QTest.keyClick(page.starting.day, Qt.Key.Key_Escape)
    assert not page.starting.isVisible()
    assert page.table.hasFocus()


def test_the_office_sees_the_whole_team_s(
    office: Office, make_desk: Callable[..., Any], show: Callable[..., Any]
) -> None:
    page: MeetingsPage = show(MeetingsPage(make_desk(office.session)))
    assert page.everybody.isChecked()
    assert len(page.table.rows.shown()) >= 4
    page.typed.setText("supervision 0")
    assert {row.name for row in page.table.rows.shown()} == {"Supervision 0"}
    page.typed.setText("zzz")
    assert page.none_left.isVisible()


def test_nobody_else_s_interview_is_more_than_a_name_to_an_inspector(office: Office) -> None:
    ann = office.people["Ann Archer"]
    assert all(row.is_mine for row in meetings.show(ann).rows)


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("starting", [False, True])
def test_nothing_is_clipped_nameless_or_overlapping(
    page: MeetingsPage,
    appearance: Appearance,
    faults: Callable[[QWidget], list[str]],
    scale: int,
    choice: Choice,
    starting: bool,
) -> None:
    start(page, "Victim liaison officers of Knowsley and St Helens")
    appearance.set(Look(choice, scale))
    page.resize(1366 - (80 if scale >= 150 else 168), 768 - 64)
    QTest.keyClick(page.table, Qt.Key.Key_Plus if starting else Qt.Key.Key_Q)
    assert faults(page) == []
