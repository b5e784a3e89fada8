"""Officers confirmed at the office, interviewed on site, and met: two people, two stores, the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.office import WORDS, Office
from tests.several import SUPERVISION, list_of, several
from tests.somebody import KEY, at_work
from ui.actions import unlock
from ui.reading import cases, interviews
from ui.window.pages.assessment.page import AssessmentPage
from ui.window.pages.interview.page import InterviewPage
from ui.window.pages.meetings.page import MeetingsPage


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Ten cases of four officers, allocated; nobody is confirmed."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    made.draw(10, SUPERVISION).allocate(SUPERVISION)
    yield made
    made.close()


def test_from_a_list_of_names_to_an_interview_and_a_meeting_that_the_office_reads(
    office: Office, qtbot: QtBot
) -> None:
    # The office: one officer is confirmed by key, the others all at once; each interview is given.
    with at_work(qtbot, office.session) as olwen:
        page = olwen.go("Officers")
        olwen.press(KEY.Key_C)
        olwen.push(page.all_button)
        olwen.push(page.sure.confirm)
        assert [row.is_proposed for row in page.table.rows.shown()] == [False] * 4
        olwen.push(page.give_all_button)
        assert all(row.asker for row in page.table.rows.shown())
    office.session = unlock.unlock(office.folder / "office", WORDS)
    office.hand_out()

    # On site: the interview view lies open, then the officer's own items are asked.
    with at_work(qtbot, office.people["Ann Archer"]) as ann:
        interview = ann.go("Interviews and meetings").table.rows.shown()[0].assessment
        ann.press(KEY.Key_V)
        view = ann.page(InterviewPage)
        assert view.state is not None
        assert view.state.asks.startswith("You ask")
        ann.press(KEY.Key_O)
        asking = ann.page(AssessmentPage)
        assert ann.window.top.case.text().startswith("Officer ")
        assert ann.marked() == "Interviews and meetings"
        ann.press(KEY.Key_1)
        assert asking.state is not None
        asked = asking.state.sheet.assessment.id

        # A meeting is started from the list, and answered.
        ann.go("Interviews and meetings")
        ann.press(KEY.Key_Plus)
        starting = ann.page(MeetingsPage).starting
        starting.what.setCurrentIndex(1)
        ann.fill(starting.name, "Court team, Preston", KEY.Key_Return)
        held = ann.page(AssessmentPage).state
        assert held is not None
        assert held.sheet.words == "Court team, Preston"
        meeting = held.sheet.assessment.id
    ann_again = office.people["Ann Archer"] = unlock.unlock(office.folder / "Ann Archer", WORDS)
    assert cases.sheet(ann_again, interview).assessment.officer
    office.receive("Ann Archer")

    # The office sees who asked whom, who met whom and when, and counts one interview of each officer.
    assert cases.sheet(office.session, asked).answers
    assert len(interviews.directory(office.session).known) == 4
    with at_work(qtbot, office.session) as olwen:
        everything = olwen.go("Interviews and meetings")
        rows = {row.assessment: row for row in everything.table.rows.shown()}
        assert (rows[meeting].name, rows[meeting].holder) == ("Court team, Preston", "Ann Archer")
        assert rows[asked].said.word == "Begun"
    office.session = unlock.unlock(office.folder / "office", WORDS)
